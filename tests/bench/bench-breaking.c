/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* bench-breaking [FILE]: how long paragraphs take to be set in lines, from letters to glyphs,
 * beside Pango's own way of doing so, which breaks each line by itself. */

#include "bench-table.h"

#include "news-text-layout.h"

#include <pango/pangocairo.h>
#include <stdio.h>
#include <string.h>

#define PARAGRAPHS 200
#define RUNS 5
#define WIDTH 560
#define LIMIT 2.0

typedef struct
{
  const char *name;
  const char *language;
  const char *const *sentences;
  guint n_sentences;
  const char *between;
} Kind;

static const char *const english[] = {
  "When the ferry stopped running, the people of the lower town began to row each other across.",
  "At first it cost nothing; by midsummer there was a price, and by autumn a timetable.",
  "“Nobody planned it,” said the harbourmaster, who has counted 1,240 crossings since May.",
  "The council’s engineers have meanwhile surveyed the old landing stage and its foundations.",
  "They found the timbers sound, the ironwork less so, and under it a collection of bicycles.",
  "A replacement vessel is expected in the spring, although the shipyard declines to say which.",
};

static const char *const chinese[] = {
  "渡船停航以后，下城的居民开始划船互相摆渡，起初不收钱。",
  "到了夏天有了价钱，到了秋天又有了时刻表，一天要走24趟。",
  "港务主任说：“没有人计划过这件事。”他从五月起数了1240次过河。",
  "市政工程师这时候检查了旧码头和它的地基，木料完好，铁件差一些，底下还有不少自行车。",
  "新船预计明年春天到，不过船厂不肯说是哪一年的春天。",
};

static char *
create_paragraph (const Kind *kind, guint number)
{
  GString *text = g_string_new (NULL);
  guint n = 2 + number % 5;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? kind->between : "",
                            kind->sentences[(number * 7 + i) % kind->n_sentences]);

  return g_string_free (text, FALSE);
}

static PangoContext *
create_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoFontDescription) font
    = pango_font_description_from_string ("Noto Serif, Noto Serif CJK SC 13");

  pango_context_set_font_description (context, font);

  return context;
}

static double
get_time (void)
{
  return (double) g_get_monotonic_time () / 1e6;
}

/* The glyphs of all lines are asked for, as they are where a text is drawn. */
static void
lay_out_with_pango (PangoContext *context, const NewsText *text, const char *language)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  g_autoptr (PangoAttrList) attributes = news_text_create_attributes (text, language);

  pango_layout_set_text (layout, text->text, -1);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_width (layout, WIDTH * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_get_size (layout, NULL, NULL);
  g_assert_nonnull (pango_layout_get_lines_readonly (layout));
}

static void
lay_out (PangoContext *context, const NewsText *text, const char *language, gboolean justify)
{
  const NewsTextStyle style
    = { .leading = 1.5, .justify = justify, .hyphenate = TRUE, .language = language };
  g_autoptr (NewsTextLayout) layout = news_text_layout_new (context, text, NULL, &style);

  news_text_layout_set_width (layout, WIDTH * PANGO_SCALE);
  g_assert_cmpuint (news_text_layout_get_n_lines (layout), >, 0);
}

/* Of Pango, ragged, justified: the best of some runs. */
static void
measure (const Kind *kind, double *times)
{
  PangoContext *context = create_context ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) news_text_free);

  for (guint i = 0; i < PARAGRAPHS; i++)
    g_ptr_array_add (texts, news_text_new_take (create_paragraph (kind, i)));

  for (guint run = 0; run < RUNS; run++)
    for (guint way = 0; way < 3; way++)
      {
        double start = get_time ();

        for (guint i = 0; i < texts->len; i++)
          if (way == 0)
            lay_out_with_pango (context, g_ptr_array_index (texts, i), kind->language);
          else
            lay_out (context, g_ptr_array_index (texts, i), kind->language, way == 2);
        start = get_time () - start;
        times[way] = run == 0 ? start : MIN (times[way], start);
      }
  g_object_unref (context);
}

int
main (int argc, char *argv[])
{
  static const char *const ways[] = { "Pango", "ragged", "justified" };
  const Kind kinds[] = {
    { "English", "en", english, G_N_ELEMENTS (english), " " },
    { "Chinese", "zh-CN", chinese, G_N_ELEMENTS (chinese), "" },
  };
  BenchRow rows[G_N_ELEMENTS (kinds) * G_N_ELEMENTS (ways)];
  gsize n = 0;

  printf ("%d paragraphs of each\n", PARAGRAPHS);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      double times[G_N_ELEMENTS (ways)];

      measure (&kinds[i], times);
      for (gsize k = 0; k < G_N_ELEMENTS (ways); k++, n++)
        {
          rows[n]
            = (BenchRow) { .seconds = times[k], .unit = times[0], .limit = k > 0 ? LIMIT : 0 };
          g_snprintf (rows[n].name, sizeof rows[n].name, "%s, %s", kinds[i].name, ways[k]);
        }
    }

  return bench_table_print (rows, n, argc > 1 ? argv[1] : NULL);
}
