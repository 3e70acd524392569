/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-rows.h"

#define ROW(rows, i) g_array_index (rows, NewsRow, i)

GArray *
news_rows_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (NewsRow));
}

int
news_rows_compare (const NewsRow *one, const NewsRow *other)
{
  if (one->time != other->time)
    return one->time > other->time ? -1 : 1;

  return (one->article < other->article) - (one->article > other->article);
}

void
news_rows_add (GArray *rows, NewsStatement *statement)
{
  while (news_statement_next (statement))
    {
      NewsRow row = { .article = news_statement_get_int (statement, 0),
                      .time = news_statement_get_int (statement, 1) };

      g_array_append_val (rows, row);
    }
}

/* Merges [start, middle) and [middle, end) of @from into the same place of @to. */
static void
merge_pair (GArray *from, GArray *to, guint start, guint middle, guint end)
{
  guint left = start;
  guint right = middle;

  for (guint i = start; i < end; i++)
    {
      gboolean take_left
        = right == end
          || (left < middle && news_rows_compare (&ROW (from, left), &ROW (from, right)) <= 0);

      ROW (to, i) = take_left ? ROW (from, left++) : ROW (from, right++);
    }
}

/* Merges neighbouring runs, so that half as many are left. */
static void
merge_pass (GArray *from, GArray *to, GArray *starts)
{
  guint n = 0;

  for (guint i = 0; i < starts->len; i += 2)
    {
      guint start = g_array_index (starts, guint, i);
      guint middle = i + 1 < starts->len ? g_array_index (starts, guint, i + 1) : from->len;
      guint end = i + 2 < starts->len ? g_array_index (starts, guint, i + 2) : from->len;

      merge_pair (from, to, start, middle, end);
      g_array_index (starts, guint, n++) = start;
    }

  g_array_set_size (starts, n);
}

static void
drop_repeated (GArray *rows)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    if (n == 0 || ROW (rows, n - 1).article != ROW (rows, i).article)
      ROW (rows, n++) = ROW (rows, i);

  g_array_set_size (rows, n);
}

void
news_rows_merge (GArray *rows, GArray *starts)
{
  g_autoptr (GArray) spare = NULL;
  GArray *from = rows;

  if (starts->len < 2)
    return;

  spare = news_rows_new ();
  g_array_set_size (spare, rows->len);

  while (starts->len > 1)
    {
      GArray *to = from == rows ? spare : rows;

      merge_pass (from, to, starts);
      from = to;
    }

  if (from != rows)
    {
      g_array_set_size (rows, 0);
      g_array_append_vals (rows, spare->data, spare->len);
    }
  drop_repeated (rows);
}

int
news_rows_find (GArray *rows, gint64 article)
{
  for (guint i = 0; i < rows->len; i++)
    if (ROW (rows, i).article == article)
      return (int) i;

  return -1;
}

void
news_rows_insert (GArray *rows, NewsRow row)
{
  guint i = 0;

  while (i < rows->len && ROW (rows, i).group < row.group)
    i++;
  while (i < rows->len && ROW (rows, i).group == row.group
         && news_rows_compare (&ROW (rows, i), &row) < 0)
    i++;

  g_array_insert_val (rows, i, row);
}

gint64
news_rows_get_query (NewsDatabase *database, const NewsQuery *query)
{
  NewsStatement *statement
    = news_database_prepare (database, "SELECT q.id FROM sources s JOIN queries q"
                                       " ON q.source = s.id WHERE s.name = ? AND q.section = ?");

  news_statement_bind_text (statement, 1, query->source);
  news_statement_bind_text (statement, 2, query->section != NULL ? query->section : "");

  return news_statement_run_int (statement, 0);
}

void
news_rows_read_section (NewsDatabase *database, NewsSection *section, int limit, GArray *rows)
{
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < section->queries->len; i++)
    {
      gint64 query = news_rows_get_query (database, g_ptr_array_index (section->queries, i));
      NewsStatement *statement
        = news_database_prepare (database, "SELECT article, sorted FROM placements WHERE query = ?"
                                           " ORDER BY sorted DESC, article DESC LIMIT ?");

      g_array_append_val (starts, rows->len);
      news_statement_bind_ints (statement, query, limit);
      news_rows_add (rows, statement);
    }

  news_rows_merge (rows, starts);
}
