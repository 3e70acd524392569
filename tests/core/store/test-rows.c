/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-rows.h"

static void
append (GArray *rows, gint64 article, gint64 time)
{
  NewsRow row = { .article = article, .time = time };

  g_array_append_val (rows, row);
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  return news_rows_compare (a, b);
}

static void
assert_sorted (GArray *rows)
{
  for (guint i = 1; i < rows->len; i++)
    g_assert_cmpint (
      news_rows_compare (&g_array_index (rows, NewsRow, i - 1), &g_array_index (rows, NewsRow, i)),
      <, 0);
}

static void
test_order (void)
{
  NewsRow old = { .article = 9, .time = 1 };
  NewsRow young = { .article = 1, .time = 2 };
  NewsRow other = { .article = 2, .time = 2 };

  g_assert_cmpint (news_rows_compare (&young, &old), <, 0);
  g_assert_cmpint (news_rows_compare (&old, &young), >, 0);
  g_assert_cmpint (news_rows_compare (&other, &young), <, 0);
  g_assert_cmpint (news_rows_compare (&young, &other), >, 0);
  g_assert_cmpint (news_rows_compare (&old, &old), ==, 0);
}

static void
test_sort_few (void)
{
  g_autoptr (GArray) rows = news_rows_new ();

  news_rows_sort (rows);
  g_assert_cmpuint (rows->len, ==, 0);

  append (rows, 7, -NEWS_ROW_LATEST - 1);
  append (rows, G_MAXINT64, 5);
  append (rows, 3, NEWS_ROW_LATEST);
  append (rows, G_MININT64, 5);
  append (rows, 7, -NEWS_ROW_LATEST - 1);
  append (rows, 0, 5);
  news_rows_sort (rows);
  g_assert_cmpuint (rows->len, ==, 5);
  assert_sorted (rows);
  g_assert_cmpint (g_array_index (rows, NewsRow, 0).article, ==, 3);
  g_assert_cmpint (g_array_index (rows, NewsRow, 1).article, ==, G_MAXINT64);
  g_assert_cmpint (g_array_index (rows, NewsRow, 4).article, ==, 7);
}

/* Against the sort of GLib, with few and with many different times. */
static void
test_sort_many (void)
{
  for (guint round = 0; round < 40; round++)
    {
      g_autoptr (GArray) rows = news_rows_new ();
      g_autoptr (GArray) oracle = news_rows_new ();
      int times = 1 << g_test_rand_int_range (0, 30);
      int articles = 1 << g_test_rand_int_range (1, 20);

      for (guint i = 0; i < 2000; i++)
        {
          gint64 article = g_test_rand_int_range (0, articles);

          append (rows, article, (article * G_GINT64_CONSTANT (7919)) % times - times / 2);
        }

      g_array_append_vals (oracle, rows->data, rows->len);
      g_array_sort (oracle, compare_cb);
      news_rows_sort (rows);

      for (guint i = 0, j = 0; i < oracle->len; i++)
        if (i == 0
            || compare_cb (&g_array_index (oracle, NewsRow, i - 1),
                           &g_array_index (oracle, NewsRow, i))
                 != 0)
          g_assert_cmpint (g_array_index (rows, NewsRow, j++).article, ==,
                           g_array_index (oracle, NewsRow, i).article);
      assert_sorted (rows);
    }
}

static void
test_insert (void)
{
  g_autoptr (GArray) rows = news_rows_new ();
  static const gint64 expected[] = { 5, 8, 2, 7, 9, 1, 6 };
  NewsRow top = { .article = 5, .time = 10, .group = 0 };
  NewsRow late = { .article = 6, .time = 99, .group = 7 };
  NewsRow first = { .article = 7, .time = 60, .group = 1 };
  NewsRow second = { .article = 8, .time = 5, .group = 0 };

  append (rows, 2, 70);
  append (rows, 9, 50);
  append (rows, 1, 50);
  for (guint i = 0; i < rows->len; i++)
    g_array_index (rows, NewsRow, i).group = 1;

  news_rows_insert (rows, top);
  news_rows_insert (rows, late);
  news_rows_insert (rows, first);
  news_rows_insert (rows, second);

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpint (g_array_index (rows, NewsRow, i).article, ==, expected[i]);
  g_assert_cmpint (news_rows_find (rows, 9), ==, 4);
  g_assert_cmpint (news_rows_find (rows, 10), ==, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rows/order", test_order);
  g_test_add_func ("/rows/sort-few", test_sort_few);
  g_test_add_func ("/rows/sort-many", test_sort_many);
  g_test_add_func ("/rows/insert", test_insert);

  return g_test_run ();
}
