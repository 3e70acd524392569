/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-pane-resizer.h"

#define WIDTH 1000

typedef struct
{
  AdwNavigationSplitView *view;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = adw_navigation_split_view_new ();

  fixture->view = ADW_NAVIGATION_SPLIT_VIEW (view);
  adw_navigation_split_view_set_sidebar (
    fixture->view, adw_navigation_page_new (gtk_label_new ("Sidebar"), "Sidebar"));
  adw_navigation_split_view_set_content (
    fixture->view, adw_navigation_page_new (gtk_label_new ("Content"), "Content"));
  adw_navigation_split_view_set_min_sidebar_width (fixture->view, 100);
  adw_navigation_split_view_set_max_sidebar_width (fixture->view, 600);
  adw_navigation_split_view_set_sidebar_width_fraction (fixture->view, 0.3);
  news_pane_resizer_attach (fixture->view);
  fixture->window = ui_test_show (view, WIDTH, 300);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_test_close (fixture->window);
}

static GtkEventController *
find_controller (Fixture *fixture, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));
  GtkEventController *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_type_is_a (G_OBJECT_TYPE (controller), type)
          && gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_NONE)
        found = controller;
    }

  return found;
}

static const char *
get_cursor (Fixture *fixture, double x)
{
  GdkCursor *cursor;

  g_signal_emit_by_name (find_controller (fixture, GTK_TYPE_EVENT_CONTROLLER_MOTION), "motion", x,
                         100.0);
  cursor = gtk_widget_get_cursor (GTK_WIDGET (fixture->view));

  return cursor != NULL ? gdk_cursor_get_name (cursor) : NULL;
}

/* The edge, and only the edge, says that it can be taken hold of. */
static void
test_cursor (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (get_cursor (fixture, 300), ==, "col-resize");
  g_assert_cmpstr (get_cursor (fixture, 297), ==, "col-resize");
  g_assert_null (get_cursor (fixture, 310));
  g_assert_null (get_cursor (fixture, 100));
}

/* Where there is one pane, there is no edge. */
static void
test_collapsed (Fixture *fixture, gconstpointer data)
{
  adw_navigation_split_view_set_collapsed (fixture->view, TRUE);
  g_assert_null (get_cursor (fixture, 300));
}

static void
test_right_to_left (Fixture *fixture, gconstpointer data)
{
  gtk_widget_set_direction (GTK_WIDGET (fixture->view), GTK_TEXT_DIR_RTL);
  g_assert_cmpstr (get_cursor (fixture, WIDTH - 300), ==, "col-resize");
  g_assert_null (get_cursor (fixture, 300));
}

#define ADD(name, function) \
  g_test_add ("/pane-resizer/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("cursor", test_cursor);
  ADD ("collapsed", test_collapsed);
  ADD ("right-to-left", test_right_to_left);

  return g_test_run ();
}
