/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-search-terms.h"

#include "news-fingerprint.h"

#include <string.h>

#define FIRST_SLOTS 2048
#define FIRST_BYTES 8192

#define LAST_TIME G_GINT64_CONSTANT (253402300799)

/* Letters of a long text are many; of a title or a name, one is enough to look for. */
#define LEAST_OF_TEXT 3

/* Where a term stands: in what part, and there where it begins, which is never 0, as its length
 * comes before it. */
typedef struct
{
  guint32 hash;
  guint32 at : 31;
  guint32 part : 1;
} Slot;

/* Terms, each behind its length. A term is a few bytes, of which an array of GLib's would make more
 * work than the rest of it. */
typedef struct
{
  guint8 *bytes;
  guint length;
  guint room;
} Part;

struct _NewsTermSet
{
  Part parts[2]; /* words of the whole article in the second, all else in the first */
  Slot *slots;
  guint n_slots; /* a power of two */
  guint length;
};

/* --- terms --------------------------------------------------------------------------------------
 */

static void
init (NewsTerm *self, NewsField field, gconstpointer bytes, gsize length)
{
  length = MIN (length, sizeof self->bytes - 1);
  self->bytes[0] = (guint8) field;
  memcpy (self->bytes + 1, bytes, length);
  self->length = (guint) length + 1;
}

void
news_term_init_word (NewsTerm *self, NewsField field, const char *word, gsize length)
{
  init (self, field, word, length);
}

void
news_term_init_number (NewsTerm *self, NewsField field, gint64 number)
{
  guint8 bytes[sizeof number];
  gsize length = 0;

  for (guint64 left = (guint64) number; left != 0; left >>= 8)
    bytes[length++] = (guint8) left;

  init (self, field, bytes, length);
}

void
news_term_init_following (NewsTerm *self,
                          const char *before,
                          gsize before_length,
                          const char *word,
                          gsize length)
{
  guint64 hash = news_fingerprint_hash (NEWS_FINGERPRINT_SEED, before, before_length);
  guint8 bytes[4];

  hash = news_fingerprint_hash (hash, " ", 1);
  hash = news_fingerprint_hash (hash, word, length);
  hash ^= hash >> 32;
  for (gsize i = 0; i < sizeof bytes; i++)
    bytes[i] = (guint8) (hash >> i * 8);

  init (self, NEWS_FIELD_FOLLOWING, bytes, sizeof bytes);
}

guint
news_term_get_least (NewsField field)
{
  return field == NEWS_FIELD_WORD || field == NEWS_FIELD_STANDFIRST ? LEAST_OF_TEXT : 1;
}

/* The letters, in bytes, that a term is looked up by; all of it if it has no letters. */
static gsize
measure_head (const guint8 *bytes, gsize length)
{
  guint letters;
  gsize at = 1;

  if (length < 2 || bytes[0] >= NEWS_FIELD_FOLLOWING)
    return length;

  letters = bytes[1] >= 0xe0 ? 1 : news_term_get_least (bytes[0]);
  while (letters > 0 && at < length)
    {
      at++;
      while (at < length && (bytes[at] & 0xc0) == 0x80)
        at++;
      letters--;
    }

  return at;
}

guint
news_term_get_head (const guint8 *bytes, gsize length)
{
  guint64 hash = news_fingerprint_hash (NEWS_FINGERPRINT_SEED, bytes, measure_head (bytes, length));

  /* All bits in all others: the upper ones hardly differ after a few bytes. */
  hash ^= hash >> 33;
  hash *= G_GUINT64_CONSTANT (0xff51afd7ed558ccd);

  return (guint) (hash >> 40) % NEWS_TERM_HEADS;
}

guint32
news_term_hash (const guint8 *bytes, gsize length)
{
  guint64 hash = length;
  guint64 part;

  for (; length > sizeof part; bytes += sizeof part, length -= sizeof part)
    {
      memcpy (&part, bytes, sizeof part);
      hash = (hash ^ part) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      hash ^= hash >> 29;
    }

  part = 0;
  memcpy (&part, bytes, length);
  hash = (hash ^ part) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  hash = (hash ^ hash >> 32) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);

  return (guint32) (hash >> 32);
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
  self->slots = g_new0 (Slot, self->n_slots);
  for (gsize i = 0; i < G_N_ELEMENTS (self->parts); i++)
    self->parts[i] = (Part) { g_malloc (FIRST_BYTES), 0, FIRST_BYTES };

  return self;
}

void
news_term_set_free (NewsTermSet *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->parts); i++)
    g_free (self->parts[i].bytes);
  g_free (self->slots);
  g_free (self);
}

static gboolean
is_at (NewsTermSet *self, const Slot *slot, guint32 hash, const NewsTerm *term)
{
  const guint8 *bytes = self->parts[slot->part].bytes + slot->at;

  return slot->hash == hash && bytes[-1] == term->length
         && memcmp (bytes, term->bytes, term->length) == 0;
}

static void
grow (NewsTermSet *self)
{
  guint n = self->n_slots;
  Slot *slots = self->slots;

  self->n_slots = n * 2;
  self->slots = g_new0 (Slot, self->n_slots);
  for (guint i = 0; i < n; i++)
    {
      guint slot = slots[i].hash & (self->n_slots - 1);

      if (slots[i].at == 0)
        continue;

      while (self->slots[slot].at != 0)
        slot = (slot + 1) & (self->n_slots - 1);
      self->slots[slot] = slots[i];
    }
  g_free (slots);
}

/* Where it begins. */
static guint
append (Part *self, const NewsTerm *term)
{
  guint at = self->length + 1;

  if (self->room - self->length <= term->length)
    {
      self->room *= 2;
      self->bytes = g_realloc (self->bytes, self->room);
    }

  self->bytes[self->length] = (guint8) term->length;
  memcpy (self->bytes + at, term->bytes, term->length);
  self->length = at + term->length;

  return at;
}

void
news_term_set_add (NewsTermSet *self, const NewsTerm *term)
{
  guint32 hash = news_term_hash (term->bytes, term->length);
  guint i = hash & (self->n_slots - 1);
  guint part = term->bytes[0] == NEWS_FIELD_WORD ? 1 : 0;

  for (; self->slots[i].at != 0; i = (i + 1) & (self->n_slots - 1))
    if (is_at (self, &self->slots[i], hash, term))
      return;

  self->slots[i] = (Slot) { .hash = hash,
                            .at = append (&self->parts[part], term) & G_MAXINT32,
                            .part = part & 1 };
  if (++self->length * 2 > self->n_slots)
    grow (self);
}

guint
news_term_set_get_length (NewsTermSet *self)
{
  return self->length;
}

GBytes *
news_term_set_to_bytes (NewsTermSet *self)
{
  gsize size = self->parts[0].length + self->parts[1].length;
  guint8 *bytes = g_malloc (size + 1);

  memcpy (bytes, self->parts[0].bytes, self->parts[0].length);
  memcpy (bytes + self->parts[0].length, self->parts[1].bytes, self->parts[1].length);

  return g_bytes_new_take (bytes, size);
}
