/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-query-table.h"

struct _NewsQueryTable
{
  GHashTable *sources; /* their numbers (GSIZE_TO_POINTER), by their names */
  GArray *rows;        /* Row */
  guint *slots;        /* where a row is in @rows, from 1 on, or 0; by source and section */
  guint n_slots;       /* a power of two, at least twice as many as rows */
  GStringChunk *texts; /* all names: of thousands, none is let go of alone */
};

typedef struct
{
  NewsQueryRow row;
  gsize source;
  const char *section; /* "" for all that the source has */
} Row;

/* --- the index --- */

/* The numbers of sources follow one another, and their sections have the same few names. */
static guint
hash (gsize source, const char *section)
{
  guint mixed = g_str_hash (section) ^ (guint) source * 0x9e3779b1u;

  return mixed ^ mixed >> 15;
}

/* The slot of that query, or the empty one that it would have. */
static guint *
find_slot (NewsQueryTable *self, gsize source, const char *section)
{
  guint place = hash (source, section) & (self->n_slots - 1);

  while (self->slots[place] != 0)
    {
      const Row *row = &g_array_index (self->rows, Row, self->slots[place] - 1);

      if (row->source == source && g_str_equal (row->section, section))
        break;
      place = (place + 1) & (self->n_slots - 1);
    }

  return &self->slots[place];
}

static void
index_rows (NewsQueryTable *self)
{
  self->n_slots = 2u << g_bit_storage (self->rows->len);
  self->slots = g_new0 (guint, self->n_slots);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);

      *find_slot (self, row->source, row->section) = i + 1;
    }
}

/* --- reading --- */

/* A damaged file may hold anything: then NULL. */
static const char *
keep_text (NewsQueryTable *self, NewsStatement *statement, int column)
{
  const char *text = news_statement_get_text (statement, column);

  return text != NULL ? g_string_chunk_insert (self->texts, text) : NULL;
}

static void
read_sources (NewsQueryTable *self, NewsDatabase *database)
{
  NewsStatement *statement = news_database_prepare (database, "SELECT name, id FROM sources");

  while (news_statement_next (statement))
    {
      const char *name = keep_text (self, statement, 0);
      gint64 number = news_statement_get_int (statement, 1);

      if (name != NULL)
        g_hash_table_insert (self->sources, (char *) name, GSIZE_TO_POINTER ((gsize) number));
    }
}

/* By the number of the source: to look up its name for each of them would take longer than to read
 * them. */
static void
read_rows (NewsQueryTable *self, NewsDatabase *database)
{
  NewsStatement *statement
    = news_database_prepare (database, "SELECT section, source, id, unread FROM queries");

  while (news_statement_next (statement))
    {
      Row row = { .section = keep_text (self, statement, 0),
                  .source = (gsize) news_statement_get_int (statement, 1),
                  .row.number = news_statement_get_int (statement, 2) };
      gint64 unread = news_statement_get_int (statement, 3);

      row.row.unread = (guint) CLAMP (unread, 0, G_MAXINT);
      if (row.section != NULL)
        g_array_append_val (self->rows, row);
    }
}

NewsQueryTable *
news_query_table_new (NewsDatabase *database)
{
  NewsQueryTable *self = g_new0 (NewsQueryTable, 1);

  self->sources = g_hash_table_new (g_str_hash, g_str_equal);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->texts = g_string_chunk_new (4096);

  read_sources (self, database);
  read_rows (self, database);
  index_rows (self);

  return self;
}

void
news_query_table_free (NewsQueryTable *self)
{
  g_hash_table_unref (self->sources);
  g_array_unref (self->rows);
  g_free (self->slots);
  g_string_chunk_free (self->texts);
  g_free (self);
}

const NewsQueryRow *
news_query_table_find (NewsQueryTable *self, const char *source, const char *section)
{
  gpointer number;
  guint slot;

  if (!g_hash_table_lookup_extended (self->sources, source, NULL, &number))
    return NULL;

  slot = *find_slot (self, GPOINTER_TO_SIZE (number), section != NULL ? section : "");

  return slot != 0 ? &g_array_index (self->rows, Row, slot - 1).row : NULL;
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
