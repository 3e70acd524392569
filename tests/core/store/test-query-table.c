/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "store-fixture.h"

#include "news-query-table.h"
#include "news-rows.h"

/* What is said one by one. */
static void
assert_alike (NewsDatabase *database, gpointer data)
{
  NewsSection *section = data;
  g_autoptr (NewsQueryTable) table = news_query_table_new (database);
  g_autoptr (GArray) expected = news_rows_get_queries (database, section);
  g_autoptr (GArray) numbers = news_query_table_list (table, section);

  g_assert_cmpuint (numbers->len, ==, expected->len);
  for (guint i = 0; i < numbers->len; i++)
    g_assert_cmpint (g_array_index (numbers, gint64, i), ==, g_array_index (expected, gint64, i));
}

static void
test_list (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (NewsSection) none = store_fixture_section ("n", "");
  g_autoptr (NewsSection) some = store_fixture_section ("s", "two/ one/a one/b gone/ one/c one/");

  store_fixture_run (fixture, assert_alike, some);
  store_fixture_take (fixture, "one", NULL, store_fixture_article ("1", "A", 1), NULL);
  store_fixture_take (fixture, "one", "b", store_fixture_article ("2", "B", 2), NULL);
  store_fixture_take (fixture, "two", NULL, store_fixture_article ("1", "C", 3), NULL);
  store_fixture_run (fixture, assert_alike, some);
  store_fixture_run (fixture, assert_alike, none);
}

static guint
get_unread (NewsQueryTable *table, const char *source, const char *section)
{
  const NewsQueryRow *row = news_query_table_find (table, source, section);

  g_assert_nonnull (row);

  return row->unread;
}

static void
assert_found (NewsDatabase *database, gpointer data)
{
  g_autoptr (NewsQueryTable) table = news_query_table_new (database);

  g_assert_cmpuint (get_unread (table, "one", NULL), ==, 3);
  g_assert_cmpuint (get_unread (table, "one", ""), ==, 3);
  g_assert_cmpuint (get_unread (table, "one", "b"), ==, 2);
  g_assert_null (news_query_table_find (table, "one", "c"));
  g_assert_null (news_query_table_find (table, "b", "one"));
  g_assert_null (news_query_table_find (table, "", ""));
}

static void
test_find (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_take (fixture, "one", NULL, store_fixture_article ("1", "A", 1),
                      store_fixture_article ("2", "B", 2), NULL);
  store_fixture_take (fixture, "one", "b", store_fixture_article ("3", "C", 3),
                      store_fixture_article ("4", "D", 4), NULL);
  store_fixture_set_read (fixture, store_fixture_number (fixture, "one", "1"), TRUE);
  store_fixture_run (fixture, assert_found, NULL);
}

static void
add (const char *path, void (*test) (StoreFixture *fixture, gconstpointer data))
{
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, test, store_fixture_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/query-table/list", test_list);
  add ("/query-table/find", test_find);

  return g_test_run ();
}
