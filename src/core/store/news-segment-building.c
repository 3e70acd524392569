/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-segment-private.h"

#include <string.h>

/* To make a segment is to have the terms of each article, and to write the articles of each term.
 * As there are hundreds of thousands of them, what counts is that the processor finds them in its
 * cache: so they are copied by their heads first, and those of one head are then looked at by
 * themselves. */

/* A term of one head. */
typedef struct
{
  const guint8 *bytes;
  guint length;
  guint count;   /* of its articles */
  guint from;    /* where they begin */
  guint64 first; /* its first bytes as a number, so that most terms are told apart by it */
} Term;

/* All terms of all articles by their heads, those of one in the order of the articles: the number
 * of the article, two bytes, the length, a byte, and the term. */
typedef struct
{
  guint8 *records;
  guint16 *heads; /* of each, as they came */
  guint n;
  guint ends[NEWS_TERM_HEADS];   /* where those of a head end */
  guint counts[NEWS_TERM_HEADS]; /* how many it has */
} Pile;

#define RECORD_BEGIN 3

/* Where the terms of one head are put together. */
typedef struct
{
  Term *terms;
  guint n_terms;
  guint *slots;      /* the number of a term, and one more; 0 for none */
  guint *terms_of;   /* of each record */
  guint16 *articles; /* of each term */
} Sorter;

/* --- collecting ---------------------------------------------------------------------------------
 */

/* How much there is of each head. */
static void
measure (Pile *self, GBytes *terms)
{
  gsize size;
  const guint8 *at = g_bytes_get_data (terms, &size);
  const guint8 *end = at + size;
  const guint8 *term;
  gsize length;

  while ((length = news_term_take (&at, end, &term)) > 0)
    {
      guint head = news_term_get_head (term, length);

      self->heads[self->n++] = (guint16) head;
      self->ends[head] += (guint) (RECORD_BEGIN + length);
      self->counts[head]++;
    }
}

static void
copy (Pile *self, GBytes *terms, guint article)
{
  gsize size;
  const guint8 *at = g_bytes_get_data (terms, &size);
  const guint8 *end = at + size;
  const guint8 *term;
  gsize length;

  while ((length = news_term_take (&at, end, &term)) > 0)
    {
      guint head = self->heads[self->n++];
      guint8 *record = self->records + self->ends[head];

      record[0] = (guint8) article;
      record[1] = (guint8) (article >> 8);
      record[2] = (guint8) length;
      memcpy (record + RECORD_BEGIN, term, length);
      self->ends[head] += (guint) (RECORD_BEGIN + length);
    }
}

static void
pile_up (Pile *self, GPtrArray *articles)
{
  gsize size = 0;
  guint from = 0;

  for (guint i = 0; i < articles->len; i++)
    size += g_bytes_get_size (g_ptr_array_index (articles, i));
  self->heads = g_new (guint16, size / 2 + 1);
  for (guint i = 0; i < articles->len; i++)
    measure (self, g_ptr_array_index (articles, i));
  for (guint head = 0; head < NEWS_TERM_HEADS; head++)
    {
      guint bytes = self->ends[head];

      self->ends[head] = from;
      from += bytes;
    }

  self->n = 0;
  self->records = g_malloc (from + 1);
  for (guint i = 0; i < articles->len; i++)
    copy (self, g_ptr_array_index (articles, i), i);
}

/* --- the terms of a head ------------------------------------------------------------------------
 */

/* In the order of the bytes; what is not there counts as zero. */
static guint64
read_first (const guint8 *bytes, guint length)
{
  guint64 first = 0;

  if (length >= sizeof first)
    {
      memcpy (&first, bytes, sizeof first);
      return GUINT64_FROM_BE (first);
    }

  for (guint i = 0; i < length; i++)
    first |= (guint64) bytes[i] << (56 - i * 8);

  return first;
}

static guint
intern (Sorter *self, const guint8 *bytes, guint length, guint mask)
{
  guint slot = news_term_hash (bytes, length) & mask;

  for (; self->slots[slot] != 0; slot = (slot + 1) & mask)
    {
      const Term *term = &self->terms[self->slots[slot] - 1];

      if (term->length == length && memcmp (term->bytes, bytes, length) == 0)
        return self->slots[slot] - 1;
    }

  self->terms[self->n_terms] = (Term) { .bytes = bytes, .length = length };
  self->slots[slot] = ++self->n_terms;

  return self->n_terms - 1;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const Term *one = a;
  const Term *other = b;
  int order;

  if (one->first != other->first)
    return one->first < other->first ? -1 : 1;

  order = memcmp (one->bytes, other->bytes, MIN (one->length, other->length));

  return order != 0 ? order : (int) one->length - (int) other->length;
}

/* Finds the terms of @n records, with their articles. */
static void
sort_out (Sorter *self, const guint8 *records, guint n)
{
  const guint8 *at = records;
  guint n_slots = 2;
  guint from = 0;

  while (n_slots < n * 2)
    n_slots *= 2;
  memset (self->slots, 0, n_slots * sizeof *self->slots);
  self->n_terms = 0;
  for (guint i = 0; i < n; i++)
    {
      guint term = intern (self, at + RECORD_BEGIN, at[2], n_slots - 1);

      self->terms_of[i] = term;
      self->terms[term].count++;
      at += RECORD_BEGIN + at[2];
    }

  for (guint i = 0; i < self->n_terms; i++)
    {
      self->terms[i].from = from;
      from += self->terms[i].count;
      self->terms[i].count = 0;
      self->terms[i].first = read_first (self->terms[i].bytes, self->terms[i].length);
    }

  at = records;
  for (guint i = 0; i < n; i++)
    {
      Term *term = &self->terms[self->terms_of[i]];

      self->articles[term->from + term->count++] = (guint16) (at[0] | at[1] << 8);
      at += RECORD_BEGIN + at[2];
    }
  qsort (self->terms, self->n_terms, sizeof *self->terms, compare);
}

/* --- writing ------------------------------------------------------------------------------------
 */

/* Whether the articles of a term take more bytes if they are told one by one, of one or two each,
 * than as bits. */
static gboolean
are_many (const guint16 *articles, guint count)
{
  gsize size = 0;

  if (count <= ARTICLE_BYTES / 2)
    return FALSE;

  for (guint i = 0; i < count; i++)
    size += articles[i] - (i > 0 ? articles[i - 1] : 0) < 64 ? 1 : 2;

  return size > ARTICLE_BYTES;
}

static guint8 *
write_number (guint8 *at, guint number)
{
  for (; number >= 0x80; number >>= 7)
    *at++ = (guint8) (number | 0x80);
  *at++ = (guint8) number;

  return at;
}

static guint8 *
write_list (guint8 *at, const guint16 *articles, guint count)
{
  for (guint i = 0; i < count; i++)
    {
      guint more = articles[i] - (i > 0 ? articles[i - 1] : 0u);

      at = write_number (at, more << 1 | (i + 1 < count ? 1 : 0));
    }

  return at;
}

static guint8 *
write_bits (guint8 *at, const guint16 *articles, guint count)
{
  memset (at, 0, ARTICLE_BYTES);
  for (guint i = 0; i < count; i++)
    at[articles[i] / 8] |= (guint8) (1 << articles[i] % 8);

  return at + ARTICLE_BYTES;
}

static guint
count_shared (const Term *one, const Term *other)
{
  guint most = MIN (one->length, other->length);
  guint n = 0;

  while (n < most && one->bytes[n] == other->bytes[n])
    n++;

  return n;
}

static guint8 *
write_term (Sorter *self, guint8 *at, const Term *term, const Term *before)
{
  const guint16 *articles = self->articles + term->from;
  gboolean many = are_many (articles, term->count);
  guint shared = before != NULL ? count_shared (before, term) : 0;
  guint rest = term->length - shared;

  *at++ = (guint8) (MIN (shared, SHARED_BITS) << SHARED_SHIFT | (many ? MANY : 0)
                    | MIN (rest, REST_BITS));
  if (shared >= SHARED_BITS)
    *at++ = (guint8) (shared - SHARED_BITS);
  if (rest >= REST_BITS)
    *at++ = (guint8) (rest - REST_BITS);
  memcpy (at, term->bytes + shared, rest);

  return many ? write_bits (at + rest, articles, term->count)
              : write_list (at + rest, articles, term->count);
}

/* What a term takes at most, besides its bytes: how it begins, and its articles. */
#define MOST_BYTES (3 + ARTICLE_BYTES)

static GBytes *
write_bucket (Sorter *self)
{
  gsize most = 0;
  guint8 *bytes;
  guint8 *at;

  for (guint i = 0; i < self->n_terms; i++)
    most += self->terms[i].length + MOST_BYTES;

  at = bytes = g_malloc (most + 1);
  for (guint i = 0; i < self->n_terms; i++)
    at = write_term (self, at, &self->terms[i], i > 0 ? &self->terms[i - 1] : NULL);

  return g_bytes_new_take (g_realloc (bytes, (gsize) (at - bytes) + 1), (gsize) (at - bytes));
}

GPtrArray *
news_segment_build (GPtrArray *articles)
{
  GPtrArray *buckets = g_ptr_array_new_full (NEWS_SEGMENT_BUCKETS, (GDestroyNotify) g_bytes_unref);
  Pile pile = { NULL };
  Sorter sorter = { NULL };
  guint most = 1;
  guint at = 0;

  g_assert (articles->len <= NEWS_SEGMENT_ARTICLES);

  pile_up (&pile, articles);
  for (guint head = 0; head < NEWS_TERM_HEADS; head++)
    most = MAX (most, pile.counts[head]);
  sorter.terms = g_new (Term, most);
  sorter.slots = g_new (guint, most * 4);
  sorter.terms_of = g_new (guint, most);
  sorter.articles = g_new (guint16, most);

  for (guint head = 0; head < NEWS_TERM_HEADS; head++)
    {
      sort_out (&sorter, pile.records + at, pile.counts[head]);
      at = pile.ends[head];
      g_ptr_array_add (buckets, write_bucket (&sorter));
    }

  g_free (pile.records);
  g_free (pile.heads);
  g_free (sorter.terms);
  g_free (sorter.slots);
  g_free (sorter.terms_of);
  g_free (sorter.articles);

  return buckets;
}
