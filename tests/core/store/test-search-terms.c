/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-search-terms.h"

#include <string.h>

static guint
get_head (NewsField field, const char *word)
{
  NewsTerm term;

  news_term_init_word (&term, field, word, strlen (word));

  return news_term_get_head (term.bytes, term.length);
}

static void
assert_bytes (const NewsTerm *term, NewsField field, const char *bytes, gsize length)
{
  g_assert_cmpmem (term->bytes + 1, term->length - 1, bytes, length);
  g_assert_cmpint (term->bytes[0], ==, field);
}

static void
test_terms (void)
{
  char longest[200];
  NewsTerm term;

  news_term_init_word (&term, NEWS_FIELD_TITLE, "war", 3);
  assert_bytes (&term, NEWS_FIELD_TITLE, "war", 3);
  news_term_init_number (&term, NEWS_FIELD_SOURCE, 0);
  assert_bytes (&term, NEWS_FIELD_SOURCE, "", 0);
  news_term_init_number (&term, NEWS_FIELD_TOPIC, 0x010203);
  assert_bytes (&term, NEWS_FIELD_TOPIC, "\003\002\001", 3);
  news_term_init_number (&term, NEWS_FIELD_TOPIC, G_MAXINT64);
  g_assert_cmpuint (term.length, ==, 9);

  /* No token is as long; it is cut. */
  memset (longest, 'a', sizeof longest);
  news_term_init_word (&term, NEWS_FIELD_WORD, longest, sizeof longest);
  g_assert_cmpuint (term.length, ==, sizeof term.bytes);
}

/* What begins with the least letters that can be looked up is where these are. */
static void
test_heads (void)
{
  g_assert_cmpuint (get_head (NEWS_FIELD_WORD, "harbour"), ==, get_head (NEWS_FIELD_WORD, "har"));
  g_assert_cmpuint (get_head (NEWS_FIELD_WORD, "harbour"), !=, get_head (NEWS_FIELD_WORD, "ha"));
  g_assert_cmpuint (get_head (NEWS_FIELD_TITLE, "harbour"), ==, get_head (NEWS_FIELD_TITLE, "h"));
  g_assert_cmpuint (get_head (NEWS_FIELD_WORD, "étéàé"), ==, get_head (NEWS_FIELD_WORD, "été"));
  g_assert_cmpuint (get_head (NEWS_FIELD_WORD, "银行"), ==, get_head (NEWS_FIELD_WORD, "银"));
  g_assert_cmpuint (get_head (NEWS_FIELD_WORD, "har"), !=, get_head (NEWS_FIELD_STANDFIRST, "har"));
  g_assert_cmpuint (news_term_get_least (NEWS_FIELD_WORD), ==, 3);
  g_assert_cmpuint (news_term_get_least (NEWS_FIELD_NAME), ==, 1);
}

static void
test_following (void)
{
  NewsTerm one, other;

  news_term_init_following (&one, "the", 3, "war", 3);
  news_term_init_following (&other, "the", 3, "war", 3);
  g_assert_cmpmem (one.bytes, one.length, other.bytes, other.length);
  news_term_init_following (&other, "th", 2, "ewar", 4);
  g_assert_cmpint (memcmp (one.bytes, other.bytes, one.length), !=, 0);
  news_term_init_following (&other, "war", 3, "the", 3);
  g_assert_cmpint (memcmp (one.bytes, other.bytes, one.length), !=, 0);
}

/* What tells two terms apart, wherever it is in them, is in the lower bits of a hash too. */
static void
test_hash (void)
{
  for (gsize at = 0; at < 20; at++)
    {
      guint8 slots[4096] = { 0 };
      guint taken = 0;

      for (guint i = 0; i < 256 * 4; i++)
        {
          guint8 bytes[24] = "industrialisations";

          bytes[at] = (guint8) i;
          bytes[at + 1] = (guint8) (i >> 8);
          slots[news_term_hash (bytes, 22) & 4095] = 1;
        }
      for (gsize i = 0; i < G_N_ELEMENTS (slots); i++)
        taken += slots[i];
      g_assert_cmpuint (taken, >, 800);
    }
}

/* Numbers go to all buckets alike. */
static void
test_apart (void)
{
  guint heads[NEWS_TERM_HEADS] = { 0 };

  for (gint64 number = 1; number <= 50 * NEWS_TERM_HEADS; number++)
    {
      NewsTerm term;

      news_term_init_number (&term, NEWS_FIELD_TOPIC, number);
      heads[news_term_get_head (term.bytes, term.length)]++;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    g_assert_cmpuint (heads[i], <, 120);
}

/* Each term once, as they came, however many. */
static void
test_set (void)
{
  g_autoptr (NewsTermSet) set = news_term_set_new ();
  g_autoptr (GBytes) bytes = NULL;
  const guint8 *at, *end, *taken;
  gsize size, length;

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < 20000; i++)
      {
        g_autofree char *word = g_strdup_printf ("%u", i);
        NewsTerm term;

        news_term_init_word (&term, NEWS_FIELD_WORD, word, strlen (word));
        news_term_set_add (set, &term);
      }
  g_assert_cmpuint (news_term_set_get_length (set), ==, 20000);

  bytes = news_term_set_to_bytes (set);
  at = g_bytes_get_data (bytes, &size);
  end = at + size;
  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *word = g_strdup_printf ("%u", i);

      length = news_term_take (&at, end, &taken);
      g_assert_cmpmem (taken + 1, length - 1, word, strlen (word));
    }
  g_assert_cmpuint (news_term_take (&at, end, &taken), ==, 0);

  /* Cut within a term. */
  at = g_bytes_get_data (bytes, NULL);
  g_assert_cmpuint (news_term_take (&at, at + 2, &taken), ==, 0);
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
  g_test_add_func ("/search-terms/terms", test_terms);
  g_test_add_func ("/search-terms/heads", test_heads);
  g_test_add_func ("/search-terms/following", test_following);
  g_test_add_func ("/search-terms/hash", test_hash);
  g_test_add_func ("/search-terms/apart", test_apart);
  g_test_add_func ("/search-terms/set", test_set);
  g_test_add_func ("/search-terms/months", test_months);

  return g_test_run ();
}
