/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-article.h"

G_BEGIN_DECLS

/* What an article is compared by when its source tells it again: a hash of each part of it. The
 * hashes only tell an article from its own earlier version, so they need not withstand anybody. */
typedef struct
{
  guint64 head;    /* title, standfirst, byline */
  guint64 text;    /* the body's plain text; 0 without a body */
  guint64 page;    /* the body's tree; 0 without one */
  guint64 details; /* everything else but the next two */
  guint64 topics;  /* 0 as long as the source has told none */
  guint64 related; /* the same */
} NewsFingerprint;

/* @lead is the article's lead picture, serialised, or NULL. */
void news_fingerprint_init (NewsFingerprint *self, const NewsArticle *article, GBytes *lead);

/* As it is stored, and back; bytes that are none, or NULL, are unlike any article's. */
GBytes *news_fingerprint_to_bytes (const NewsFingerprint *self);
void news_fingerprint_init_from_bytes (NewsFingerprint *self, GBytes *bytes);

/* FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/), of @data after @seed. */
#define NEWS_FINGERPRINT_SEED G_GUINT64_CONSTANT (0xcbf29ce484222325)
guint64 news_fingerprint_hash (guint64 seed, gconstpointer data, gsize length);

/* The same of eight bytes at a time, for what is long: another hash, and as good for telling two
 * versions apart. */
guint64 news_fingerprint_hash_long (guint64 seed, gconstpointer data, gsize length);

G_END_DECLS
