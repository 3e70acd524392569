/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A segment of the index: which of some articles have which terms. It is made once of all of them,
 * and cut into buckets by the upper bits of the terms, so that to look up a term only one of these
 * has to be read. */
#define NEWS_SEGMENT_ARTICLES 512
#define NEWS_SEGMENT_BUCKETS 1024

/* Some of the articles of a segment, a bit each. */
typedef struct
{
  guint64 words[NEWS_SEGMENT_ARTICLES / 64];
} NewsSegmentBits;

/* The bucket of a term. */
#define news_segment_get_bucket(term) ((guint) ((term) >> 22))

/* Makes the buckets, NEWS_SEGMENT_BUCKETS GBytes, of @articles: at most NEWS_SEGMENT_ARTICLES
 * GBytes from news_term_set_to_bytes(). */
GPtrArray *news_segment_build (GPtrArray *articles);

/* Sets the bits of the articles that have @term, by its bucket; others stay. What a damaged bucket
 * says is nothing. */
void news_segment_find (GBytes *bucket, guint32 term, NewsSegmentBits *bits);

/* Whether an article that is in no segment yet has @term. */
gboolean news_segment_has_term (GBytes *terms, guint32 term);

G_END_DECLS
