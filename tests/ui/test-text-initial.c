/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-text-initial.h"

#include "news-text-layout-private.h"

#include <pango/pangocairo.h>
#include <string.h>

#define TEXT                                                                                    \
  "hen the ferry stopped running, the people of the lower town began to row each other across " \
  "the river, first for nothing and then for a coin, and by the end of the summer there were "  \
  "sixty boats and an office that sold tickets."

#define WIDTH 480

typedef struct
{
  PangoContext *context;
  NewsText *text;
  NewsTextStyle style;
  NewsTextLayout *layout;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Noto Serif 12");

  fixture->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_context_set_font_description (fixture->context, font);
  fixture->style = (NewsTextStyle) { .leading = 1.5, .drop_cap = TRUE, .justify = TRUE };
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->layout, news_text_layout_free);
  g_clear_pointer (&fixture->text, news_text_free);
  g_assert_finalize_object (fixture->context);
}

/* The drop cap of a text, or NULL. */
static const NewsTextRun *
lay_out (Fixture *fixture, const char *first, const char *rest, int width, PangoRectangle *place)
{
  g_clear_pointer (&fixture->layout, news_text_layout_free);
  g_clear_pointer (&fixture->text, news_text_free);
  fixture->text = news_text_new_take (g_strconcat (first, rest, NULL));
  fixture->layout = news_text_layout_new (fixture->context, fixture->text, NULL, &fixture->style);
  news_text_layout_set_width (fixture->layout, width * PANGO_SCALE);

  return news_text_layout_get_initial (fixture->layout, place);
}

static void
test_find (void)
{
  static const struct
  {
    const char *text;
    const char *language;
    guint end;
  } rows[] = {
    { "When", "en", 1 },    { "A", NULL, 1 },    { "Éa", "fr", 2 },   { "E\314\201a", "fr", 3 },
    { "Привет", "ru", 2 },  { "Ωa", "el", 2 },   { "when", "en", 0 }, { "", "en", 0 },
    { "“When”", "en", 0 },  { "1990", "en", 0 }, { "中国", "en", 0 }, { "NASA 说", "zh-Hans", 0 },
    { "NASA は", "ja", 0 }, { "אבג", "he", 0 },  { "한국", "ko", 0 }, { " When", "en", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].text);
      g_assert_cmpuint (news_text_initial_find (rows[i].text, rows[i].language), ==, rows[i].end);
    }
}

/* Its ink begins at the edge, reaches from the first line's capitals to the baseline of the third,
 * and is left of all that is beside it. */
static void
test_place (Fixture *fixture, gconstpointer data)
{
  static const char *const letters[] = { "W", "H", "T", "I", "E\314\201", "É" };
  const int tolerance = PANGO_SCALE * 3 / 2;

  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      PangoRectangle place, ink;
      const NewsTextRun *run = lay_out (fixture, letters[i], TEXT, WIDTH, &place);
      const NewsTextLine *line = news_text_layout_get_line (fixture->layout, 0);
      int baseline = line->baseline - run->rise;

      g_assert_nonnull (run);
      g_assert_cmpuint (run->start, ==, 0);
      g_assert_cmpuint (run->end, ==, strlen (letters[i]));
      pango_glyph_string_extents (run->glyphs, run->font, &ink, NULL);
      g_assert_cmpint (ABS (ink.x), <, tolerance);
      g_assert_cmpint (ink.x + ink.width, <, place.width);
      g_assert_cmpint (place.width, <,
                       ink.x + ink.width + news_text_layout_get_em (fixture->layout));
      g_assert_cmpint (place.height, ==, 3 * news_text_layout_get_leading (fixture->layout));
      g_assert_cmpint (baseline, ==, news_text_layout_get_line (fixture->layout, 2)->baseline);
      g_assert_cmpint (baseline + ink.y, >=, line->y);
      g_assert_cmpint (baseline + ink.y, <,
                       line->baseline - news_text_layout_get_em (fixture->layout) / 2);
      for (guint k = 1; k < 3; k++)
        g_assert_cmpint (news_text_layout_get_line (fixture->layout, k)->x, ==, place.width);
      g_assert_cmpint (news_text_layout_get_line (fixture->layout, 3)->x, ==, 0);
    }
}

/* Lines are as far apart as without, and filled to the edge. */
static void
test_lines (Fixture *fixture, gconstpointer data)
{
  PangoRectangle place;

  g_assert_nonnull (lay_out (fixture, "W", TEXT, WIDTH, &place));
  for (guint i = 0; i < news_text_layout_get_n_lines (fixture->layout); i++)
    {
      const NewsTextLine *line = news_text_layout_get_line (fixture->layout, i);

      g_assert_cmpint (line->height, ==, news_text_layout_get_leading (fixture->layout));
      if (i + 1 < news_text_layout_get_n_lines (fixture->layout))
        g_assert_cmpint (ABS (line->x + line->width - WIDTH * PANGO_SCALE), <, PANGO_SCALE * 5);
    }
}

/* A tail that reaches down has one more line go round it. */
static void
test_tail (Fixture *fixture, gconstpointer data)
{
  PangoRectangle place;

  g_assert_nonnull (lay_out (fixture, "Q", TEXT, WIDTH, &place));
  g_assert_cmpint (news_text_layout_get_line (fixture->layout, 3)->x, ==, place.width);
  g_assert_cmpint (news_text_layout_get_line (fixture->layout, 4)->x, ==, 0);
}

static void
test_room (Fixture *fixture, gconstpointer data)
{
  PangoRectangle place;

  /* Two lines of a narrow column, none of one that is narrower, nor of a line without an end. */
  g_assert_nonnull (lay_out (fixture, "W", TEXT, 300, &place));
  g_assert_cmpint (place.height, ==, 2 * news_text_layout_get_leading (fixture->layout));
  g_assert_null (lay_out (fixture, "W", TEXT, 150, &place));
  news_text_layout_set_width (fixture->layout, -1);
  g_assert_null (news_text_layout_get_initial (fixture->layout, &place));
  news_text_layout_set_width (fixture->layout, WIDTH * PANGO_SCALE);
  g_assert_nonnull (news_text_layout_get_initial (fixture->layout, &place));
  g_assert_cmpint (place.height, ==, 3 * news_text_layout_get_leading (fixture->layout));

  /* A text that has too few lines. */
  g_assert_null (lay_out (fixture, "W", "hen the ferry stopped.", WIDTH, &place));
  g_assert_cmpuint (news_text_layout_get_n_lines (fixture->layout), ==, 1);
  g_assert_null (lay_out (fixture, "W", "hen\342\200\250" TEXT, WIDTH, &place));
  g_assert_null (lay_out (fixture, "W", "", WIDTH, &place));
  fixture->style.drop_cap = FALSE;
  g_assert_null (lay_out (fixture, "W", TEXT, WIDTH, &place));
}

/* It is found on all of its height, and selected as one. */
static void
test_hits (Fixture *fixture, gconstpointer data)
{
  PangoRectangle place, caret;
  const NewsTextRun *run = lay_out (fixture, "W", TEXT, WIDTH, &place);
  g_autoptr (GArray) letter = NULL;
  g_autoptr (GArray) all = NULL;
  NewsTextLayout *layout = fixture->layout;
  const NewsTextLine *second = news_text_layout_get_line (layout, 1);

  g_assert_nonnull (run);
  g_assert_cmpuint (news_text_layout_get_index_at (layout, 0, place.height - 1), ==, 0);
  g_assert_cmpuint (news_text_layout_get_index_at (layout, place.width - 1, place.height - 1), ==,
                    1);
  g_assert_cmpuint (news_text_layout_get_index_at (layout, 0, place.height + 1), >, second->start);
  g_assert_cmpuint (news_text_layout_get_index_at (layout, second->x, second->y + 1), ==,
                    second->start);
  news_text_layout_get_caret (layout, 1, &caret);
  g_assert_cmpint (caret.x, ==, place.width);
  g_assert_cmpuint (news_text_layout_step (layout, 0, FALSE), ==, 1);
  g_assert_cmpuint (news_text_layout_step_line (layout, 0, 0, FALSE), ==, second->start);

  letter = news_text_layout_get_rectangles (layout, 0, 1);
  g_assert_cmpuint (letter->len, ==, 1);
  g_assert_cmpint (g_array_index (letter, PangoRectangle, 0).height, ==, place.height);
  all = news_text_layout_get_rectangles (layout, 0, (guint) strlen (fixture->text->text));
  g_assert_cmpuint (all->len, ==, 1 + news_text_layout_get_n_lines (layout));
  for (guint i = 1; i < 4; i++)
    g_assert_cmpint (g_array_index (all, PangoRectangle, i).x, ==, place.width);
}

#define ADD(name, function) \
  g_test_add ("/text-initial/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-initial/find", test_find);
  ADD ("place", test_place);
  ADD ("lines", test_lines);
  ADD ("tail", test_tail);
  ADD ("room", test_room);
  ADD ("hits", test_hits);

  return g_test_run ();
}
