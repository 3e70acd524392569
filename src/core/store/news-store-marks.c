/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-listing.h"
#include "news-rows.h"
#include "news-status-writer.h"
#include "news-store-private.h"

static GArray *
new_numbers (void)
{
  return g_array_new (FALSE, FALSE, sizeof (gint64));
}

/* --- read ---------------------------------------------------------------------------------------
 */

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a;
  gint64 other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

/* Marks @articles, and returns those whose mark changed. */
static GArray *
mark_all (NewsDatabase *database, GArray *articles, gboolean read, NewsChanges *changes)
{
  g_autoptr (NewsUnreadTally) tally = news_unread_tally_new (database);
  GArray *changed = new_numbers ();

  for (guint i = 0; i < articles->len && !news_database_has_failed (database); i++)
    {
      gint64 article = g_array_index (articles, gint64, i);

      if (news_status_writer_set_read (database, tally, article, read))
        g_array_append_val (changed, article);
    }
  news_unread_tally_write (tally);

  if (changed->len > NEWS_CHANGES_MARKS)
    news_changes_set_many (changes);
  for (guint i = 0; !changes->many && i < changed->len; i++)
    news_status_writer_note (database, g_array_index (changed, gint64, i), changes);
  changes->counts |= changed->len > 0;

  return changed;
}

typedef struct
{
  GArray *articles;
  gboolean read;
} ReadRequest;

static void
free_read_request (ReadRequest *request)
{
  g_array_unref (request->articles);
  g_free (request);
}

static gpointer
set_read (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  ReadRequest *request = data;

  return mark_all (database, request->articles, request->read, changes);
}

static const NewsOperation set_read_operation = {
  .name = "Broadsheet: set read",
  .lane = NEWS_LANE_MARK,
  .run = set_read,
  .free_request = (GDestroyNotify) free_read_request,
  .free_result = (GDestroyNotify) g_array_unref,
};

void
news_store_set_read_async (NewsStore *self,
                           const gint64 *articles,
                           guint length,
                           gboolean read,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  ReadRequest *request;

  g_return_if_fail (NEWS_IS_STORE (self));

  request = g_new (ReadRequest, 1);
  request->articles = new_numbers ();
  request->read = read;
  g_array_append_vals (request->articles, articles, length);

  news_store_start (self, &set_read_operation, request, cancellable, callback, user_data);
}

GArray *
news_store_set_read_finish (NewsStore *self, GAsyncResult *result, GError **error)
{
  return news_store_finish (self, &set_read_operation, result, error);
}

/* The unread articles of a section, of which most may be read. */
static void
collect_unread (NewsDatabase *database, NewsSection *section, GArray *articles)
{
  for (guint i = 0; i < section->queries->len; i++)
    {
      gint64 query = news_rows_get_query (database, g_ptr_array_index (section->queries, i));
      NewsStatement *statement
        = news_database_prepare (database, "SELECT p.article FROM placements p WHERE p.query = ?"
                                           " AND NOT EXISTS (SELECT 1 FROM statuses s"
                                           "  WHERE s.identity = p.article AND s.read = 1)");

      news_statement_bind_int (statement, 1, query);
      while (news_statement_next (statement))
        {
          gint64 article = news_statement_get_int (statement, 0);

          g_array_append_val (articles, article);
        }
    }
}

static gpointer
read_all (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  NewsScope *scope = data;
  g_autoptr (GArray) articles = new_numbers ();
  g_autoptr (GArray) rows = news_rows_new ();

  if (scope->kind == NEWS_SCOPE_SECTION)
    collect_unread (database, g_ptr_array_index (scope->sections, 0), articles);
  else
    news_listing_read (database, scope, -1, rows);

  for (guint i = 0; i < rows->len; i++)
    g_array_append_val (articles, g_array_index (rows, NewsRow, i).article);

  /* In the order of the table, for there may be many. */
  g_array_sort (articles, compare_numbers);

  return mark_all (database, articles, TRUE, changes);
}

static const NewsOperation read_all_operation = {
  .name = "Broadsheet: read all",
  .lane = NEWS_LANE_MARK,
  .run = read_all,
  .free_request = (GDestroyNotify) news_scope_unref,
  .free_result = (GDestroyNotify) g_array_unref,
};

void
news_store_read_all_async (NewsStore *self,
                           NewsScope *scope,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_return_if_fail (NEWS_IS_STORE (self));
  g_return_if_fail (scope != NULL);

  news_store_start (self, &read_all_operation, news_scope_ref (scope), cancellable, callback,
                    user_data);
}

GArray *
news_store_read_all_finish (NewsStore *self, GAsyncResult *result, GError **error)
{
  return news_store_finish (self, &read_all_operation, result, error);
}
