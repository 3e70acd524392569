/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-article-writer.h"
#include "news-requests.h"
#include "news-store-private.h"

typedef struct
{
  const NewsBatch *batch;
  NewsTaken taken;
} Request;

/* The articles without those that a later one of the same id replaces. Borrowed, in order. */
static GPtrArray *
drop_repeated (GPtrArray *articles)
{
  g_autoptr (GHashTable) last = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *kept = g_ptr_array_sized_new (articles->len);

  for (guint i = 0; i < articles->len; i++)
    {
      NewsArticle *article = g_ptr_array_index (articles, i);

      g_hash_table_insert (last, article->id, article);
    }

  for (guint i = 0; i < articles->len; i++)
    {
      NewsArticle *article = g_ptr_array_index (articles, i);

      if (g_hash_table_lookup (last, article->id) == article)
        {
          g_ptr_array_add (kept, article);

          /* The very same object may be there twice too. */
          g_hash_table_remove (last, article->id);
        }
    }

  return kept;
}

static gpointer
take_in (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  Request *request = data;
  const NewsBatch *batch = request->batch;
  g_autoptr (GPtrArray) articles = drop_repeated (batch->articles);
  g_auto (NewsArticleWriter) writer = { 0 };

  news_article_writer_init (&writer, database, changes, batch->source, batch->section);
  for (guint i = 0; i < articles->len && !news_database_has_failed (database); i++)
    news_article_writer_take (&writer, g_ptr_array_index (articles, i));

  news_article_writer_finish (&writer, !batch->alone);
  if (batch->request != NULL)
    news_requests_write (database, batch->request, writer.asked, batch->validators);
  request->taken = writer.taken;

  return NULL;
}

static const NewsOperation take_in_operation = {
  .name = "Broadsheet: take in",
  .lane = NEWS_LANE_BULK,
  .run = take_in,
};

gboolean
news_store_take_in (NewsStore *self, const NewsBatch *batch, NewsTaken *taken, GError **error)
{
  Request request = { .batch = batch };

  g_return_val_if_fail (NEWS_IS_STORE (self), FALSE);

  if (!news_store_wait (self, &take_in_operation, &request, NULL, error))
    return FALSE;

  if (taken != NULL)
    *taken = request.taken;

  return TRUE;
}
