/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-rows.h"

#include "news-recent.h"

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

static void
read_whole (NewsDatabase *database, GArray *queries, GArray *rows)
{
  for (guint i = 0; i < queries->len; i++)
    {
      NewsStatement *statement
        = news_database_prepare (database, "SELECT article, sorted FROM placements WHERE query = ?"
                                           " ORDER BY sorted DESC, article DESC");

      news_statement_bind_int (statement, 1, g_array_index (queries, gint64, i));
      news_rows_add (rows, statement);
    }

  /* The rows of one query are in order. */
  if (queries->len > 1)
    news_rows_sort (rows);
}

void
news_rows_read (NewsDatabase *database, GArray *queries, int limit, GArray *rows)
{
  if (limit < 0)
    read_whole (database, queries, rows);
  else
    news_rows_read_top (database, queries, NEWS_ORDER_NEWEST, NULL, (guint) limit, rows);
}

void
news_rows_reverse (GArray *rows)
{
  for (guint i = 0; i < rows->len / 2; i++)
    {
      NewsRow row = ROW (rows, i);

      ROW (rows, i) = ROW (rows, rows->len - 1 - i);
      ROW (rows, rows->len - 1 - i) = row;
    }
}

/* --- the first rows --- */

/* The first rows of some queries while they are being read, and how far it is worth to read on. */
typedef struct
{
  GArray *rows;
  NewsSieve *sieve;
  guint limit;
  gboolean oldest;

  gboolean bounded; /* there are as many as are wanted already, of which the last is */
  NewsRow bound;
} Top;

/* Leaves the first ones, in the order that is wanted. */
static void
cut (Top *top)
{
  news_rows_sort (top->rows);
  if (top->oldest)
    news_rows_reverse (top->rows);
  if (top->rows->len < top->limit)
    return;

  g_array_set_size (top->rows, top->limit);
  if (top->limit > 0)
    {
      top->bounded = TRUE;
      top->bound = ROW (top->rows, top->limit - 1);
    }
}

static gboolean
is_beyond (const Top *top, const NewsRow *row)
{
  int order = top->bounded ? news_rows_compare (row, &top->bound) : 0;

  return top->oldest ? order < 0 : order > 0;
}

static NewsStatement *
prepare_query (NewsDatabase *database, gboolean oldest)
{
  return oldest ? news_database_prepare (database,
                                         "SELECT article, sorted FROM placements WHERE query = ?"
                                         " ORDER BY sorted, article")
                : news_database_prepare (database,
                                         "SELECT article, sorted FROM placements WHERE query = ?"
                                         " ORDER BY sorted DESC, article DESC");
}

/* What is behind the last row that is wanted is not read at all: of most of many queries that is
 * everything but their first row. */
static void
read_query (NewsDatabase *database, gint64 query, Top *top)
{
  NewsStatement *statement = prepare_query (database, top->oldest);
  guint most = MIN (top->limit, news_sieve_get_most (top->sieve, query));
  guint added = 0;

  news_statement_bind_int (statement, 1, query);
  while (added < most && news_statement_next (statement))
    {
      NewsRow row = { .article = news_statement_get_int (statement, 0),
                      .time = news_statement_get_int (statement, 1) };

      if (is_beyond (top, &row))
        break;

      if (news_sieve_passes (top->sieve, row.article))
        {
          g_array_append_val (top->rows, row);
          added++;
        }
    }
  news_statement_end (statement);
}

void
news_rows_read_top (NewsDatabase *database,
                    GArray *queries,
                    NewsOrder order,
                    NewsSieve *sieve,
                    guint limit,
                    GArray *rows)
{
  Top top = { rows, sieve, limit, order == NEWS_ORDER_OLDEST, FALSE, { 0 } };

  if (order == NEWS_ORDER_NEWEST && news_recent_read_top (database, queries, sieve, limit, rows))
    return;

  for (guint i = 0; i < queries->len; i++)
    {
      read_query (database, g_array_index (queries, gint64, i), &top);
      if (rows->len >= 4 * limit)
        cut (&top);
    }

  cut (&top);
}
