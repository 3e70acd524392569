/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-recent.h"

#include "news-id-set.h"
#include "news-rows.h"

/* Queries for each row that is wanted, from which on it may be worth it. */
#define MANY 4

/* An article that stands in several queries comes once for each, one after the other. */
static NewsStatement *
prepare_recent (NewsDatabase *database)
{
  NewsStatement *statement = news_database_prepare (
    database, "SELECT a.id, a.sorted, p.query FROM articles a INDEXED BY articles_by_time"
              " CROSS JOIN placements p INDEXED BY placements_by_article ON p.article = a.id"
              " WHERE a.sorted <= ? ORDER BY a.sorted DESC");

  news_statement_bind_int (statement, 1, G_MAXINT64);

  return statement;
}

static NewsRow *
get_last (GArray *rows)
{
  return rows->len > 0 ? &g_array_index (rows, NewsRow, rows->len - 1) : NULL;
}

static void
add (GArray *rows, const NewsRow *row, NewsSieve *sieve)
{
  const NewsRow *last = get_last (rows);

  if ((last == NULL || last->article != row->article) && news_sieve_passes (sieve, row->article))
    g_array_append_vals (rows, row, 1);
}

/* Looks at @most placements. Goes on to the end of a moment in which several articles were
 * published, as the index does not have them in the order of lists. Whether all that is wanted was
 * found. */
static gboolean
collect (NewsStatement *statement,
         NewsIdSet *queries,
         NewsSieve *sieve,
         guint limit,
         guint most,
         GArray *rows)
{
  for (guint i = 0; i < most; i++)
    {
      NewsRow row;

      if (!news_statement_next (statement))
        return TRUE;

      row = (NewsRow) { .article = news_statement_get_int (statement, 0),
                        .time = news_statement_get_int (statement, 1) };
      if (rows->len >= limit && row.time != get_last (rows)->time)
        return TRUE;

      if (news_id_set_contains (queries, news_statement_get_int (statement, 2)))
        add (rows, &row, sieve);
    }

  return FALSE;
}

gboolean
news_recent_read_top (NewsDatabase *database,
                      GArray *queries,
                      NewsSieve *sieve,
                      guint limit,
                      GArray *rows)
{
  g_autoptr (NewsIdSet) set = news_id_set_new ();
  NewsStatement *statement;
  gboolean found;

  if (limit == 0 || queries->len / MANY < limit)
    return FALSE;

  for (guint i = 0; i < queries->len; i++)
    news_id_set_add (set, g_array_index (queries, gint64, i));

  /* As many as there would be queries to look up: at worst that is done twice. */
  statement = prepare_recent (database);
  found = collect (statement, set, sieve, limit, queries->len, rows);
  news_statement_end (statement);

  news_rows_sort (rows);
  g_array_set_size (rows, found ? MIN (rows->len, limit) : 0);

  return found;
}
