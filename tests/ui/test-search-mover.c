/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "config.h"

#include "news-search-mover.h"

#define KEY "saved-searches"

typedef struct
{
  GSettings *settings;
  NewsSavedSearches *searches;
  GtkWidget *rows[3];
  NewsSearchMover *movers[3];
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "a", "b", "c" };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->settings = g_settings_new_with_path (APPLICATION_ID, "/test/");
  g_settings_reset (fixture->settings, KEY);
  fixture->searches = news_saved_searches_new (fixture->settings);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (NewsSavedSearch) search = news_saved_search_new (names[i], names[i]);

      g_assert_true (news_saved_searches_insert (fixture->searches, search, i));
      fixture->rows[i] = gtk_label_new (names[i]);
      gtk_widget_set_size_request (fixture->rows[i], -1, 40);
      fixture->movers[i] = news_search_mover_new (fixture->rows[i], fixture->searches, search);
      gtk_widget_insert_action_group (fixture->rows[i], "row", G_ACTION_GROUP (fixture->movers[i]));
      gtk_box_append (GTK_BOX (box), fixture->rows[i]);
    }
  fixture->window = ui_test_show (box, 200, 200);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_test_close (fixture->window);
  for (guint i = 0; i < G_N_ELEMENTS (fixture->movers); i++)
    g_assert_finalize_object (fixture->movers[i]);
  g_assert_finalize_object (fixture->searches);
  g_settings_reset (fixture->settings, KEY);
  g_object_unref (fixture->settings);
}

static void
assert_order (Fixture *fixture, const char *expected)
{
  g_autoptr (GString) order = g_string_new (NULL);
  g_autoptr (GVariant) kept = g_settings_get_value (fixture->settings, KEY);
  GVariantIter iter;
  const char *name;

  g_variant_iter_init (&iter, kept);
  while (g_variant_iter_next (&iter, "(&s&s)", &name, NULL))
    g_string_append (order, name);
  g_assert_cmpstr (order->str, ==, expected);
}

static gboolean
can (Fixture *fixture, guint i, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->movers[i]), action);
}

/* One place up or down, and no further than the ends. */
static void
test_steps (Fixture *fixture, gconstpointer data)
{
  g_assert_false (can (fixture, 0, "move-up"));
  g_assert_true (can (fixture, 0, "move-down"));
  g_assert_true (can (fixture, 2, "move-up"));
  g_assert_false (can (fixture, 2, "move-down"));

  gtk_widget_activate_action (fixture->rows[0], "row.move-down", NULL);
  assert_order (fixture, "bac");
  g_assert_true (can (fixture, 0, "move-up"));
  g_assert_false (can (fixture, 1, "move-up"));
  gtk_widget_activate_action (fixture->rows[0], "row.move-down", NULL);
  assert_order (fixture, "bca");
  g_assert_false (can (fixture, 0, "move-down"));
  gtk_widget_activate_action (fixture->rows[2], "row.move-up", NULL);
  assert_order (fixture, "cba");

  /* One that is removed goes nowhere; that it was there changes where others go. */
  news_saved_searches_remove (fixture->searches, news_saved_searches_find (fixture->searches, "b"));
  g_assert_false (can (fixture, 1, "move-up"));
  g_assert_false (can (fixture, 1, "move-down"));
  gtk_widget_activate_action (fixture->rows[0], "row.move-up", NULL);
  assert_order (fixture, "ac");
}

static GtkDropTarget *
find_target (GtkWidget *row)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (row);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }

  g_assert_not_reached ();
}

static gboolean
drop (Fixture *fixture, NewsSavedSearch *dragged, guint onto, double part)
{
  GtkWidget *row = fixture->rows[onto];
  GtkDropTarget *target = find_target (row);
  double y = gtk_widget_get_height (row) * part;
  GValue value = G_VALUE_INIT;
  GdkDragAction action;
  gboolean handled;

  g_signal_emit_by_name (target, "motion", 5.0, y, &action);
  g_assert_cmpint ((int) action, ==, (int) GDK_ACTION_MOVE);
  g_assert_cmpint (gtk_widget_has_css_class (row, "drop-after"), ==, part > 0.5);
  g_assert_cmpint (gtk_widget_has_css_class (row, "drop-before"), ==, part < 0.5);

  g_value_init (&value, NEWS_TYPE_SAVED_SEARCH);
  g_value_set_object (&value, dragged);
  g_signal_emit_by_name (target, "drop", &value, 5.0, y, &handled);
  g_value_unset (&value);
  g_assert_false (gtk_widget_has_css_class (row, "drop-after"));
  g_assert_false (gtk_widget_has_css_class (row, "drop-before"));

  return handled;
}

/* Before a row or behind it, as the pointer is in its upper or lower half. */
static void
test_drop (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsSavedSearch) stranger = news_saved_search_new ("x", "x");
  NewsSavedSearch *a = news_saved_searches_find (fixture->searches, "a");
  NewsSavedSearch *c = news_saved_searches_find (fixture->searches, "c");

  ui_test_draw (fixture->rows[0]);
  g_assert_true (drop (fixture, a, 2, 0.2));
  assert_order (fixture, "bac");
  g_assert_true (drop (fixture, a, 2, 0.8));
  assert_order (fixture, "bca");
  g_assert_true (drop (fixture, c, 1, 0.2));
  assert_order (fixture, "cba");
  g_assert_true (drop (fixture, a, 2, 0.8));
  assert_order (fixture, "cab");
  g_assert_false (drop (fixture, a, 0, 0.2));
  g_assert_false (drop (fixture, stranger, 0, 0.2));
  assert_order (fixture, "cab");
}

#define ADD(name, function) \
  g_test_add ("/search-mover/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("steps", test_steps);
  ADD ("drop", test_drop);

  return g_test_run ();
}
