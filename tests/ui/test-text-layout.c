/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-text-layout.h"

#include <pango/pangocairo.h>
#include <string.h>

#define ROUNDS 60

#define ENGLISH                                                                                  \
  "When the ferry stopped running, the people of the lower town began to row each other across " \
  "the river, first for nothing and then for a coin, and by the end of the summer there were "   \
  "sixty boats and an office that sold tickets."
#define CHINESE                                                                                    \
  "渡船停航以后，下城的居民开始划船互相摆渡，起初不收钱，后来收一枚硬币；到了夏末，已经有60条船和" \
  "一间卖票的office，"                                                                             \
  "人们说：“再没有人想念渡船了。”"
#define HEBREW "כאשר המעבורת הפסיקה לפעול, התחילו אנשי העיר התחתית לשוט over the river בסירות."

typedef struct
{
  NewsText *text;
  GArray *hyphens;
  NewsTextStyle style;
  PangoContext *context;
  NewsTextLayout *layout;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  fixture->hyphens = g_array_new (FALSE, FALSE, sizeof (guint));
  fixture->style = (NewsTextStyle) { .leading = 1.5, .hyphenate = TRUE };
  {
    g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Noto Serif 12");

    pango_context_set_font_description (fixture->context, font);
  }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->layout, news_text_layout_free);
  g_clear_pointer (&fixture->text, news_text_free);
  g_array_unref (fixture->hyphens);
  g_assert_finalize_object (fixture->context);
}

/* Lays @letters out anew; "\302\255" in them is a place for a hyphen. */
static void
lay_out (Fixture *fixture, const char *letters, int width)
{
  g_autoptr (NewsText) text = news_text_new_take (g_strdup (letters));

  g_clear_pointer (&fixture->layout, news_text_layout_free);
  g_clear_pointer (&fixture->text, news_text_free);
  g_array_set_size (fixture->hyphens, 0);
  fixture->text = news_text_without_hyphens (text, fixture->hyphens);
  fixture->layout
    = news_text_layout_new (fixture->context, fixture->text, fixture->hyphens, &fixture->style);
  news_text_layout_set_width (fixture->layout, width < 0 ? -1 : width * PANGO_SCALE);
}

static char *
dup_line (Fixture *fixture, guint index)
{
  const NewsTextLine *line = news_text_layout_get_line (fixture->layout, index);

  return g_strndup (fixture->text->text + line->start, line->end - line->start);
}

static void
assert_line (Fixture *fixture, guint index, const char *expected)
{
  g_autofree char *line = dup_line (fixture, index);

  g_assert_cmpstr (line, ==, expected);
}

/* All letters but blanks are in the lines, in order; lines are below one another, runs beside one
 * another, and clusters are of the text. */
static void
check_lines (Fixture *fixture)
{
  NewsTextLayout *layout = fixture->layout;
  guint at = 0;
  int y = 0;

  for (guint i = 0; i < news_text_layout_get_n_lines (layout); i++)
    {
      const NewsTextLine *line = news_text_layout_get_line (layout, i);
      int x = line->x;

      for (; at < line->start;
           at = (guint) (g_utf8_next_char (fixture->text->text + at) - fixture->text->text))
        g_assert_true (g_unichar_isspace (g_utf8_get_char (fixture->text->text + at)));
      g_assert_cmpuint (at, ==, line->start);
      g_assert_cmpint (line->y, ==, y);
      g_assert_cmpint (line->baseline, >, y);
      g_assert_cmpint (line->baseline, <, y + line->height);
      y += line->height;
      for (guint k = 0; k < line->n_runs; k++)
        {
          const NewsTextRun *run = news_text_layout_get_run (layout, line->first_run + k);

          g_assert_cmpint (run->x, ==, x);
          g_assert_cmpint (pango_glyph_string_get_width (run->glyphs), ==, run->width);
          for (int g = 0; g < run->glyphs->num_glyphs; g++)
            g_assert_cmpuint (run->start + (guint) run->glyphs->log_clusters[g], <=, run->end);
          x += run->width;
        }
      g_assert_cmpint (x, ==, line->x + line->width);
      at = line->end;
    }
  g_assert_cmpint (y, ==, news_text_layout_get_height (layout));
  for (const char *rest = fixture->text->text + at; *rest != '\0'; rest = g_utf8_next_char (rest))
    g_assert_true (g_unichar_isspace (g_utf8_get_char (rest)));
}

static void
test_unwrapped (Fixture *fixture, gconstpointer data)
{
  lay_out (fixture, "One line\342\200\250another\342\200\250\342\200\250the last", -1);
  g_assert_cmpuint (news_text_layout_get_n_lines (fixture->layout), ==, 4);
  assert_line (fixture, 0, "One line");
  assert_line (fixture, 1, "another");
  assert_line (fixture, 2, "");
  assert_line (fixture, 3, "the last");
  check_lines (fixture);

  lay_out (fixture, "", 100);
  g_assert_cmpuint (news_text_layout_get_n_lines (fixture->layout), ==, 1);
  g_assert_cmpint (news_text_layout_get_height (fixture->layout), ==,
                   news_text_layout_get_leading (fixture->layout));
}

/* At its natural width nothing is broken, and no line is wider. */
static void
test_widths (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { ENGLISH, CHINESE, HEBREW };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    for (int round = 0; round < ROUNDS; round++)
      {
        int width = g_test_rand_int_range (60, 900);
        int natural;

        fixture->style.justify = g_test_rand_bit ();
        lay_out (fixture, texts[i], width);
        check_lines (fixture);
        for (guint k = 0; k < news_text_layout_get_n_lines (fixture->layout); k++)
          g_assert_cmpint (news_text_layout_get_line (fixture->layout, k)->width, <=,
                           width * PANGO_SCALE);
        natural = news_text_layout_get_natural_width (fixture->layout);
        news_text_layout_set_width (fixture->layout, natural);
        g_assert_cmpuint (news_text_layout_get_n_lines (fixture->layout), ==, 1);
      }
}

static void
test_justified (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { ENGLISH, CHINESE };

  fixture->style.justify = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      lay_out (fixture, texts[i], 420);
      g_assert_cmpuint (news_text_layout_get_n_lines (fixture->layout), >, 2);
      for (guint k = 0; k + 1 < news_text_layout_get_n_lines (fixture->layout); k++)
        g_assert_cmpint (
          ABS (news_text_layout_get_line (fixture->layout, k)->width - 420 * PANGO_SCALE), <, 4);
    }
}

/* A hyphen is seen where a word is broken, and nowhere else. */
static void
test_hyphens (Fixture *fixture, gconstpointer data)
{
  const NewsTextLine *line;
  const NewsTextRun *last;
  int width;

  fixture->style.justify = TRUE;
  lay_out (fixture, "the un\302\255for\302\255get\302\255ta\302\255ble boats", -1);
  g_assert_cmpstr (fixture->text->text, ==, "the unforgettable boats");
  g_assert_cmpuint (fixture->hyphens->len, ==, 4);
  g_assert_cmpuint (news_text_layout_get_n_lines (fixture->layout), ==, 1);
  g_assert_cmpuint (news_text_layout_get_line (fixture->layout, 0)->n_runs, ==, 1);

  news_text_layout_set_width (fixture->layout, 85 * PANGO_SCALE);
  assert_line (fixture, 0, "the unfor");
  line = news_text_layout_get_line (fixture->layout, 0);
  last = news_text_layout_get_run (fixture->layout, line->first_run + line->n_runs - 1);
  g_assert_cmpuint (last->start, ==, last->end);
  g_assert_cmpint (last->glyphs->num_glyphs, ==, 1);
  check_lines (fixture);

  fixture->style.hyphenate = FALSE;
  lay_out (fixture, "unforgettable", -1);
  width = news_text_layout_get_natural_width (fixture->layout);
  lay_out (fixture, "the un\302\255for\302\255get\302\255ta\302\255ble boats", -1);
  news_text_layout_set_width (fixture->layout, width);
  assert_line (fixture, 0, "the");
  assert_line (fixture, 1, "unforgettable");
}

/* No Chinese line begins with a stop, nor ends with an opening quote. */
static void
test_chinese (Fixture *fixture, gconstpointer data)
{
  fixture->style.language = "zh-CN";
  for (int width = 60; width < 500; width += 7)
    {
      lay_out (fixture, CHINESE, width);
      for (guint i = 0; i < news_text_layout_get_n_lines (fixture->layout); i++)
        {
          g_autofree char *line = dup_line (fixture, i);

          for (const char *stop = "，。；：”"; *stop != '\0'; stop = g_utf8_next_char (stop))
            g_assert_cmpuint (g_utf8_get_char (line), !=, g_utf8_get_char (stop));
          g_assert_false (g_str_has_suffix (line, "“"));
        }
    }
}

/* Between Han and other letters is a quarter of an em, and no letter of the text. */
static void
test_thin_space (Fixture *fixture, gconstpointer data)
{
  int apart, together;

  lay_out (fixture, "年", -1);
  apart = news_text_layout_get_natural_width (fixture->layout);
  lay_out (fixture, "2026", -1);
  apart += news_text_layout_get_natural_width (fixture->layout);
  lay_out (fixture, "2026年", -1);
  together = news_text_layout_get_natural_width (fixture->layout);
  g_assert_cmpint (ABS (together - apart - news_text_layout_get_em (fixture->layout) / 4), <, 16);
  g_assert_cmpuint (news_text_layout_get_line (fixture->layout, 0)->end, ==, strlen ("2026年"));

  lay_out (fixture, "年，", -1);
  apart = news_text_layout_get_natural_width (fixture->layout);
  lay_out (fixture, "年，2", -1);
  together = news_text_layout_get_natural_width (fixture->layout);
  lay_out (fixture, "2", -1);
  g_assert_cmpint (ABS (together - apart - news_text_layout_get_natural_width (fixture->layout)), <,
                   16);
}

static void
test_long_word (Fixture *fixture, gconstpointer data)
{
  lay_out (fixture,
           "See https://paper.example/abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz", 120);
  check_lines (fixture);
  for (guint i = 0; i < news_text_layout_get_n_lines (fixture->layout); i++)
    g_assert_cmpint (news_text_layout_get_line (fixture->layout, i)->width, <=, 120 * PANGO_SCALE);
  g_assert_cmpuint (news_text_layout_get_n_lines (fixture->layout), <, 10);
}

static void
test_preformatted (Fixture *fixture, gconstpointer data)
{
  fixture->style.preformatted = TRUE;
  lay_out (fixture, "  if (a)\n\n    b ();", 10);
  g_assert_cmpuint (news_text_layout_get_n_lines (fixture->layout), ==, 3);
  assert_line (fixture, 0, "  if (a)");
  assert_line (fixture, 2, "    b ();");
}

static void
test_indent (Fixture *fixture, gconstpointer data)
{
  fixture->style.indent = 2;
  lay_out (fixture, ENGLISH, 300);
  g_assert_cmpint (news_text_layout_get_line (fixture->layout, 0)->x, ==,
                   2 * news_text_layout_get_em (fixture->layout));
  g_assert_cmpint (news_text_layout_get_line (fixture->layout, 1)->x, ==, 0);
}

/* --- where is what --- */

/* Each place for a caret is found where its caret is. */
static void
test_hits (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { ENGLISH, CHINESE, HEBREW, "efficient office", "one" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      NewsTextLayout *layout;
      guint index = 0;

      lay_out (fixture, texts[i], 300);
      layout = fixture->layout;
      while (index < strlen (texts[i]))
        {
          const NewsTextLine *line
            = news_text_layout_get_line (layout, news_text_layout_get_line_of (layout, index));
          guint next = news_text_layout_step (layout, index, FALSE);
          PangoRectangle caret;

          news_text_layout_get_caret (layout, index, &caret);
          g_assert_cmpint (caret.y, ==, line->y);
          g_assert_cmpint (caret.height, ==, line->height);
          g_assert_cmpuint (next, >, index);
          g_assert_cmpuint (news_text_layout_step (layout, next, TRUE), ==, index);
          /* Blanks at a line's end are not to be seen, and where directions change there are two
           * places for one caret. */
          if (index < line->end && texts[i] != texts[2])
            g_assert_cmpuint (news_text_layout_get_index_at (layout, caret.x, caret.y + 1), ==,
                              index);
          index = next;
        }
    }
}

static void
test_rectangles (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) none = NULL;
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) word = NULL;

  lay_out (fixture, ENGLISH, 300);
  none = news_text_layout_get_rectangles (fixture->layout, 5, 5);
  g_assert_cmpuint (none->len, ==, 0);
  all = news_text_layout_get_rectangles (fixture->layout, 0, (guint) strlen (ENGLISH));
  g_assert_cmpuint (all->len, ==, news_text_layout_get_n_lines (fixture->layout));
  for (guint i = 0; i < all->len; i++)
    {
      const PangoRectangle *part = &g_array_index (all, PangoRectangle, i);

      g_assert_cmpint (part->width, ==, news_text_layout_get_line (fixture->layout, i)->width);
    }
  word = news_text_layout_get_rectangles (fixture->layout, 5, 8);
  g_assert_cmpuint (word->len, ==, 1);
  {
    PangoRectangle caret;

    news_text_layout_get_caret (fixture->layout, 5, &caret);
    g_assert_cmpint (g_array_index (word, PangoRectangle, 0).x, ==, caret.x);
  }
}

/* A range that goes over from Hebrew into English and out again is in parts. */
static void
test_directions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) all = NULL;
  guint start = (guint) (strstr (HEBREW, "over") - HEBREW);
  int sum = 0;

  lay_out (fixture, HEBREW, 2000);
  g_assert_cmpint (news_text_layout_get_line (fixture->layout, 0)->x, >, 0);
  all = news_text_layout_get_rectangles (fixture->layout, 0, start + 4);
  g_assert_cmpuint (all->len, ==, 2);
  g_clear_pointer (&all, g_array_unref);
  all = news_text_layout_get_rectangles (fixture->layout, 0, (guint) strlen (HEBREW));
  for (guint i = 0; i < all->len; i++)
    sum += g_array_index (all, PangoRectangle, i).width;
  g_assert_cmpint (sum, ==, news_text_layout_get_line (fixture->layout, 0)->width);
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  NewsTextLayout *layout;
  guint start, end;

  lay_out (fixture, "The ferry, stopped", 60);
  layout = fixture->layout;
  news_text_layout_get_word (layout, 5, &start, &end);
  g_assert_cmpuint (start, ==, 4);
  g_assert_cmpuint (end, ==, 9);
  news_text_layout_get_word (layout, 18, &start, &end);
  g_assert_cmpuint (start, ==, 11);
  g_assert_cmpuint (end, ==, 18);
  news_text_layout_get_word (layout, 3, &start, &end);
  g_assert_cmpuint (start, ==, 3);
  g_assert_cmpuint (end, ==, 4);
  g_assert_cmpuint (news_text_layout_step_word (layout, 0, FALSE), ==, 3);
  g_assert_cmpuint (news_text_layout_step_word (layout, 18, TRUE), ==, 11);
  g_assert_cmpuint (news_text_layout_step_word (layout, 0, TRUE), ==, 0);
  g_assert_cmpuint (news_text_layout_step (layout, 18, FALSE), ==, 18);

  g_assert_cmpuint (news_text_layout_step_line (layout, 0, 0, TRUE), ==, 0);
  g_assert_cmpuint (news_text_layout_step_line (layout, 0, 0, FALSE), ==,
                    news_text_layout_get_line (layout, 1)->start);

  lay_out (fixture, "", 60);
  news_text_layout_get_word (fixture->layout, 0, &start, &end);
  g_assert_cmpuint (end, ==, 0);
  g_assert_cmpuint (news_text_layout_get_index_at (fixture->layout, 5, 5), ==, 0);
}

/* Quotation marks among Han are as wide as these, and a line may end at their outer sides only. */
static void
test_quotes (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "他说“好的”她说";
  int han;

  fixture->style.language = "zh-Hans";
  lay_out (fixture, "说", -1);
  han = news_text_layout_get_natural_width (fixture->layout);
  lay_out (fixture, text, -1);
  g_assert_cmpint (news_text_layout_get_natural_width (fixture->layout), ==, 8 * han);
  for (int n = 2; n < 8; n++)
    {
      lay_out (fixture, text, n * han / PANGO_SCALE + 1);
      check_lines (fixture);
      for (guint i = 0; i < news_text_layout_get_n_lines (fixture->layout); i++)
        {
          g_autofree char *line = dup_line (fixture, i);

          g_assert_false (g_str_has_suffix (line, "“"));
          g_assert_false (g_str_has_prefix (line, "”"));
        }
    }
  lay_out (fixture, text, 2 * han / PANGO_SCALE + 1);
  assert_line (fixture, 0, "他说");
  lay_out (fixture, text, 6 * han / PANGO_SCALE + 1);
  assert_line (fixture, 0, "他说“好的”");

  /* In another language they are what they were. */
  fixture->style.language = "en";
  lay_out (fixture, "“a”", -1);
  g_assert_cmpint (news_text_layout_get_natural_width (fixture->layout), <, 2 * han);
}

/* Marks of which the blank halves meet need one of them; others keep their squares. */
static void
test_shared_blanks (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    int halves; /* of a Han character */
  } rows[] = {
    { "他（她）说", 10 },     { "说：“好”。说", 13 - 1 }, { "《书》、《书》", 14 - 2 },
    { "（《书》）", 10 - 2 }, { "好？”说", 8 },           { "好，好。", 8 },
  };
  int han;

  fixture->style.language = "zh-Hans";
  lay_out (fixture, "说", -1);
  han = news_text_layout_get_natural_width (fixture->layout);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      lay_out (fixture, rows[i].text, -1);
      check_lines (fixture);
      g_assert_cmpint (
        ABS (news_text_layout_get_natural_width (fixture->layout) * 2 - rows[i].halves * han), <,
        PANGO_SCALE * 4);
    }

  /* At the end of a line there is nothing to share with. */
  lay_out (fixture, "他们说好，《书》好", 5 * han / PANGO_SCALE + 1);
  assert_line (fixture, 0, "他们说好，");
  g_assert_cmpint (news_text_layout_get_line (fixture->layout, 0)->width, ==, 5 * han);
}

static void
test_widest_word (Fixture *fixture, gconstpointer data)
{
  int word;

  lay_out (fixture, "February", -1);
  word = news_text_layout_get_natural_width (fixture->layout);
  g_assert_cmpint (news_text_layout_get_widest_word (fixture->layout), ==, word);
  lay_out (fixture, "in February or May", 20);
  g_assert_cmpint (news_text_layout_get_widest_word (fixture->layout), ==, word);
}

/* A text stands at its own side, whatever side the page begins at. */
static void
test_sides (Fixture *fixture, gconstpointer data)
{
  static const PangoDirection directions[] = { PANGO_DIRECTION_LTR, PANGO_DIRECTION_RTL };
  const NewsTextLine *line;

  for (gsize i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      pango_context_set_base_dir (fixture->context, directions[i]);
      lay_out (fixture, "שלום", 400);
      line = news_text_layout_get_line (fixture->layout, 0);
      g_assert_cmpint (line->x, >, 100 * PANGO_SCALE);
      g_assert_cmpint (ABS (line->x + line->width - 400 * PANGO_SCALE), <=, PANGO_SCALE);
      lay_out (fixture, "Peace", 400);
      g_assert_cmpint (news_text_layout_get_line (fixture->layout, 0)->x, ==, 0);
    }
}

#define ADD(name, function) \
  g_test_add ("/text-layout/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("unwrapped", test_unwrapped);
  ADD ("widths", test_widths);
  ADD ("justified", test_justified);
  ADD ("hyphens", test_hyphens);
  ADD ("chinese", test_chinese);
  ADD ("thin-space", test_thin_space);
  ADD ("long-word", test_long_word);
  ADD ("preformatted", test_preformatted);
  ADD ("indent", test_indent);
  ADD ("quotes", test_quotes);
  ADD ("shared-blanks", test_shared_blanks);
  ADD ("widest-word", test_widest_word);
  ADD ("hits", test_hits);
  ADD ("rectangles", test_rectangles);
  ADD ("directions", test_directions);
  ADD ("sides", test_sides);
  ADD ("words", test_words);

  return g_test_run ();
}
