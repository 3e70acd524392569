/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-article-reader.h"
#include "news-listing.h"
#include "news-rows.h"
#include "news-search.h"
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

/* What the headlines of @scope (nullable) are marked by, NULL if they are not. */
static NewsSearchMatch *
get_match (NewsScope *scope)
{
  return scope != NULL && scope->kind == NEWS_SCOPE_SEARCH ? news_search_get_match (scope) : NULL;
}

static void
add_headline (NewsDatabase *database, NewsSearchMatch *match, gint64 article, GPtrArray *headlines)
{
  NewsHeadline *headline = news_article_reader_get_headline (database, article);

  if (headline == NULL)
    return;

  if (match != NULL)
    news_search_mark (database, match, headline);
  g_ptr_array_add (headlines, headline);
}

static gpointer
list (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  ListRequest *request = data;
  NewsSnapshot *snapshot = news_snapshot_new ();
  g_autoptr (NewsSearchMatch) match = get_match (request->scope);

  if (request->scope->kind == NEWS_SCOPE_SEARCH && news_scope_is_plain (request->scope))
    {
      news_search_read (database, request->scope, request->kept, request->limit, snapshot);
      news_listing_keep (database, request->scope, request->kept, snapshot->rows);
    }
  else
    news_listing_read (database, request->scope, request->kept, request->limit, snapshot->rows);

  for (guint i = 0; i < MIN (snapshot->rows->len, request->headlines); i++)
    add_headline (database, match, g_array_index (snapshot->rows, NewsRow, i).article,
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

typedef struct
{
  NewsScope *scope; /* or NULL */
  GArray *articles; /* gint64 */
} HeadlinesRequest;

static void
free_headlines_request (HeadlinesRequest *request)
{
  g_clear_pointer (&request->scope, news_scope_unref);
  g_array_unref (request->articles);
  g_free (request);
}

static gpointer
read_headlines (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  HeadlinesRequest *request = data;
  GPtrArray *headlines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (NewsSearchMatch) match = get_match (request->scope);

  for (guint i = 0; i < request->articles->len; i++)
    add_headline (database, match, g_array_index (request->articles, gint64, i), headlines);

  return headlines;
}

static const NewsOperation headlines_operation = {
  .name = "Broadsheet: headlines",
  .lane = NEWS_LANE_READ,
  .run = read_headlines,
  .free_request = (GDestroyNotify) free_headlines_request,
  .free_result = (GDestroyNotify) g_ptr_array_unref,
};

void
news_store_headlines_async (NewsStore *self,
                            NewsScope *scope,
                            const gint64 *articles,
                            guint length,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  HeadlinesRequest *request;

  g_return_if_fail (NEWS_IS_STORE (self));

  request = g_new (HeadlinesRequest, 1);
  request->scope = scope != NULL ? news_scope_ref (scope) : NULL;
  request->articles = g_array_sized_new (FALSE, FALSE, sizeof (gint64), length);
  g_array_append_vals (request->articles, articles, length);

  news_store_start (self, &headlines_operation, request, cancellable, callback, user_data);
}

GPtrArray *
news_store_headlines_finish (NewsStore *self, GAsyncResult *result, GError **error)
{
  return news_store_finish (self, &headlines_operation, result, error);
}
