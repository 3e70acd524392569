/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-article-reader.h"
#include "news-id-set.h"
#include "news-store-private.h"

/* How far down a list is looked for something to read next: nobody wants yesterday's news because
 * it was once visited most, and a list may be long. */
#define DEPTH "200"

typedef struct
{
  gint64 article;
  guint length;
} Request;

/* What is found, in order. */
typedef struct
{
  GArray *articles;
  NewsIdSet *known;
  guint length;
} Choice;

/* Adds the articles that @statement gives, of which the first parameter is the article. */
static void
add_found (Choice *choice, NewsStatement *statement, gint64 article)
{
  news_statement_bind_int (statement, 1, article);

  while (choice->articles->len < choice->length && news_statement_next (statement))
    {
      gint64 found = news_statement_get_int (statement, 0);

      if (news_id_set_add (choice->known, found))
        g_array_append_val (choice->articles, found);
    }
  news_statement_end (statement);
}

/* Those that the source calls related, in its own order. */
static NewsStatement *
prepare_related (NewsDatabase *database)
{
  return news_database_prepare (
    database, "SELECT a.id FROM identities me JOIN related r ON r.article = me.id"
              " JOIN identities i ON i.source = me.source AND i.remote = r.remote"
              " JOIN articles a ON a.id = i.id LEFT JOIN statuses s ON s.identity = a.id"
              " WHERE me.id = ? ORDER BY coalesce (s.read, 0), r.position");
}

/* Those that share a topic, the newest first. */
static NewsStatement *
prepare_topics (NewsDatabase *database)
{
  return news_database_prepare (
    database, "SELECT o.article FROM article_topics t"
              " JOIN article_topics o ON o.topic = t.topic AND o.sorted >= coalesce ("
              "  (SELECT l.sorted FROM article_topics l WHERE l.topic = t.topic"
              "   ORDER BY l.sorted DESC LIMIT 1 OFFSET " DEPTH "), -9223372036854775808)"
              " LEFT JOIN statuses s ON s.identity = o.article"
              " WHERE t.article = ? ORDER BY coalesce (s.read, 0), o.sorted DESC, o.article DESC");
}

/* The newest of the sections that the article stands in, or of all its source has if it is in none;
 * the order comes after this. */
#define NEIGHBOURS(join, order)                                                     \
  "SELECT o.article FROM placements p JOIN queries q ON q.id = p.query"             \
  " JOIN placements o ON o.query = p.query AND o.sorted >= coalesce ("              \
  "  (SELECT l.sorted FROM placements l WHERE l.query = p.query"                    \
  "   ORDER BY l.sorted DESC LIMIT 1 OFFSET " DEPTH "), -9223372036854775808)" join \
  " LEFT JOIN statuses s ON s.identity = o.article"                                 \
  " WHERE p.article = ?1 AND (q.section <> '' OR NOT EXISTS ("                      \
  "  SELECT 1 FROM placements x JOIN queries y ON y.id = x.query"                   \
  "  WHERE x.article = ?1 AND y.section <> ''))"                                    \
  " ORDER BY coalesce (s.read, 0), " order "o.sorted DESC, o.article DESC"

static NewsStatement *
prepare_visited (NewsDatabase *database)
{
  return news_database_prepare (
    database,
    NEIGHBOURS (" JOIN articles a ON a.id = o.article AND a.visits > 0", "a.visits DESC, "));
}

static NewsStatement *
prepare_newest (NewsDatabase *database)
{
  return news_database_prepare (database, NEIGHBOURS ("", ""));
}

static gpointer
more (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  const Request *request = data;
  GPtrArray *headlines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) articles = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (NewsIdSet) known = news_id_set_new ();
  Choice choice = { articles, known, request->length };

  news_id_set_add (known, request->article);
  add_found (&choice, prepare_related (database), request->article);
  add_found (&choice, prepare_topics (database), request->article);
  add_found (&choice, prepare_visited (database), request->article);
  add_found (&choice, prepare_newest (database), request->article);

  for (guint i = 0; i < articles->len; i++)
    {
      NewsHeadline *headline
        = news_article_reader_get_headline (database, g_array_index (articles, gint64, i));

      if (headline != NULL)
        g_ptr_array_add (headlines, headline);
    }

  return headlines;
}

static const NewsOperation more_operation = {
  .name = "Broadsheet: more",
  .lane = NEWS_LANE_READ,
  .run = more,
  .free_request = g_free,
  .free_result = (GDestroyNotify) g_ptr_array_unref,
};

void
news_store_more_async (NewsStore *self,
                       gint64 article,
                       guint length,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  Request *request;

  g_return_if_fail (NEWS_IS_STORE (self));

  request = g_new (Request, 1);
  request->article = article;
  request->length = length;

  news_store_start (self, &more_operation, request, cancellable, callback, user_data);
}

GPtrArray *
news_store_more_finish (NewsStore *self, GAsyncResult *result, GError **error)
{
  return news_store_finish (self, &more_operation, result, error);
}
