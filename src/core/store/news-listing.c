/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-listing.h"

#include "news-article-links.h"
#include "news-bookmark-order.h"
#include "news-home.h"
#include "news-id-set.h"
#include "news-rows.h"
#include "news-search.h"
#include "news-sieve.h"
#include "news-visits.h"

static void
read_section (NewsDatabase *database, NewsSection *section, int limit, GArray *rows)
{
  g_autoptr (GArray) queries = news_rows_get_queries (database, section);

  news_rows_read (database, queries, limit, rows);
}

/* In an order of the reader's own, days mean nothing: then no row has a time. Whether an article is
 * there is told by its row of tellings, which is as there as its own and much smaller: of tens of
 * thousands that makes the difference between a moment and half a second. */
static void
read_bookmarks (NewsDatabase *database, int limit, GArray *rows)
{
  gboolean own = news_bookmark_order_is_own (database);
  NewsStatement *statement = news_database_prepare (
    database, "SELECT s.identity, iif (?, 0, s.bookmarked_at / 1000000)"
              " FROM statuses s INDEXED BY statuses_ranked"
              " JOIN tellings t ON t.article = s.identity WHERE s.bookmarked = 1"
              " ORDER BY s.rank DESC, s.identity DESC LIMIT ?");

  news_statement_bind_ints (statement, own, limit);
  news_rows_add (rows, statement);
}

static void
read_topic (NewsDatabase *database, const char *topic, int limit, GArray *rows)
{
  g_autofree char *key = news_article_links_fold_topic (topic);
  NewsStatement *statement = news_database_prepare (
    database, "SELECT a.article, a.sorted FROM topics t JOIN article_topics a ON a.topic = t.id"
              " WHERE t.key = ? ORDER BY a.sorted DESC, a.article DESC LIMIT ?");

  news_statement_bind_text (statement, 1, key);
  news_statement_bind_int (statement, 2, limit);
  news_rows_add (rows, statement);
}

static void
read_search (NewsDatabase *database, NewsScope *scope, int limit, GArray *rows)
{
  g_autoptr (NewsSnapshot) snapshot = news_snapshot_new ();

  news_search_read (database, scope, 0, limit, snapshot);
  g_array_append_vals (rows, snapshot->rows->data, snapshot->rows->len);
}

/* All of it, in its own order. */
static void
read_plain (NewsDatabase *database, NewsScope *scope, int limit, GArray *rows)
{
  switch (scope->kind)
    {
    case NEWS_SCOPE_SECTION:
      read_section (database, g_ptr_array_index (scope->sections, 0), limit, rows);
      break;

    case NEWS_SCOPE_HOME:
      news_home_read (database, scope, rows);
      if (limit >= 0 && rows->len > (guint) limit)
        g_array_set_size (rows, (guint) limit);
      break;

    case NEWS_SCOPE_BOOKMARKS:
      read_bookmarks (database, limit, rows);
      break;

    case NEWS_SCOPE_TOPIC:
      read_topic (database, scope->topic, limit, rows);
      break;

    case NEWS_SCOPE_SEARCH:
      read_search (database, scope, limit, rows);
      break;

    default:
      g_assert_not_reached ();
    }
}

/* Rows do not tell what bookmarks are sorted by: so the place is what stands before it there. */
static void
keep_bookmark (NewsDatabase *database, gint64 kept, GArray *rows)
{
  NewsRow row = { .article = kept };
  NewsStatement *statement;
  gint64 marked;
  gint64 rank;
  gint64 before;

  statement
    = news_database_prepare (database, "SELECT bookmarked_at FROM statuses WHERE identity = ?");
  news_statement_bind_int (statement, 1, kept);
  marked = news_statement_run_int (statement, 0);
  if (marked == 0)
    return;

  statement = news_database_prepare (database, "SELECT rank FROM statuses WHERE identity = ?");
  news_statement_bind_int (statement, 1, kept);
  rank = news_statement_run_int (statement, 0);
  statement = news_database_prepare (
    database, "SELECT count (*) FROM statuses s INDEXED BY statuses_ranked"
              " JOIN tellings t ON t.article = s.identity WHERE s.bookmarked = 1"
              " AND (s.rank, s.identity) > (?, ?)");
  news_statement_bind_ints (statement, rank, kept);
  before = news_statement_run_int (statement, 0);

  row.time = news_bookmark_order_is_own (database) ? 0 : marked / G_USEC_PER_SEC;
  g_array_insert_val (rows, (guint) MIN (before, (gint64) rows->len), row);
}

/* The group of Home in which an article stands that is not shown there: that of its first section,
 * or the top stories if it is in none. */
static guint
find_group (NewsDatabase *database, NewsScope *scope, gint64 article)
{
  for (guint i = 0; i < scope->sections->len; i++)
    {
      NewsSection *section = g_ptr_array_index (scope->sections, i);

      for (guint j = 0; j < section->queries->len; j++)
        {
          NewsQuery *query = g_ptr_array_index (section->queries, j);
          gint64 number = news_rows_get_query (database, query);
          NewsStatement *statement = news_database_prepare (
            database, "SELECT 1 FROM placements WHERE article = ? AND query = ?");

          news_statement_bind_ints (statement, article, number);
          if (news_statement_run_int (statement, 0) != 0)
            return 1 + i;
        }
    }

  return 0;
}

void
news_listing_keep (NewsDatabase *database, NewsScope *scope, gint64 kept, GArray *rows)
{
  NewsStatement *statement;
  NewsRow row = { .article = kept };
  gint64 time;

  if (kept == 0 || news_rows_find (rows, kept) != -1)
    return;

  statement = news_database_prepare (database, "SELECT sorted FROM articles WHERE id = ?");
  news_statement_bind_int (statement, 1, kept);
  time = news_statement_run_int (statement, G_MININT64);
  if (time == G_MININT64)
    return;
  row.time = time;

  if (scope->kind == NEWS_SCOPE_BOOKMARKS)
    {
      keep_bookmark (database, kept, rows);
      return;
    }

  /* It is no longer found, or is beyond what is ranked. */
  if (scope->kind == NEWS_SCOPE_SEARCH)
    {
      g_array_append_val (rows, row);
      return;
    }

  if (scope->kind == NEWS_SCOPE_HOME)
    row.group = find_group (database, scope, kept);
  news_rows_insert (rows, row);
}

/* The bookmarks that stand in a section: they are few, and the section may be long. */
static void
read_bookmarked (NewsDatabase *database, NewsSection *section, GArray *rows)
{
  g_autoptr (GArray) queries = news_rows_get_queries (database, section);
  g_autoptr (NewsIdSet) asked = news_id_set_new ();
  NewsStatement *statement = news_database_prepare (
    database, "SELECT p.article, p.sorted, p.query FROM statuses s INDEXED BY statuses_bookmarked"
              " CROSS JOIN placements p ON p.article = s.identity WHERE s.bookmarked = 1");

  for (guint i = 0; i < queries->len; i++)
    news_id_set_add (asked, g_array_index (queries, gint64, i));

  while (news_statement_next (statement))
    {
      NewsRow row = { .article = news_statement_get_int (statement, 0),
                      .time = news_statement_get_int (statement, 1) };

      if (news_id_set_contains (asked, news_statement_get_int (statement, 2)))
        g_array_append_val (rows, row);
    }

  news_rows_sort (rows);
}

/* The first rows of a section, without the others: what a list begins with, so that nothing can
 * have been read since it has been on show. FALSE where all have to be read. */
static gboolean
read_top (NewsDatabase *database, NewsScope *scope, int limit, GArray *rows)
{
  g_autoptr (GArray) queries = NULL;
  g_autoptr (NewsSieve) sieve = NULL;

  if (limit < 0 || scope->kind != NEWS_SCOPE_SECTION || scope->filter == NEWS_FILTER_BOOKMARKED)
    return FALSE;

  queries = news_rows_get_queries (database, g_ptr_array_index (scope->sections, 0));
  sieve = news_sieve_new (database, scope->filter, G_MAXINT64, 0);
  if (scope->order == NEWS_ORDER_MOST_VISITED)
    return news_visits_read_top (database, queries, sieve, (guint) limit, rows);

  news_rows_read_top (database, queries, scope->order, sieve, (guint) limit, rows);

  return TRUE;
}

static void
read_view (NewsDatabase *database, NewsScope *scope, gint64 kept, GArray *rows)
{
  g_autoptr (NewsSieve) sieve = NULL;

  if (scope->kind == NEWS_SCOPE_SECTION && scope->filter == NEWS_FILTER_BOOKMARKED)
    {
      read_bookmarked (database, g_ptr_array_index (scope->sections, 0), rows);
      news_listing_keep (database, scope, kept, rows);
    }
  else
    {
      sieve = news_sieve_new (database, scope->filter, scope->since, kept);
      read_plain (database, scope, -1, rows);
      news_listing_keep (database, scope, kept, rows);
      if (sieve != NULL)
        news_sieve_sift (sieve, rows);
    }

  /* What was found is in the order of how good it is. */
  if (scope->kind == NEWS_SCOPE_SEARCH && scope->order != NEWS_ORDER_NEWEST)
    news_rows_sort (rows);

  if (scope->order == NEWS_ORDER_OLDEST)
    news_rows_reverse (rows);
  else if (scope->order == NEWS_ORDER_MOST_VISITED)
    news_visits_sort (database, rows);
}

void
news_listing_read (NewsDatabase *database, NewsScope *scope, gint64 kept, int limit, GArray *rows)
{
  if (news_scope_is_plain (scope))
    {
      read_plain (database, scope, limit, rows);
      news_listing_keep (database, scope, kept, rows);
      return;
    }

  if (kept == 0 && read_top (database, scope, limit, rows))
    return;

  read_view (database, scope, kept, rows);
  if (limit >= 0 && rows->len > (guint) limit)
    g_array_set_size (rows, (guint) limit);
}
