/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-query-table.h"

struct _NewsQueryTable
{
  GHashTable *rows; /* NewsQueryRow, by its source and section */
};

static guint
hash (gconstpointer key)
{
  const NewsQueryRow *row = key;

  return g_str_hash (row->source) * 31 + g_str_hash (row->section);
}

static gboolean
equal (gconstpointer a, gconstpointer b)
{
  const NewsQueryRow *one = a, *other = b;

  return g_str_equal (one->source, other->source) && g_str_equal (one->section, other->section);
}

static void
free_row (NewsQueryRow *row)
{
  g_free (row->source);
  g_free (row->section);
  g_free (row);
}

NewsQueryTable *
news_query_table_new (NewsDatabase *database)
{
  NewsQueryTable *self = g_new0 (NewsQueryTable, 1);
  NewsStatement *statement
    = news_database_prepare (database, "SELECT s.name, q.section, q.id, q.unread"
                                       " FROM queries q JOIN sources s ON s.id = q.source");

  self->rows = g_hash_table_new_full (hash, equal, (GDestroyNotify) free_row, NULL);
  while (news_statement_next (statement))
    {
      NewsQueryRow *row = g_new0 (NewsQueryRow, 1);

      row->source = news_statement_dup_text (statement, 0);
      row->section = news_statement_dup_text (statement, 1);
      row->number = news_statement_get_int (statement, 2);
      row->unread = (guint) CLAMP (news_statement_get_int (statement, 3), 0, G_MAXINT);
      /* A damaged file may hold anything. */
      if (row->source != NULL && row->section != NULL)
        g_hash_table_add (self->rows, row);
      else
        free_row (row);
    }

  return self;
}

void
news_query_table_free (NewsQueryTable *self)
{
  g_hash_table_unref (self->rows);
  g_free (self);
}

const NewsQueryRow *
news_query_table_find (NewsQueryTable *self, const char *source, const char *section)
{
  NewsQueryRow key
    = { .source = (char *) source, .section = (char *) (section != NULL ? section : "") };

  return g_hash_table_lookup (self->rows, &key);
}

GArray *
news_query_table_list (NewsQueryTable *self, NewsSection *section)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < section->queries->len; i++)
    {
      const NewsQuery *query = g_ptr_array_index (section->queries, i);
      const NewsQueryRow *row = news_query_table_find (self, query->source, query->section);

      if (row != NULL)
        g_array_append_val (numbers, row->number);
    }

  return numbers;
}
