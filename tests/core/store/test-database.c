/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-database.h"

#include "news-store.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

typedef struct
{
  char *folder;
  char *path;
  NewsDatabase *database;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("broadsheet-database-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "test.sqlite", NULL);
  fixture->database = news_database_open (fixture->path, NEWS_DATABASE_WRITER, &error);
  g_assert_no_error (error);
  news_database_execute (fixture->database,
                         "CREATE TABLE t (a INTEGER PRIMARY KEY, b ANY UNIQUE) STRICT");
  g_assert_true (news_database_check (fixture->database, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->database, news_database_close);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
insert (NewsDatabase *database, gint64 a, const char *b)
{
  NewsStatement *statement = news_database_prepare (database, "INSERT INTO t (a, b) VALUES (?, ?)");

  news_statement_bind_int (statement, 1, a);
  news_statement_bind_text (statement, 2, b);
  news_statement_run (statement);
}

static gint64
count (NewsDatabase *database)
{
  return news_statement_run_int (news_database_prepare (database, "SELECT count (*) FROM t"), -1);
}

/* What was read is there as before, and memory that held it is not needed any more. */
static void
test_rest (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strnfill (1000, 'x');
  gint64 before;

  news_database_begin (fixture->database, NEWS_TRANSACTION_WRITE);
  for (int i = 0; i < 1000; i++)
    {
      g_autofree char *b = g_strdup_printf ("%d %s", i, text);

      insert (fixture->database, i, b);
    }
  g_assert_true (news_database_end (fixture->database, NULL));
  g_assert_cmpint (count (fixture->database), ==, 1000);

  before = sqlite3_memory_used ();
  news_database_rest (fixture->database);
  g_assert_cmpint (sqlite3_memory_used (), <, before - 500 * 1000);
  g_assert_cmpint (count (fixture->database), ==, 1000);
}

static void
test_values (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\0\1\2", 3);
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  g_autoptr (GBytes) back = NULL;
  g_autoptr (GBytes) none = NULL;
  NewsStatement *statement;

  statement
    = news_database_prepare (fixture->database, "INSERT INTO t VALUES (1, ?), (2, ?), (3, NULL)");
  news_statement_bind_bytes (statement, 1, bytes);
  news_statement_bind_bytes (statement, 2, nothing);
  g_assert_cmpint (news_statement_run (statement), ==, 3);

  statement = news_database_prepare (fixture->database, "SELECT b FROM t ORDER BY a");
  g_assert_true (news_statement_next (statement));
  back = news_statement_dup_bytes (statement, 0);
  g_assert_true (g_bytes_equal (back, bytes));
  g_assert_true (news_statement_next (statement));
  none = news_statement_dup_bytes (statement, 0);
  g_assert_cmpuint (g_bytes_get_size (none), ==, 0);
  g_assert_true (news_statement_next (statement));
  g_assert_null (news_statement_dup_bytes (statement, 0));
  g_assert_null (news_statement_dup_text (statement, 0));
  g_assert_true (news_statement_is_null (statement, 0));
  g_assert_false (news_statement_next (statement));
}

/* Whatever the file holds, a text is valid. */
static void
test_text (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  NewsStatement *statement;

  news_database_execute (fixture->database, "INSERT INTO t VALUES (1, CAST (x'41ff42' AS TEXT))");
  statement = news_database_prepare (fixture->database, "SELECT b FROM t");
  g_assert_true (news_statement_next (statement));
  text = news_statement_dup_text (statement, 0);
  news_statement_end (statement);
  g_assert_cmpstr (text, ==, "A\357\277\275B");
}

/* The same statement, used again, knows nothing of what was bound before. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  const char *sql = "SELECT ?1 IS NULL";
  NewsStatement *first = news_database_prepare (fixture->database, sql);
  NewsStatement *second;

  news_statement_bind_text (first, 1, "something");
  g_assert_cmpint (news_statement_run_int (first, -1), ==, 0);
  second = news_database_prepare (fixture->database, sql);
  g_assert_true (first == second);
  g_assert_cmpint (news_statement_run_int (second, -1), ==, 1);
}

/* After the first failure nothing happens any more, and the transaction is undone. */
static void
test_sticky (Fixture *fixture, gconstpointer data)
{
  NewsDatabase *database = fixture->database;
  g_autoptr (GError) error = NULL;

  news_database_begin (database, NEWS_TRANSACTION_WRITE);
  insert (database, 1, "one");
  g_assert_cmpint (count (database), ==, 1);
  insert (database, 2, "one");
  g_assert_true (news_database_has_failed (database));
  g_assert_cmpint (news_database_get_failure (database), ==, SQLITE_CONSTRAINT_UNIQUE);
  insert (database, 3, "three");
  news_database_execute (database, "DELETE FROM t");
  g_assert_cmpint (count (database), ==, -1);
  g_assert_cmpint (news_statement_run (news_database_prepare (database, "DELETE FROM t")), ==, 0);

  g_assert_false (news_database_end (database, &error));
  g_assert_error (error, NEWS_STORE_ERROR, NEWS_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "UNIQUE"));
  g_assert_cmpint (count (database), ==, 0);

  /* And then all is well again. */
  news_database_begin (database, NEWS_TRANSACTION_DURABLE);
  insert (database, 3, "three");
  g_assert_true (news_database_end (database, NULL));
  g_assert_cmpint (count (database), ==, 1);
}

static gint64
get_size (Fixture *fixture)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);

  return (gint64) status.st_size;
}

static void
write_bytes (NewsDatabase *database, gint64 bytes)
{
  news_database_begin (database, NEWS_TRANSACTION_DURABLE);
  news_database_run_for (database, "INSERT INTO t (b) VALUES (randomblob (?))", bytes);
  g_assert_true (news_database_end (database, NULL));
}

/* The file is written to when it is said, and only if the log has grown long. */
static void
test_folding (Fixture *fixture, gconstpointer data)
{
  NewsDatabase *database = fixture->database;
  gint64 before;

  news_database_execute (database, "PRAGMA journal_mode = WAL");
  news_database_put_off_folding (database);
  before = get_size (fixture);

  write_bytes (database, 100000);
  news_database_fold_log (database);
  g_assert_cmpint (get_size (fixture), ==, before);

  write_bytes (database, 8000000);
  g_assert_cmpint (get_size (fixture), ==, before);
  news_database_fold_log (database);
  g_assert_cmpint (get_size (fixture), >, before + 8000000);
  g_assert_cmpint (count (database), ==, 2);
}

/* A statement that can't be prepared is not kept. */
static void
test_wrong (Fixture *fixture, gconstpointer data)
{
  const char *sql = "SELECT 5 FROM later";
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (news_statement_run_int (news_database_prepare (fixture->database, sql), -1), ==,
                   -1);
  g_assert_false (news_database_check (fixture->database, &error));
  g_assert_nonnull (error);

  news_database_execute (fixture->database, "CREATE TABLE later (a); INSERT INTO later VALUES (1)");
  g_assert_cmpint (news_statement_run_int (news_database_prepare (fixture->database, sql), -1), ==,
                   5);
}

static void
test_own_error (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  news_database_begin (fixture->database, NEWS_TRANSACTION_WRITE);
  insert (fixture->database, 1, "one");
  news_database_take_error (
    fixture->database, g_error_new_literal (NEWS_STORE_ERROR, NEWS_STORE_ERROR_NOT_FOUND, "first"));
  news_database_take_error (
    fixture->database, g_error_new_literal (NEWS_STORE_ERROR, NEWS_STORE_ERROR_CLOSED, "second"));
  g_assert_false (news_database_end (fixture->database, &error));
  g_assert_error (error, NEWS_STORE_ERROR, NEWS_STORE_ERROR_NOT_FOUND);
  g_assert_cmpint (count (fixture->database), ==, 0);
}

/* A loop that was left early does not keep the transaction open. */
static void
test_unfinished (Fixture *fixture, gconstpointer data)
{
  news_database_begin (fixture->database, NEWS_TRANSACTION_WRITE);
  insert (fixture->database, 1, "one");
  insert (fixture->database, 2, "two");
  g_assert_true (
    news_statement_next (news_database_prepare (fixture->database, "SELECT a FROM t")));
  g_assert_true (news_database_end (fixture->database, NULL));
  g_assert_cmpint (count (fixture->database), ==, 2);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  const char *sql = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                    " SELECT count (*) FROM n";
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  news_database_set_cancellable (fixture->database, cancellable);
  news_database_begin (fixture->database, NEWS_TRANSACTION_READ);
  g_assert_cmpint (news_statement_run_int (news_database_prepare (fixture->database, sql), -1), ==,
                   -1);
  g_assert_false (news_database_end (fixture->database, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  news_database_set_cancellable (fixture->database, NULL);
  g_assert_cmpint (count (fixture->database), ==, 0);
}

/* A reader sees what it saw when its transaction began, and can't write. */
static void
test_reader (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsDatabase) reader = NULL;
  g_autoptr (GError) error = NULL;

  news_database_execute (fixture->database, "PRAGMA journal_mode = WAL");
  reader = news_database_open (fixture->path, NEWS_DATABASE_READER, &error);
  g_assert_no_error (error);

  news_database_begin (reader, NEWS_TRANSACTION_READ);
  g_assert_cmpint (count (reader), ==, 0);
  insert (fixture->database, 1, "one");
  g_assert_cmpint (count (reader), ==, 0);
  g_assert_true (news_database_end (reader, NULL));
  g_assert_cmpint (count (reader), ==, 1);

  /* Also after a loop that was left early. */
  news_database_begin (reader, NEWS_TRANSACTION_READ);
  g_assert_true (news_statement_next (news_database_prepare (reader, "SELECT a FROM t")));
  g_assert_true (news_database_end (reader, NULL));
  insert (fixture->database, 2, "two");
  g_assert_cmpint (count (reader), ==, 2);

  insert (reader, 3, "three");
  g_assert_false (news_database_check (reader, &error));
  g_assert_error (error, NEWS_STORE_ERROR, NEWS_STORE_ERROR_READ_ONLY);
}

static void
test_full (Fixture *fixture, gconstpointer data)
{
  g_autofree char *large = g_strnfill (1 << 20, 'x');
  g_autoptr (GError) error = NULL;

  insert (fixture->database, 1, "one");
  news_database_execute (fixture->database, "PRAGMA max_page_count = 20");
  news_database_begin (fixture->database, NEWS_TRANSACTION_WRITE);
  insert (fixture->database, 2, "two");
  insert (fixture->database, 3, large);
  g_assert_false (news_database_end (fixture->database, &error));
  g_assert_error (error, NEWS_STORE_ERROR, NEWS_STORE_ERROR_FULL);
  g_assert_cmpint (count (fixture->database), ==, 1);
}

static void
test_scans (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) none = NULL;
  g_auto (GStrv) one = NULL;
  const char *sql = "SELECT a FROM t WHERE length (b) = ?";

  insert (fixture->database, 1, "one");
  insert (fixture->database, 2, "two");
  news_statement_run (news_database_prepare (fixture->database, "SELECT a FROM t WHERE a = 2"));
  none = news_database_list_scans (fixture->database);
  g_assert_cmpstrv (none, (const char *[]) { NULL });

  news_statement_run (news_database_prepare (fixture->database, sql));
  one = news_database_list_scans (fixture->database);
  g_assert_cmpstrv (one, ((const char *[]) { sql, NULL }));
}

static gpointer
use_elsewhere (gpointer data)
{
  news_database_has_failed (data);

  return NULL;
}

/* A connection on another thread than its own is a mistake that must be seen. */
static void
test_thread (Fixture *fixture, gconstpointer data)
{
  if (g_test_subprocess ())
    {
      g_thread_join (g_thread_new ("elsewhere", use_elsewhere, fixture->database));
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*assertion*thread*");
}

static void
add (const char *path, void (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/database/rest", test_rest);
  add ("/database/values", test_values);
  add ("/database/text", test_text);
  add ("/database/kept", test_kept);
  add ("/database/sticky", test_sticky);
  add ("/database/folding", test_folding);
  add ("/database/wrong", test_wrong);
  add ("/database/own-error", test_own_error);
  add ("/database/unfinished", test_unfinished);
  add ("/database/cancelled", test_cancelled);
  add ("/database/reader", test_reader);
  add ("/database/full", test_full);
  add ("/database/scans", test_scans);
  add ("/database/thread", test_thread);

  return g_test_run ();
}
