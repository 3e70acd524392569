/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-numbers.h"
#include "news-statement-private.h"

struct _NewsStatement
{
  sqlite3_stmt *handle;

  GThread *thread;        /* borrowed, as the next */
  NewsDatabase *database; /* it owns this statement */
};

#define ASSERT_THREAD(self) g_assert ((self)->thread == g_thread_self ())

NewsStatement *
news_statement_new (NewsDatabase *database, sqlite3_stmt *handle)
{
  NewsStatement *self = g_new0 (NewsStatement, 1);

  self->thread = g_thread_self ();
  self->database = database;
  self->handle = handle;

  return self;
}

void
news_statement_free (NewsStatement *self)
{
  sqlite3_finalize (self->handle);
  g_free (self);
}

void
news_statement_renew (NewsStatement *self)
{
  if (self->handle == NULL)
    return;

  /* A statement that is still giving rows would lose them to its second user. */
  g_assert (!sqlite3_stmt_busy (self->handle));
  sqlite3_clear_bindings (self->handle);
}

void
news_statement_bind_int (NewsStatement *self, int parameter, gint64 value)
{
  ASSERT_THREAD (self);

  if (self->handle != NULL && sqlite3_bind_int64 (self->handle, parameter, value) != SQLITE_OK)
    g_assert_not_reached ();
}

void
news_statement_bind_text (NewsStatement *self, int parameter, const char *value)
{
  int code;

  ASSERT_THREAD (self);

  if (self->handle == NULL)
    return;

  code = sqlite3_bind_text (self->handle, parameter, value, -1, SQLITE_STATIC);
  if (code != SQLITE_OK)
    news_database_latch (self->database, code);
}

void
news_statement_bind_bytes (NewsStatement *self, int parameter, GBytes *value)
{
  gconstpointer data;
  gsize length;
  int code;

  ASSERT_THREAD (self);

  if (self->handle == NULL || value == NULL)
    return;

  data = g_bytes_get_data (value, &length);

  /* No data at all would bind NULL, which means something else. */
  code = sqlite3_bind_blob64 (self->handle, parameter, data != NULL ? data : "", length,
                              SQLITE_STATIC);
  if (code != SQLITE_OK)
    news_database_latch (self->database, code);
}

void
news_statement_bind_numbers (NewsStatement *self, int parameter, GArray *numbers)
{
  int code;

  ASSERT_THREAD (self);

  if (self->handle == NULL)
    return;

  code = sqlite3_bind_pointer (self->handle, parameter, numbers, NEWS_NUMBERS_TYPE, NULL);
  if (code != SQLITE_OK)
    news_database_latch (self->database, code);
}

void
news_statement_bind_int_array (NewsStatement *self, const gint64 *values, gsize length)
{
  for (gsize i = 0; i < length; i++)
    news_statement_bind_int (self, (int) i + 1, values[i]);
}

gboolean
news_statement_next (NewsStatement *self)
{
  int code;

  if (news_database_has_failed (self->database) || self->handle == NULL)
    {
      news_statement_end (self);
      return FALSE;
    }

  code = sqlite3_step (self->handle);
  if (code == SQLITE_ROW)
    return TRUE;

  if (code != SQLITE_DONE)
    news_database_latch (self->database, code);
  news_statement_end (self);

  return FALSE;
}

int
news_statement_run (NewsStatement *self)
{
  while (news_statement_next (self))
    ;

  return news_database_has_failed (self->database) ? 0 : news_database_get_changes (self->database);
}

void
news_statement_end (NewsStatement *self)
{
  ASSERT_THREAD (self);

  /* The code says again what the last step said. */
  if (self->handle != NULL)
    sqlite3_reset (self->handle);
}

gint64
news_statement_run_int (NewsStatement *self, gint64 fallback)
{
  gint64 value = fallback;

  if (news_statement_next (self) && !news_statement_is_null (self, 0))
    value = news_statement_get_int (self, 0);
  news_statement_end (self);

  return value;
}

gint64
news_statement_get_int (NewsStatement *self, int column)
{
  ASSERT_THREAD (self);

  return sqlite3_column_int64 (self->handle, column);
}

gboolean
news_statement_is_null (NewsStatement *self, int column)
{
  ASSERT_THREAD (self);

  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}

char *
news_statement_dup_text (NewsStatement *self, int column)
{
  const char *text;

  ASSERT_THREAD (self);

  text = (const char *) sqlite3_column_text (self->handle, column);
  if (text == NULL)
    return NULL;

  return g_utf8_validate (text, -1, NULL) ? g_strdup (text) : g_utf8_make_valid (text, -1);
}

const char *
news_statement_get_text (NewsStatement *self, int column)
{
  ASSERT_THREAD (self);

  return (const char *) sqlite3_column_text (self->handle, column);
}

GBytes *
news_statement_dup_bytes (NewsStatement *self, int column)
{
  gconstpointer data;

  if (news_statement_is_null (self, column))
    return NULL;

  data = sqlite3_column_blob (self->handle, column);

  return g_bytes_new (data, (gsize) sqlite3_column_bytes (self->handle, column));
}
