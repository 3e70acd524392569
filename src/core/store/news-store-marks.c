/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-bulk-marks.h"
#include "news-listing.h"
#include "news-rows.h"
#include "news-sieve.h"
#include "news-store-private.h"

static GArray *
new_numbers (void)
{
  return g_array_new (FALSE, FALSE, sizeof (gint64));
}

/* --- read ---------------------------------------------------------------------------------------
 */

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

  return news_bulk_marks_set_read (database, request->articles, request->read, changes);
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

/* --- rows of a list -----------------------------------------------------------------------------
 */

static void
add_span (const NewsRowSpan *span, GArray *articles)
{
  for (guint i = span->from; i < span->to; i++)
    {
      NewsRow row = news_packed_rows_get (span->rows, i);

      g_array_append_val (articles, row.article);
    }
}

static void
clear_span (gpointer data)
{
  news_packed_rows_unref (((NewsRowSpan *) data)->rows);
}

static gpointer
read_rows (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  GArray *spans = data;
  g_autoptr (GArray) articles = new_numbers ();

  for (guint i = 0; i < spans->len; i++)
    add_span (&g_array_index (spans, NewsRowSpan, i), articles);

  return news_bulk_marks_set_read (database, articles, TRUE, changes);
}

static const NewsOperation read_rows_operation = {
  .name = "Broadsheet: read rows",
  .lane = NEWS_LANE_MARK,
  .run = read_rows,
  .free_request = (GDestroyNotify) g_array_unref,
  .free_result = (GDestroyNotify) g_array_unref,
};

void
news_store_read_rows_async (NewsStore *self,
                            const NewsRowSpan *spans,
                            guint length,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GArray *request;

  g_return_if_fail (NEWS_IS_STORE (self));

  request = g_array_new (FALSE, FALSE, sizeof (NewsRowSpan));
  g_array_set_clear_func (request, clear_span);
  for (guint i = 0; i < length; i++)
    {
      NewsRowSpan span = spans[i];

      g_return_if_fail (span.from <= span.to && span.to <= news_packed_rows_get_length (span.rows));
      news_packed_rows_ref (span.rows);
      g_array_append_val (request, span);
    }

  news_store_start (self, &read_rows_operation, request, cancellable, callback, user_data);
}

GArray *
news_store_read_rows_finish (NewsStore *self, GAsyncResult *result, GError **error)
{
  return news_store_finish (self, &read_rows_operation, result, error);
}

/* --- all of a list ------------------------------------------------------------------------------
 */

/* The unread articles of a section, of which most may be read. */
static void
collect_unread (NewsDatabase *database, NewsSection *section, GArray *articles)
{
  g_autoptr (GArray) queries = news_rows_get_queries (database, section);
  g_autoptr (NewsSieve) unread = news_sieve_new (database, NEWS_FILTER_UNREAD, G_MAXINT64, 0);

  for (guint i = 0; i < queries->len; i++)
    {
      NewsStatement *statement
        = news_database_prepare (database, "SELECT article FROM placements WHERE query = ?");

      news_statement_bind_int (statement, 1, g_array_index (queries, gint64, i));
      while (news_statement_next (statement))
        {
          gint64 article = news_statement_get_int (statement, 0);

          if (news_sieve_passes (unread, article))
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

  if (scope->kind == NEWS_SCOPE_SECTION && scope->filter != NEWS_FILTER_BOOKMARKED)
    collect_unread (database, g_ptr_array_index (scope->sections, 0), articles);
  else
    news_listing_read (database, scope, 0, -1, rows);

  for (guint i = 0; i < rows->len; i++)
    g_array_append_val (articles, g_array_index (rows, NewsRow, i).article);

  return news_bulk_marks_set_read (database, articles, TRUE, changes);
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
