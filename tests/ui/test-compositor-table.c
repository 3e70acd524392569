/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-compositor-table.h"
#include "news-page.h"

/* Where the cells of each row begin, in columns of 100 points of which there are @columns. */
static void
assert_places (const char *html, guint columns, const char *expected)
{
  PangoContext *context = news_print_text_create_context (NULL);
  g_autoptr (NewsPage) page = news_page_new_from_html (html, -1, NULL);
  g_autoptr (GPtrArray) rows = news_compositor_table_create_rows (
    context, news_page_get_block (page, 0), 0, 100.0 * columns, 1000);
  g_autoptr (GString) places = g_string_new (NULL);

  g_assert_nonnull (rows);
  for (guint i = 0; i < rows->len; i++)
    {
      NewsSlug *row = g_ptr_array_index (rows, i);

      if (i > 0)
        g_string_append_c (places, '/');
      for (guint j = 0; j < row->columns->len; j++)
        g_string_append_printf (places, " %.0f", g_array_index (row->columns, double, j));
    }
  g_assert_cmpstr (places->str, ==, expected);
  g_object_unref (context);
}

static void
test_places (void)
{
  assert_places ("<table><tr><td>a<td>b<td>c<tr><td>d<td>e<td>f</table>", 3,
                 " 0 100 200/ 0 100 200");
  assert_places ("<table><tr><td>a<td>b<td>c<tr><td>d</table>", 3, " 0 100 200/ 0");
}

static void
test_spans (void)
{
  assert_places (
    "<table><tr><td>a<td>b<td>c<tr><td rowspan=2>d<td>e<td>f<tr><td colspan=2>g</table>", 3,
    " 0 100 200/ 0 100 200/ 100");
  assert_places (
    "<table><tr><td>a<td rowspan=3>b<td>c<tr><td>d<td>e<tr><td>f<td>g<tr><td>h<td>i<td>j"
    "</table>",
    3, " 0 100 200/ 0 200/ 0 200/ 0 100 200");
}

/* Too many columns, or too high a row, for a table. */
static void
test_unfit (void)
{
  PangoContext *context = news_print_text_create_context (NULL);
  g_autoptr (NewsPage) page = news_page_new_from_html (
    "<table><tr><td>a<td>b<td>c<td colspan=60>d<tr><td>e</table>", -1, NULL);
  g_autoptr (NewsPage) plain
    = news_page_new_from_html ("<table><tr><td>a<td>b<tr><td>c<td>d</table>", -1, NULL);
  const NewsBlock *wide = news_page_get_block (page, 0);
  const NewsBlock *usual = news_page_get_block (plain, 0);

  g_assert_null (news_compositor_table_create_rows (context, wide, 0, 400, 1000));
  g_assert_null (news_compositor_table_create_rows (context, usual, 0, 400, 5));
  g_assert_null (news_compositor_table_create_rows (context, usual, 0, 60, 1000));
  g_object_unref (context);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compositor-table/places", test_places);
  g_test_add_func ("/compositor-table/spans", test_spans);
  g_test_add_func ("/compositor-table/unfit", test_unfit);

  return g_test_run ();
}
