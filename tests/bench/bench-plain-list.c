/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "bench-plain-list.h"

#include "ui-test.h"

#define WIDTH 400
#define HEIGHT 800
#define ROW_HEIGHT 110

static GListModel *
create_model (guint length)
{
  g_autofree const char **strings = g_new0 (const char *, length + 1);

  for (guint i = 0; i < length; i++)
    strings[i] = "";

  return G_LIST_MODEL (gtk_string_list_new (strings));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_size_request (row, -1, ROW_HEIGHT);
  gtk_list_item_set_child (item, row);
}

GtkWindow *
bench_plain_list_open (guint length, GtkListView **view)
{
  GtkSelectionModel *selection
    = GTK_SELECTION_MODEL (gtk_single_selection_new (create_model (length)));
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  list = gtk_list_view_new (selection, factory);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  *view = GTK_LIST_VIEW (list);

  return ui_test_show (scroller, WIDTH, HEIGHT);
}
