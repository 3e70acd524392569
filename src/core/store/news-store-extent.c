/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-rows.h"
#include "news-store-private.h"

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
