/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-search.h"

#include "news-search-candidates.h"
#include "news-search-index.h"
#include "news-search-snippet.h"

/* How many candidates are ranked: for the first rows, and for all. */
#define CANDIDATES_OF_FIRST 2000
#define CANDIDATES_OF_ALL 5000

/* How long the first rows may take to find, in microseconds. */
#define PATIENCE 30000

/* How many articles are looked at to count those that are unread. */
#define CANDIDATES_OF_COUNT 2000
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
  gint64 deadline = limit < 0 ? 0 : g_get_monotonic_time () + PATIENCE;
  g_autoptr (NewsSearchCandidates) candidates = news_search_candidates_new (
    database, plan, limit < 0 ? CANDIDATES_OF_ALL : CANDIDATES_OF_FIRST, deadline);

  add_rows (candidates, limit, snapshot->rows);
  snapshot->partial = news_search_candidates_is_partial (candidates);
}

guint
news_search_count_unread (NewsDatabase *database, NewsScope *scope, guint most)
{
  return 0;
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
  g_autofree char *text = news_search_index_read_text (database, article);

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
