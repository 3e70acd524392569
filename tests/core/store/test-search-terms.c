/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-search-terms.h"

#include <string.h>

static gboolean
has (NewsTermSet *set, guint32 term)
{
  g_autoptr (GBytes) bytes = news_term_set_to_bytes (set);
  gsize size;
  const guint32 *terms = g_bytes_get_data (bytes, &size);

  for (gsize i = 0; i < size / sizeof *terms; i++)
    if (terms[i] == term)
      return TRUE;

  return FALSE;
}

static gsize
count (NewsTermSet *set)
{
  g_autoptr (GBytes) bytes = news_term_set_to_bytes (set);

  return g_bytes_get_size (bytes) / sizeof (guint32);
}

static void
test_word (void)
{
  g_autoptr (NewsTermSet) set = news_term_set_new ();

  news_term_set_add_word (set, NEWS_FIELD_WORD, "governé", 8, 3, FALSE);
  g_assert_true (has (set, news_search_terms_hash (NEWS_FIELD_WORD, "governé", 8, FALSE)));
  g_assert_false (has (set, news_search_terms_hash (NEWS_FIELD_TITLE, "governé", 8, FALSE)));
  g_assert_false (has (set, news_search_terms_hash (NEWS_FIELD_WORD, "governé", 8, TRUE)));
  for (gsize length = 1; length < 7; length++)
    g_assert_cmpint (has (set, news_search_terms_hash (NEWS_FIELD_WORD, "governé", length, TRUE)),
                     ==, length >= 3 && length <= NEWS_SEARCH_MOST_LETTERS);
  g_assert_cmpuint (count (set), ==, 5);

  /* The same again is nothing new; a word is not its own beginning. */
  news_term_set_add_word (set, NEWS_FIELD_WORD, "governé", 8, 3, FALSE);
  g_assert_cmpuint (count (set), ==, 5);
  news_term_set_add_word (set, NEWS_FIELD_WORD, "gov", 3, 3, FALSE);
  g_assert_cmpuint (count (set), ==, 6);
}

static void
test_pair (void)
{
  g_autoptr (NewsTermSet) set = news_term_set_new ();

  news_term_set_add_word (set, NEWS_FIELD_WORD, "银行", 6, 3, TRUE);
  g_assert_true (has (set, news_search_terms_hash (NEWS_FIELD_WORD, "银行", 6, FALSE)));
  g_assert_true (has (set, news_search_terms_hash (NEWS_FIELD_WORD, "银", 3, TRUE)));
  g_assert_cmpuint (count (set), ==, 2);
  news_term_set_add_word (set, NEWS_FIELD_WORD, "行", 3, 3, TRUE);
  g_assert_cmpuint (count (set), ==, 3);
}

static void
test_following (void)
{
  guint32 term = news_search_terms_hash_following (7, "war", 3);

  g_assert_cmphex (term, !=, news_search_terms_hash_following (8, "war", 3));
  g_assert_cmphex (term, !=, news_search_terms_hash_following (7, "ware", 4));
  g_assert_cmphex (term, !=, news_search_terms_hash (NEWS_FIELD_TITLE, "war", 3, FALSE));
}

/* Many short words and numbers, none of which falls together with another, nor into one bucket. */
static void
test_apart (void)
{
  g_autoptr (NewsTermSet) set = news_term_set_new ();
  g_autoptr (GBytes) bytes = NULL;
  guint buckets[256] = { 0 };
  const guint32 *terms;
  gsize size;

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *word = g_strdup_printf ("%u", i);

      news_term_set_add (set, news_search_terms_hash (NEWS_FIELD_WORD, word, strlen (word), FALSE));
      news_term_set_add (set, news_search_terms_hash_number (NEWS_FIELD_SOURCE, i));
      news_term_set_add (set, news_search_terms_hash_number (NEWS_FIELD_TOPIC, i));
    }

  g_assert_cmpuint (count (set), >=, 14990);
  bytes = news_term_set_to_bytes (set);
  terms = g_bytes_get_data (bytes, &size);
  for (gsize i = 0; i < size / sizeof *terms; i++)
    buckets[terms[i] >> 24]++;
  for (gsize i = 0; i < G_N_ELEMENTS (buckets); i++)
    g_assert_cmpuint (buckets[i], <, 120);
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
    { 0, 1970, 1 },          { G_MININT64, 1970, 1 }, { G_MAXINT64, 9999, 12 },
    { 1771768800, 2026, 2 }, { 1772323199, 2026, 2 }, { 1772323200, 2026, 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int year, month;

      news_search_terms_get_month (cases[i].time, &year, &month);
      g_assert_cmpint (year, ==, cases[i].year);
      g_assert_cmpint (month, ==, cases[i].year * 12 + cases[i].month - 1);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-terms/word", test_word);
  g_test_add_func ("/search-terms/pair", test_pair);
  g_test_add_func ("/search-terms/following", test_following);
  g_test_add_func ("/search-terms/apart", test_apart);
  g_test_add_func ("/search-terms/months", test_months);

  return g_test_run ();
}
