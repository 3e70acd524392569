/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-body.h"
#include "news-store-keeping.h"
#include "news-store-private.h"

/* How many bodies are packed in one transaction: some ten milliseconds, for a mark may wait. */
#define CHUNK 40

/* A table whose bodies may still be as an earlier version wrote them, see news-schema.c. */
typedef struct
{
  const char *chore;
  const char *select; /* number, page, text and pack of the rows up to a number, the last first */
  const char *update;
} Table;

static const Table tables[] = {
  { "pack bodies",
    "SELECT article, page, text, pack FROM bodies WHERE article <= ? ORDER BY article DESC LIMIT ?",
    "UPDATE bodies SET page = NULL, text = NULL, pack = ? WHERE article = ?" },
  { "pack revisions",
    "SELECT id, page, text, pack FROM revisions WHERE id <= ? ORDER BY id DESC LIMIT ?",
    "UPDATE revisions SET page = NULL, text = NULL, pack = ? WHERE id = ?" },
};

typedef struct
{
  gint64 number;
  GBytes *pack;
} Packed;

typedef struct
{
  const Table *table;
  guint looked;
  int packed;
} Packing;

static void
clear_packed (Packed *packed)
{
  g_clear_pointer (&packed->pack, g_bytes_unref);
}

/* The number up to which rows have not been looked at; a lower one than any where all have been. */
static gint64
read_next (NewsDatabase *database, const Table *table)
{
  NewsStatement *statement
    = news_database_prepare (database, "SELECT next FROM chores WHERE name = ?");

  news_statement_bind_text (statement, 1, table->chore);

  return news_statement_run_int (statement, G_MININT64);
}

static void
write_next (NewsDatabase *database, const Table *table, gint64 next)
{
  NewsStatement *statement
    = news_database_prepare (database, "UPDATE chores SET next = ? WHERE name = ?");

  news_statement_bind_int (statement, 1, next);
  news_statement_bind_text (statement, 2, table->chore);
  news_statement_run (statement);
}

static void
end_chore (NewsDatabase *database, const Table *table)
{
  NewsStatement *statement = news_database_prepare (database, "DELETE FROM chores WHERE name = ?");

  news_statement_bind_text (statement, 1, table->chore);
  news_statement_run (statement);
}

/* Packs what the current row of @statement has, unless that is done or there is nothing. */
static void
pack_row (NewsDatabase *database, NewsStatement *statement, GArray *packed)
{
  Packed row = { .number = news_statement_get_int (statement, 0) };
  g_autoptr (GBytes) page = NULL;
  g_autofree char *text = NULL;

  if (!news_statement_is_null (statement, 3))
    return;

  news_body_read_columns (database, statement, 1, &page, &text);
  row.pack = news_body_pack (page, text);
  if (row.pack != NULL)
    g_array_append_val (packed, row);
}

/* Reads a chunk of rows into @packed. Returns where the next one begins. */
static gint64
read_chunk (NewsDatabase *database, Packing *packing, GArray *packed)
{
  NewsStatement *statement = news_database_prepare (database, packing->table->select);
  gint64 next = read_next (database, packing->table);

  packing->looked = 0;
  news_statement_bind_ints (statement, next, CHUNK);
  while (news_statement_next (statement))
    {
      packing->looked++;
      next = news_statement_get_int (statement, 0) - 1;
      pack_row (database, statement, packed);
    }

  return next;
}

static gpointer
pack_chunk (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  Packing *packing = data;
  g_autoptr (GArray) packed = g_array_new (FALSE, FALSE, sizeof (Packed));
  gint64 next;

  g_array_set_clear_func (packed, (GDestroyNotify) clear_packed);
  next = read_chunk (database, packing, packed);

  for (guint i = 0; i < packed->len; i++)
    {
      const Packed *row = &g_array_index (packed, Packed, i);
      NewsStatement *statement = news_database_prepare (database, packing->table->update);

      news_statement_bind_bytes (statement, 1, row->pack);
      news_statement_bind_int (statement, 2, row->number);
      news_statement_run (statement);
    }

  if (packing->looked == CHUNK)
    write_next (database, packing->table, next);
  else
    end_chore (database, packing->table);
  packing->packed += (int) packed->len;

  return NULL;
}

static const NewsOperation pack_operation = {
  .name = "Broadsheet: pack bodies",
  .lane = NEWS_LANE_BULK,
  .run = pack_chunk,
};

int
news_store_pack (NewsStore *self, GError **error)
{
  int packed = 0;

  g_return_val_if_fail (NEWS_IS_STORE (self), -1);

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      Packing packing = { .table = &tables[i] };

      do
        if (!news_store_wait (self, &pack_operation, &packing, NULL, error))
          return -1;
      while (packing.looked == CHUNK);
      packed += packing.packed;
    }

  return packed;
}
