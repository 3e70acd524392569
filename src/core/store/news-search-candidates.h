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
  guint titles; /* how many of the words stand in its title, if there are several */
  double rank;
} NewsSearchCandidate;

/* How far a search goes; 0 is no limit. What is found when one of the last three is reached is
 * partial. */
typedef struct
{
  guint most;      /* candidates of each way of being found, those that came last; not 0 */
  guint looked;    /* answers of the index, whether they pass the sieve or not */
  guint proofs;    /* candidates whose texts are read */
  gint64 deadline; /* the monotonic time to stop at, for what the numbers do not tell of */
} NewsSearchLimits;

/* The articles that the index gives for a plan and the sieve lets pass. Inside a transaction. */
typedef struct _NewsSearchCandidates NewsSearchCandidates;

NewsSearchCandidates *news_search_candidates_new (NewsDatabase *database,
                                                  NewsSearchPlan *plan,
                                                  const NewsSearchLimits *limits);
void news_search_candidates_free (NewsSearchCandidates *self);

gboolean news_search_candidates_is_partial (NewsSearchCandidates *self);

/* All (NewsSearchCandidate*, borrowed), the best first; of two alike as lists are sorted. */
GPtrArray *news_search_candidates_rank (NewsSearchCandidates *self);

/* Whether the candidate is a hit, as far as the index could not tell: its own text is read. FALSE
 * too if a limit keeps from looking. */
gboolean news_search_candidates_prove (NewsSearchCandidates *self,
                                       const NewsSearchCandidate *candidate);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsSearchCandidates, news_search_candidates_free)

G_END_DECLS
