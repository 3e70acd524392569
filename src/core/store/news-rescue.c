/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-rescue.h"

#include "news-article-reader.h"
#include "news-article-writer.h"
#include "news-wreck.h"

typedef struct
{
  GHashTable *writers; /* char*, id of a source, to NewsArticleWriter */
  NewsChanges changes; /* nobody listens yet */

  NewsWreck *wreck;    /* borrowed */
  NewsDatabase *fresh; /* borrowed */
} Rescue;

static void
free_writer (NewsArticleWriter *writer)
{
  news_article_writer_clear (writer);
  g_free (writer);
}

static NewsArticleWriter *
ensure_writer (Rescue *self, const NewsWreckIdentity *identity)
{
  NewsArticleWriter *writer = g_hash_table_lookup (self->writers, identity->source);

  if (writer == NULL)
    {
      g_autoptr (NewsSource) source = news_source_new (identity->source, identity->title, "");

      writer = g_new0 (NewsArticleWriter, 1);
      news_article_writer_init (writer, self->fresh, &self->changes, source, NULL);
      g_hash_table_insert (self->writers, g_strdup (identity->source), writer);
    }

  return writer;
}

static void
write_status (Rescue *self, gint64 article, const NewsWreckStatus *status)
{
  NewsStatement *statement
    = news_database_prepare (self->fresh, "INSERT OR IGNORE INTO statuses (identity, read, read_at,"
                                          " bookmarked, bookmarked_at, rank)"
                                          " VALUES (?, ?, nullif (?, 0), ?, nullif (?, 0), ?)");

  news_statement_bind_ints (statement, article, status->read, status->read_at, status->bookmarked,
                            status->bookmarked_at, status->rank);
  news_statement_run (statement);
}

static void
rescue_status (Rescue *self, const NewsWreckStatus *status)
{
  g_autoptr (NewsWreckIdentity) identity = news_wreck_get_identity (self->wreck, status->identity);
  g_autoptr (NewsStory) story = NULL;
  NewsArticleWriter *writer;

  if (identity == NULL)
    return;

  writer = ensure_writer (self, identity);
  write_status (self, news_article_writer_identify (writer, identity->remote), status);

  if (status->bookmarked)
    story = news_wreck_get_story (self->wreck, status->identity);
  if (story != NULL)
    {
      g_set_str (&story->article->id, identity->remote);
      news_article_writer_take (writer, story->article);
    }
}

static void
finish_writers (Rescue *self)
{
  GHashTableIter iter;
  gpointer writer;

  g_hash_table_iter_init (&iter, self->writers);
  while (g_hash_table_iter_next (&iter, NULL, &writer))
    news_article_writer_finish (writer, FALSE);
}

/* The checkpoint moves everything from the log into the file, which is renamed without its log. */
static gboolean
finish (NewsDatabase *fresh, GError **error)
{
  if (!news_database_end (fresh, error))
    return FALSE;

  news_database_execute (fresh, "PRAGMA wal_checkpoint (TRUNCATE)");

  return news_database_check (fresh, error);
}

gboolean
news_rescue_run (const char *path, NewsDatabase *fresh, GError **error)
{
  g_autoptr (NewsWreck) wreck = news_wreck_open (path);
  g_autoptr (GArray) statuses = NULL;
  Rescue self = { .wreck = wreck, .fresh = fresh };

  if (wreck == NULL)
    return TRUE;

  statuses = news_wreck_read_statuses (wreck);
  self.writers
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) free_writer);
  news_changes_init (&self.changes);

  news_database_begin (fresh, NEWS_TRANSACTION_DURABLE);
  for (guint i = 0; i < statuses->len; i++)
    rescue_status (&self, &g_array_index (statuses, NewsWreckStatus, i));

  finish_writers (&self);
  g_hash_table_unref (self.writers);
  news_changes_clear (&self.changes);

  return finish (fresh, error);
}
