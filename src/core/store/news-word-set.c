/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-word-set.h"

#include "news-tokenizer.h"

#include <string.h>

#define FIRST_SLOTS 1024

/* A word in the string; an unused slot has none. */
typedef struct
{
  guint32 hash;
  guint32 start;
  guint32 length;
} Slot;

struct _NewsWordSet
{
  GString *words;
  Slot *slots;
  guint n_slots; /* a power of two */
  guint size;
};

/* FNV-1a, 32 bits. */
static guint32
get_hash (const char *word, gsize length)
{
  guint32 hash = 0x811c9dc5;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) word[i]) * 0x01000193;

  return hash;
}

/* The slot of the word, or the one that it may take. */
static Slot *
find (NewsWordSet *self, guint32 hash, const char *word, gsize length)
{
  guint i = hash & (self->n_slots - 1);

  while (self->slots[i].length != 0
         && (self->slots[i].hash != hash || self->slots[i].length != length
             || memcmp (self->words->str + self->slots[i].start, word, length) != 0))
    i = (i + 1) & (self->n_slots - 1);

  return &self->slots[i];
}

static void
grow (NewsWordSet *self)
{
  g_autofree Slot *before = self->slots;
  guint n_before = self->n_slots;

  self->n_slots *= 2;
  self->slots = g_new0 (Slot, self->n_slots);
  for (guint i = 0; i < n_before; i++)
    if (before[i].length != 0)
      *find (self, before[i].hash, self->words->str + before[i].start, before[i].length)
        = before[i];
}

NewsWordSet *
news_word_set_new (void)
{
  NewsWordSet *self = g_new0 (NewsWordSet, 1);

  self->words = g_string_sized_new (4096);
  self->n_slots = FIRST_SLOTS;
  self->slots = g_new0 (Slot, self->n_slots);

  return self;
}

void
news_word_set_free (NewsWordSet *self)
{
  g_string_free (self->words, TRUE);
  g_free (self->slots);
  g_free (self);
}

void
news_word_set_add (NewsWordSet *self, const char *word, gsize length)
{
  guint32 hash = get_hash (word, length);
  Slot *slot;

  g_return_if_fail (length > 0);

  slot = find (self, hash, word, length);
  if (slot->length != 0)
    return;

  if (self->words->len > 0)
    g_string_append_c (self->words, ' ');
  slot->hash = hash;
  slot->start = (guint32) self->words->len;
  slot->length = (guint32) length;
  g_string_append_len (self->words, word, (gssize) length);

  self->size++;
  if (self->size * 2 > self->n_slots)
    grow (self);
}

void
news_word_set_add_text (NewsWordSet *self, const char *text)
{
  NewsTokenizer tokenizer;
  NewsToken token;

  if (text == NULL)
    return;

  news_tokenizer_init (&tokenizer, text, -1);
  while (news_tokenizer_next (&tokenizer, &token))
    news_word_set_add (self, token.word, token.length);
}

const char *
news_word_set_get_words (NewsWordSet *self)
{
  return self->words->str;
}
