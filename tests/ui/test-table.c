/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-table-row.h"
#include "news-table.h"

#define HEIGHT 20

/* A cell that is as wide as it is told. */
static GtkWidget *
add_cell (GtkWidget *table, int width, int columns, int rows)
{
  GtkWidget *cell
    = g_object_new (GTK_TYPE_BOX, "width-request", width, "height-request", HEIGHT * rows, NULL);

  news_table_add_cell (NEWS_TABLE (table), cell, columns, rows);

  return cell;
}

static GtkWidget *
create (void)
{
  return g_object_ref_sink (news_table_new ());
}

static void
allocate (GtkWidget *table, int width)
{
  GtkAllocation place = { 0, 0, width, 0 };

  gtk_widget_measure (table, GTK_ORIENTATION_VERTICAL, width, &place.height, NULL, NULL, NULL);
  gtk_widget_size_allocate (table, &place, -1);
}

static void
assert_place (GtkWidget *table, GtkWidget *cell, int x, int y, int width, int height)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (cell, table, &bounds));
  g_assert_cmpfloat_with_epsilon (bounds.origin.x, x, 0.5);
  g_assert_cmpfloat_with_epsilon (bounds.origin.y, y, 0.5);
  g_assert_cmpfloat_with_epsilon (bounds.size.width, width, 0.5);
  g_assert_cmpfloat_with_epsilon (bounds.size.height, height, 0.5);
}

static void
test_rows (void)
{
  GtkWidget *table = create ();
  GtkWidget *first, *second, *row;

  news_table_add_row (NEWS_TABLE (table));
  first = add_cell (table, 40, 1, 1);
  add_cell (table, 60, 1, 1);
  news_table_add_row (NEWS_TABLE (table));
  second = add_cell (table, 50, 1, 1);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (table), GTK_ACCESSIBLE_ROLE_TABLE);
  row = gtk_widget_get_first_child (table);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_ROLE_ROW);
  g_assert_true (gtk_widget_get_parent (first) == row);
  g_assert_true (gtk_widget_get_parent (second) == gtk_widget_get_next_sibling (row));

  allocate (table, 110);
  assert_place (table, first, 0, 0, 50, HEIGHT);
  assert_place (table, second, 0, HEIGHT, 50, HEIGHT);
  g_assert_finalize_object (table);
}

/* What is left over goes to all columns. */
static void
test_wider (void)
{
  GtkWidget *table = create ();
  GtkWidget *last;
  int minimum, natural;

  news_table_add_row (NEWS_TABLE (table));
  add_cell (table, 40, 1, 1);
  last = add_cell (table, 60, 1, 1);
  gtk_widget_measure (table, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 100);
  g_assert_cmpint (natural, ==, 100);
  allocate (table, 140);
  assert_place (table, last, 60, 0, 80, HEIGHT);
  g_assert_finalize_object (table);
}

/*  a | b   b
 *  a | c | d  */
static void
test_spans (void)
{
  GtkWidget *table = create ();
  GtkWidget *a, *b, *c, *d;

  news_table_add_row (NEWS_TABLE (table));
  a = add_cell (table, 30, 1, 2);
  b = add_cell (table, 100, 2, 1);
  news_table_add_row (NEWS_TABLE (table));
  c = add_cell (table, 20, 1, 1);
  d = add_cell (table, 40, 1, 1);
  g_assert_cmpint (news_table_get_column (NEWS_TABLE (table), c), ==, 1);
  g_assert_cmpint (news_table_get_column (NEWS_TABLE (table), d), ==, 2);
  g_assert_cmpint (news_table_get_column (NEWS_TABLE (table), table), ==, -1);

  allocate (table, 130);
  assert_place (table, a, 0, 0, 30, 2 * HEIGHT);
  assert_place (table, b, 30, 0, 100, HEIGHT);
  assert_place (table, c, 30, HEIGHT, 40, HEIGHT);
  assert_place (table, d, 70, HEIGHT, 60, HEIGHT);
  g_assert_finalize_object (table);
}

/* A cell that is higher than its rows makes the last of them higher. */
static void
test_high (void)
{
  GtkWidget *table = create ();
  GtkWidget *below;

  news_table_add_row (NEWS_TABLE (table));
  add_cell (table, 30, 1, 1);
  gtk_widget_set_size_request (add_cell (table, 30, 1, 2), 30, 100);
  news_table_add_row (NEWS_TABLE (table));
  below = add_cell (table, 30, 1, 1);
  allocate (table, 60);
  assert_place (table, below, 0, HEIGHT, 30, 100 - HEIGHT);
  g_assert_finalize_object (table);
}

static void
test_right_to_left (void)
{
  GtkWidget *table = create ();
  GtkWidget *first;

  gtk_widget_set_direction (table, GTK_TEXT_DIR_RTL);
  news_table_add_row (NEWS_TABLE (table));
  first = add_cell (table, 40, 1, 1);
  add_cell (table, 60, 1, 1);
  allocate (table, 100);
  assert_place (table, first, 60, 0, 40, HEIGHT);
  g_assert_finalize_object (table);
}

/* Whatever a table claims. */
static void
test_claims (void)
{
  GtkWidget *table = create ();

  allocate (table, 100);
  news_table_add_row (NEWS_TABLE (table));
  add_cell (table, 10, 60000, 1);
  add_cell (table, 10, -1, 0);
  add_cell (table, 10, 1, 60000);
  news_table_add_row (NEWS_TABLE (table));
  news_table_add_row (NEWS_TABLE (table));
  add_cell (table, 10, 1, 1);
  allocate (table, 100);
  g_assert_finalize_object (table);
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/table/rows", test_rows);
  g_test_add_func ("/table/wider", test_wider);
  g_test_add_func ("/table/spans", test_spans);
  g_test_add_func ("/table/high", test_high);
  g_test_add_func ("/table/right-to-left", test_right_to_left);
  g_test_add_func ("/table/claims", test_claims);

  return g_test_run ();
}
