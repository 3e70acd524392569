/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-fingerprint.h"

#include <string.h>

#define PRIME G_GUINT64_CONSTANT (0x100000001b3)

guint64
news_fingerprint_hash (guint64 seed, gconstpointer data, gsize length)
{
  const guint8 *bytes = data;

  for (gsize i = 0; i < length; i++)
    seed = (seed ^ bytes[i]) * PRIME;

  return seed;
}

guint64
news_fingerprint_hash_long (guint64 seed, gconstpointer data, gsize length)
{
  const guint8 *bytes = data;
  guint64 part;

  for (; length >= sizeof part; bytes += sizeof part, length -= sizeof part)
    {
      memcpy (&part, bytes, sizeof part);
      seed = (seed ^ GUINT64_FROM_LE (part)) * PRIME;
      /* A product tells of its upper bits nothing to the lower ones. */
      seed ^= seed >> 32;
    }

  return news_fingerprint_hash (seed, bytes, length);
}

/* With the closing NUL, so that two texts are not taken for one; NULL is unlike "". */
static guint64
add_text (guint64 hash, const char *text)
{
  if (text == NULL)
    return news_fingerprint_hash (hash, "\xff", 1);

  return news_fingerprint_hash (hash, text, strlen (text) + 1);
}

static guint64
add_number (guint64 hash, gint64 number)
{
  return news_fingerprint_hash (hash, &number, sizeof number);
}

static guint64
add_bytes (guint64 hash, GBytes *bytes)
{
  gsize length;
  gconstpointer data;

  if (bytes == NULL)
    return add_number (hash, -1);

  data = g_bytes_get_data (bytes, &length);

  return news_fingerprint_hash_long (add_number (hash, (gint64) length), data, length);
}

static guint64
hash_names (char **names)
{
  guint64 hash = NEWS_FINGERPRINT_SEED;

  if (names == NULL)
    return 0;

  for (gsize i = 0; names[i] != NULL; i++)
    hash = add_text (hash, names[i]);

  return hash;
}

static guint64
hash_head (const NewsArticle *article)
{
  guint64 hash = add_text (NEWS_FINGERPRINT_SEED, article->title);

  hash = add_text (hash, article->standfirst);

  return add_text (hash, article->byline);
}

static guint64
hash_details (const NewsArticle *article, GBytes *lead)
{
  guint64 hash = add_text (NEWS_FINGERPRINT_SEED, article->url);

  hash = add_text (hash, article->outlet);
  hash = add_text (hash, article->language);
  hash = add_text (hash, article->preview);
  hash = add_number (hash, article->published);
  hash = add_number (hash, article->updated);
  hash = add_number (hash, article->visits);
  hash = add_number (hash, article->protected);
  /* Only where it is so: what was stored before this was known need not be written again. */
  if (article->summary_only)
    hash = add_number (hash, article->summary_only);
  if (article->consent)
    hash = add_number (hash, article->consent);

  return add_bytes (hash, lead);
}

void
news_fingerprint_init (NewsFingerprint *self, const NewsArticle *article, GBytes *lead)
{
  self->head = hash_head (article);
  self->text = 0;
  self->page = 0;
  self->details = hash_details (article, lead);
  self->topics = hash_names (article->topics);
  self->related = hash_names (article->related);

  if (article->page != NULL)
    self->page = add_bytes (NEWS_FINGERPRINT_SEED, article->page);
  if (article->text != NULL)
    self->text = add_text (NEWS_FINGERPRINT_SEED, article->text);
  else
    self->text = self->page;
}

GBytes *
news_fingerprint_to_bytes (const NewsFingerprint *self)
{
  return g_bytes_new (self, sizeof *self);
}

void
news_fingerprint_init_from_bytes (NewsFingerprint *self, GBytes *bytes)
{
  memset (self, 0, sizeof *self);
  if (bytes != NULL && g_bytes_get_size (bytes) == sizeof *self)
    memcpy (self, g_bytes_get_data (bytes, NULL), sizeof *self);
}
