/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-search-plan.h"

G_BEGIN_DECLS

/* An article that may be a hit. */
typedef struct
{
  gint64 article;
  gint64 sorted;
  NewsFound found;
  guint32 titles; /* the words that stand in its title, a bit each, if there are several */
  double rank;
} NewsSearchCandidate;

/* The articles that the index gives for a plan and the sieve lets pass. Inside a transaction. */
typedef struct _NewsSearchCandidates NewsSearchCandidates;

/* At most @most of each way of being found, those with the highest numbers, which came last: the
 * rank of the others would only be lower, but where old articles came late. Goes no further once
 * the monotonic time is @deadline (0 for none); then it is partial. */
NewsSearchCandidates *news_search_candidates_new (NewsDatabase *database,
                                                  NewsSearchPlan *plan,
                                                  guint most,
                                                  gint64 deadline);
void news_search_candidates_free (NewsSearchCandidates *self);

gboolean news_search_candidates_is_partial (NewsSearchCandidates *self);

/* All (NewsSearchCandidate*, borrowed), the best first; of two alike as lists are sorted. */
GPtrArray *news_search_candidates_rank (NewsSearchCandidates *self);

/* Whether the candidate is a hit, as far as the index could not tell: its own text is read. */
gboolean news_search_candidates_prove (NewsSearchCandidates *self,
                                       const NewsSearchCandidate *candidate);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsSearchCandidates, news_search_candidates_free)

G_END_DECLS
