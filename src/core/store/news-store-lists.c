/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-article-reader.h"
#include "news-listing.h"
#include "news-rows.h"
#include "news-store-private.h"

/* --- lists --------------------------------------------------------------------------------------
 */

typedef struct
{
  NewsScope *scope;
  gint64 kept;
  int limit; /* -1 for none */
  guint headlines;
} ListRequest;

static ListRequest *
new_list_request (NewsScope *scope, gint64 kept, int limit, guint headlines)
{
  ListRequest *request = g_new (ListRequest, 1);

  request->scope = news_scope_ref (scope);
  request->kept = kept;
  request->limit = limit;
  request->headlines = headlines;

  return request;
}

static void
free_list_request (ListRequest *request)
{
  news_scope_unref (request->scope);
  g_free (request);
}

static void
add_headline (NewsDatabase *database, gint64 article, GPtrArray *headlines)
{
  NewsHeadline *headline = news_article_reader_get_headline (database, article);

  if (headline != NULL)
    g_ptr_array_add (headlines, headline);
}

static gpointer
list (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  ListRequest *request = data;
  NewsSnapshot *snapshot = news_snapshot_new ();

  news_listing_read (database, request->scope, request->kept, request->limit, snapshot->rows);

  for (guint i = 0; i < MIN (snapshot->rows->len, request->headlines); i++)
    add_headline (database, g_array_index (snapshot->rows, NewsRow, i).article,
                  snapshot->headlines);

  return snapshot;
}

static const NewsOperation list_operation = {
  .name = "Broadsheet: list",
  .lane = NEWS_LANE_READ,
  .run = list,
  .free_request = (GDestroyNotify) free_list_request,
  .free_result = (GDestroyNotify) news_snapshot_unref,
};

void
news_store_list_async (NewsStore *self,
                       NewsScope *scope,
                       gint64 kept,
                       guint headlines,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_return_if_fail (NEWS_IS_STORE (self));
  g_return_if_fail (scope != NULL);

  news_store_start (self, &list_operation, new_list_request (scope, kept, -1, headlines),
                    cancellable, callback, user_data);
}

NewsSnapshot *
news_store_list_finish (NewsStore *self, GAsyncResult *result, GError **error)
{
  return news_store_finish (self, &list_operation, result, error);
}

void
news_store_list_top_async (NewsStore *self,
                           NewsScope *scope,
                           guint length,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  int limit = (int) MIN (length, G_MAXINT);

  g_return_if_fail (NEWS_IS_STORE (self));
  g_return_if_fail (scope != NULL);

  news_store_start (self, &list_operation, new_list_request (scope, 0, limit, length), cancellable,
                    callback, user_data);
}

NewsSnapshot *
news_store_list_top_finish (NewsStore *self, GAsyncResult *result, GError **error)
{
  return news_store_finish (self, &list_operation, result, error);
}

/* --- headlines ----------------------------------------------------------------------------------
 */

static gpointer
read_headlines (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  GArray *articles = data;
  GPtrArray *headlines = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < articles->len; i++)
    add_headline (database, g_array_index (articles, gint64, i), headlines);

  return headlines;
}

static const NewsOperation headlines_operation = {
  .name = "Broadsheet: headlines",
  .lane = NEWS_LANE_READ,
  .run = read_headlines,
  .free_request = (GDestroyNotify) g_array_unref,
  .free_result = (GDestroyNotify) g_ptr_array_unref,
};

void
news_store_headlines_async (NewsStore *self,
                            const gint64 *articles,
                            guint length,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GArray *request;

  g_return_if_fail (NEWS_IS_STORE (self));

  request = g_array_sized_new (FALSE, FALSE, sizeof (gint64), length);
  g_array_append_vals (request, articles, length);

  news_store_start (self, &headlines_operation, request, cancellable, callback, user_data);
}

GPtrArray *
news_store_headlines_finish (NewsStore *self, GAsyncResult *result, GError **error)
{
  return news_store_finish (self, &headlines_operation, result, error);
}
