/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-database.h"

#include "news-numbers.h"
#include "news-statement-private.h"
#include "news-store-error.h"

#include <sqlite3.h>

/* How long to wait for another process that writes to the same file. */
#define BUSY_MILLISECONDS 15000

/* The log shrinks to this after it has grown. */
#define LOG_BYTES "8388608"

/* A log that is longer than that, in pages, is folded into the file: as SQLite has it by itself. */
#define LONG_LOG 1000

/* How many of SQLite's instructions pass between two looks at the cancellable: some tens of
 * microseconds. */
#define INSTRUCTIONS 4000

struct _NewsDatabase
{
  sqlite3 *handle;
  GHashTable *statements; /* address of the SQL to NewsStatement */
  NewsStatement *nothing; /* stands for what could not be prepared */
  GError *failure;
  int failure_code;

  GThread *thread;
  NewsClock clock;
  gboolean durable; /* what the pragma "synchronous" is at */
  int logged;       /* pages in the log, where this connection is to fold it */

  GCancellable *cancellable; /* borrowed */
};

#define ASSERT_THREAD(self) g_assert ((self)->thread == g_thread_self ())

/* Asked on the connection's own thread, and so without the races of sqlite3_interrupt(), which may
 * hit the query after the one that was meant. */
static int
progress_cb (void *data)
{
  NewsDatabase *self = data;

  return g_cancellable_is_cancelled (self->cancellable);
}

static int
logged_cb (void *data, sqlite3 *handle, const char *schema, int pages)
{
  ((NewsDatabase *) data)->logged = pages;

  return SQLITE_OK;
}

/* What a damaged or foreign file says must not make SQLite run anything. */
static void
restrict_connection (NewsDatabase *self, NewsDatabaseRole role)
{
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);

  if (role == NEWS_DATABASE_WRECK)
    {
      /* Only a connection that claims to repair the schema may read a file that is shorter than it
       * says. */
      sqlite3_db_config (self->handle, SQLITE_DBCONFIG_WRITABLE_SCHEMA, 1, NULL);
      sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
      news_database_execute (self, "PRAGMA query_only = ON");
    }
  else
    {
      sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
      news_database_execute (self, "PRAGMA cell_size_check = ON");
    }
}

/* No mmap_size: a read error of the disk would then be a SIGBUS, and not an error. */
static void
configure (NewsDatabase *self, NewsDatabaseRole role)
{
  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_timeout (self->handle, BUSY_MILLISECONDS);
  sqlite3_progress_handler (self->handle, INSTRUCTIONS, progress_cb, self);

  restrict_connection (self, role);

  /* SQLite opens a file that it may not write to, and would tell so only later. */
  if (role == NEWS_DATABASE_WRITER && sqlite3_db_readonly (self->handle, "main") == 1)
    news_database_latch (self, SQLITE_READONLY);

  if (news_numbers_register (self->handle) != SQLITE_OK)
    news_database_latch (self, SQLITE_NOMEM);

  if (role == NEWS_DATABASE_WRITER)
    news_database_execute (
      self, "PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -8000;"
            "PRAGMA journal_size_limit = " LOG_BYTES);
  if (role == NEWS_DATABASE_WRITER
      && news_statement_run_int (news_database_prepare (self, "PRAGMA page_count"), 1) == 0)
    news_database_make_shrinkable (self);
}

static void
set_durable (NewsDatabase *self, gboolean durable)
{
  if (self->durable == durable)
    return;

  news_database_execute (self,
                         durable ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
  self->durable = durable;
}

/* Ends what an unfinished loop left open, so that the transaction can end. */
static void
end_statements (NewsDatabase *self)
{
  GHashTableIter iter;
  gpointer statement;

  g_hash_table_iter_init (&iter, self->statements);
  while (g_hash_table_iter_next (&iter, NULL, &statement))
    news_statement_end (statement);
}

NewsDatabase *
news_database_open (const char *path, NewsDatabaseRole role, GError **error)
{
  g_autoptr (NewsDatabase) self = g_new0 (NewsDatabase, 1);
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  int code;

  flags |= role == NEWS_DATABASE_READER ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  flags |= role == NEWS_DATABASE_WRITER ? SQLITE_OPEN_CREATE : 0;

  self->thread = g_thread_self ();
  self->clock = g_get_real_time;
  self->nothing = news_statement_new (self, NULL);
  self->statements = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) news_statement_free);

  code = sqlite3_open_v2 (path, &self->handle, flags, NULL);
  if (code != SQLITE_OK)
    news_database_latch (self, code);
  else
    configure (self, role);

  return news_database_check (self, error) ? g_steal_pointer (&self) : NULL;
}

void
news_database_close (NewsDatabase *self)
{
  ASSERT_THREAD (self);

  g_hash_table_unref (self->statements);
  news_statement_free (self->nothing);
  if (sqlite3_close (self->handle) != SQLITE_OK)
    g_assert_not_reached ();
  g_clear_error (&self->failure);
  g_free (self);
}

/* Not where it is so already, for SQLite would write to the file though nothing changes. */
void
news_database_make_shrinkable (NewsDatabase *self)
{
  news_database_execute (self, "PRAGMA auto_vacuum = INCREMENTAL");
}

/* SQLite has one such hook, and would fold the log in it. */
void
news_database_put_off_folding (NewsDatabase *self)
{
  ASSERT_THREAD (self);

  sqlite3_wal_hook (self->handle, logged_cb, self);
}

/* Whatever becomes of it, nothing is lost, and it is tried again after the next transaction. */
void
news_database_fold_log (NewsDatabase *self)
{
  int code;

  ASSERT_THREAD (self);

  if (self->logged < LONG_LOG)
    return;

  self->logged = 0;
  code = sqlite3_wal_checkpoint_v2 (self->handle, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
  if (code != SQLITE_OK)
    g_debug ("The log can’t be folded into the file: %s", sqlite3_errstr (code));
}

void
news_database_rest (NewsDatabase *self)
{
  ASSERT_THREAD (self);

  sqlite3_db_release_memory (self->handle);
}

void
news_database_begin (NewsDatabase *self, NewsTransaction transaction)
{
  ASSERT_THREAD (self);
  g_assert (self->failure == NULL);

  if (transaction == NEWS_TRANSACTION_READ)
    {
      news_statement_run (news_database_prepare (self, "BEGIN"));
      return;
    }

  set_durable (self, transaction == NEWS_TRANSACTION_DURABLE);
  news_statement_run (news_database_prepare (self, "BEGIN IMMEDIATE"));
}

gboolean
news_database_end (NewsDatabase *self, GError **error)
{
  ASSERT_THREAD (self);

  end_statements (self);
  news_statement_run (news_database_prepare (self, "COMMIT"));
  if (self->failure == NULL)
    return TRUE;

  /* After some failures SQLite has undone it already. */
  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);

  return news_database_check (self, error);
}

gboolean
news_database_check (NewsDatabase *self, GError **error)
{
  ASSERT_THREAD (self);

  if (self->failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&self->failure));
  self->failure_code = SQLITE_OK;

  return FALSE;
}

void
news_database_latch (NewsDatabase *self, int code)
{
  ASSERT_THREAD (self);

  if (self->failure != NULL)
    return;

  self->failure_code = code;
  self->failure = news_store_error_new (code, sqlite3_system_errno (self->handle),
                                        sqlite3_errmsg (self->handle));
}

void
news_database_take_error (NewsDatabase *self, GError *error)
{
  ASSERT_THREAD (self);

  if (self->failure == NULL)
    self->failure = error;
  else
    g_error_free (error);
}

gboolean
news_database_has_failed (NewsDatabase *self)
{
  ASSERT_THREAD (self);

  return self->failure != NULL;
}

int
news_database_get_failure (NewsDatabase *self)
{
  ASSERT_THREAD (self);

  return self->failure_code;
}

void
news_database_forgive (NewsDatabase *self)
{
  ASSERT_THREAD (self);

  end_statements (self);
  g_clear_error (&self->failure);
  self->failure_code = SQLITE_OK;
}

NewsStatement *
news_database_prepare (NewsDatabase *self, const char *sql)
{
  NewsStatement *statement = g_hash_table_lookup (self->statements, sql);
  sqlite3_stmt *handle;
  int code;

  ASSERT_THREAD (self);

  if (statement != NULL)
    {
      news_statement_renew (statement);
      return statement;
    }

  if (self->failure != NULL)
    return self->nothing;

  code = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);
  if (code != SQLITE_OK)
    {
      news_database_latch (self, code);
      return self->nothing;
    }

  statement = news_statement_new (self, handle);
  g_hash_table_insert (self->statements, (gpointer) sql, statement);

  return statement;
}

void
news_database_run_for (NewsDatabase *self, const char *sql, gint64 number)
{
  NewsStatement *statement = news_database_prepare (self, sql);

  news_statement_bind_int (statement, 1, number);
  news_statement_run (statement);
}

void
news_database_execute (NewsDatabase *self, const char *sql)
{
  int code;

  ASSERT_THREAD (self);

  if (self->failure != NULL)
    return;

  code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);
  if (code != SQLITE_OK)
    news_database_latch (self, code);
}

int
news_database_get_changes (NewsDatabase *self)
{
  ASSERT_THREAD (self);

  return sqlite3_changes (self->handle);
}

gint64
news_database_get_last_row (NewsDatabase *self)
{
  ASSERT_THREAD (self);

  return sqlite3_last_insert_rowid (self->handle);
}

void
news_database_set_cancellable (NewsDatabase *self, GCancellable *cancellable)
{
  ASSERT_THREAD (self);

  self->cancellable = cancellable;
}

gint64
news_database_get_now (NewsDatabase *self)
{
  return news_database_get_now_precise (self) / G_USEC_PER_SEC;
}

gint64
news_database_get_now_precise (NewsDatabase *self)
{
  ASSERT_THREAD (self);

  return self->clock ();
}

void
news_database_set_clock (NewsDatabase *self, NewsClock clock)
{
  ASSERT_THREAD (self);

  self->clock = clock;
}

char **
news_database_list_scans (NewsDatabase *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  sqlite3_stmt *statement = NULL;

  ASSERT_THREAD (self);

  while ((statement = sqlite3_next_stmt (self->handle, statement)) != NULL)
    if (sqlite3_stmt_status (statement, SQLITE_STMTSTATUS_FULLSCAN_STEP, FALSE) > 0)
      g_strv_builder_add (builder, sqlite3_sql (statement));

  return g_strv_builder_end (builder);
}
