/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-body.h"
#include "news-store-private.h"

static NewsRevision *
read_row (NewsDatabase *database, NewsStatement *statement)
{
  NewsRevision *revision = news_revision_new ();

  revision->number = news_statement_get_int (statement, 0);
  revision->replaced_at = news_statement_get_int (statement, 1);
  revision->title = news_statement_dup_text (statement, 2);
  revision->standfirst = news_statement_dup_text (statement, 3);
  revision->summary_only = news_statement_get_int (statement, 4) != 0;
  news_body_read_columns (database, statement, 5, &revision->page, &revision->text);

  return revision;
}

static gpointer
list_revisions (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  const gint64 *article = data;
  GPtrArray *revisions = g_ptr_array_new_with_free_func ((GDestroyNotify) news_revision_unref);
  NewsStatement *statement = news_database_prepare (
    database, "SELECT id, replaced_at, title, standfirst, summary_only, page, text, pack"
              " FROM revisions WHERE article = ? ORDER BY id DESC");

  news_statement_bind_int (statement, 1, *article);
  while (news_statement_next (statement))
    g_ptr_array_add (revisions, read_row (database, statement));

  return revisions;
}

static const NewsOperation revisions_operation = {
  .name = "Broadsheet: revisions",
  .lane = NEWS_LANE_READ,
  .run = list_revisions,
  .free_request = g_free,
  .free_result = (GDestroyNotify) g_ptr_array_unref,
};

void
news_store_revisions_async (NewsStore *self,
                            gint64 article,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_return_if_fail (NEWS_IS_STORE (self));

  news_store_start (self, &revisions_operation, g_memdup2 (&article, sizeof article), cancellable,
                    callback, user_data);
}

GPtrArray *
news_store_revisions_finish (NewsStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (NEWS_IS_STORE (self), NULL);

  return news_store_finish (self, &revisions_operation, result, error);
}
