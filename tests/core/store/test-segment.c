/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-segment.h"

#include <string.h>

/* Terms that fall into few buckets, with both ends of these. */
static guint32
draw_term (void)
{
  static const guint32 ends[] = { 1, 0x003fffff, 0x00400000, 0xffc00000, 0xffffffff };

  if (g_test_rand_int_range (0, 10) == 0)
    return ends[g_test_rand_int_range (0, G_N_ELEMENTS (ends))];

  return (guint32) g_test_rand_int_range (0, 4) << 22 | (guint32) g_test_rand_int_range (1, 300);
}

static gboolean
has_bit (const NewsSegmentBits *bits, guint i)
{
  return (bits->words[i / 64] >> i % 64 & 1) != 0;
}

static GPtrArray *
make_articles (guint n)
{
  GPtrArray *articles = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < n; i++)
    {
      guint32 terms[80];
      guint length = 0;

      for (gint32 left = g_test_rand_int_range (0, 80); left > 0; left--)
        {
          guint32 term = draw_term ();
          gboolean known = FALSE;

          for (guint j = 0; j < length; j++)
            known |= terms[j] == term;
          if (!known)
            terms[length++] = term;
        }
      g_ptr_array_add (articles, g_bytes_new (terms, length * sizeof *terms));
    }

  return articles;
}

/* Each term is found in the articles that have it, and in no others. */
static void
test_found (void)
{
  static const guint sizes[] = { 0, 1, 2, 64, 65, 300, NEWS_SEGMENT_ARTICLES };

  for (gsize round = 0; round < G_N_ELEMENTS (sizes); round++)
    {
      g_autoptr (GPtrArray) articles = make_articles (sizes[round]);
      g_autoptr (GPtrArray) buckets = news_segment_build (articles);

      g_assert_cmpuint (buckets->len, ==, NEWS_SEGMENT_BUCKETS);
      for (guint n = 0; n < 500; n++)
        {
          guint32 term = draw_term ();
          NewsSegmentBits bits = { 0 };

          news_segment_find (g_ptr_array_index (buckets, news_segment_get_bucket (term)), term,
                             &bits);
          for (guint i = 0; i < NEWS_SEGMENT_ARTICLES; i++)
            g_assert_cmpint (has_bit (&bits, i), ==,
                             i < articles->len
                               && news_segment_has_term (g_ptr_array_index (articles, i), term));
        }
    }
}

/* Bits that are there stay. */
static void
test_added (void)
{
  guint32 term = 5;
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GPtrArray) buckets = NULL;
  NewsSegmentBits bits = { { 8 } };

  g_ptr_array_add (articles, g_bytes_new (&term, sizeof term));
  buckets = news_segment_build (articles);
  news_segment_find (g_ptr_array_index (buckets, 0), 5, &bits);
  g_assert_cmpuint (bits.words[0], ==, 9);
}

/* Whatever the bytes are, nothing but bits of articles comes of them. */
static void
test_damaged (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      guint8 bytes[40];
      gsize length = (gsize) g_test_rand_int_range (0, sizeof bytes);
      g_autoptr (GBytes) bucket = NULL;
      NewsSegmentBits bits = { 0 };

      for (gsize i = 0; i < length; i++)
        bytes[i] = (guint8) g_test_rand_int_range (0, 256);
      bucket = g_bytes_new (bytes, length);
      for (guint32 term = 0; term < 200; term++)
        news_segment_find (bucket, term, &bits);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/segment/found", test_found);
  g_test_add_func ("/segment/added", test_added);
  g_test_add_func ("/segment/damaged", test_damaged);

  return g_test_run ();
}
