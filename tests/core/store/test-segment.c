/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-fingerprint.h"
#include "news-segment.h"

#include <string.h>

/* Words of few letters, so that many begin alike and some are the beginning of others; now and then
 * one that is very long, or of another script. */
static void
draw_term (NewsTerm *term)
{
  static const char *const others[]
    = { "银行", "银", "行", "银河", "état", "été", "ét", "", "日本", "日" };
  char word[NEWS_TOKEN_BYTES];
  gsize length = (gsize) g_test_rand_int_range (1, 8);

  if (g_test_rand_int_range (0, 8) == 0)
    {
      const char *other = others[g_test_rand_int_range (0, G_N_ELEMENTS (others))];

      news_term_init_word (term, NEWS_FIELD_TITLE, other, strlen (other));
      return;
    }

  if (g_test_rand_int_range (0, 20) == 0)
    length = (gsize) g_test_rand_int_range (20, NEWS_TOKEN_BYTES);
  memset (word, 'a', sizeof word);
  for (gsize i = length < 10 ? 0 : length - 4; i < length; i++)
    word[i] = (char) ('a' + g_test_rand_int_range (0, 3));
  news_term_init_word (term, g_test_rand_bit () ? NEWS_FIELD_WORD : NEWS_FIELD_TITLE, word, length);
}

static gboolean
has_bit (const NewsSegmentBits *bits, guint i)
{
  return (bits->words[i / 64] >> i % 64 & 1) != 0;
}

/* @common: a term that most of them have. */
static GPtrArray *
make_articles (guint n, const NewsTerm *common)
{
  GPtrArray *articles = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (NewsTermSet) set = news_term_set_new ();

      if (g_test_rand_int_range (0, 5) > 0)
        news_term_set_add (set, common);
      for (gint32 left = g_test_rand_int_range (0, 80); left > 0; left--)
        {
          NewsTerm term;

          draw_term (&term);
          news_term_set_add (set, &term);
        }
      g_ptr_array_add (articles, news_term_set_to_bytes (set));
    }

  return articles;
}

static void
assert_found (GPtrArray *articles, GPtrArray *buckets, const NewsTerm *term, gboolean open)
{
  guint head = news_term_get_head (term->bytes, term->length);
  NewsSegmentBits bits = { 0 };

  news_segment_find (g_ptr_array_index (buckets, head), term, open, &bits);
  for (guint i = 0; i < NEWS_SEGMENT_ARTICLES; i++)
    g_assert_cmpint (has_bit (&bits, i), ==,
                     i < articles->len
                       && news_segment_has_term (g_ptr_array_index (articles, i), term, open));
}

/* Whether what begins with the term can be looked up at all. */
static gboolean
can_be_open (const NewsTerm *term)
{
  return term->length > news_term_get_least (term->bytes[0])
         && (term->bytes[1] < 0x80 || term->bytes[1] >= 0xe0);
}

/* Each term is found in the articles that have it, and in no others, and so is what begins with
 * it. */
static void
test_found (void)
{
  static const guint sizes[] = { 0, 1, 2, 64, 65, 300, NEWS_SEGMENT_ARTICLES };

  for (gsize round = 0; round < G_N_ELEMENTS (sizes); round++)
    {
      g_autoptr (GPtrArray) articles = NULL;
      g_autoptr (GPtrArray) buckets = NULL;
      NewsTerm common;

      draw_term (&common);
      articles = make_articles (sizes[round], &common);
      buckets = news_segment_build (articles);
      g_assert_cmpuint (buckets->len, ==, NEWS_SEGMENT_BUCKETS);
      assert_found (articles, buckets, &common, FALSE);
      for (guint n = 0; n < 500; n++)
        {
          NewsTerm term;

          draw_term (&term);
          assert_found (articles, buckets, &term, FALSE);
          if (can_be_open (&term))
            assert_found (articles, buckets, &term, TRUE);
        }
    }
}

/* What is asked of a pending article, word by word. */
static void
test_has_term (void)
{
  g_autoptr (NewsTermSet) set = news_term_set_new ();
  g_autoptr (GBytes) terms = NULL;
  NewsTerm term;

  news_term_init_word (&term, NEWS_FIELD_WORD, "harbour", 7);
  news_term_set_add (set, &term);
  terms = news_term_set_to_bytes (set);
  g_assert_true (news_segment_has_term (terms, &term, FALSE));
  g_assert_true (news_segment_has_term (terms, &term, TRUE));
  news_term_init_word (&term, NEWS_FIELD_WORD, "harb", 4);
  g_assert_false (news_segment_has_term (terms, &term, FALSE));
  g_assert_true (news_segment_has_term (terms, &term, TRUE));
  news_term_init_word (&term, NEWS_FIELD_WORD, "harbours", 8);
  g_assert_false (news_segment_has_term (terms, &term, TRUE));
  news_term_init_word (&term, NEWS_FIELD_TITLE, "harbour", 7);
  g_assert_false (news_segment_has_term (terms, &term, TRUE));
}

/* A term that many have takes a bit of each article. */
static void
test_small (void)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GPtrArray) buckets = NULL;
  NewsTerm term;
  guint head;

  news_term_init_word (&term, NEWS_FIELD_WORD, "the", 3);
  for (guint i = 0; i < NEWS_SEGMENT_ARTICLES; i++)
    {
      g_autoptr (NewsTermSet) set = news_term_set_new ();

      news_term_set_add (set, &term);
      g_ptr_array_add (articles, news_term_set_to_bytes (set));
    }

  buckets = news_segment_build (articles);
  head = news_term_get_head (term.bytes, term.length);
  g_assert_cmpuint (g_bytes_get_size (g_ptr_array_index (buckets, head)), ==,
                    1 + term.length + NEWS_SEGMENT_ARTICLES / 8);
}

/* What is written stays as it was when indexes were first stored: this sums up all buckets of many
 * numbers, with zeros in them, and of words of which many begin with the same eight bytes. */
static void
test_stored (void)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GPtrArray) buckets = NULL;
  guint64 hash = NEWS_FINGERPRINT_SEED;

  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (NewsTermSet) set = news_term_set_new ();

      for (guint n = 0; n < 500; n++)
        {
          guint number = (i + 1) * n % 20011;
          g_autofree char *word = g_strdup_printf ("harbour%u", number);
          NewsTerm term;

          news_term_init_number (&term, NEWS_FIELD_TOPIC, (gint64) number << number % 3 * 8);
          news_term_set_add (set, &term);
          news_term_init_word (&term, NEWS_FIELD_WORD, word + number % 7,
                               strlen (word) - number % 7);
          news_term_set_add (set, &term);
        }
      g_ptr_array_add (articles, news_term_set_to_bytes (set));
    }

  buckets = news_segment_build (articles);
  for (guint i = 0; i < buckets->len; i++)
    {
      gsize size;
      const guint8 *bytes = g_bytes_get_data (g_ptr_array_index (buckets, i), &size);

      hash = news_fingerprint_hash (hash, bytes, size);
    }
  g_assert_cmphex (hash, ==, G_GUINT64_CONSTANT (0x69515cc7d60c5f29));
}

/* Bits that are there stay. */
static void
test_added (void)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (NewsTermSet) set = news_term_set_new ();
  g_autoptr (GPtrArray) buckets = NULL;
  NewsSegmentBits bits = { { 8 } };
  NewsTerm term;

  news_term_init_number (&term, NEWS_FIELD_SOURCE, 5);
  news_term_set_add (set, &term);
  g_ptr_array_add (articles, news_term_set_to_bytes (set));
  buckets = news_segment_build (articles);
  news_segment_find (g_ptr_array_index (buckets, news_term_get_head (term.bytes, term.length)),
                     &term, FALSE, &bits);
  g_assert_cmpuint (bits.words[0], ==, 9);
  g_assert_false (news_segment_bits_are_none (&bits));
  bits.words[0] = 0;
  g_assert_true (news_segment_bits_are_none (&bits));
}

/* Whatever the bytes are, nothing but bits of articles comes of them. */
static void
test_damaged (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      guint8 bytes[200];
      gsize length = (gsize) g_test_rand_int_range (0, sizeof bytes);
      g_autoptr (GBytes) bucket = NULL;
      NewsSegmentBits bits = { 0 };

      for (gsize i = 0; i < length; i++)
        bytes[i] = (guint8) g_test_rand_int_range (0, 256);
      bucket = g_bytes_new (bytes, length);
      for (guint n = 0; n < 100; n++)
        {
          NewsTerm term;

          draw_term (&term);
          news_segment_find (bucket, &term, g_test_rand_bit (), &bits);
          news_segment_has_term (bucket, &term, g_test_rand_bit ());
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/segment/found", test_found);
  g_test_add_func ("/segment/has-term", test_has_term);
  g_test_add_func ("/segment/small", test_small);
  g_test_add_func ("/segment/stored", test_stored);
  g_test_add_func ("/segment/added", test_added);
  g_test_add_func ("/segment/damaged", test_damaged);

  return g_test_run ();
}
