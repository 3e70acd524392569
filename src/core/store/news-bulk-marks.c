/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-bulk-marks.h"

#include "news-status-writer.h"
#include "news-unread-tally.h"

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a;
  gint64 other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

/* A status without a mark need not be there at all. */
static NewsStatement *
prepare_read (NewsDatabase *database)
{
  NewsStatement *statement = news_database_prepare (
    database, "INSERT INTO statuses (identity, read, read_at)"
              " SELECT i.id, 1, ? FROM news_numbers (?) n"
              " CROSS JOIN identities i ON i.id = n.value WHERE TRUE"
              " ON CONFLICT (identity) DO UPDATE SET read = 1, read_at = excluded.read_at"
              " WHERE read = 0 RETURNING identity");

  news_statement_bind_int (statement, 1, news_database_get_now (database));

  return statement;
}

static NewsStatement *
prepare_unread (NewsDatabase *database)
{
  return news_database_prepare (database,
                                "UPDATE statuses SET read = 0, read_at = NULL WHERE read = 1"
                                " AND identity IN (SELECT value FROM news_numbers (?))"
                                " RETURNING identity");
}

/* In the order of the tables, as there may be many. */
static GArray *
mark (NewsDatabase *database, GArray *articles, gboolean read)
{
  GArray *changed = g_array_new (FALSE, FALSE, sizeof (gint64));
  NewsStatement *statement = read ? prepare_read (database) : prepare_unread (database);

  g_array_sort (articles, compare_numbers);
  news_statement_bind_numbers (statement, read ? 2 : 1, articles);
  while (news_statement_next (statement))
    {
      gint64 article = news_statement_get_int (statement, 0);

      g_array_append_val (changed, article);
    }

  return changed;
}

static void
count (NewsDatabase *database, GArray *changed, gboolean read)
{
  g_autoptr (NewsUnreadTally) tally = news_unread_tally_new (database);
  NewsStatement *statement
    = news_database_prepare (database, "SELECT p.query, count (*) FROM news_numbers (?) n"
                                       " CROSS JOIN placements p ON p.article = n.value"
                                       " GROUP BY p.query");

  news_statement_bind_numbers (statement, 1, changed);
  while (news_statement_next (statement))
    {
      int articles = (int) news_statement_get_int (statement, 1);

      news_unread_tally_add (tally, news_statement_get_int (statement, 0),
                             read ? -articles : articles);
    }
  news_unread_tally_write (tally);
}

GArray *
news_bulk_marks_set_read (NewsDatabase *database,
                          GArray *articles,
                          gboolean read,
                          NewsChanges *changes)
{
  GArray *changed = mark (database, articles, read);

  count (database, changed, read);

  if (changed->len > NEWS_CHANGES_MARKS)
    news_changes_set_many (changes);
  for (guint i = 0; !changes->many && i < changed->len; i++)
    news_status_writer_note (database, g_array_index (changed, gint64, i), changes);
  changes->counts |= changed->len > 0;

  return changed;
}
