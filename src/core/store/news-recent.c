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

/* One list of queries, and what was found of it. */
typedef struct
{
  NewsIdSet *queries;
  GArray *rows; /* borrowed */
  gboolean found;
} Top;

static void
init_top (Top *top, GArray *queries, GArray *rows)
{
  top->queries = news_id_set_new ();
  top->rows = rows;
  top->found = FALSE;
  for (guint i = 0; i < queries->len; i++)
    news_id_set_add (top->queries, g_array_index (queries, gint64, i));
}

/* Brings it into order, or drops it. */
static void
end_top (Top *top, guint limit)
{
  g_clear_pointer (&top->queries, news_id_set_free);
  if (top->found)
    news_rows_sort (top->rows);
  g_array_set_size (top->rows, top->found ? MIN (top->rows->len, limit) : 0);
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

/* Goes on to the end of a moment in which several articles were published, as the index does not
 * have them in the order of lists. Whether nothing more is wanted. */
static gboolean
consider (Top *top, const NewsRow *row, gint64 query, NewsSieve *sieve, guint limit)
{
  top->found = top->found || (top->rows->len >= limit && row->time != get_last (top->rows)->time);
  if (!top->found && news_id_set_contains (top->queries, query))
    add (top->rows, row, sieve);

  return top->found;
}

/* Looks at @most placements, until all that is wanted was found. */
static void
collect (NewsDatabase *database, Top *tops, guint n_tops, NewsSieve *sieve, guint limit, guint most)
{
  NewsStatement *statement = prepare_recent (database);
  guint left = n_tops;

  for (guint i = 0; i < most && left > 0; i++)
    {
      gboolean more = news_statement_next (statement);
      NewsRow row = { 0 };
      gint64 query = 0;

      if (more)
        {
          row.article = news_statement_get_int (statement, 0);
          row.time = news_statement_get_int (statement, 1);
          query = news_statement_get_int (statement, 2);
        }

      left = 0;
      for (guint j = 0; j < n_tops; j++)
        if (!more)
          tops[j].found = TRUE;
        else if (!consider (&tops[j], &row, query, sieve, limit))
          left++;
    }
  news_statement_end (statement);
}

static gboolean
are_many (GArray *queries, guint limit)
{
  return limit > 0 && queries->len / MANY >= limit;
}

gboolean
news_recent_read_top (NewsDatabase *database,
                      GArray *queries,
                      NewsSieve *sieve,
                      guint limit,
                      GArray *rows)
{
  Top top;

  if (!are_many (queries, limit))
    return FALSE;

  /* As many as there would be queries to look up: at worst that is done twice. */
  init_top (&top, queries, rows);
  collect (database, &top, 1, sieve, limit, queries->len);
  end_top (&top, limit);

  return top.found;
}

static void
free_rows (GArray *rows)
{
  g_clear_pointer (&rows, g_array_unref);
}

GPtrArray *
news_recent_read_tops (NewsDatabase *database, GPtrArray *lists, guint limit)
{
  GPtrArray *results = g_ptr_array_new_with_free_func ((GDestroyNotify) free_rows);
  g_autofree Top *tops = g_new0 (Top, lists->len);
  guint n = 0, most = 0;

  for (guint i = 0; i < lists->len; i++)
    {
      GArray *queries = g_ptr_array_index (lists, i);

      g_ptr_array_add (results, are_many (queries, limit) ? news_rows_new () : NULL);
      if (results->pdata[i] == NULL)
        continue;
      init_top (&tops[n++], queries, results->pdata[i]);
      most += queries->len;
    }

  collect (database, tops, n, NULL, limit, most);
  for (guint i = 0, next = 0; i < lists->len; i++)
    if (results->pdata[i] != NULL)
      {
        end_top (&tops[next], limit);
        if (!tops[next++].found)
          g_clear_pointer (&results->pdata[i], g_array_unref);
      }

  return results;
}
