/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-search-snippet.h"

#include <string.h>

/* The snippet with brackets around its ranges. */
static char *
make (const char *query, const char *text)
{
  g_autoptr (NewsSearchQuery) parsed = news_search_query_new (query);
  g_autoptr (NewsSearchMatch) match = news_search_match_new (parsed, NEWS_TERM_TEXT, FALSE);
  g_autoptr (GArray) ranges = NULL;
  g_autofree char *snippet = news_search_snippet_new (match, text, &ranges);
  GString *marked = g_string_new (NULL);
  guint at = 0;

  g_assert_true ((snippet == NULL) == (ranges == NULL));
  for (guint i = 0; ranges != NULL && i < ranges->len; i++)
    {
      const NewsTextRange *range = &g_array_index (ranges, NewsTextRange, i);

      g_assert_true (range->start >= at && range->end > range->start
                     && range->end <= strlen (snippet));
      g_string_append_printf (marked, "%.*s[%.*s]", (int) (range->start - at), snippet + at,
                              (int) (range->end - range->start), snippet + range->start);
      at = range->end;
    }
  if (snippet != NULL)
    {
      g_assert_true (g_utf8_validate (snippet, -1, NULL));
      g_string_append (marked, snippet + at);
    }

  return g_string_free_and_steal (marked);
}

static void
assert_snippet (const char *query, const char *text, const char *expected)
{
  g_autofree char *snippet = make (query, text);

  g_assert_cmpstr (snippet, ==, expected);
}

static void
test_short (void)
{
  assert_snippet ("cat ", "A cat\n\n sat\tthere. ", "A [cat] sat there.");
  assert_snippet ("cat ", "Nothing of it.", "");
  assert_snippet ("cat ", "", "");
  assert_snippet ("\"cat sat\" ", "The cat\n\nsat.", "The [cat sat].");
  assert_snippet ("银", "中国人民银行。", "中国人民[银]行。");
}

static void
test_cut (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *snippet = NULL;

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (text, "word%02u ", i);
  snippet = make ("word50 ", text->str);
  g_assert_cmpstr (
    snippet, ==,
    "…word45 word46 word47 word48 word49 [word50] word51 word52 word53 word54 word55"
    " word56 word57 word58 word59 word60 word61 word62 word63 word64 word65 word66…");
}

/* Half as many wide characters, and no space to cut at. */
static void
test_wide (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *snippet = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append (text, i == 100 ? "银行" : "国");
  snippet = make ("银行", text->str);
  g_assert_true (g_str_has_prefix (snippet, "…国"));
  g_assert_true (g_str_has_suffix (snippet, "国…"));
  g_assert_nonnull (strstr (snippet, "国[银行]国"));
  g_assert_cmpint (g_utf8_strlen (snippet, -1), ==, 80 + 4);
}

/* Where more of the words stand together is a better place than the first one. */
static void
test_best (void)
{
  g_autofree char *filling = g_strnfill (600, 'x');
  g_autofree char *text = NULL;
  g_autofree char *snippet = NULL;

  for (gsize i = 7; i < 600; i += 8)
    filling[i] = ' ';
  text = g_strdup_printf ("trade %s trade with China %s China", filling, filling);
  snippet = make ("trade china ", text);
  g_assert_nonnull (strstr (snippet, "[trade] with [China]"));
}

/* A word without an end is cut, but never a character or what belongs to it. */
static void
test_endless (void)
{
  g_autofree char *snippet = NULL;
  g_autoptr (GString) text = g_string_new ("cat ");

  for (guint i = 0; i < 400; i++)
    g_string_append (text, "e\314\201");
  snippet = make ("cat ", text->str);
  g_assert_true (g_str_has_prefix (snippet, "[cat] e"));
  g_assert_true (g_str_has_suffix (snippet, "\314\201…"));
}

static void
test_random (void)
{
  static const char *const pieces[] = { "cat",
                                        "dog",
                                        " ",
                                        "  ",
                                        "\n",
                                        "银",
                                        "行",
                                        "é",
                                        "e\314\201",
                                        "\302\240",
                                        "，",
                                        "x",
                                        "👨‍👩‍👧" };

  for (guint round = 0; round < 1000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *snippet = NULL;
      gboolean there = FALSE;

      for (gint32 n = g_test_rand_int_range (0, 400); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

      snippet = make ("cat 银行 e", text->str);
      there = strstr (snippet, "[") != NULL;
      g_assert_cmpint (there, ==, *snippet != '\0');
      g_assert_null (strstr (snippet, "  "));
    }
}

static void
test_mark (void)
{
  g_autoptr (NewsSearchQuery) query = news_search_query_new ("cat 银 ");
  g_autoptr (NewsSearchMatch) match = news_search_match_new (query, NEWS_TERM_TEXT, FALSE);
  g_autoptr (GArray) ranges = news_search_snippet_mark (match, "A cat 银行");

  g_assert_null (news_search_snippet_mark (match, "no"));
  g_assert_cmpuint (ranges->len, ==, 2);
  g_assert_cmpuint (g_array_index (ranges, NewsTextRange, 0).start, ==, 2);
  g_assert_cmpuint (g_array_index (ranges, NewsTextRange, 1).end, ==, 9);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-snippet/short", test_short);
  g_test_add_func ("/search-snippet/cut", test_cut);
  g_test_add_func ("/search-snippet/wide", test_wide);
  g_test_add_func ("/search-snippet/best", test_best);
  g_test_add_func ("/search-snippet/endless", test_endless);
  g_test_add_func ("/search-snippet/random", test_random);
  g_test_add_func ("/search-snippet/mark", test_mark);

  return g_test_run ();
}
