/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-scope.h"
#include "news-search-match.h"
#include "news-search-rank.h"
#include "news-search-sieve.h"

G_BEGIN_DECLS

/* A search as the index and the sieve are asked it. The expressions are FTS5's, of words that the
 * tokenizer has made, so that nothing in them needs to be escaped. */
typedef struct
{
  NewsSearchQuery *query;
  gboolean never; /* it can have no hits: it asks for nothing, or of a source that there is not */

  /* What "texts" is asked: every hit is among its answers, but for those that begin with a word of
   * one or two letters, which only "heads" is asked for. */
  char *texts;

  /* What "heads" is asked, by NewsFound; NULL where that is of no use. */
  char *heads[NEWS_FOUND_PHRASE + 1];
  GPtrArray *titles; /* char*: the same for each word alone, in the title; empty if there is one */

  NewsSearchMatch *wanted; /* of the words themselves */
  NewsSearchMatch *unwanted;
  gboolean beginning;        /* whether "heads" may know of hits that "texts" does not */
  gboolean phrases;          /* whether what "texts" gives may not be what is wanted */
  char *unwanted_words;      /* what "texts" has left out for them, and "heads" has not; or NULL */
  gboolean unwanted_phrases; /* whether both may give what is not wanted */

  NewsSearchSieve sieve;
} NewsSearchPlan;

/* Of a scope that is a search; @kept as in NewsSearchSieve. Inside a transaction. */
NewsSearchPlan *news_search_plan_new (NewsDatabase *database, NewsScope *scope, gint64 kept);
void news_search_plan_free (NewsSearchPlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsSearchPlan, news_search_plan_free)

G_END_DECLS
