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
  gboolean in_texts; /* "texts" gave it too, and so it has no word that is not wanted */
  guint32 titles;    /* the words that stand in its title, a bit each, if there are several */
  double rank;
} NewsSearchCandidate;

/* The articles that the index gives for a plan and the sieve lets pass. Inside a transaction. */
typedef struct _NewsSearchCandidates NewsSearchCandidates;

/* How far a search goes; 0 is no limit. What is found in one way, such as in titles, is taken from
 * the highest numbers down, which came last: the rank of the others would only be lower, but where
 * old articles came late. What is found when one of the last three limits is reached is partial. */
typedef struct
{
  guint wanted;    /* how many of the best are wanted: no others need be found */
  guint most;      /* candidates of each way of being found; not 0 */
  guint looked;    /* answers of the index, whether they pass the sieve or not */
  guint proofs;    /* candidates whose texts are read */
  gint64 deadline; /* the monotonic time to stop at, for what the numbers do not tell of */
} NewsSearchLimits;

NewsSearchCandidates *news_search_candidates_new (NewsDatabase *database,
                                                  NewsSearchPlan *plan,
                                                  const NewsSearchLimits *limits);

/* The same without a look at where the words stand. */
NewsSearchCandidates *news_search_candidates_new_unsorted (NewsDatabase *database,
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
