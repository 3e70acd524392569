/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-packed-rows.h"

#define NOON G_GINT64_CONSTANT (1793534400)
#define LENGTH 1000

static GArray *
create_rows (guint length)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (NewsRow));

  for (guint i = 0; i < length; i++)
    {
      NewsRow row = { .article = 1 + 7919 * (gint64) i % LENGTH, .time = NOON - 3600 * (gint64) i };

      g_array_append_val (rows, row);
    }

  return rows;
}

/* Whether it is packed can't be told from what it says. */
static void
assert_rows (GArray *rows)
{
  g_autoptr (GArray) same = g_array_copy (rows);
  g_autoptr (NewsPackedRows) packed = news_packed_rows_new (rows);

  g_assert_cmpuint (news_packed_rows_get_length (packed), ==, same->len);
  for (guint i = 0; i < same->len; i++)
    {
      NewsRow row = news_packed_rows_get (packed, i);

      g_assert_cmpint (row.article, ==, g_array_index (same, NewsRow, i).article);
      g_assert_cmpint (row.time, ==, g_array_index (same, NewsRow, i).time);
      g_assert_cmpuint (row.group, ==, g_array_index (same, NewsRow, i).group);
    }
}

static void
test_usual (void)
{
  const guint lengths[] = { 0, 1, 2, LENGTH };

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (GArray) rows = create_rows (lengths[i]);

      assert_rows (rows);
      for (guint j = 0; j < rows->len; j++)
        g_array_index (rows, NewsRow, j).group = 5;
      assert_rows (rows);
      for (guint j = 0; j < rows->len; j++)
        g_array_index (rows, NewsRow, j).group = j % 3;
      assert_rows (rows);
    }
}

/* What a damaged file may hold, and the last that fits into a packed row. */
static void
test_unusual (void)
{
  const gint64 articles[]
    = { 0, -1, G_MAXUINT32, (gint64) G_MAXUINT32 + 1, G_MAXINT64, G_MININT64 };
  const gint64 times[]
    = { NOON + G_MAXUINT32, NOON + G_MAXUINT32 + 1, NEWS_ROW_LATEST, -NEWS_ROW_LATEST, 0,
        NOON - G_MAXUINT32, NOON - G_MAXUINT32 - 1 };

  for (gsize i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      g_autoptr (GArray) rows = create_rows (3);

      g_array_index (rows, NewsRow, 1).article = articles[i];
      assert_rows (rows);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (GArray) rows = create_rows (1);
      NewsRow row = { .article = 2, .time = times[i] };

      g_array_append_val (rows, row);
      assert_rows (rows);
    }
}

/* It needs the array no longer than to be made. */
static void
test_last (void)
{
  g_autoptr (NewsPackedRows) packed = NULL;
  g_autoptr (NewsPackedRows) again = NULL;
  GArray *rows = create_rows (LENGTH);

  packed = news_packed_rows_new (rows);
  g_array_unref (rows);
  again = news_packed_rows_ref (packed);
  g_clear_pointer (&packed, news_packed_rows_unref);
  g_assert_cmpint (news_packed_rows_get (again, LENGTH - 1).time, ==,
                   NOON - 3600 * (gint64) (LENGTH - 1));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/packed-rows/usual", test_usual);
  g_test_add_func ("/packed-rows/unusual", test_unusual);
  g_test_add_func ("/packed-rows/last", test_last);

  return g_test_run ();
}
