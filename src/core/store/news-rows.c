/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-rows.h"

#define DIGIT_BITS 11
#define DIGITS (1 << DIGIT_BITS)

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

/* One of the two numbers that rows are sorted by, counted from its least so that it is small. */
static guint64
get_digits (const NewsRow *row, gboolean by_time, gint64 least)
{
  return (guint64) (by_time ? row->time : row->article) - (guint64) least;
}

/* Sorts by one digit, the largest first; rows of the same digit stay in their order. */
static void
sort_by_digit (GArray *from, GArray *to, gboolean by_time, gint64 least, guint shift)
{
  guint ends[DIGITS] = { 0 };
  guint end = 0;

  for (guint i = 0; i < from->len; i++)
    ends[get_digits (&ROW (from, i), by_time, least) >> shift & (DIGITS - 1)]++;

  for (int digit = DIGITS - 1; digit >= 0; digit--)
    {
      guint count = ends[digit];

      ends[digit] = end;
      end += count;
    }

  for (guint i = 0; i < from->len; i++)
    ROW (to, ends[get_digits (&ROW (from, i), by_time, least) >> shift & (DIGITS - 1)]++)
      = ROW (from, i);
}

/* Sorts by one of the two numbers, digit by digit from the last. The rows end up in *@rows. */
static void
sort_by_number (GArray **rows, GArray **spare, gboolean by_time)
{
  gint64 least = G_MAXINT64;
  guint64 most = 0;

  for (guint i = 0; i < (*rows)->len; i++)
    least = MIN (least, by_time ? ROW (*rows, i).time : ROW (*rows, i).article);
  for (guint i = 0; i < (*rows)->len; i++)
    most = MAX (most, get_digits (&ROW (*rows, i), by_time, least));

  for (guint shift = 0; shift < 64 && most >> shift != 0; shift += DIGIT_BITS)
    {
      GArray *sorted = *spare;

      sort_by_digit (*rows, sorted, by_time, least, shift);
      *spare = *rows;
      *rows = sorted;
    }
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

/* A radix sort: a long list of many queries has to be there before a reader notices, and comparing
 * its rows takes five times as long. */
void
news_rows_sort (GArray *rows)
{
  g_autoptr (GArray) copy = news_rows_new ();
  GArray *sorted = rows;
  GArray *spare = copy;

  g_array_set_size (copy, rows->len);
  sort_by_number (&sorted, &spare, FALSE);
  sort_by_number (&sorted, &spare, TRUE);

  if (sorted != rows)
    {
      g_array_set_size (rows, 0);
      g_array_append_vals (rows, sorted->data, sorted->len);
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

GArray *
news_rows_get_queries (NewsDatabase *database, NewsSection *section)
{
  GArray *queries = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < section->queries->len; i++)
    {
      gint64 query = news_rows_get_query (database, g_ptr_array_index (section->queries, i));

      if (query != 0)
        g_array_append_val (queries, query);
    }

  return queries;
}

void
news_rows_read (NewsDatabase *database, GArray *queries, int limit, GArray *rows)
{
  for (guint i = 0; i < queries->len; i++)
    {
      NewsStatement *statement
        = news_database_prepare (database, "SELECT article, sorted FROM placements WHERE query = ?"
                                           " ORDER BY sorted DESC, article DESC LIMIT ?");

      news_statement_bind_ints (statement, g_array_index (queries, gint64, i), limit);
      news_rows_add (rows, statement);
    }

  /* The rows of one query are in order. */
  if (queries->len > 1)
    news_rows_sort (rows);
  if (limit >= 0 && rows->len > (guint) limit)
    g_array_set_size (rows, (guint) limit);
}
