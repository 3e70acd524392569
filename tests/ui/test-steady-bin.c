/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-steady-bin.h"

typedef struct
{
  GtkWidget *child;
  GtkWidget *bin;
  GtkWindow *window;
} Fixture;

static int
measure (GtkWidget *widget, int width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);

  return height;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->child = gtk_label_new ("One line\nanother\nand a third");
  fixture->bin = g_object_new (NEWS_TYPE_STEADY_BIN, "child", fixture->child, NULL);
  fixture->window = ui_test_show (fixture->bin, 300, 200);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_test_close (fixture->window);
}

static void
test_child (Fixture *fixture, gconstpointer data)
{
  int minimum, natural, child_minimum, child_natural;

  g_assert_cmpint (measure (fixture->bin, 300), ==, measure (fixture->child, 300));
  g_assert_cmpint (gtk_widget_get_width (fixture->child), ==, gtk_widget_get_width (fixture->bin));
  gtk_widget_measure (fixture->bin, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  gtk_widget_measure (fixture->child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum,
                      &child_natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, child_minimum);
  g_assert_cmpint (natural, ==, child_natural);
}

static void
test_held (Fixture *fixture, gconstpointer data)
{
  int width = gtk_widget_get_width (fixture->bin);
  int height = gtk_widget_get_height (fixture->bin);

  news_steady_bin_hold (NEWS_STEADY_BIN (fixture->bin));
  gtk_label_set_text (GTK_LABEL (fixture->child), "One line");
  g_assert_cmpint (measure (fixture->bin, width), ==, height);
  /* At another width all is different anyway. */
  g_assert_cmpint (measure (fixture->bin, width - 10), ==, measure (fixture->child, width - 10));

  news_steady_bin_release (NEWS_STEADY_BIN (fixture->bin));
  g_assert_cmpint (measure (fixture->bin, width), ==, measure (fixture->child, width));
}

/* Without a size there is nothing to hold. */
static void
test_no_size (void)
{
  GtkWidget *bin
    = g_object_ref_sink (g_object_new (NEWS_TYPE_STEADY_BIN, "child", gtk_label_new ("A"), NULL));

  news_steady_bin_hold (NEWS_STEADY_BIN (bin));
  g_assert_cmpint (measure (bin, 100), >, 0);
  g_object_set (bin, "child", NULL, NULL);
  g_assert_cmpint (measure (bin, 100), ==, 0);
  g_assert_finalize_object (bin);
}

#define ADD(name, function) \
  g_test_add ("/steady-bin/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("child", test_child);
  ADD ("held", test_held);
  g_test_add_func ("/steady-bin/no-size", test_no_size);

  return g_test_run ();
}
