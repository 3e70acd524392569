/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-segment.h"

#include <string.h>

/* A bucket has its terms in ascending order: what a term's lower 22 bits are more than those of the
 * one before it, and then its articles in ascending order: how much the number of each is more than
 * that of the one before it, twice, and one more if another article follows. All as numbers of
 * seven bits a byte, the lowest first, the eighth bit where another byte follows. */

#define TERM_BITS 22
#define DIGIT_BITS 11
#define DIGITS (1 << DIGIT_BITS)

/* A term in the upper half, and an article that has it. */
#define POSTING(term, article) ((guint64) (term) << 32 | (article))
#define TERM_OF(posting) ((guint32) ((posting) >> 32))
#define ARTICLE_OF(posting) ((guint32) (posting))

/* Sorts by the terms; the articles of each stay in their order. */
static guint64 *
sort (guint64 *postings, guint64 *spare, gsize n)
{
  for (guint shift = 32; shift < 64; shift += DIGIT_BITS)
    {
      g_autofree guint *ends = g_new0 (guint, DIGITS);
      guint64 *sorted = spare;
      guint end = 0;

      for (gsize i = 0; i < n; i++)
        ends[postings[i] >> shift & (DIGITS - 1)]++;
      for (guint digit = 0; digit < DIGITS; digit++)
        {
          guint count = ends[digit];

          ends[digit] = end;
          end += count;
        }
      for (gsize i = 0; i < n; i++)
        sorted[ends[postings[i] >> shift & (DIGITS - 1)]++] = postings[i];

      spare = postings;
      postings = sorted;
    }

  return postings;
}

static void
append_number (GByteArray *bytes, guint32 number)
{
  guint8 digits[5];
  guint n = 0;

  for (; number >= 0x80; number >>= 7)
    digits[n++] = (guint8) (number | 0x80);
  digits[n++] = (guint8) number;

  g_byte_array_append (bytes, digits, n);
}

/* Writes the postings of one bucket. Returns where those of the next one begin. */
static gsize
write_bucket (const guint64 *postings, gsize n, gsize from, guint bucket, GByteArray *bytes)
{
  guint32 last = (guint32) bucket << TERM_BITS;
  gsize i = from;

  while (i < n && news_segment_get_bucket (TERM_OF (postings[i])) == bucket)
    {
      guint32 term = TERM_OF (postings[i]);
      guint32 before = 0;

      append_number (bytes, term - last);
      last = term;
      for (gboolean more = TRUE; more; i++)
        {
          guint32 article = ARTICLE_OF (postings[i]);

          more = i + 1 < n && TERM_OF (postings[i + 1]) == term;
          append_number (bytes, (article - before) << 1 | (more ? 1 : 0));
          before = article;
        }
    }

  return i;
}

GPtrArray *
news_segment_build (GPtrArray *articles)
{
  GPtrArray *buckets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autofree guint64 *postings = NULL;
  g_autofree guint64 *spare = NULL;
  const guint64 *sorted;
  gsize n = 0;
  gsize at = 0;

  g_assert (articles->len <= NEWS_SEGMENT_ARTICLES);

  for (guint i = 0; i < articles->len; i++)
    n += g_bytes_get_size (g_ptr_array_index (articles, i)) / sizeof (guint32);
  postings = g_new (guint64, n);
  spare = g_new (guint64, n);

  n = 0;
  for (guint i = 0; i < articles->len; i++)
    {
      gsize size;
      const guint32 *terms = g_bytes_get_data (g_ptr_array_index (articles, i), &size);

      for (gsize j = 0; j < size / sizeof *terms; j++)
        postings[n++] = POSTING (terms[j], i);
    }

  sorted = sort (postings, spare, n);
  for (guint bucket = 0; bucket < NEWS_SEGMENT_BUCKETS; bucket++)
    {
      GByteArray *bytes = g_byte_array_new ();

      at = write_bucket (sorted, n, at, bucket, bytes);
      g_ptr_array_add (buckets, g_byte_array_free_to_bytes (bytes));
    }

  return buckets;
}

/* Takes a number. FALSE at the end, also where it comes too soon. */
static inline gboolean
read_number (const guint8 **at, const guint8 *end, guint32 *number)
{
  guint32 value = 0;

  for (guint shift = 0; *at < end && shift < 32; shift += 7)
    {
      guint8 byte = *(*at)++;

      value |= (guint32) (byte & 0x7f) << shift;
      if (byte < 0x80)
        {
          *number = value;
          return TRUE;
        }
    }

  return FALSE;
}

/* Takes the articles of a term, and sets their bits if @bits is not NULL. */
static gboolean
read_articles (const guint8 **at, const guint8 *end, NewsSegmentBits *bits)
{
  guint32 article = 0;
  guint32 number;

  do
    {
      if (!read_number (at, end, &number))
        return FALSE;

      article += number >> 1;
      if (bits != NULL && article < NEWS_SEGMENT_ARTICLES)
        bits->words[article / 64] |= G_GUINT64_CONSTANT (1) << article % 64;
    }
  while (number & 1);

  return TRUE;
}

void
news_segment_find (GBytes *bucket, guint32 term, NewsSegmentBits *bits)
{
  gsize size;
  const guint8 *at = g_bytes_get_data (bucket, &size);
  const guint8 *end = at + size;
  guint32 wanted = term & ((1u << TERM_BITS) - 1);
  guint32 last = 0;
  guint32 more;

  while (read_number (&at, end, &more))
    {
      last += more;
      if (last > wanted || !read_articles (&at, end, last == wanted ? bits : NULL)
          || last == wanted)
        return;
    }
}

gboolean
news_segment_has_term (GBytes *terms, guint32 term)
{
  gsize size;
  const guint32 *all = g_bytes_get_data (terms, &size);

  /* They are not sorted: that would take longer than all that is looked up in them. */
  for (gsize i = 0; i < size / sizeof *all; i++)
    if (all[i] == term)
      return TRUE;

  return FALSE;
}
