/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-scope.h"
#include "news-search-expression.h"
#include "news-search-match.h"
#include "news-search-rank.h"
#include "news-search-sieve.h"

G_BEGIN_DECLS

/* A search as the index and the sieve are asked it. */
typedef struct
{
  NewsSearchQuery *query;
  gboolean never; /* it can have no hits: it asks for nothing, or of a source that there is not */

  NewsSearchExpression *all; /* what every hit is */

  /* What is so of hits that are found like that or better; NULL where that is of no use. Each is
   * so of no more than the one before it. */
  NewsSearchExpression *found[NEWS_FOUND_PHRASE + 1];
  GPtrArray *titles; /* NewsSearchExpression: which words are in the title; none if there is one */

  NewsSearchMatch *wanted; /* of the words themselves */
  NewsSearchMatch *unwanted;
  gboolean unproven; /* whether only the text tells that what the index gives is a hit */

  NewsSearchSieve sieve;
} NewsSearchPlan;

/* Of a scope that is a search; @kept as in NewsSearchSieve. Inside a transaction. */
NewsSearchPlan *news_search_plan_new (NewsDatabase *database, NewsScope *scope, gint64 kept);
void news_search_plan_free (NewsSearchPlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsSearchPlan, news_search_plan_free)

G_END_DECLS
