/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-bookmark-order.h"
#include "news-status-writer.h"
#include "news-store-private.h"

#include <glib/gi18n-lib.h>

/* A bookmark on what is gone would be one that no list ever shows. */
static gboolean
is_there (NewsDatabase *database, gint64 article)
{
  NewsStatement *statement
    = news_database_prepare (database, "SELECT 1 FROM articles WHERE id = ?");

  news_statement_bind_int (statement, 1, article);
  if (news_statement_run_int (statement, 0) != 0)
    return TRUE;

  news_database_take_error (database,
                            g_error_new_literal (NEWS_STORE_ERROR, NEWS_STORE_ERROR_NOT_FOUND,
                                                 _ ("This article is no longer stored.")));

  return FALSE;
}

/* --- one bookmark -------------------------------------------------------------------------------
 */

typedef struct
{
  gint64 article;
  gboolean bookmarked;
  gboolean returned; /* with its old time and rank */
} BookmarkRequest;

static gboolean
write_bookmark (NewsDatabase *database, const BookmarkRequest *request)
{
  gint64 time = news_database_get_now_precise (database);
  gint64 rank;

  if (request->returned && news_status_writer_return_bookmark (database, request->article))
    return TRUE;

  rank = request->bookmarked ? news_bookmark_order_get_new_rank (database, time) : 0;

  return news_status_writer_set_bookmarked (database, request->article, request->bookmarked, time,
                                            rank);
}

static gpointer
set_bookmarked (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  const BookmarkRequest *request = data;

  if (!is_there (database, request->article))
    return NULL;

  if (write_bookmark (database, request))
    {
      news_status_writer_note (database, request->article, changes);
      changes->lists = TRUE;
      changes->counts = TRUE;
    }

  return GINT_TO_POINTER (TRUE);
}

static const NewsOperation set_bookmarked_operation = {
  .name = "Broadsheet: set bookmarked",
  .lane = NEWS_LANE_MARK,
  .run = set_bookmarked,
  .free_request = g_free,
};

static void
start (NewsStore *self,
       gint64 article,
       gboolean bookmarked,
       gboolean returned,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  BookmarkRequest *request = g_new (BookmarkRequest, 1);

  request->article = article;
  request->bookmarked = bookmarked;
  request->returned = returned;

  news_store_start (self, &set_bookmarked_operation, request, cancellable, callback, user_data);
}

void
news_store_set_bookmarked_async (NewsStore *self,
                                 gint64 article,
                                 gboolean bookmarked,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_return_if_fail (NEWS_IS_STORE (self));

  start (self, article, bookmarked, FALSE, cancellable, callback, user_data);
}

void
news_store_return_bookmark_async (NewsStore *self,
                                  gint64 article,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (NEWS_IS_STORE (self));

  start (self, article, TRUE, TRUE, cancellable, callback, user_data);
}

gboolean
news_store_set_bookmarked_finish (NewsStore *self, GAsyncResult *result, GError **error)
{
  return news_store_finish (self, &set_bookmarked_operation, result, error) != NULL;
}

/* --- their order --------------------------------------------------------------------------------
 */

typedef struct
{
  gint64 article;
  gint64 before;
} MoveRequest;

static gpointer
move (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  const MoveRequest *request = data;
  NewsBookmarkMove *move = g_new0 (NewsBookmarkMove, 1);

  move->next = news_bookmark_order_get_next (database, request->article);
  move->moved = news_bookmark_order_move (database, request->article, request->before);
  changes->lists |= move->moved;

  return move;
}

static const NewsOperation move_operation = {
  .name = "Broadsheet: move a bookmark",
  .lane = NEWS_LANE_MARK,
  .run = move,
  .free_request = g_free,
  .free_result = g_free,
};

void
news_store_move_bookmark_async (NewsStore *self,
                                gint64 article,
                                gint64 before,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  MoveRequest *request;

  g_return_if_fail (NEWS_IS_STORE (self));

  request = g_new (MoveRequest, 1);
  request->article = article;
  request->before = before;

  news_store_start (self, &move_operation, request, cancellable, callback, user_data);
}

NewsBookmarkMove *
news_store_move_bookmark_finish (NewsStore *self, GAsyncResult *result, GError **error)
{
  return news_store_finish (self, &move_operation, result, error);
}
