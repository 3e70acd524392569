/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-search-match.h"

/* What @query finds in @text, apart by bars. */
static char *
find_all (const char *query, const char *text)
{
  g_autoptr (NewsSearchQuery) parsed = news_search_query_new (query);
  g_autoptr (NewsSearchMatch) match = news_search_match_new (parsed, NEWS_TERM_TEXT, FALSE);
  g_autoptr (GArray) places = news_search_match_find_places (match, text, 100);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    {
      const NewsSearchPlace *place = &g_array_index (places, NewsSearchPlace, i);

      if (i > 0)
        g_string_append_c (all, '|');
      g_string_append_len (all, text + place->start, place->end - place->start);
    }

  return g_string_free_and_steal (all);
}

static void
test_places (void)
{
  const struct
  {
    const char *query;
    const char *text;
    const char *found;
  } cases[] = {
    { "cat ", "A cat, the CAT, cats.", "cat|CAT" },
    { "cat", "A cat, the CAT, cats.", "cat|CAT|cats" },
    { "\"the cat\"", "the the cat sat; the big cat", "the cat" },
    { "\"a b a c\"", "a b a b a c", "a b a c" },
    { "it's ", "It’s what it s", "It’s|it s" },
    { "银行", "中国人民银行宣布", "银行" },
    { "銀行", "中国人民银行宣布", "银行" },
    { "银行", "中國人民銀行宣布", "銀行" },
    { "人民银行", "人民的银行，人民银行", "人民银行" },
    { "银", "银行的银", "银|银" },
    { "国人 人民", "中国人民", "国人" },
    { "人民 国人", "中国人民", "国人" },
    { "zurich ", "Zürich ZURICH", "Zürich|ZURICH" },
    { "café ", "cafe cafe\314\201", "cafe|cafe\314\201" },
    { "手机 iphone ", "iPhone手机", "iPhone|手机" },
    { "", "anything", "" },
    { "-a b ", "a b", "b" },
    { "source:x b ", "x b", "b" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = find_all (cases[i].query, cases[i].text);

      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_terms (void)
{
  g_autoptr (NewsSearchQuery) query
    = news_search_query_new ("one \"two three\" -four -\"five six\" ");
  g_autoptr (NewsSearchMatch) wanted = news_search_match_new (query, NEWS_TERM_TEXT, FALSE);
  g_autoptr (NewsSearchMatch) unwanted = news_search_match_new (query, NEWS_TERM_TEXT, TRUE);

  g_assert_cmpuint (news_search_match_get_size (wanted), ==, 2);
  g_assert_cmpuint (news_search_match_find (wanted, "two three, and one"), ==, 3);
  g_assert_cmpuint (news_search_match_find (wanted, "three two one"), ==, 1);
  g_assert_cmpuint (news_search_match_find (wanted, ""), ==, 0);
  g_assert_cmpuint (news_search_match_find (wanted, NULL), ==, 0);
  g_assert_cmpuint (news_search_match_find (unwanted, "five six four"), ==, 3);
  g_assert_cmpuint (news_search_match_find (unwanted, "five, six"), ==, 2);
}

/* What was begun in one text does not go on in the next. */
static void
test_apart (void)
{
  g_autoptr (NewsSearchQuery) query = news_search_query_new ("\"one two\" ");
  g_autoptr (NewsSearchMatch) match = news_search_match_new (query, NEWS_TERM_TEXT, FALSE);

  g_assert_cmpuint (news_search_match_find (match, "one"), ==, 0);
  g_assert_cmpuint (news_search_match_find (match, "two"), ==, 0);
}

static void
test_most (void)
{
  g_autoptr (NewsSearchQuery) query = news_search_query_new ("a ");
  g_autoptr (NewsSearchMatch) match = news_search_match_new (query, NEWS_TERM_TEXT, FALSE);
  g_autoptr (GArray) three = news_search_match_find_places (match, "a a a a a", 3);
  g_autoptr (GArray) none = news_search_match_find_places (match, "a a a a a", 0);

  g_assert_cmpuint (three->len, ==, 3);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-match/places", test_places);
  g_test_add_func ("/search-match/terms", test_terms);
  g_test_add_func ("/search-match/apart", test_apart);
  g_test_add_func ("/search-match/most", test_most);

  return g_test_run ();
}
