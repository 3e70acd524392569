/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-store.h"
#include "ui-test.h"

#include "news-arrivals.h"

#define FIRST 30
#define ROW_HEIGHT 80

typedef struct
{
  UiStore *store;
  NewsHeadlineModel *model;
  GtkListView *view;
  GtkScrolledWindow *scroller;
  NewsArrivals *arrivals;
  GtkWindow *window;
  gboolean held;
  guint wanted;
} Fixture;

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_size_request (label, -1, ROW_HEIGHT);
  gtk_list_item_set_child (item, label);
}

static void
setup_header_cb (GtkSignalListItemFactory *factory, GtkListHeader *header)
{
  gtk_list_header_set_child (header, gtk_label_new ("A day"));
}

static void
changed_cb (Fixture *fixture)
{
  news_arrivals_update (fixture->arrivals, fixture->held, TRUE);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) headers = gtk_signal_list_item_factory_new ();
  GtkWidget *overlay = gtk_overlay_new ();
  g_autoptr (NewsScope) scope = ui_store_new_scope ();

  fixture->store = ui_store_new ();
  fixture->model = news_headline_model_new ();
  fixture->view = GTK_LIST_VIEW (gtk_list_view_new (
    GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (fixture->model)))),
    factory));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (headers, "setup", G_CALLBACK (setup_header_cb), NULL);
  gtk_list_view_set_header_factory (fixture->view, headers);
  fixture->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_child (fixture->scroller, GTK_WIDGET (fixture->view));
  fixture->arrivals = g_object_new (NEWS_TYPE_ARRIVALS, NULL);
  news_arrivals_watch (fixture->arrivals, fixture->scroller, fixture->view, fixture->model);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (fixture->scroller));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (fixture->arrivals));
  g_signal_connect_swapped (fixture->model, "loaded", G_CALLBACK (changed_cb), fixture);
  fixture->window = ui_test_show (overlay, 300, 400);

  ui_store_add (fixture->store, 1, FIRST);
  news_arrivals_reset (fixture->arrivals);
  news_headline_model_set_scope (fixture->model, fixture->store->store, scope);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (fixture->model, fixture);
  g_object_run_dispose (G_OBJECT (fixture->model));
  ui_test_close (fixture->window);
  g_assert_finalize_object (fixture->model);
  ui_store_free (fixture->store);
}

static gboolean
is_long_enough (gpointer data)
{
  Fixture *fixture = data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (fixture->scroller);

  return g_list_model_get_n_items (G_LIST_MODEL (fixture->model)) == fixture->wanted
         && gtk_adjustment_get_upper (adjustment) >= fixture->wanted * ROW_HEIGHT;
}

static void
wait_for_rows (Fixture *fixture, guint rows)
{
  fixture->wanted = rows;
  ui_test_wait (is_long_enough, fixture);
}

static gboolean
has_count (gpointer data)
{
  Fixture *fixture = data;

  return news_arrivals_get_count (fixture->arrivals) == fixture->wanted;
}

static double
get_value (Fixture *fixture)
{
  return gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (fixture->scroller));
}

static void
scroll (Fixture *fixture, double value)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (fixture->scroller), value);
  ui_test_draw (GTK_WIDGET (fixture->view));
}

static gboolean
is_at_top (gpointer data)
{
  return get_value (data) <= 0;
}

static GtkWidget *
get_first_row (Fixture *fixture)
{
  return gtk_widget_get_first_child (GTK_WIDGET (fixture->view));
}

/* Rows get their heights some frames after they came, and the window its width. */
static void
test_grow (Fixture *fixture, gconstpointer data)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (fixture->scroller);

  wait_for_rows (fixture, FIRST);
  for (int i = 1; i <= 4; i++)
    {
      double height = gtk_adjustment_get_upper (adjustment);

      gtk_widget_set_size_request (get_first_row (fixture), -1, (1 + i) * ROW_HEIGHT);
      ui_test_draw (GTK_WIDGET (fixture->view));
      ui_test_draw (GTK_WIDGET (fixture->view));
      g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >, height);
      g_assert_cmpfloat (get_value (fixture), ==, 0);
    }

  /* Not against the reader's will. */
  scroll (fixture, 100);
  gtk_widget_set_size_request (get_first_row (fixture), -1, 6 * ROW_HEIGHT);
  ui_test_draw (GTK_WIDGET (fixture->view));
  ui_test_draw (GTK_WIDGET (fixture->view));
  g_assert_cmpfloat (get_value (fixture), >, 0);
}

/* Who looks further down keeps what is looked at, and is told. */
static void
test_below (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button = ui_test_find (GTK_WIDGET (fixture->arrivals), GTK_TYPE_BUTTON, NULL);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (fixture->scroller);
  double below;

  wait_for_rows (fixture, FIRST);
  scroll (fixture, 10 * ROW_HEIGHT);
  below = gtk_adjustment_get_upper (adjustment) - get_value (fixture);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->arrivals)));

  ui_store_add (fixture->store, FIRST + 1, FIRST + 3);
  wait_for_rows (fixture, FIRST + 3);
  fixture->wanted = 3;
  ui_test_wait (has_count, fixture);
  ui_test_draw (GTK_WIDGET (fixture->view));
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_upper (adjustment) - get_value (fixture),
                                  below, 1);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->arrivals)));
  g_assert_nonnull (ui_test_find_text (button, "3 new stories"));

  ui_store_add (fixture->store, FIRST + 4, FIRST + 4);
  wait_for_rows (fixture, FIRST + 4);
  fixture->wanted = 4;
  ui_test_wait (has_count, fixture);

  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (news_arrivals_get_count (fixture->arrivals), ==, 0);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->arrivals)));
  ui_test_wait (is_at_top, fixture);
}

/* However the reader gets to the top, it is of no use there. */
static void
test_scrolled (Fixture *fixture, gconstpointer data)
{
  wait_for_rows (fixture, FIRST);
  scroll (fixture, 10 * ROW_HEIGHT);
  ui_store_add (fixture->store, FIRST + 1, FIRST + 1);
  fixture->wanted = 1;
  ui_test_wait (has_count, fixture);
  scroll (fixture, 0);
  g_assert_cmpuint (news_arrivals_get_count (fixture->arrivals), ==, 0);
}

/* At the top, what is new is simply there. */
static void
test_top (Fixture *fixture, gconstpointer data)
{
  wait_for_rows (fixture, FIRST);
  ui_store_add (fixture->store, FIRST + 1, FIRST + 3);
  wait_for_rows (fixture, FIRST + 3);
  ui_test_wait (is_at_top, fixture);
  g_assert_cmpuint (news_arrivals_get_count (fixture->arrivals), ==, 0);
}

/* Unless the article on show is there, which is not to move. */
static void
test_held (Fixture *fixture, gconstpointer data)
{
  wait_for_rows (fixture, FIRST);
  fixture->held = TRUE;
  ui_store_add (fixture->store, FIRST + 1, FIRST + 3);
  fixture->wanted = 3;
  ui_test_wait (has_count, fixture);
}

#define ADD(name, function) \
  g_test_add ("/arrivals/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("grow", test_grow);
  ADD ("below", test_below);
  ADD ("scrolled", test_scrolled);
  ADD ("top", test_top);
  ADD ("held", test_held);

  return g_test_run ();
}
