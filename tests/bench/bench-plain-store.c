/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "bench-plain-store.h"

#include <sqlite3.h>

struct _BenchPlainStore
{
  sqlite3 *database;
  sqlite3_stmt *insert;
  sqlite3_stmt *index;
  gint64 last;
};

static const char schema[]
  = "PRAGMA journal_mode = WAL;"
    "PRAGMA synchronous = NORMAL;"
    "CREATE TABLE articles (id INTEGER PRIMARY KEY, published INTEGER, url TEXT, title TEXT,"
    " byline TEXT, standfirst TEXT, text TEXT);"
    "CREATE VIRTUAL TABLE found USING fts5 (title, byline, standfirst, text, content = 'articles',"
    " content_rowid = 'id', tokenize = 'unicode61');";

static void
run (BenchPlainStore *self, const char *sql)
{
  g_assert_cmpint (sqlite3_exec (self->database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

static sqlite3_stmt *
prepare (BenchPlainStore *self, const char *sql)
{
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_prepare_v2 (self->database, sql, -1, &statement, NULL), ==, SQLITE_OK);

  return statement;
}

BenchPlainStore *
bench_plain_store_new (const char *path)
{
  BenchPlainStore *self = g_new0 (BenchPlainStore, 1);

  g_assert_cmpint (sqlite3_open (path, &self->database), ==, SQLITE_OK);
  run (self, schema);
  self->insert = prepare (self, "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?)");
  self->index = prepare (self, "INSERT INTO found (rowid, title, byline, standfirst, text)"
                               " VALUES (?, ?, ?, ?, ?)");

  return self;
}

void
bench_plain_store_free (BenchPlainStore *self)
{
  sqlite3_finalize (self->insert);
  sqlite3_finalize (self->index);
  g_assert_cmpint (sqlite3_close (self->database), ==, SQLITE_OK);
  g_free (self);
}

static void
bind_texts (sqlite3_stmt *statement, int parameter, NewsArticle *article)
{
  const char *const texts[]
    = { article->title, article->byline, article->standfirst, article->text };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    sqlite3_bind_text (statement, parameter + (int) i, texts[i], -1, SQLITE_STATIC);
}

static void
step (sqlite3_stmt *statement)
{
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_reset (statement);
}

static void
add (BenchPlainStore *self, NewsArticle *article)
{
  self->last++;
  sqlite3_bind_int64 (self->insert, 1, self->last);
  sqlite3_bind_int64 (self->insert, 2, article->published);
  sqlite3_bind_text (self->insert, 3, article->url, -1, SQLITE_STATIC);
  bind_texts (self->insert, 4, article);
  step (self->insert);

  sqlite3_bind_int64 (self->index, 1, self->last);
  bind_texts (self->index, 2, article);
  step (self->index);
}

void
bench_plain_store_add (BenchPlainStore *self, GPtrArray *articles)
{
  run (self, "BEGIN");
  for (guint i = 0; i < articles->len; i++)
    add (self, g_ptr_array_index (articles, i));
  run (self, "COMMIT");
}
