/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-segment-private.h"

#include <string.h>

gboolean
news_segment_bits_are_none (const NewsSegmentBits *bits)
{
  guint64 all = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (bits->words); i++)
    all |= bits->words[i];

  return all == 0;
}

/* A term of a bucket, of which the first bytes are those of the one before it. */
typedef struct
{
  gsize shared;
  const guint8 *rest;
  gsize length; /* of the rest */
  gboolean many;
} Entry;

static inline gboolean
read_entry (const guint8 **at, const guint8 *end, Entry *entry)
{
  guint8 begin;

  if (*at >= end)
    return FALSE;

  begin = *(*at)++;
  entry->shared = begin >> SHARED_SHIFT;
  entry->many = (begin & MANY) != 0;
  entry->length = begin & REST_BITS;
  if (entry->shared == SHARED_BITS && *at < end)
    entry->shared += *(*at)++;
  if (entry->length == REST_BITS && *at < end)
    entry->length += *(*at)++;

  entry->rest = *at;
  if (entry->length > (gsize) (end - *at))
    return FALSE;

  *at += entry->length;

  return TRUE;
}

static gboolean
read_bits (const guint8 **at, const guint8 *end, NewsSegmentBits *bits)
{
  if (end - *at < ARTICLE_BYTES)
    return FALSE;

  for (gsize i = 0; bits != NULL && i < G_N_ELEMENTS (bits->words); i++)
    {
      guint64 word;

      memcpy (&word, *at + i * sizeof word, sizeof word);
      bits->words[i] |= GUINT64_FROM_LE (word);
    }
  *at += ARTICLE_BYTES;

  return TRUE;
}

static inline gboolean
read_list (const guint8 **at, const guint8 *end, NewsSegmentBits *bits)
{
  guint article = 0;
  guint number = 0;
  guint shift = 0;

  while (*at < end && shift < 21)
    {
      guint8 byte = *(*at)++;

      number |= (guint) (byte & 0x7f) << shift;
      shift += 7;
      if (byte >= 0x80)
        continue;

      article += number >> 1;
      if (bits != NULL && article < NEWS_SEGMENT_ARTICLES)
        bits->words[article / 64] |= G_GUINT64_CONSTANT (1) << article % 64;
      if ((number & 1) == 0)
        return TRUE;

      number = 0;
      shift = 0;
    }

  return FALSE;
}

typedef enum
{
  BEFORE,
  FOUND,
  LONGER,
  AFTER,
} Place;

/* Where the entry stands to the term. @common: how much of the term the entry before it begins
 * with, and then how much this one does. That one stands before the term, or is found in it. */
static inline Place
compare_entry (const Entry *entry, const NewsTerm *term, gsize *common)
{
  gsize i = 0;

  if (entry->shared != *common)
    {
      if (entry->shared < *common)
        return AFTER;
      return *common == term->length ? LONGER : BEFORE;
    }

  while (i < entry->length && *common < term->length && entry->rest[i] == term->bytes[*common])
    {
      i++;
      (*common)++;
    }

  if (*common == term->length)
    return i == entry->length ? FOUND : LONGER;

  return i < entry->length && entry->rest[i] > term->bytes[*common] ? AFTER : BEFORE;
}

void
news_segment_find (GBytes *bucket, const NewsTerm *term, gboolean open, NewsSegmentBits *bits)
{
  gsize size;
  const guint8 *at = g_bytes_get_data (bucket, &size);
  const guint8 *end = at + size;
  gsize common = 0;
  Entry entry;

  while (read_entry (&at, end, &entry))
    {
      Place place = compare_entry (&entry, term, &common);
      gboolean wanted = place == FOUND || (open && place == LONGER);

      if (place == AFTER || (place == LONGER && !open))
        return;
      if (entry.many ? !read_bits (&at, end, wanted ? bits : NULL)
                     : !read_list (&at, end, wanted ? bits : NULL))
        return;
    }
}

/* The first bytes of a term, as a number. */
static inline guint32
get_first (const guint8 *bytes, gsize length)
{
  guint32 first = 0;

  memcpy (&first, bytes, MIN (length, sizeof first));

  return first;
}

gboolean
news_segment_has_term (GBytes *terms, const NewsTerm *term, gboolean open)
{
  gsize size;
  const guint8 *at = g_bytes_get_data (terms, &size);
  const guint8 *end = at + size;
  guint32 first = get_first (term->bytes, term->length);
  guint32 mask = get_first ((const guint8 *) "\377\377\377\377", term->length);
  const guint8 *other;
  gsize length;

  /* They are not sorted: that would take longer than all that is looked up in them. Most differ in
   * their first bytes, which are compared at once where there are so many until the end. */
  while ((length = news_term_take (&at, end, &other)) > 0)
    {
      if (other[0] == NEWS_FIELD_WORD && term->bytes[0] != NEWS_FIELD_WORD)
        return FALSE;

      if (end - other >= (gssize) sizeof first && (get_first (other, sizeof first) & mask) != first)
        continue;

      if ((length == term->length || (open && length > term->length))
          && memcmp (other, term->bytes, term->length) == 0)
        return TRUE;
    }

  return FALSE;
}
