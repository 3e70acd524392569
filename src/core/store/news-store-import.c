/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-article-finder.h"
#include "news-article-writer.h"
#include "news-bookmark-order.h"
#include "news-canonical-url.h"
#include "news-status-writer.h"
#include "news-store-private.h"

/* --- what of it is there already ----------------------------------------------------------------
 */

typedef struct
{
  GPtrArray *bookmarks;
  NewsBookmarkTally tally;
} Compare;

static gpointer
compare (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  Compare *request = data;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < request->bookmarks->len; i++)
    {
      const NewsBookmark *bookmark = g_ptr_array_index (request->bookmarks, i);
      char *canonical = news_canonical_url (bookmark->article->url);
      gint64 article;

      if (canonical == NULL || !g_hash_table_add (seen, canonical))
        continue;

      article = news_article_finder_find (database, canonical);
      if (article != 0 && news_bookmark_order_has (database, article))
        request->tally.known++;
      else if (article != 0)
        request->tally.stored++;
      else
        request->tally.added++;
    }

  return NULL;
}

static const NewsOperation compare_operation = {
  .name = "Broadsheet: compare bookmarks",
  .lane = NEWS_LANE_READ,
  .run = compare,
};

gboolean
news_store_compare_bookmarks (NewsStore *self,
                              GPtrArray *bookmarks,
                              NewsBookmarkTally *tally,
                              GError **error)
{
  Compare request = { .bookmarks = bookmarks };

  g_return_val_if_fail (NEWS_IS_STORE (self), FALSE);

  if (!news_store_wait (self, &compare_operation, &request, NULL, error))
    return FALSE;

  *tally = request.tally;

  return TRUE;
}

/* --- taking in ----------------------------------------------------------------------------------
 */

typedef struct
{
  NewsSource *source;
  GPtrArray *bookmarks;
  guint first;
  guint n;
  gboolean ordered;
} Import;

/* The stored article of a bookmark, which is taken in if there is none. */
static gint64
ensure_article (NewsDatabase *database, NewsArticleWriter *writer, NewsArticle *article)
{
  g_autofree char *canonical = news_canonical_url (article->url);
  gint64 number;

  if (canonical == NULL)
    return 0;

  number = news_article_finder_find (database, canonical);
  if (number != 0)
    return number;

  g_set_str (&article->id, canonical);

  return news_article_writer_take (writer, article);
}

/* In an order that a reader chose, and where there is no time, each comes before what was marked
 * before it, which is read from the end of the list; else all stand by their times. */
static gint64
choose_rank (NewsDatabase *database,
             const Import *request,
             const NewsBookmark *bookmark,
             gint64 time)
{
  return request->ordered || bookmark->time <= 0 ? news_bookmark_order_get_new_rank (database, time)
                                                 : news_bookmark_order_get_rank (time);
}

static gint64
choose_time (const NewsBookmark *bookmark, gint64 now)
{
  gint64 time = bookmark->time > 0 ? MIN (bookmark->time, now / G_USEC_PER_SEC) : 0;

  return time > 0 ? time * G_USEC_PER_SEC : now;
}

static gpointer
take (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  const Import *request = data;
  GArray *marked = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 now = news_database_get_now_precise (database);
  g_auto (NewsArticleWriter) writer = { 0 };

  news_article_writer_init (&writer, database, changes, request->source, NULL);
  for (guint i = request->n; i > 0 && !news_database_has_failed (database); i--)
    {
      const NewsBookmark *bookmark = g_ptr_array_index (request->bookmarks, request->first + i - 1);
      gint64 article = ensure_article (database, &writer, bookmark->article);
      gint64 time = choose_time (bookmark, now);

      if (article != 0
          && news_status_writer_set_bookmarked (database, article, TRUE, time,
                                                choose_rank (database, request, bookmark, time)))
        g_array_append_val (marked, article);
    }
  news_article_writer_finish (&writer, FALSE);

  if (marked->len > 0)
    news_changes_set_many (changes);
  changes->counts |= marked->len > 0;

  return marked;
}

static const NewsOperation take_operation = {
  .name = "Broadsheet: import bookmarks",
  .lane = NEWS_LANE_MARK,
  .run = take,
  .free_result = (GDestroyNotify) g_array_unref,
};

GArray *
news_store_take_bookmarks (NewsStore *self,
                           NewsSource *source,
                           GPtrArray *bookmarks,
                           guint first,
                           guint n,
                           gboolean ordered,
                           GError **error)
{
  Import request = { source, bookmarks, first, n, ordered };
  gpointer marked = NULL;

  g_return_val_if_fail (NEWS_IS_STORE (self), NULL);
  g_return_val_if_fail (first + n <= bookmarks->len, NULL);

  news_store_wait (self, &take_operation, &request, &marked, error);

  return marked;
}

/* --- and back -----------------------------------------------------------------------------------
 */

static gpointer
unmark (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  GArray *articles = data;
  GArray *changed = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < articles->len; i++)
    {
      gint64 article = g_array_index (articles, gint64, i);

      if (news_status_writer_set_bookmarked (database, article, FALSE, 0, 0))
        g_array_append_val (changed, article);
    }

  if (changed->len > 0)
    news_changes_set_many (changes);
  changes->counts |= changed->len > 0;

  return changed;
}

static const NewsOperation unmark_operation = {
  .name = "Broadsheet: unmark bookmarks",
  .lane = NEWS_LANE_MARK,
  .run = unmark,
  .free_request = (GDestroyNotify) g_array_unref,
  .free_result = (GDestroyNotify) g_array_unref,
};

void
news_store_unmark_bookmarks_async (NewsStore *self,
                                   GArray *articles,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_return_if_fail (NEWS_IS_STORE (self));

  news_store_start (self, &unmark_operation, g_array_ref (articles), cancellable, callback,
                    user_data);
}

GArray *
news_store_unmark_bookmarks_finish (NewsStore *self, GAsyncResult *result, GError **error)
{
  return news_store_finish (self, &unmark_operation, result, error);
}

/* --- out ----------------------------------------------------------------------------------------
 */

static gpointer
list (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  GArray *articles = g_array_new (FALSE, FALSE, sizeof (gint64));
  NewsStatement *statement = news_database_prepare (
    database, "SELECT s.identity FROM statuses s INDEXED BY statuses_ranked"
              " JOIN tellings t ON t.article = s.identity WHERE s.bookmarked = 1"
              " ORDER BY s.rank DESC, s.identity DESC");

  while (news_statement_next (statement))
    {
      gint64 article = news_statement_get_int (statement, 0);

      g_array_append_val (articles, article);
    }

  return articles;
}

static const NewsOperation list_operation = {
  .name = "Broadsheet: all bookmarks",
  .lane = NEWS_LANE_READ,
  .run = list,
  .free_result = (GDestroyNotify) g_array_unref,
};

GArray *
news_store_list_bookmarks (NewsStore *self, GError **error)
{
  gpointer articles = NULL;

  g_return_val_if_fail (NEWS_IS_STORE (self), NULL);

  news_store_wait (self, &list_operation, NULL, &articles, error);

  return articles;
}
