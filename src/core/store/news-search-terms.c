/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-search-terms.h"

#include <string.h>

#define FIRST_SLOTS 4096

#define LAST_TIME G_GINT64_CONSTANT (253402300799)

/* FNV-1a, 64 bits. */
#define SEED G_GUINT64_CONSTANT (0xcbf29ce484222325)
#define PRIME G_GUINT64_CONSTANT (0x100000001b3)

struct _NewsTermSet
{
  GArray *terms;  /* guint32, as they came */
  guint32 *slots; /* 0 is none, which no term is */
  guint n_slots;  /* a power of two */
};

static guint64
add_bytes (guint64 hash, const char *bytes, gsize length)
{
  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) bytes[i]) * PRIME;

  return hash;
}

static guint64
begin (NewsField field, guint32 seed)
{
  return (((SEED ^ (guint64) field) * PRIME) ^ seed) * PRIME;
}

/* All bits in all others: FNV leaves short words alike in the upper ones. */
static guint32
end (guint64 hash, gboolean beginning)
{
  hash = (hash ^ (beginning ? 1 : 0)) * PRIME;
  hash ^= hash >> 33;
  hash *= G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  hash ^= hash >> 33;

  return MAX ((guint32) (hash >> 16), 1);
}

guint32
news_search_terms_hash (NewsField field, const char *word, gsize length, gboolean beginning)
{
  return end (add_bytes (begin (field, 0), word, length), beginning);
}

guint32
news_search_terms_hash_following (guint32 seed, const char *word, gsize length)
{
  return end (add_bytes (begin (NEWS_FIELD_FOLLOWING, seed), word, length), FALSE);
}

guint
news_search_terms_get_least (NewsField field)
{
  return field == NEWS_FIELD_WORD || field == NEWS_FIELD_STANDFIRST ? 3 : 1;
}

guint32
news_search_terms_hash_number (NewsField field, gint64 number)
{
  return end (add_bytes (begin (field, 0), (const char *) &number, sizeof number), FALSE);
}

void
news_search_terms_get_month (gint64 time, int *year, int *month)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (CLAMP (time, 0, LAST_TIME));

  *year = g_date_time_get_year (date);
  *month = *year * 12 + g_date_time_get_month (date) - 1;
}

/* --- sets ---------------------------------------------------------------------------------------
 */

NewsTermSet *
news_term_set_new (void)
{
  NewsTermSet *self = g_new0 (NewsTermSet, 1);

  self->n_slots = FIRST_SLOTS;
  self->slots = g_new0 (guint32, self->n_slots);
  self->terms = g_array_sized_new (FALSE, FALSE, sizeof (guint32), FIRST_SLOTS / 2);

  return self;
}

void
news_term_set_free (NewsTermSet *self)
{
  g_array_unref (self->terms);
  g_free (self->slots);
  g_free (self);
}

/* Whether it was not there. */
static gboolean
insert (NewsTermSet *self, guint32 term)
{
  guint i = term & (self->n_slots - 1);

  while (self->slots[i] != 0 && self->slots[i] != term)
    i = (i + 1) & (self->n_slots - 1);

  if (self->slots[i] == term)
    return FALSE;

  self->slots[i] = term;

  return TRUE;
}

static void
grow (NewsTermSet *self)
{
  g_free (self->slots);
  self->n_slots *= 2;
  self->slots = g_new0 (guint32, self->n_slots);
  for (guint i = 0; i < self->terms->len; i++)
    insert (self, g_array_index (self->terms, guint32, i));
}

void
news_term_set_add (NewsTermSet *self, guint32 term)
{
  if (!insert (self, term))
    return;

  g_array_append_val (self->terms, term);
  if (self->terms->len * 2 > self->n_slots)
    grow (self);
}

void
news_term_set_add_word (NewsTermSet *self,
                        NewsField field,
                        const char *word,
                        gsize length,
                        guint least,
                        gboolean paired)
{
  guint64 hash = begin (field, 0);
  guint most = paired ? 1 : NEWS_SEARCH_MOST_LETTERS;
  const char *at = word;

  for (guint letters = 1; letters <= most && at < word + length; letters++)
    {
      const char *next = g_utf8_next_char (at);

      hash = add_bytes (hash, at, (gsize) (next - at));
      at = next;
      if (at < word + length && (paired || letters >= least))
        news_term_set_add (self, end (hash, TRUE));
    }

  hash = add_bytes (hash, at, (gsize) (word + length - at));
  news_term_set_add (self, end (hash, FALSE));
}

GBytes *
news_term_set_to_bytes (NewsTermSet *self)
{
  return g_bytes_new (self->terms->data, self->terms->len * sizeof (guint32));
}
