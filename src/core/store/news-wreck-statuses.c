/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-wreck-statuses.h"

#include "news-bookmark-order.h"
#include "news-id-set.h"
#include "news-wreck.h"

/* How many times a table is looked into, so that one that is all damaged does not take for ever. */
#define PROBES 10000

/* Numbers of rows, both ends included. */
typedef struct
{
  gint64 first;
  gint64 last;
} Range;

static void
push_range (GQueue *ranges, gint64 first, gint64 last)
{
  Range *range;

  if (first > last)
    return;

  range = g_new (Range, 1);
  range->first = first;
  range->last = last;
  g_queue_push_tail (ranges, range);
}

/* Where the rows of the statuses end, by the first index or table that can tell. */
static gint64
find_end (NewsDatabase *database)
{
  static const char *const questions[] = {
    "SELECT max (identity) FROM statuses",
    "SELECT max (id) FROM identities",
    "SELECT seq FROM sqlite_sequence WHERE name = 'identities'",
    "SELECT max (id) FROM articles",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      gint64 end = news_statement_run_int (news_database_prepare (database, questions[i]), 0);

      /* There is always a number after the last one. */
      if (!news_database_has_failed (database))
        return MIN (end, G_MAXINT64 - 1);
      news_database_forgive (database);
    }

  return G_MAXINT32;
}

/* Reads the statuses in @range by @sql, in order. Returns the first number that it could not reach,
 * which is past the end if all went well. */
static gint64
read_range (NewsDatabase *database,
            const char *sql,
            const Range *range,
            GArray *statuses,
            NewsIdSet *known)
{
  NewsStatement *statement = news_database_prepare (database, sql);
  gint64 next = range->first;

  news_statement_bind_ints (statement, range->first, range->last);
  while (news_statement_next (statement))
    {
      NewsWreckStatus status = { .identity = news_statement_get_int (statement, 0),
                                 .read = news_statement_get_int (statement, 1) != 0,
                                 .read_at = news_statement_get_int (statement, 2),
                                 .bookmarked = news_statement_get_int (statement, 3) != 0,
                                 .bookmarked_at = news_statement_get_int (statement, 4),
                                 .rank = news_statement_get_int (statement, 5) };

      if (news_id_set_add (known, status.identity))
        g_array_append_val (statuses, status);
      next = MAX (next, status.identity + 1);
    }

  if (!news_database_has_failed (database))
    return range->last + 1;

  news_database_forgive (database);

  return next;
}

/* How the table is read: its ranks too, unless it is of a version that had none. */
static const char *
choose_sql (NewsDatabase *database)
{
  news_statement_run (news_database_prepare (database, "SELECT rank FROM statuses LIMIT 0"));
  if (!news_database_has_failed (database))
    return "SELECT identity, read, read_at, bookmarked, bookmarked_at, rank FROM statuses"
           " WHERE identity BETWEEN ? AND ? ORDER BY identity";

  news_database_forgive (database);

  return "SELECT identity, read, read_at, bookmarked, bookmarked_at, 0 FROM statuses"
         " WHERE identity BETWEEN ? AND ? ORDER BY identity";
}

/* What follows a damaged page is read by looking into the two halves of the rest, until only the
 * page itself is left. The large pieces come first. */
static void
read_table (NewsDatabase *database, GArray *statuses, NewsIdSet *known)
{
  const char *sql = choose_sql (database);
  GQueue ranges = G_QUEUE_INIT;
  guint probes = 0;
  Range *range;

  push_range (&ranges, 0, find_end (database));
  while ((range = g_queue_pop_head (&ranges)) != NULL)
    {
      gint64 next = read_range (database, sql, range, statuses, known);

      if (next <= range->last && probes++ < PROBES)
        {
          gint64 middle = next + (range->last - next) / 2;

          /* A single number that can't be reached is given up. */
          if (next < range->last)
            push_range (&ranges, next, middle);
          push_range (&ranges, middle + 1, range->last);
        }
      g_free (range);
    }
}

static void
add_bookmarks (NewsDatabase *database, const char *sql, GArray *statuses, NewsIdSet *known)
{
  NewsStatement *statement = news_database_prepare (database, sql);

  while (news_statement_next (statement))
    {
      NewsWreckStatus status = { .identity = news_statement_get_int (statement, 0),
                                 .bookmarked = TRUE,
                                 .bookmarked_at = news_statement_get_int (statement, 1),
                                 .rank = news_statement_get_int (statement, 2) };

      if (news_id_set_add (known, status.identity))
        g_array_append_val (statuses, status);
    }
  news_database_forgive (database);
}

/* Either index has all there is to a bookmark, but that the older one does not know its rank. From
 * both ends, as far as each goes. */
static void
read_indexes (NewsDatabase *database, GArray *statuses, NewsIdSet *known)
{
  add_bookmarks (database,
                 "SELECT identity, bookmarked_at, rank FROM statuses INDEXED BY statuses_ranked"
                 " WHERE bookmarked = 1 ORDER BY rank, identity",
                 statuses, known);
  add_bookmarks (database,
                 "SELECT identity, bookmarked_at, rank FROM statuses INDEXED BY statuses_ranked"
                 " WHERE bookmarked = 1 ORDER BY rank DESC, identity DESC",
                 statuses, known);
  add_bookmarks (database,
                 "SELECT identity, bookmarked_at, 0 FROM statuses INDEXED BY statuses_bookmarked"
                 " WHERE bookmarked = 1 ORDER BY bookmarked_at, identity",
                 statuses, known);
  add_bookmarks (database,
                 "SELECT identity, bookmarked_at, 0 FROM statuses INDEXED BY statuses_bookmarked"
                 " WHERE bookmarked = 1 ORDER BY bookmarked_at DESC, identity DESC",
                 statuses, known);
}

/* Those whose rank could not be read stand by their time. */
static void
add_ranks (GArray *statuses)
{
  for (guint i = 0; i < statuses->len; i++)
    {
      NewsWreckStatus *status = &g_array_index (statuses, NewsWreckStatus, i);

      if (status->rank == 0 && status->bookmarked_at != 0)
        status->rank = news_bookmark_order_get_rank (status->bookmarked_at);
    }
}

GArray *
news_wreck_statuses_read (NewsDatabase *database)
{
  g_autoptr (NewsIdSet) known = news_id_set_new ();
  GArray *statuses = g_array_new (FALSE, FALSE, sizeof (NewsWreckStatus));

  read_table (database, statuses, known);
  read_indexes (database, statuses, known);
  add_ranks (statuses);

  return statuses;
}
