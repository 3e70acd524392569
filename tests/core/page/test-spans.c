/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-spans.h"

static void
add (GArray *spans, guint start, guint end, NewsStyle style, const char *link, const char *language)
{
  NewsSpan span = { start, end, style, g_strdup (link), g_strdup (language) };

  g_array_append_val (spans, span);
}

/* "0-3:1" and so on, with the link behind. */
static void
assert_spans (GArray *spans, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const NewsSpan *span = &g_array_index (spans, NewsSpan, i);

      g_string_append_printf (text, "%s%u-%u:%u%s%s", i > 0 ? " " : "", span->start, span->end,
                              span->style, span->link != NULL ? span->link : "",
                              span->language != NULL ? span->language : "");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_clip (void)
{
  g_autoptr (GArray) spans = news_spans_new ();

  add (spans, 0, 2, 1, "x", NULL);
  add (spans, 1, 9, 2, NULL, NULL);
  add (spans, 3, 5, 4, "y", "de");
  add (spans, 7, 9, 8, "z", NULL);
  news_spans_clip (spans, 2, 4);
  assert_spans (spans, "0-4:2 1-3:4yde");
  news_spans_clip (spans, 0, 0);
  assert_spans (spans, "");
}

static void
test_move (void)
{
  g_autoptr (GArray) spans = news_spans_new ();
  g_autoptr (GArray) to = news_spans_new ();

  /* Three of one extent become one; the inner language counts. */
  add (spans, 0, 4, 1, NULL, "de");
  add (spans, 0, 4, 2, "x", NULL);
  add (spans, 0, 4, 4, NULL, "fr");
  /* Going on where its like ended, with another inside. */
  add (spans, 5, 6, 1, "x", NULL);
  add (spans, 6, 9, 1, "x", NULL);
  add (spans, 7, 8, 2, NULL, NULL);
  /* Another link, a gap, another style. */
  add (spans, 9, 10, 1, "y", NULL);
  add (spans, 11, 12, 1, "y", NULL);
  add (spans, 12, 13, 2, "y", NULL);
  news_spans_move (spans, to);

  g_assert_cmpuint (spans->len, ==, 0);
  assert_spans (to, "0-4:7xfr 5-9:1x 7-8:2 9-10:1y 11-12:1y 12-13:2y");
}

static void
test_move_links (void)
{
  g_autoptr (GArray) spans = news_spans_new ();
  g_autoptr (GArray) to = news_spans_new ();

  add (spans, 0, 4, 0, "x", NULL);
  add (spans, 0, 4, 0, "y", NULL);
  add (spans, 0, 2, 1, NULL, NULL);
  add (spans, 2, 4, 1, NULL, NULL);
  news_spans_move (spans, to);

  /* What became as long as the span around it by growing stays a span of its own. */
  assert_spans (to, "0-4:0x 0-4:0y 0-4:1");
}

static void
add_short (GArray *spans, guint start, guint end, NewsStyle style, const char *expansion)
{
  NewsSpan span = { .start = start, .end = end, .style = style, .expansion = g_strdup (expansion) };

  g_array_append_val (spans, span);
}

/* An abbreviation becomes one with a style, but not with a link or with another. */
static void
test_move_expansions (void)
{
  g_autoptr (GArray) spans = news_spans_new ();
  g_autoptr (GArray) to = news_spans_new ();
  const NewsSpan *moved;

  add (spans, 0, 4, 0, "x", NULL);
  add_short (spans, 0, 4, 0, "one");
  add (spans, 0, 4, 2, NULL, NULL);
  add (spans, 5, 6, 1, NULL, NULL);
  add_short (spans, 5, 6, 0, "two");
  add_short (spans, 6, 7, 1, "two");
  add_short (spans, 7, 8, 1, "three");
  news_spans_move (spans, to);
  assert_spans (to, "0-4:0x 0-4:2 5-7:1 7-8:1");
  moved = (const NewsSpan *) to->data;
  g_assert_null (moved[0].expansion);
  g_assert_cmpstr (moved[1].expansion, ==, "one");
  g_assert_cmpstr (moved[2].expansion, ==, "two");
  g_assert_cmpstr (moved[3].expansion, ==, "three");

  news_spans_clip (to, 6, 2);
  assert_spans (to, "0-1:1 1-2:1");
  moved = (const NewsSpan *) to->data;
  g_assert_cmpstr (moved[0].expansion, ==, "two");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spans/clip", test_clip);
  g_test_add_func ("/spans/move", test_move);
  g_test_add_func ("/spans/move-links", test_move_links);
  g_test_add_func ("/spans/move-expansions", test_move_expansions);

  return g_test_run ();
}
