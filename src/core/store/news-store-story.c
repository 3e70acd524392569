/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-article-finder.h"
#include "news-article-reader.h"
#include "news-canonical-url.h"
#include "news-store-private.h"

#include <glib/gi18n-lib.h>

static gint64 *
copy_number (gint64 number)
{
  gint64 *copy = g_new (gint64, 1);

  *copy = number;

  return copy;
}

/* Whatever the file says, the place is one that can be: a page may have changed since, so that
 * whoever goes there sees for itself whether it has that block. */
static void
read_place (NewsDatabase *database, NewsStory *story)
{
  NewsStatement *statement
    = news_database_prepare (database, "SELECT block, part FROM places WHERE article = ?");

  news_statement_bind_int (statement, 1, story->number);
  if (!news_statement_next (statement))
    return;

  story->place.block = (guint) CLAMP (news_statement_get_int (statement, 0), 0, G_MAXINT);
  story->place.part
    = (guint) CLAMP (news_statement_get_int (statement, 1), 0, NEWS_READING_PLACE_WHOLE);
  news_statement_end (statement);
}

static gpointer
read_story (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  const gint64 *article = data;
  NewsStory *story = news_article_reader_get_story (database, *article);

  if (story != NULL)
    {
      news_article_reader_add_links (database, story);
      read_place (database, story);
    }
  else
    news_database_take_error (database,
                              g_error_new_literal (NEWS_STORE_ERROR, NEWS_STORE_ERROR_NOT_FOUND,
                                                   _ ("This article is no longer stored.")));

  return story;
}

static const NewsOperation story_operation = {
  .name = "Broadsheet: story",
  .lane = NEWS_LANE_READ,
  .run = read_story,
  .free_request = g_free,
  .free_result = (GDestroyNotify) news_story_unref,
};

void
news_store_story_async (NewsStore *self,
                        gint64 article,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_return_if_fail (NEWS_IS_STORE (self));

  news_store_start (self, &story_operation, copy_number (article), cancellable, callback,
                    user_data);
}

NewsStory *
news_store_story_finish (NewsStore *self, GAsyncResult *result, GError **error)
{
  return news_store_finish (self, &story_operation, result, error);
}

NewsStory *
news_store_get_story (NewsStore *self, gint64 article, GError **error)
{
  gpointer story = NULL;

  g_return_val_if_fail (NEWS_IS_STORE (self), NULL);

  news_store_wait (self, &story_operation, &article, &story, error);

  return story;
}

static gpointer
find (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  return copy_number (news_article_finder_find (database, data));
}

static const NewsOperation find_operation = {
  .name = "Broadsheet: find",
  .lane = NEWS_LANE_READ,
  .run = find,
  .free_request = g_free,
  .free_result = g_free,
};

void
news_store_find_async (NewsStore *self,
                       const char *url,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autofree char *canonical = news_canonical_url (url);

  g_return_if_fail (NEWS_IS_STORE (self));

  /* An address that no article can have, such as mailto:, hashes to nobody's. */
  if (canonical == NULL)
    canonical = g_strdup ("");

  news_store_start (self, &find_operation, g_steal_pointer (&canonical), cancellable, callback,
                    user_data);
}

gint64
news_store_find_finish (NewsStore *self, GAsyncResult *result, GError **error)
{
  g_autofree gint64 *found = news_store_finish (self, &find_operation, result, error);

  return found != NULL ? *found : 0;
}
