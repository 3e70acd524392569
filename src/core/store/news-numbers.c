/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-numbers.h"

#include <glib.h>

/* The columns; the second is the function's argument, and hidden. */
#define VALUE 0
#define ARRAY 1

/* What a filter has: the argument, or none. */
#define WITH_ARRAY 1
#define WITHOUT 0

/* SQLite knows it by its first member. */
typedef struct
{
  sqlite3_vtab_cursor base;

  GArray *numbers; /* gint64; borrowed, or NULL */
  guint at;
} Cursor;

static int
connect_cb (sqlite3 *handle,
            void *data,
            int argc,
            const char *const *argv,
            sqlite3_vtab **table,
            char **message)
{
  int code = sqlite3_declare_vtab (handle, "CREATE TABLE x (value INTEGER, numbers HIDDEN)");

  if (code == SQLITE_OK)
    *table = g_new0 (sqlite3_vtab, 1);

  return code;
}

static int
disconnect_cb (sqlite3_vtab *table)
{
  g_free (table);

  return SQLITE_OK;
}

/* Without its argument the table is empty, and nobody should choose such a plan. */
static int
best_index_cb (sqlite3_vtab *table, sqlite3_index_info *info)
{
  info->idxNum = WITHOUT;
  info->estimatedCost = 1e12;
  info->estimatedRows = G_MAXINT32;

  for (int i = 0; i < info->nConstraint; i++)
    if (info->aConstraint[i].iColumn == ARRAY && info->aConstraint[i].usable
        && info->aConstraint[i].op == SQLITE_INDEX_CONSTRAINT_EQ)
      {
        info->aConstraintUsage[i].argvIndex = 1;
        info->aConstraintUsage[i].omit = 1;
        info->idxNum = WITH_ARRAY;
        info->estimatedCost = 100;
        info->estimatedRows = 100;
      }

  return SQLITE_OK;
}

static int
open_cb (sqlite3_vtab *table, sqlite3_vtab_cursor **cursor)
{
  Cursor *self = g_new0 (Cursor, 1);

  *cursor = &self->base;

  return SQLITE_OK;
}

static int
close_cb (sqlite3_vtab_cursor *cursor)
{
  g_free (cursor);

  return SQLITE_OK;
}

static int
filter_cb (sqlite3_vtab_cursor *cursor, int plan, const char *words, int argc, sqlite3_value **argv)
{
  Cursor *self = (Cursor *) cursor;

  self->numbers = plan == WITH_ARRAY ? sqlite3_value_pointer (argv[0], NEWS_NUMBERS_TYPE) : NULL;
  self->at = 0;

  return SQLITE_OK;
}

static int
next_cb (sqlite3_vtab_cursor *cursor)
{
  ((Cursor *) cursor)->at++;

  return SQLITE_OK;
}

static int
eof_cb (sqlite3_vtab_cursor *cursor)
{
  const Cursor *self = (const Cursor *) cursor;

  return self->numbers == NULL || self->at >= self->numbers->len;
}

static int
column_cb (sqlite3_vtab_cursor *cursor, sqlite3_context *context, int column)
{
  const Cursor *self = (const Cursor *) cursor;

  if (column == VALUE)
    sqlite3_result_int64 (context, g_array_index (self->numbers, gint64, self->at));

  return SQLITE_OK;
}

static int
row_cb (sqlite3_vtab_cursor *cursor, sqlite3_int64 *row)
{
  *row = ((const Cursor *) cursor)->at;

  return SQLITE_OK;
}

/* Without xCreate there are no tables of it, only the function. */
static const sqlite3_module module = {
  .xConnect = connect_cb,
  .xDisconnect = disconnect_cb,
  .xBestIndex = best_index_cb,
  .xOpen = open_cb,
  .xClose = close_cb,
  .xFilter = filter_cb,
  .xNext = next_cb,
  .xEof = eof_cb,
  .xColumn = column_cb,
  .xRowid = row_cb,
};

int
news_numbers_register (sqlite3 *handle)
{
  return sqlite3_create_module (handle, "news_numbers", &module, NULL);
}
