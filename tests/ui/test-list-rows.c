/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-list-rows.h"

#define HOUR (G_GINT64_CONSTANT (60) * 60)
#define DAY (24 * HOUR)

/* Rows of an hour each, the newest first. */
static GArray *
create_rows (guint length)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (NewsRow));

  for (guint i = 0; i < length; i++)
    {
      NewsRow row = { .article = 7 * (gint64) i - 100,
                      .time = 20000 * DAY - HOUR - HOUR * i,
                      .group = i / 10 };

      g_array_append_val (rows, row);
    }

  return rows;
}

static guint
count_starts (NewsListRows *rows)
{
  guint length = news_list_rows_get_length (rows);
  guint n = 0;

  for (guint i = news_list_rows_find_start (rows, 0, length); i < length; n++)
    i = news_list_rows_find_start (rows, i + 1, length);

  return n;
}

static void
test_find (void)
{
  for (guint length = 0; length < 300; length += 23)
    {
      g_autoptr (GArray) array = create_rows (length);
      g_autoptr (NewsListRows) rows = news_list_rows_new (array, NEWS_LIST_HEADINGS_NONE);

      g_assert_cmpuint (news_list_rows_get_length (rows), ==, length);
      g_assert_cmpuint (news_packed_rows_get_length (news_list_rows_get_packed (rows)), ==, length);
      for (guint i = 0; i < length; i++)
        {
          gint64 article = news_list_rows_get (rows, i).article;

          g_assert_cmpuint (news_list_rows_find (rows, article), ==, i);
          g_assert_cmpuint (news_list_rows_find (rows, article + 1), ==, G_MAXUINT);
        }
      g_assert_cmpuint (news_list_rows_find (rows, G_MAXINT64), ==, G_MAXUINT);
    }
}

/* A worker makes the table of a long list; that it is not there yet, nobody notices. */
static void
test_find_long (void)
{
  const guint length = 30000;
  g_autoptr (GArray) array = create_rows (length);
  g_autoptr (NewsListRows) rows = news_list_rows_new (array, NEWS_LIST_HEADINGS_NONE);

  for (guint i = 0; i < length; i += i < 100 ? 1 : 100)
    {
      gint64 article = news_list_rows_get (rows, i).article;

      g_assert_cmpuint (news_list_rows_find (rows, article), ==, i);
      g_assert_cmpuint (news_list_rows_find (rows, article + 1), ==, G_MAXUINT);
      g_main_context_iteration (NULL, FALSE);
    }
}

static void
test_find_after (void)
{
  for (guint asked = 0; asked < 2; asked++)
    {
      g_autoptr (GArray) few = create_rows (10);
      g_autoptr (GArray) many = create_rows (20000);
      g_autoptr (NewsListRows) before = news_list_rows_new (few, NEWS_LIST_HEADINGS_NONE);
      g_autoptr (NewsListRows) after = NULL;

      if (asked)
        g_assert_cmpuint (news_list_rows_find (before, -100 + 7), ==, 1);
      after = news_list_rows_new_after (before, many, NEWS_LIST_HEADINGS_NONE);
      for (guint i = 0; i < many->len; i += 777)
        g_assert_cmpuint (news_list_rows_find (after, news_list_rows_get (after, i).article), ==,
                          i);
    }
}

/* Days, groups, or one for all. */
static void
test_starts (void)
{
  g_autoptr (GArray) array = create_rows (100);
  g_autoptr (NewsListRows) days = news_list_rows_new (array, NEWS_LIST_HEADINGS_DAYS);
  g_autoptr (NewsListRows) groups = news_list_rows_new (array, NEWS_LIST_HEADINGS_GROUPS);
  g_autoptr (NewsListRows) none = news_list_rows_new (array, NEWS_LIST_HEADINGS_NONE);

  g_assert_cmpuint (count_starts (days), ==, 5);
  g_assert_cmpuint (news_list_rows_find_start (days, 1, 100), ==, 24);
  g_assert_cmpuint (news_list_rows_find_start (days, 24, 100), ==, 24);
  g_assert_cmpuint (news_list_rows_find_start (days, 25, 30), ==, 30);
  g_assert_cmpuint (news_list_rows_find_start (days, 97, 100), ==, 100);
  g_assert_cmpuint (count_starts (groups), ==, 10);
  g_assert_cmpuint (count_starts (none), ==, 1);

  g_assert_true (
    news_list_rows_parts (days, news_list_rows_get (days, 23), news_list_rows_get (days, 24)));
  g_assert_false (
    news_list_rows_parts (days, news_list_rows_get (days, 22), news_list_rows_get (days, 23)));
  g_assert_true (
    news_list_rows_parts (groups, news_list_rows_get (days, 9), news_list_rows_get (days, 10)));
}

static void
test_headings (void)
{
  g_autoptr (GPtrArray) sections = g_ptr_array_new ();
  g_autoptr (NewsScope) home = news_scope_new_home (sections);
  g_autoptr (NewsScope) topic = news_scope_new_topic ("topic");
  g_autoptr (NewsScope) oldest
    = news_scope_new_view (topic, NEWS_FILTER_UNREAD, NEWS_ORDER_OLDEST, 0);
  g_autoptr (NewsScope) visited
    = news_scope_new_view (topic, NEWS_FILTER_ALL, NEWS_ORDER_MOST_VISITED, 0);

  g_assert_cmpint (news_list_headings_of_scope (home), ==, NEWS_LIST_HEADINGS_GROUPS);
  g_assert_cmpint (news_list_headings_of_scope (topic), ==, NEWS_LIST_HEADINGS_DAYS);
  g_assert_cmpint (news_list_headings_of_scope (oldest), ==, NEWS_LIST_HEADINGS_DAYS);
  g_assert_cmpint (news_list_headings_of_scope (visited), ==, NEWS_LIST_HEADINGS_NONE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list-rows/find", test_find);
  g_test_add_func ("/list-rows/find-long", test_find_long);
  g_test_add_func ("/list-rows/find-after", test_find_after);
  g_test_add_func ("/list-rows/starts", test_starts);
  g_test_add_func ("/list-rows/headings", test_headings);

  return g_test_run ();
}
