/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-text-setting.h"

#include <string.h>

static void
add_span (NewsText *text, guint start, guint end, NewsStyle style, const char *link)
{
  NewsSpan span = { start, end, style, g_strdup (link), NULL };

  g_array_append_val (text->spans, span);
}

static NewsText *
create_text (const char *letters)
{
  return news_text_new_take (g_strdup (letters));
}

static void
test_hyphens (void)
{
  g_autoptr (NewsText) text = create_text ("un\302\255for\302\255get b\303\244\302\255r");
  g_autoptr (NewsText) plain = NULL;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  const NewsSpan *span;

  add_span (text, 0, 12, NEWS_STYLE_STRONG, "https://paper.example/");
  add_span (text, 4, 7, NEWS_STYLE_EMPHASIS, NULL);
  plain = news_text_without_hyphens (text, places);
  g_assert_cmpstr (plain->text, ==, "unforget b\303\244r");
  g_assert_cmpuint (places->len, ==, 3);
  g_assert_cmpuint (g_array_index (places, guint, 0), ==, 2);
  g_assert_cmpuint (g_array_index (places, guint, 1), ==, 5);
  g_assert_cmpuint (g_array_index (places, guint, 2), ==, 12);
  g_assert_cmpuint (plain->spans->len, ==, 2);
  span = &g_array_index (plain->spans, NewsSpan, 0);
  g_assert_cmpuint (span->start, ==, 0);
  g_assert_cmpuint (span->end, ==, 8);
  g_assert_cmpstr (span->link, ==, "https://paper.example/");
  span = &g_array_index (plain->spans, NewsSpan, 1);
  g_assert_cmpuint (span->start, ==, 2);
  g_assert_cmpuint (span->end, ==, 5);
}

static void
test_none (void)
{
  g_autoptr (NewsText) text = create_text ("");
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (NewsText) plain = news_text_without_hyphens (text, places);

  g_assert_cmpstr (plain->text, ==, "");
  g_assert_cmpuint (places->len, ==, 0);
}

static gboolean
has (PangoAttrList *list, PangoAttrType type, guint start, guint end)
{
  g_autoptr (GSList) attributes = pango_attr_list_get_attributes (list);
  gboolean found = FALSE;

  for (GSList *at = attributes; at != NULL; at = at->next)
    {
      PangoAttribute *attribute = at->data;

      found = found
              || (attribute->klass->type == type && attribute->start_index == start
                  && attribute->end_index == end);
      pango_attribute_destroy (attribute);
    }

  return found;
}

static void
test_attributes (void)
{
  static const struct
  {
    NewsStyle style;
    PangoAttrType type;
  } rows[] = {
    { NEWS_STYLE_STRONG, PANGO_ATTR_WEIGHT },
    { NEWS_STYLE_EMPHASIS, PANGO_ATTR_STYLE },
    { NEWS_STYLE_CODE, PANGO_ATTR_FAMILY },
    { NEWS_STYLE_SMALL, PANGO_ATTR_SCALE },
    { NEWS_STYLE_SUPERSCRIPT, PANGO_ATTR_BASELINE_SHIFT },
    { NEWS_STYLE_SUBSCRIPT, PANGO_ATTR_FONT_SCALE },
    { NEWS_STYLE_STRUCK, PANGO_ATTR_STRIKETHROUGH },
    { NEWS_STYLE_UNDERLINED, PANGO_ATTR_UNDERLINE },
    { NEWS_STYLE_MARKED, PANGO_ATTR_BACKGROUND },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (NewsText) text = create_text ("Some letters");
      g_autoptr (PangoAttrList) list = NULL;

      add_span (text, 5, 8, rows[i].style, NULL);
      list = news_text_create_attributes (text, NULL);
      g_assert_true (has (list, rows[i].type, 5, 8));
      g_assert_false (has (list, PANGO_ATTR_FOREGROUND, 5, 8));
    }
}

static void
test_links (void)
{
  g_autoptr (NewsText) text = create_text ("Some letters");
  g_autoptr (PangoAttrList) list = NULL;

  add_span (text, 5, 8, NEWS_STYLE_PLAIN, "https://paper.example/");
  list = news_text_create_attributes (text, "zh-Hant");
  g_assert_true (has (list, PANGO_ATTR_FOREGROUND, 5, 8));
  g_assert_true (has (list, PANGO_ATTR_LANGUAGE, PANGO_ATTR_INDEX_FROM_TEXT_BEGINNING,
                      PANGO_ATTR_INDEX_TO_TEXT_END));
}

/* Runs end where an abbreviation does, so that it can be drawn. */
static void
test_abbreviations (void)
{
  g_autoptr (NewsText) text = create_text ("The U\302\255N");
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  NewsSpan span = { .start = 4, .end = 8, .expansion = g_strdup ("United Nations") };
  g_autoptr (NewsText) plain = NULL;
  g_autoptr (PangoAttrList) list = NULL;

  g_array_append_val (text->spans, span);
  plain = news_text_without_hyphens (text, places);
  g_assert_cmpstr (g_array_index (plain->spans, NewsSpan, 0).expansion, ==, "United Nations");
  list = news_text_create_attributes (plain, NULL);
  g_assert_true (has (list, PANGO_ATTR_OVERLINE, 4, 6));
  g_assert_false (has (list, PANGO_ATTR_UNDERLINE, 4, 6));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-setting/hyphens", test_hyphens);
  g_test_add_func ("/text-setting/none", test_none);
  g_test_add_func ("/text-setting/attributes", test_attributes);
  g_test_add_func ("/text-setting/links", test_links);
  g_test_add_func ("/text-setting/abbreviations", test_abbreviations);

  return g_test_run ();
}
