/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-store-keeping.h"
#include "news-answer-span.h"
#include "news-search-index.h"
#include "news-store-private.h"
#include "news-unread-tally.h"

/* How many articles are looked at in one transaction, so that a mark never waits for long. */
#define CHUNK 100

/* Whether the article of tellings "t" stays, whatever it is that drops others: it is bookmarked, or
 * on show. */
#define IS_DEAR                                         \
  "(t.article = ?1 OR EXISTS (SELECT 1 FROM statuses s" \
  " WHERE s.identity = t.article AND s.bookmarked = 1))"

/* Whether its source tells it in the newest answer of one of its queries. */
#define IS_TOLD                                                               \
  "EXISTS (SELECT 1 FROM placements told JOIN queries q ON q.id = told.query" \
  " WHERE told.article = t.article AND q.told > 0"                            \
  " AND t.told + " NEWS_ANSWER_SPAN " >= q.told)"

/* What is dropped is found by walking in the order of a key, from where the last chunk ended. */
typedef struct
{
  gint64 shown;
  gint64 before; /* of those that are dropped for their age */
  gint64 last;   /* the last number that was looked at */
  guint looked;
  int dropped;
} Drop;

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
  news_database_run_for (database, "DELETE FROM articles WHERE id = ?", article);
  news_database_run_for (
    database, "DELETE FROM statuses WHERE identity = ? AND read = 0 AND bookmarked = 0", article);
  news_database_run_for (database,
                         "DELETE FROM identities WHERE id = ?1"
                         " AND NOT EXISTS (SELECT 1 FROM statuses WHERE identity = ?1)",
                         article);
}

static void
drop_articles (NewsDatabase *database, GArray *articles, Drop *drop, NewsChanges *changes)
{
  g_autoptr (NewsUnreadTally) tally = news_unread_tally_new (database);

  for (guint i = 0; i < articles->len; i++)
    drop_article (database, tally, g_array_index (articles, gint64, i));
  news_unread_tally_write (tally);

  drop->dropped += (int) articles->len;
  changes->lists |= articles->len > 0;
  changes->counts |= articles->len > 0;
}

/* Drops what @statement, whose values are bound, gives: numbers, and whether each stays. */
static void
drop_found (NewsDatabase *database, NewsStatement *statement, Drop *drop, NewsChanges *changes)
{
  g_autoptr (GArray) articles = g_array_new (FALSE, FALSE, sizeof (gint64));

  drop->looked = 0;
  while (news_statement_next (statement))
    {
      drop->looked++;
      drop->last = news_statement_get_int (statement, 0);
      if (news_statement_get_int (statement, 1) == 0)
        g_array_append_val (articles, drop->last);
    }

  drop_articles (database, articles, drop, changes);
}

static gpointer
drop_older_chunk (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  Drop *drop = data;
  NewsStatement *statement = news_database_prepare (
    database, "SELECT t.article, " IS_DEAR " OR " IS_TOLD " FROM tellings t"
              " WHERE t.article > ?2 AND t.told < ?3 ORDER BY t.article LIMIT ?4");

  news_statement_bind_ints (statement, drop->shown, drop->last, drop->before, CHUNK);
  drop_found (database, statement, drop, changes);

  return NULL;
}

static gpointer
drop_any_chunk (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  Drop *drop = data;
  NewsStatement *statement
    = news_database_prepare (database, "SELECT t.article, " IS_DEAR " FROM tellings t"
                                       " WHERE t.article > ?2 ORDER BY t.article LIMIT ?3");

  news_statement_bind_ints (statement, drop->shown, drop->last, CHUNK);
  drop_found (database, statement, drop, changes);

  return NULL;
}

/* What no article needs any more: answers to old requests, and topics. */
static gpointer
drop_rest (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  const Drop *drop = data;

  news_database_run_for (database, "DELETE FROM requests WHERE answered < ?", drop->before);
  news_statement_run (news_database_prepare (
    database, "DELETE FROM topics WHERE NOT EXISTS"
              " (SELECT 1 FROM article_topics a WHERE a.topic = topics.id)"));

  return NULL;
}

/* Of hardly any article would it stay. */
static gpointer
drop_index (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  news_search_index_clear (database);

  return NULL;
}

static const NewsOperation drop_index_operation = {
  .name = "Broadsheet: drop the index",
  .lane = NEWS_LANE_BULK,
  .run = drop_index,
};

static const NewsOperation drop_older_operation = {
  .name = "Broadsheet: drop older articles",
  .lane = NEWS_LANE_BULK,
  .run = drop_older_chunk,
};

static const NewsOperation drop_any_operation = {
  .name = "Broadsheet: drop all articles",
  .lane = NEWS_LANE_BULK,
  .run = drop_any_chunk,
};

static const NewsOperation drop_rest_operation = {
  .name = "Broadsheet: drop what is left",
  .lane = NEWS_LANE_BULK,
  .run = drop_rest,
};

int
news_store_drop_older (NewsStore *self, gint64 before, gint64 shown, GError **error)
{
  Drop drop = { .shown = shown, .before = before, .last = G_MININT64 };

  g_return_val_if_fail (NEWS_IS_STORE (self), -1);

  do
    if (!news_store_wait (self, &drop_older_operation, &drop, NULL, error))
      return -1;
  while (drop.looked == CHUNK);

  if (!news_store_wait (self, &drop_rest_operation, &drop, NULL, error))
    return -1;

  return drop.dropped;
}

/* The answers go first: an article that is dropped would not come again as long as these hold. */
int
news_store_drop_all (NewsStore *self,
                     gint64 shown,
                     NewsProgressFunc progress,
                     gpointer data,
                     GError **error)
{
  Drop drop = { .shown = shown, .before = G_MAXINT64, .last = G_MININT64 };
  guint looked = 0;

  g_return_val_if_fail (NEWS_IS_STORE (self), -1);

  if (!news_store_wait (self, &drop_rest_operation, &drop, NULL, error)
      || !news_store_wait (self, &drop_index_operation, &drop, NULL, error))
    return -1;

  do
    {
      if (!news_store_wait (self, &drop_any_operation, &drop, NULL, error))
        return -1;
      looked += drop.looked;
      if (progress != NULL)
        progress (looked, data);
    }
  while (drop.looked == CHUNK);

  if (!news_store_wait (self, &drop_rest_operation, &drop, NULL, error))
    return -1;

  return drop.dropped;
}

/* --- dropping what is more than a number --------------------------------------------------------
 */

/* The last row of a list that is within the number. */
typedef struct
{
  gint64 query;
  gint64 sorted;
  gint64 article;
} Edge;

typedef struct
{
  Drop drop;
  guint number;
  GArray *edges; /* Edge: of the sources that have more */
  Edge *edge;    /* the one that is at work */
} Surplus;

/* The list of all that a source has, for each source. */
static GArray *
list_everything (NewsDatabase *database)
{
  GArray *queries = g_array_new (FALSE, FALSE, sizeof (gint64));
  NewsStatement *statement = news_database_prepare (
    database, "SELECT q.id FROM sources s JOIN queries q ON q.source = s.id AND q.section = ''"
              " WHERE s.id > ?");

  news_statement_bind_int (statement, 1, G_MININT64);
  while (news_statement_next (statement))
    {
      gint64 query = news_statement_get_int (statement, 0);

      g_array_append_val (queries, query);
    }

  return queries;
}

static gpointer
find_edges (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  Surplus *surplus = data;
  g_autoptr (GArray) queries = list_everything (database);

  for (guint i = 0; i < queries->len; i++)
    {
      Edge edge = { .query = g_array_index (queries, gint64, i) };
      NewsStatement *statement
        = news_database_prepare (database, "SELECT sorted, article FROM placements WHERE query = ?"
                                           " ORDER BY sorted DESC, article DESC LIMIT 1 OFFSET ?");

      news_statement_bind_ints (statement, edge.query, surplus->number - 1);
      if (!news_statement_next (statement))
        continue;

      edge.sorted = news_statement_get_int (statement, 0);
      edge.article = news_statement_get_int (statement, 1);
      news_statement_end (statement);
      g_array_append_val (surplus->edges, edge);
    }

  return NULL;
}

static gpointer
drop_beyond_chunk (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  Surplus *surplus = data;
  g_autoptr (GArray) articles = g_array_new (FALSE, FALSE, sizeof (gint64));
  NewsStatement *statement
    = news_database_prepare (database, "SELECT p.sorted, p.article, " IS_DEAR " OR " IS_TOLD
                                       " FROM placements p JOIN tellings t ON t.article = p.article"
                                       " WHERE p.query = ?2 AND (p.sorted, p.article) < (?3, ?4)"
                                       " ORDER BY p.sorted DESC, p.article DESC LIMIT ?5");

  surplus->drop.looked = 0;
  news_statement_bind_ints (statement, surplus->drop.shown, surplus->edge->query,
                            surplus->edge->sorted, surplus->edge->article, CHUNK);
  while (news_statement_next (statement))
    {
      surplus->drop.looked++;
      surplus->edge->sorted = news_statement_get_int (statement, 0);
      surplus->edge->article = news_statement_get_int (statement, 1);
      if (news_statement_get_int (statement, 2) == 0)
        g_array_append_val (articles, surplus->edge->article);
    }

  drop_articles (database, articles, &surplus->drop, changes);

  return NULL;
}

static const NewsOperation find_edges_operation = {
  .name = "Broadsheet: where sources have more than a number",
  .lane = NEWS_LANE_READ,
  .run = find_edges,
};

static const NewsOperation drop_beyond_operation = {
  .name = "Broadsheet: drop articles beyond a number",
  .lane = NEWS_LANE_BULK,
  .run = drop_beyond_chunk,
};

int
news_store_drop_beyond (NewsStore *self, guint number, gint64 shown, GError **error)
{
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (Edge));
  Surplus surplus = { .drop = { .shown = shown }, .number = number, .edges = edges };

  g_return_val_if_fail (NEWS_IS_STORE (self), -1);
  g_return_val_if_fail (number > 0, -1);

  if (!news_store_wait (self, &find_edges_operation, &surplus, NULL, error))
    return -1;

  for (guint i = 0; i < edges->len; i++)
    {
      surplus.edge = &g_array_index (edges, Edge, i);
      do
        if (!news_store_wait (self, &drop_beyond_operation, &surplus, NULL, error))
          return -1;
      while (surplus.drop.looked == CHUNK);
    }

  return surplus.drop.dropped;
}
