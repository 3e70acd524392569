/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-store-private.h"

typedef struct
{
  gint64 article;
  NewsReadingPlace place;
} PlaceRequest;

static gpointer
keep_place (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  PlaceRequest *request = data;
  gboolean begins = request->place.block == 0 && request->place.part == 0;
  NewsStatement *statement;

  if (begins)
    {
      statement = news_database_prepare (database, "DELETE FROM places WHERE article = ?");
      news_statement_bind_int (statement, 1, request->article);
    }
  else
    {
      /* Not of an article that has gone meanwhile. */
      statement = news_database_prepare (
        database, "INSERT INTO places (article, block, part) SELECT id, ?2, ?3 FROM articles"
                  " WHERE id = ?1 ON CONFLICT (article)"
                  " DO UPDATE SET block = excluded.block, part = excluded.part");
      news_statement_bind_ints (statement, request->article, request->place.block,
                                request->place.part);
    }
  news_statement_run (statement);

  return GINT_TO_POINTER (TRUE);
}

static const NewsOperation keep_place_operation = {
  .name = "Broadsheet: keep place",
  .lane = NEWS_LANE_MARK,
  .run = keep_place,
  .free_request = g_free,
};

void
news_store_keep_place_async (NewsStore *self,
                             gint64 article,
                             NewsReadingPlace place,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  PlaceRequest *request;

  g_return_if_fail (NEWS_IS_STORE (self));

  request = g_new (PlaceRequest, 1);
  request->article = article;
  request->place = place;

  news_store_start (self, &keep_place_operation, request, cancellable, callback, user_data);
}

gboolean
news_store_keep_place_finish (NewsStore *self, GAsyncResult *result, GError **error)
{
  return news_store_finish (self, &keep_place_operation, result, error) != NULL;
}
