/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-article-reader.h"
#include "news-id-set.h"
#include "news-listing.h"
#include "news-rows.h"
#include "news-store-private.h"

/* --- lists --------------------------------------------------------------------------------------
 */

typedef struct
{
  NewsScope *scope;
  gint64 kept;
  guint headlines;
} ListRequest;

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

  news_listing_read (database, request->scope, snapshot->rows);
  news_listing_keep (database, request->scope, request->kept, snapshot->rows);

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
  ListRequest *request;

  g_return_if_fail (NEWS_IS_STORE (self));
  g_return_if_fail (scope != NULL);

  request = g_new (ListRequest, 1);
  request->scope = news_scope_ref (scope);
  request->kept = kept;
  request->headlines = headlines;

  news_store_start (self, &list_operation, request, cancellable, callback, user_data);
}

NewsSnapshot *
news_store_list_finish (NewsStore *self, GAsyncResult *result, GError **error)
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

/* --- counts -------------------------------------------------------------------------------------
 */

/* Counts the unread articles of @query into @all, and those that @section, if not NULL, does not
 * have yet. Returns how many these are. */
static guint
count_query (NewsDatabase *database, const NewsQuery *query, NewsIdSet *section, NewsIdSet *all)
{
  NewsStatement *statement = news_database_prepare (
    database, "SELECT article FROM placements WHERE query = ? AND read = 0");
  guint count = 0;

  news_statement_bind_int (statement, 1, news_rows_get_query (database, query));
  while (news_statement_next (statement))
    {
      gint64 article = news_statement_get_int (statement, 0);

      news_id_set_add (all, article);
      if (section == NULL || news_id_set_add (section, article))
        count++;
    }

  return count;
}

/* A query alone has each article once; only several need to be compared. */
static guint
count_section (NewsDatabase *database, NewsSection *section, NewsIdSet *all)
{
  g_autoptr (NewsIdSet) own = section->queries->len > 1 ? news_id_set_new () : NULL;
  guint count = 0;

  for (guint i = 0; i < section->queries->len; i++)
    count += count_query (database, g_ptr_array_index (section->queries, i), own, all);

  return count;
}

static gpointer
count (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  GPtrArray *sections = data;
  GArray *counts = g_array_new (FALSE, TRUE, sizeof (guint));
  g_autoptr (NewsIdSet) all = news_id_set_new ();
  guint bookmarks;

  g_array_set_size (counts, sections->len);
  for (guint i = 0; i < sections->len; i++)
    g_array_index (counts, guint, i)
      = count_section (database, g_ptr_array_index (sections, i), all);

  for (guint i = 0; i < sections->len; i++)
    if (((NewsSection *) g_ptr_array_index (sections, i))->queries->len == 0)
      g_array_index (counts, guint, i) = news_id_set_get_size (all);

  bookmarks = (guint) news_statement_run_int (
    news_database_prepare (database, "SELECT count (*) FROM statuses s"
                                     " JOIN articles a ON a.id = s.identity"
                                     " WHERE s.bookmarked = 1"),
    0);
  g_array_append_val (counts, bookmarks);

  return counts;
}

static const NewsOperation count_operation = {
  .name = "Broadsheet: count",
  .lane = NEWS_LANE_READ,
  .run = count,
  .free_request = (GDestroyNotify) g_ptr_array_unref,
  .free_result = (GDestroyNotify) g_array_unref,
};

void
news_store_count_async (NewsStore *self,
                        GPtrArray *sections,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GPtrArray *request;

  g_return_if_fail (NEWS_IS_STORE (self));

  request = g_ptr_array_new_with_free_func ((GDestroyNotify) news_section_unref);
  for (guint i = 0; i < sections->len; i++)
    g_ptr_array_add (request, news_section_ref (g_ptr_array_index (sections, i)));

  news_store_start (self, &count_operation, request, cancellable, callback, user_data);
}

GArray *
news_store_count_finish (NewsStore *self, GAsyncResult *result, GError **error)
{
  return news_store_finish (self, &count_operation, result, error);
}
