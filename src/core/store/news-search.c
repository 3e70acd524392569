/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-search.h"

#include "news-body.h"
#include "news-search-candidates.h"
#include "news-search-snippet.h"

/* How many candidates are ranked: for the first rows, and for all. */
#define CANDIDATES_OF_FIRST 1000
#define CANDIDATES_OF_ALL 5000

/* What the first rows may take: answers of the index, about a microsecond each; texts that are
 * read, about a hundred; and how long, in microseconds, where the disk or others are slow. */
#define LOOKED_OF_FIRST 15000
#define PROOFS_OF_FIRST 100
#define PATIENCE 25000

/* What counting those that are unread may take. */
#define LOOKED_OF_COUNT 5000
#define PROOFS_OF_COUNT 100

static void
add_rows (NewsSearchCandidates *candidates, int limit, GArray *rows)
{
  g_autoptr (GPtrArray) ranked = news_search_candidates_rank (candidates);

  for (guint i = 0; i < ranked->len && (limit < 0 || rows->len < (guint) limit); i++)
    {
      const NewsSearchCandidate *candidate = g_ptr_array_index (ranked, i);
      NewsRow row = { .article = candidate->article, .time = candidate->sorted };

      if (news_search_candidates_prove (candidates, candidate))
        g_array_append_val (rows, row);
    }
}

void
news_search_read (NewsDatabase *database,
                  NewsScope *scope,
                  gint64 kept,
                  int limit,
                  NewsSnapshot *snapshot)
{
  g_autoptr (NewsSearchPlan) plan = news_search_plan_new (database, scope, kept);
  NewsSearchLimits limits = { .most = CANDIDATES_OF_ALL };
  g_autoptr (NewsSearchCandidates) candidates = NULL;

  if (limit >= 0)
    {
      limits.most = CANDIDATES_OF_FIRST;
      limits.looked = LOOKED_OF_FIRST;
      limits.proofs = PROOFS_OF_FIRST;
      limits.deadline = g_get_monotonic_time () + PATIENCE;
    }
  candidates = news_search_candidates_new (database, plan, &limits);

  add_rows (candidates, limit, snapshot->rows);
  snapshot->partial = news_search_candidates_is_partial (candidates);
}

guint
news_search_count_unread (NewsDatabase *database, NewsScope *scope, guint most)
{
  g_autoptr (NewsSearchPlan) plan = news_search_plan_new (database, scope, 0);
  NewsSearchLimits limits = { .most = most, .looked = LOOKED_OF_COUNT, .proofs = PROOFS_OF_COUNT };
  g_autoptr (NewsSearchCandidates) candidates = NULL;
  g_autoptr (GPtrArray) ranked = NULL;
  guint count = 0;

  if (plan->sieve.read == TRUE)
    return 0;

  plan->sieve.read = FALSE;
  candidates = news_search_candidates_new (database, plan, &limits);
  ranked = news_search_candidates_rank (candidates);
  for (guint i = 0; i < ranked->len; i++)
    if (news_search_candidates_prove (candidates, g_ptr_array_index (ranked, i)))
      count++;

  return count;
}

NewsSearchMatch *
news_search_get_match (NewsScope *scope)
{
  g_autoptr (NewsSearchQuery) query = news_search_query_new (scope->query);

  return news_search_match_new (query, NEWS_TERM_TEXT, FALSE);
}

static char *
read_standfirst (NewsDatabase *database, gint64 article)
{
  NewsStatement *statement
    = news_database_prepare (database, "SELECT standfirst FROM bodies WHERE article = ?");
  char *standfirst = NULL;

  news_statement_bind_int (statement, 1, article);
  if (news_statement_next (statement))
    standfirst = news_statement_dup_text (statement, 0);
  news_statement_end (statement);

  return standfirst;
}

/* The text, and the standfirst before it, as which most texts do not begin. */
static char *
read_body (NewsDatabase *database, gint64 article)
{
  g_autofree char *standfirst = read_standfirst (database, article);
  g_autofree char *text = news_body_read_text (database, article);

  if (standfirst == NULL || text == NULL || g_str_has_prefix (text, standfirst))
    return text != NULL ? g_steal_pointer (&text) : g_steal_pointer (&standfirst);

  return g_strconcat (standfirst, "\n\n", text, NULL);
}

void
news_search_mark (NewsDatabase *database, NewsSearchMatch *match, NewsHeadline *headline)
{
  g_autofree char *body = NULL;

  if (news_search_match_get_size (match) == 0)
    return;

  headline->title_ranges = news_search_snippet_mark (match, headline->title);
  body = read_body (database, headline->article);
  if (body != NULL)
    headline->snippet = news_search_snippet_new (match, body, &headline->snippet_ranges);
}
