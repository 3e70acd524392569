/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-answer-span.h"
#include "news-rows.h"
#include "news-search-index.h"
#include "news-store-private.h"
#include "news-unread-tally.h"

/* --- how much there is --------------------------------------------------------------------------
 */

typedef struct
{
  NewsQuery query;
  guint articles;
  gint64 answered;
} Extent;

static gpointer
read_extent (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  Extent *extent = data;
  gint64 query = news_rows_get_query (database, &extent->query);
  NewsStatement *statement;

  statement = news_database_prepare (database, "SELECT count (*) FROM placements WHERE query = ?");
  news_statement_bind_int (statement, 1, query);
  extent->articles = (guint) news_statement_run_int (statement, 0);

  statement = news_database_prepare (database, "SELECT answered FROM queries WHERE id = ?");
  news_statement_bind_int (statement, 1, query);
  extent->answered = news_statement_run_int (statement, 0);

  return NULL;
}

static const NewsOperation extent_operation = {
  .name = "Broadsheet: extent",
  .lane = NEWS_LANE_READ,
  .run = read_extent,
};

gboolean
news_store_get_extent (NewsStore *self,
                       const char *source,
                       const char *section,
                       guint *articles,
                       gint64 *answered,
                       GError **error)
{
  Extent extent = { .query = { (char *) source, (char *) section } };

  g_return_val_if_fail (NEWS_IS_STORE (self), FALSE);

  if (!news_store_wait (self, &extent_operation, &extent, NULL, error))
    return FALSE;

  if (articles != NULL)
    *articles = extent.articles;
  if (answered != NULL)
    *answered = extent.answered;

  return TRUE;
}

/* --- dropping what is old -----------------------------------------------------------------------
 */

/* How many articles are looked at in one transaction, so that a mark never waits for long. */
#define CHUNK 500

typedef struct
{
  gint64 before;
  gint64 last; /* the last number that was looked at */
  guint looked;
  int dropped;
} Drop;

static void
run_for (NewsDatabase *database, const char *sql, gint64 article)
{
  NewsStatement *statement = news_database_prepare (database, sql);

  news_statement_bind_int (statement, 1, article);
  news_statement_run (statement);
}

static gboolean
is_read (NewsDatabase *database, gint64 article)
{
  NewsStatement *statement
    = news_database_prepare (database, "SELECT read FROM statuses WHERE identity = ?");

  news_statement_bind_int (statement, 1, article);

  return news_statement_run_int (statement, 0) != 0;
}

/* What hangs on the article goes with it. Its number stays known if it has a mark. */
static void
drop_article (NewsDatabase *database, NewsUnreadTally *tally, gint64 article)
{
  if (!is_read (database, article))
    news_unread_tally_add_article (tally, article, -1);

  news_search_index_remove (database, article);
  run_for (database, "DELETE FROM articles WHERE id = ?", article);
  run_for (database, "DELETE FROM statuses WHERE identity = ? AND read = 0 AND bookmarked = 0",
           article);
  run_for (database,
           "DELETE FROM identities WHERE id = ?1"
           " AND NOT EXISTS (SELECT 1 FROM statuses WHERE identity = ?1)",
           article);
}

static gpointer
drop_chunk (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  Drop *drop = data;
  g_autoptr (GArray) articles = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (NewsUnreadTally) tally = news_unread_tally_new (database);
  NewsStatement *statement = news_database_prepare (
    database,
    "SELECT t.article, EXISTS (SELECT 1 FROM statuses s"
    "  WHERE s.identity = t.article AND s.bookmarked = 1)"
    " OR EXISTS (SELECT 1 FROM placements p JOIN queries q ON q.id = p.query"
    "  WHERE p.article = t.article AND q.told > 0 AND t.told + " NEWS_ANSWER_SPAN "  >= q.told)"
    " FROM tellings t WHERE t.article > ? AND t.told < ? ORDER BY t.article LIMIT ?");

  drop->looked = 0;
  news_statement_bind_ints (statement, drop->last, drop->before, CHUNK);
  while (news_statement_next (statement))
    {
      drop->looked++;
      drop->last = news_statement_get_int (statement, 0);
      if (news_statement_get_int (statement, 1) == 0)
        g_array_append_val (articles, drop->last);
    }

  for (guint i = 0; i < articles->len; i++)
    drop_article (database, tally, g_array_index (articles, gint64, i));
  news_unread_tally_write (tally);

  drop->dropped += (int) articles->len;
  changes->lists |= articles->len > 0;
  changes->counts |= articles->len > 0;

  return NULL;
}

/* What no article needs any more: answers to old requests, and topics. */
static gpointer
drop_rest (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  const Drop *drop = data;

  run_for (database, "DELETE FROM requests WHERE answered < ?", drop->before);
  news_statement_run (news_database_prepare (
    database, "DELETE FROM topics WHERE NOT EXISTS"
              " (SELECT 1 FROM article_topics a WHERE a.topic = topics.id)"));

  return NULL;
}

static const NewsOperation drop_chunk_operation = {
  .name = "Broadsheet: drop older articles",
  .lane = NEWS_LANE_BULK,
  .run = drop_chunk,
};

static const NewsOperation drop_rest_operation = {
  .name = "Broadsheet: drop what is left",
  .lane = NEWS_LANE_BULK,
  .run = drop_rest,
};

int
news_store_drop_older (NewsStore *self, gint64 before, GError **error)
{
  Drop drop = { .before = before, .last = G_MININT64 };

  g_return_val_if_fail (NEWS_IS_STORE (self), -1);

  do
    if (!news_store_wait (self, &drop_chunk_operation, &drop, NULL, error))
      return -1;
  while (drop.looked == CHUNK);

  if (!news_store_wait (self, &drop_rest_operation, &drop, NULL, error))
    return -1;

  return drop.dropped;
}
