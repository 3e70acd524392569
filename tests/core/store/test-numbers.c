/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-database.h"

static GArray *
create_numbers (guint length)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < length; i++)
    {
      gint64 number = (gint64) i - 2;

      g_array_append_val (numbers, number);
    }

  return numbers;
}

static NewsDatabase *
open_database (void)
{
  g_autoptr (GError) error = NULL;
  NewsDatabase *database = news_database_open (":memory:", NEWS_DATABASE_WRITER, &error);

  g_assert_no_error (error);

  return database;
}

/* A row for each number, in their order, also when the statement is used again. */
static void
test_rows (void)
{
  g_autoptr (NewsDatabase) database = open_database ();

  for (guint length = 0; length < 5; length++)
    {
      g_autoptr (GArray) numbers = create_numbers (length);
      NewsStatement *statement
        = news_database_prepare (database, "SELECT value, rowid FROM news_numbers (?)");
      guint n = 0;

      news_statement_bind_numbers (statement, 1, numbers);
      for (; news_statement_next (statement); n++)
        {
          g_assert_cmpint (news_statement_get_int (statement, 0), ==, (gint64) n - 2);
          g_assert_cmpint (news_statement_get_int (statement, 1), ==, n);
        }
      g_assert_cmpuint (n, ==, length);
    }
  g_assert_true (news_database_check (database, NULL));
}

/* A plan that has the array only once it has something else is none. */
static void
test_joined (void)
{
  g_autoptr (NewsDatabase) database = open_database ();
  g_autoptr (GArray) numbers = create_numbers (100);
  NewsStatement *statement;

  news_database_execute (database, "CREATE TABLE t (a INTEGER PRIMARY KEY);"
                                   "INSERT INTO t VALUES (7), (9), (500)");
  statement = news_database_prepare (
    database, "SELECT sum (t.a) FROM t JOIN news_numbers (?) n ON n.value = t.a");
  news_statement_bind_numbers (statement, 1, numbers);
  g_assert_cmpint (news_statement_run_int (statement, -1), ==, 16);

  statement = news_database_prepare (
    database, "SELECT count (*) FROM t WHERE a IN (SELECT value FROM news_numbers (?))");
  news_statement_bind_numbers (statement, 1, numbers);
  g_assert_cmpint (news_statement_run_int (statement, -1), ==, 2);
  g_assert_true (news_database_check (database, NULL));
}

/* What is no array, as text that somebody wrote into the place, has no rows. */
static void
test_nothing (void)
{
  g_autoptr (NewsDatabase) database = open_database ();
  NewsStatement *statement
    = news_database_prepare (database, "SELECT count (*) FROM news_numbers (?)");

  news_statement_bind_text (statement, 1, "numbers");
  g_assert_cmpint (news_statement_run_int (statement, -1), ==, 0);
  statement = news_database_prepare (database, "SELECT count (*) FROM news_numbers");
  g_assert_cmpint (news_statement_run_int (statement, -1), ==, 0);
  g_assert_true (news_database_check (database, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/numbers/rows", test_rows);
  g_test_add_func ("/numbers/joined", test_joined);
  g_test_add_func ("/numbers/nothing", test_nothing);

  return g_test_run ();
}
