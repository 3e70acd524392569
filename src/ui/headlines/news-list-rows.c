/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-list-rows.h"

#include "news-when.h"

/* No day is shorter, whatever summer time does. */
#define SHORTEST_DAY (G_GINT64_CONSTANT (20) * 60 * 60)

/* A place of the table that no row has. */
#define FREE 0

/* Rows of a list that a worker makes the table of, and lets go. */
#define LONG 10000

/* 1 + the position of a row, by its article. */
typedef struct
{
  guint mask;     /* the length of what follows, a power of two, less one */
  guint places[]; /* FREE for none */
} Table;

struct _NewsListRows
{
  NewsPackedRows *rows;
  guint length;
  GArray *starts; /* guint: where sections begin, in order */
  Table *table;   /* atomic; NULL until a row was looked for, as it takes 8 bytes a row */
  int asked;      /* for a table; atomic */

  NewsListHeadings headings;
};

NewsListHeadings
news_list_headings_of_scope (NewsScope *scope)
{
  if (scope->kind == NEWS_SCOPE_HOME)
    return NEWS_LIST_HEADINGS_GROUPS;
  if (scope->kind == NEWS_SCOPE_SEARCH)
    return NEWS_LIST_HEADINGS_NONE;

  return scope->order == NEWS_ORDER_MOST_VISITED ? NEWS_LIST_HEADINGS_NONE
                                                 : NEWS_LIST_HEADINGS_DAYS;
}

/* --- sections --- */

/* The day that a run of rows is of: most rows are of the same one as the row before, and to find
 * out what day a time is in takes long. */
typedef struct
{
  gint64 day; /* its beginning, and the earliest end that it can have */
  gint64 end;
} Run;

static gint64
get_day (Run *run, gint64 time)
{
  if (time < run->day || time >= run->end)
    {
      run->day = news_when_get_day (time);
      run->end = run->day + SHORTEST_DAY;
    }

  return run->day;
}

static gboolean
parts (NewsListHeadings headings, Run *run, NewsRow before, NewsRow row)
{
  gint64 day;

  switch (headings)
    {
    case NEWS_LIST_HEADINGS_GROUPS:
      return before.group != row.group;

    case NEWS_LIST_HEADINGS_DAYS:
      day = get_day (run, before.time);
      return get_day (run, row.time) != day;

    case NEWS_LIST_HEADINGS_NONE:
    default:
      return FALSE;
    }
}

static void
find_starts (NewsListRows *self)
{
  Run run = { 0 };
  NewsRow before = { 0 };

  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->length; i++)
    {
      NewsRow row = news_packed_rows_get (self->rows, i);

      if (i == 0 || parts (self->headings, &run, before, row))
        g_array_append_val (self->starts, i);
      before = row;
    }
}

/* --- the table --- */

/* Numbers of articles are mostly dense, and multiplied by an odd one they are spread. */
static guint
get_place (Table *table, gint64 article)
{
  return (guint) ((guint64) article * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) >> 32) & table->mask;
}

/* Open addressing: a row takes the next place that is free. A third of them is, at least. */
static void
make_table (NewsListRows *self)
{
  guint length = 16;
  Table *table;

  while (length / 3 * 2 < self->length)
    length *= 2;
  table = g_malloc0 (sizeof (Table) + length * sizeof (guint));
  table->mask = length - 1;

  for (guint i = 0; i < self->length; i++)
    {
      guint place = get_place (table, news_packed_rows_get (self->rows, i).article);

      while (table->places[place] != FREE)
        place = (place + 1) & table->mask;
      table->places[place] = i + 1;
    }

  g_atomic_pointer_set (&self->table, table);
}

static void
make_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  make_table (data);
  g_task_return_boolean (task, TRUE);
}

/* Until a worker has made that of a long list, its rows are gone through: that is quick, a few
 * times. */
static void
ask_for_table (NewsListRows *self)
{
  g_autoptr (GTask) task = NULL;

  g_atomic_int_set (&self->asked, TRUE);
  if (self->length < LONG)
    {
      make_table (self);
      return;
    }

  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_source_tag (task, ask_for_table);
  g_task_set_task_data (task, news_list_rows_ref (self), (GDestroyNotify) news_list_rows_unref);
  g_task_run_in_thread (task, make_thread);
}

static void
free_parts (NewsListRows *self)
{
  news_packed_rows_unref (self->rows);
  g_array_unref (self->starts);
  g_free (self->table);
}

/* The task itself ends on the main thread. */
static void
free_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  free_parts (data);
  g_free (data);
  g_task_return_boolean (task, TRUE);
}

/* To give back the memory of a long list takes as long as a good part of a frame. */
static void
clear (NewsListRows *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->length < LONG)
    {
      free_parts (self);
      return;
    }

  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_source_tag (task, clear);
  g_task_set_task_data (task, g_memdup2 (self, sizeof *self), NULL);
  g_task_run_in_thread (task, free_thread);
}

NewsListRows *
news_list_rows_new (GArray *rows, NewsListHeadings headings)
{
  NewsListRows *self = g_atomic_rc_box_new0 (NewsListRows);

  self->rows = news_packed_rows_new (rows);
  self->length = rows->len;
  self->headings = headings;
  find_starts (self);

  return self;
}

NewsListRows *
news_list_rows_new_after (NewsListRows *before, GArray *rows, NewsListHeadings headings)
{
  NewsListRows *self = news_list_rows_new (rows, headings);

  self->asked = g_atomic_int_get (&before->asked);
  if (self->asked)
    make_table (self);

  return self;
}

NewsListRows *
news_list_rows_ref (NewsListRows *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
news_list_rows_unref (NewsListRows *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

NewsPackedRows *
news_list_rows_get_packed (NewsListRows *self)
{
  return self->rows;
}

guint
news_list_rows_get_length (NewsListRows *self)
{
  return self->length;
}

NewsRow
news_list_rows_get (NewsListRows *self, guint position)
{
  return news_packed_rows_get (self->rows, position);
}

guint
news_list_rows_find (NewsListRows *self, gint64 article)
{
  Table *table;

  if (!g_atomic_int_get (&self->asked))
    ask_for_table (self);
  table = g_atomic_pointer_get (&self->table);

  if (table == NULL)
    {
      for (guint i = 0; i < self->length; i++)
        if (news_packed_rows_get (self->rows, i).article == article)
          return i;
      return G_MAXUINT;
    }

  for (guint place = get_place (table, article); table->places[place] != FREE;
       place = (place + 1) & table->mask)
    if (news_packed_rows_get (self->rows, table->places[place] - 1).article == article)
      return table->places[place] - 1;

  return G_MAXUINT;
}

guint
news_list_rows_find_start (NewsListRows *self, guint position, guint end)
{
  guint low = 0, high = self->starts->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->starts, guint, middle) < position)
        low = middle + 1;
      else
        high = middle;
    }

  return low < self->starts->len ? MIN (g_array_index (self->starts, guint, low), end) : end;
}

gboolean
news_list_rows_parts (NewsListRows *self, NewsRow before, NewsRow row)
{
  Run run = { 0 };

  return parts (self->headings, &run, before, row);
}
