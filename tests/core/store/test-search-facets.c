/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-search-facets.h"

static void
test_words (void)
{
  g_autoptr (GString) words = g_string_new (NULL);

  news_search_facets_append_any (words);
  news_search_facets_append_pictured (words);
  news_search_facets_append_source (words, 12);
  news_search_facets_append_topic (words, 34);
  news_search_facets_append_byline (words, "markus", 4);
  news_search_facets_append_outlet (words, "bbc", 3);
  news_search_facets_append_year (words, 2026);
  news_search_facets_append_month (words, 2026, 2);
  g_assert_cmpstr (words->str, ==,
                   " \357\243\277a \357\243\277p \357\243\277s12 \357\243\277t34 \357\243\277bmark"
                   " \357\243\277obbc \357\243\277y2026 \357\243\277m202602");
}

static void
test_months (void)
{
  const struct
  {
    gint64 time;
    int year;
    int month;
  } cases[] = {
    { 0, 1970, 1 },           { -5, 1970, 1 },         { G_MININT64, 1970, 1 },
    { G_MAXINT64, 9999, 12 }, { 1771768800, 2026, 2 }, { 1772323199, 2026, 2 },
    { 1772323200, 2026, 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int year, month;

      news_search_facets_get_month (cases[i].time, &year, &month);
      g_assert_cmpint (year, ==, cases[i].year);
      g_assert_cmpint (month, ==, cases[i].month);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-facets/words", test_words);
  g_test_add_func ("/search-facets/months", test_months);

  return g_test_run ();
}
