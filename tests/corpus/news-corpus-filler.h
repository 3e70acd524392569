/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-corpus.h"
#include "news-store.h"

G_BEGIN_DECLS

/* What was put into a store. */
typedef struct
{
  guint articles;
  guint topics; /* links between an article and a topic */
  guint bookmarks;
  guint read;
  guint64 text; /* bytes of all that is to be read: titles, standfirsts, bylines and bodies as plain
                   text, in UTF-8 */
} NewsCorpusSums;

/* Fills an empty store with all articles of @corpus through news_store_take_in(), and marks what
 * the reader has marked, as it would fill over time: each source in turn brings some articles, and
 * again. While a batch is written the next one is made up. The caller's thread waits, and its main
 * loop must not run; minutes for hundreds of thousands. */
gboolean news_corpus_fill (NewsCorpus *self,
                           NewsStore *store,
                           NewsCorpusSums *sums,
                           GError **error);

/* An article as it is given to a store. */
NewsArticle *news_corpus_prepare_article (NewsCorpus *self, guint article);

/* The bytes of it that NewsCorpusSums.text counts. */
gsize news_corpus_measure_text (NewsArticle *article);

G_END_DECLS
