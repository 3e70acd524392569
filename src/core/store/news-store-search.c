/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-search-index.h"
#include "news-search-suggestions.h"
#include "news-search.h"
#include "news-store-private.h"

/* --- suggestions --------------------------------------------------------------------------------
 */

typedef struct
{
  char *typed;
  guint caret;
  guint limit;
  GPtrArray *sections; /* NewsSection */
} SuggestRequest;

void
news_suggestion_free (NewsSuggestion *self)
{
  g_free (self->label);
  g_free (self->completion);
  g_free (self);
}

static void
free_suggest_request (SuggestRequest *request)
{
  g_free (request->typed);
  g_ptr_array_unref (request->sections);
  g_free (request);
}

static gpointer
suggest (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  SuggestRequest *request = data;

  return news_search_suggestions_read (database, request->typed, request->caret, request->limit,
                                       request->sections);
}

static const NewsOperation suggest_operation = {
  .name = "Broadsheet: suggest",
  .lane = NEWS_LANE_READ,
  .run = suggest,
  .free_request = (GDestroyNotify) free_suggest_request,
  .free_result = (GDestroyNotify) g_ptr_array_unref,
};

void
news_store_suggest_async (NewsStore *self,
                          const char *typed,
                          guint caret,
                          guint limit,
                          GPtrArray *sections,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  SuggestRequest *request;

  g_return_if_fail (NEWS_IS_STORE (self));
  g_return_if_fail (typed != NULL);

  request = g_new (SuggestRequest, 1);
  request->typed = g_strdup (typed);
  request->caret = caret;
  request->limit = limit;
  request->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) news_section_unref);
  for (guint i = 0; sections != NULL && i < sections->len; i++)
    g_ptr_array_add (request->sections, news_section_ref (g_ptr_array_index (sections, i)));

  news_store_start (self, &suggest_operation, request, cancellable, callback, user_data);
}

GPtrArray *
news_store_suggest_finish (NewsStore *self, GAsyncResult *result, GError **error)
{
  return news_store_finish (self, &suggest_operation, result, error);
}

/* --- counts -------------------------------------------------------------------------------------
 */

static gpointer
count_matches (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  GPtrArray *scopes = data;
  GArray *counts = g_array_sized_new (FALSE, FALSE, sizeof (guint), scopes->len);

  for (guint i = 0; i < scopes->len; i++)
    {
      guint count = news_search_count_unread (database, g_ptr_array_index (scopes, i),
                                              NEWS_STORE_MOST_MATCHES);

      g_array_append_val (counts, count);
    }

  return counts;
}

static const NewsOperation count_matches_operation = {
  .name = "Broadsheet: count matches",
  .lane = NEWS_LANE_READ,
  .run = count_matches,
  .free_request = (GDestroyNotify) g_ptr_array_unref,
  .free_result = (GDestroyNotify) g_array_unref,
};

void
news_store_count_matches_async (NewsStore *self,
                                GPtrArray *scopes,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GPtrArray *request;

  g_return_if_fail (NEWS_IS_STORE (self));

  request = g_ptr_array_new_with_free_func ((GDestroyNotify) news_scope_unref);
  for (guint i = 0; i < scopes->len; i++)
    g_ptr_array_add (request, news_scope_ref (g_ptr_array_index (scopes, i)));

  news_store_start (self, &count_matches_operation, request, cancellable, callback, user_data);
}

GArray *
news_store_count_matches_finish (NewsStore *self, GAsyncResult *result, GError **error)
{
  return news_store_finish (self, &count_matches_operation, result, error);
}

/* --- what is not indexed ------------------------------------------------------------------------
 */

/* How many articles are put into the index in one transaction, so that a mark never waits for
 * long. */
#define CHUNK 50

static gboolean
is_all_indexed (NewsDatabase *database)
{
  NewsStatement *statement
    = news_database_prepare (database, "SELECT 1 FROM unindexed WHERE article > 0 LIMIT 1");

  return news_statement_run_int (statement, 0) == 0;
}

/* Once all are there, a search that is on show finds more than it did. */
static gpointer
index_more (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  guint *left = data;

  *left = 0;
  if (is_all_indexed (database))
    return NULL;

  *left = news_search_index_more (database, CHUNK);
  changes->lists |= *left == 0;

  return NULL;
}

static const NewsOperation index_more_operation = {
  .name = "Broadsheet: index more",
  .lane = NEWS_LANE_BULK,
  .run = index_more,
};

int
news_store_index_more (NewsStore *self, GError **error)
{
  guint left = 0;

  g_return_val_if_fail (NEWS_IS_STORE (self), -1);

  if (!news_store_wait (self, &index_more_operation, &left, NULL, error))
    return -1;

  return (int) MIN (left, G_MAXINT);
}

static gpointer
count_unindexed (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  int *count = g_new (int, 1);
  NewsStatement *statement
    = news_database_prepare (database, "SELECT count (*) FROM unindexed WHERE article > 0");

  *count = (int) MIN (news_statement_run_int (statement, 0), G_MAXINT);

  return count;
}

static const NewsOperation count_unindexed_operation = {
  .name = "Broadsheet: count what is not indexed",
  .lane = NEWS_LANE_READ,
  .run = count_unindexed,
  .free_result = g_free,
};

void
news_store_count_unindexed_async (NewsStore *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (NEWS_IS_STORE (self));

  news_store_start (self, &count_unindexed_operation, NULL, cancellable, callback, user_data);
}

int
news_store_count_unindexed_finish (NewsStore *self, GAsyncResult *result, GError **error)
{
  g_autofree int *count = news_store_finish (self, &count_unindexed_operation, result, error);

  return count != NULL ? *count : -1;
}
