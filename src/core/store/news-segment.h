/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-search-terms.h"

G_BEGIN_DECLS

/* A segment of the index: which of some articles have which terms. It is made once of all of them,
 * and cut into buckets by the heads of the terms, so that to look up a term, or all that begin with
 * some letters, only one of these has to be read. */
#define NEWS_SEGMENT_ARTICLES 512
#define NEWS_SEGMENT_BUCKETS NEWS_TERM_HEADS

/* Some of the articles of a segment, a bit each. */
typedef struct
{
  guint64 words[NEWS_SEGMENT_ARTICLES / 64];
} NewsSegmentBits;

/* Makes the buckets, NEWS_SEGMENT_BUCKETS GBytes, of @articles: at most NEWS_SEGMENT_ARTICLES
 * GBytes from news_term_set_to_bytes(). */
GPtrArray *news_segment_build (GPtrArray *articles);

/* Sets the bits of the articles that have @term, by its bucket; others stay. @open: what begins
 * with it will do. What a damaged bucket says is nothing. */
void news_segment_find (GBytes *bucket, const NewsTerm *term, gboolean open, NewsSegmentBits *bits);

/* Whether an article that is in no segment yet has @term. */
gboolean news_segment_has_term (GBytes *terms, const NewsTerm *term, gboolean open);

G_END_DECLS
