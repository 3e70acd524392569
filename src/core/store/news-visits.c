/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-visits.h"

#include "news-id-set.h"
#include "news-snapshot.h"

/* Articles that are looked at before it is given up to find the first ones of a list among all. */
#define MOST_LOOKED_AT 4000

/* All that was ever visited, by visits, as the index has it. */
static NewsStatement *
prepare_visited (NewsDatabase *database)
{
  return news_database_prepare (
    database, "SELECT id, sorted FROM articles INDEXED BY articles_by_visits WHERE visits > 0"
              " ORDER BY visits DESC, sorted DESC, id DESC");
}

static NewsRow
get_row (NewsStatement *statement)
{
  return (NewsRow) { .article = news_statement_get_int (statement, 0),
                     .time = news_statement_get_int (statement, 1) };
}

static void
add_ids (NewsIdSet *ids, GArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    news_id_set_add (ids, g_array_index (rows, NewsRow, i).article);
}

void
news_visits_sort (NewsDatabase *database, GArray *rows)
{
  g_autoptr (NewsIdSet) listed = news_id_set_new ();
  g_autoptr (NewsIdSet) visited = news_id_set_new ();
  g_autoptr (GArray) sorted = g_array_sized_new (FALSE, FALSE, sizeof (NewsRow), rows->len);
  NewsStatement *statement = prepare_visited (database);

  add_ids (listed, rows);
  while (sorted->len < rows->len && news_statement_next (statement))
    {
      NewsRow row = get_row (statement);

      if (news_id_set_contains (listed, row.article))
        g_array_append_val (sorted, row);
    }
  news_statement_end (statement);

  add_ids (visited, sorted);
  for (guint i = 0; i < rows->len; i++)
    if (!news_id_set_contains (visited, g_array_index (rows, NewsRow, i).article))
      g_array_append_val (sorted, g_array_index (rows, NewsRow, i));

  g_array_set_size (rows, 0);
  g_array_append_vals (rows, sorted->data, sorted->len);
}

static gboolean
stands_in (NewsDatabase *database, gint64 article, NewsIdSet *queries)
{
  NewsStatement *statement
    = news_database_prepare (database, "SELECT query FROM placements WHERE article = ?");
  gboolean found = FALSE;

  news_statement_bind_int (statement, 1, article);
  while (!found && news_statement_next (statement))
    found = news_id_set_contains (queries, news_statement_get_int (statement, 0));
  news_statement_end (statement);

  return found;
}

gboolean
news_visits_read_top (NewsDatabase *database,
                      GArray *queries,
                      NewsSieve *sieve,
                      guint limit,
                      GArray *rows)
{
  g_autoptr (NewsIdSet) set = news_id_set_new ();
  NewsStatement *statement = prepare_visited (database);

  for (guint i = 0; i < queries->len; i++)
    news_id_set_add (set, g_array_index (queries, gint64, i));

  for (guint i = 0; i < MOST_LOOKED_AT && rows->len < limit && news_statement_next (statement); i++)
    {
      NewsRow row = get_row (statement);

      if (news_sieve_passes (sieve, row.article) && stands_in (database, row.article, set))
        g_array_append_val (rows, row);
    }
  news_statement_end (statement);

  if (rows->len == limit)
    return TRUE;

  g_array_set_size (rows, 0);

  return FALSE;
}
