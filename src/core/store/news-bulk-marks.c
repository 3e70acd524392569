/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-bulk-marks.h"

#include "news-id-set.h"
#include "news-sieve.h"
#include "news-status-writer.h"
#include "news-unread-tally.h"

/* Those of @articles that are marked otherwise, in the order of the tables, as there may be many.
 */
static GArray *
list_others (NewsDatabase *database, GArray *articles, gboolean read)
{
  g_autoptr (NewsSieve) unread = news_sieve_new (database, NEWS_FILTER_UNREAD, G_MAXINT64, 0);
  g_autoptr (NewsIdSet) others = news_id_set_new ();

  for (guint i = 0; i < articles->len; i++)
    {
      gint64 article = g_array_index (articles, gint64, i);

      if (news_sieve_passes (unread, article) == read)
        news_id_set_add (others, article);
    }

  return news_id_set_list (others);
}

/* Of @articles, those that anyone knows; what has been marked is known. */
static GArray *
list_known (NewsDatabase *database, GArray *articles)
{
  GArray *known = g_array_sized_new (FALSE, FALSE, sizeof (gint64), articles->len);
  NewsStatement *statement = news_database_prepare (
    database, "SELECT i.id FROM news_numbers (?) n CROSS JOIN identities i ON i.id = n.value");

  news_statement_bind_numbers (statement, 1, articles);
  while (news_statement_next (statement))
    {
      gint64 article = news_statement_get_int (statement, 0);

      g_array_append_val (known, article);
    }

  return known;
}

/* That all of @articles are marked otherwise is known: to have the statement find it out, and tell
 * which it has changed (RETURNING), makes it take half as long again. */
static void
mark (NewsDatabase *database, GArray *articles, gboolean read)
{
  NewsStatement *statement = news_database_prepare (
    database, "INSERT INTO statuses (identity, read, read_at)"
              " SELECT value, ?1, iif (?1, ?2, NULL) FROM news_numbers (?3) WHERE TRUE"
              " ON CONFLICT (identity) DO UPDATE SET read = excluded.read,"
              " read_at = excluded.read_at");

  news_statement_bind_ints (statement, read, news_database_get_now (database));
  news_statement_bind_numbers (statement, 3, articles);
  news_statement_run (statement);
}

/* Added up here, as to group them SQLite would sort all rows. */
static void
count (NewsDatabase *database, GArray *changed, gboolean read)
{
  g_autoptr (NewsUnreadTally) tally = news_unread_tally_new (database);
  NewsStatement *statement = news_database_prepare (
    database, "SELECT p.query FROM news_numbers (?) n"
              " CROSS JOIN placements p INDEXED BY placements_by_article ON p.article = n.value");

  news_statement_bind_numbers (statement, 1, changed);
  while (news_statement_next (statement))
    news_unread_tally_add (tally, news_statement_get_int (statement, 0), read ? -1 : 1);
  news_unread_tally_write (tally);
}

GArray *
news_bulk_marks_set_read (NewsDatabase *database,
                          GArray *articles,
                          gboolean read,
                          NewsChanges *changes)
{
  g_autoptr (GArray) others = list_others (database, articles, read);
  GArray *changed = read ? list_known (database, others) : g_array_ref (others);

  mark (database, changed, read);
  count (database, changed, read);

  if (changed->len > NEWS_CHANGES_MARKS)
    news_changes_set_many (changes);
  for (guint i = 0; !changes->many && i < changed->len; i++)
    news_status_writer_note (database, g_array_index (changed, gint64, i), changes);
  changes->counts |= changed->len > 0;

  return changed;
}
