/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-headline-row.h"
#include "news-headlines-pane.h"

#include <string.h>

#define LIST "/wp-json/wp/v2/posts"
#define SECTIONS                                 \
  "[ { \"id\": \"home\", \"title\": \"Home\" }," \
  "  { \"id\": \"one\", \"title\": \"One\", \"queries\": [ { \"source\": \"posts\" } ] } ]"
#define SOURCES                                                             \
  "[ { \"id\": \"posts\", \"name\": \"The Posts\", \"api\": \"wordpress\"," \
  "    \"parameters\": { \"site\": \"@SERVER@/\", \"api\": \"@SERVER@/wp-json/\" } } ]"

typedef struct
{
  UiTest *test;
  const char *expected; /* last digits of the titles, in the order of the list */
} Order;

static void
marked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_assert_true (news_store_set_bookmarked_finish (NEWS_STORE (object), result, NULL));
  *(gboolean *) user_data = TRUE;
}

static GtkListView *
get_view (UiTest *test)
{
  GtkWidget *pane = ui_test_find (GTK_WIDGET (test->window), NEWS_TYPE_HEADLINES_PANE, NULL);

  return news_headlines_pane_get_view (NEWS_HEADLINES_PANE (pane));
}

static char *
dup_order (UiTest *test)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (get_view (test)));
  GString *order = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (NewsHeadline) headline = g_list_model_get_item (model, i);

      g_string_append_c (order, headline->title != NULL && *headline->title != '\0'
                                  ? headline->title[strlen (headline->title) - 1]
                                  : '?');
    }

  return g_string_free_and_steal (order);
}

static gboolean
is_in_order (gpointer data)
{
  Order *order = data;
  g_autofree char *shown = dup_order (order->test);

  return g_str_equal (shown, order->expected);
}

static void
wait_for (UiTest *test, const char *expected)
{
  Order order = { test, expected };

  ui_test_wait (is_in_order, &order);
}

/* "Story 1" to "Story 5", all bookmarks, the last one first. */
static UiTest *
create (void)
{
  UiTest *test = ui_test_new (SECTIONS, SOURCES);
  g_autofree char *posts = news_test_paper_dup_posts (5, 1);
  g_autoptr (NewsSnapshot) snapshot = NULL;

  news_test_server_serve (test->paper->server, LIST, 200, "application/json", posts);
  news_test_paper_refresh (test->paper);
  snapshot = news_test_paper_list_section (test->paper, "one");
  for (guint i = snapshot->rows->len; i > 0; i--)
    {
      gboolean done = FALSE;

      news_store_set_bookmarked_async (news_desk_get_store (test->paper->desk),
                                       g_array_index (snapshot->rows, NewsRow, i - 1).article, TRUE,
                                       NULL, marked_cb, &done);
      news_test_paper_run_until (&done);
    }
  news_window_show_bookmarks (test->window);
  wait_for (test, "54321");

  return test;
}

static void
activate (UiTest *test, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (test->window), action, NULL));
}

static void
select_position (UiTest *test, guint position)
{
  gtk_list_view_scroll_to (get_view (test), position,
                           GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (get_view (test)));
}

/* The row that has the focus, by its title's last letter. */
static gboolean
has_focus (gpointer data)
{
  Order *order = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (order->test->window));
  GtkWidget *row = focus != NULL ? ui_test_find (focus, NEWS_TYPE_HEADLINE_ROW, NULL) : NULL;

  return row != NULL && g_str_has_suffix (ui_test_get_text (row), order->expected);
}

typedef struct
{
  UiTest *test;
  const char *title;
} Wanted;

static gboolean
is_there (gpointer data)
{
  Wanted *wanted = data;

  return ui_test_find_text (GTK_WIDGET (get_view (wanted->test)), wanted->title) != NULL;
}

/* Rows and headings are set some a frame. */
static GtkWidget *
wait_for_text (UiTest *test, const char *title)
{
  Wanted wanted = { test, title };

  ui_test_wait (is_there, &wanted);

  return ui_test_find_text (GTK_WIDGET (get_view (test)), title);
}

/* By keys: up, down, to both ends, and back; the focus goes along. */
static void
test_keys (void)
{
  g_autoptr (UiTest) test = create ();
  Order focus = { test, "4" };

  select_position (test, 1);
  activate (test, "bookmark.move-up");
  wait_for (test, "45321");
  ui_test_wait (has_focus, &focus);
  g_assert_nonnull (wait_for_text (test, "In Your Own Order"));

  activate (test, "bookmark.move-last");
  wait_for (test, "53214");
  ui_test_wait (has_focus, &focus);
  activate (test, "bookmark.move-up");
  wait_for (test, "53241");
  ui_test_wait (has_focus, &focus);
  activate (test, "bookmark.move-first");
  wait_for (test, "45321");
  ui_test_wait (has_focus, &focus);
  activate (test, "bookmark.move-down");
  wait_for (test, "54321");
  ui_test_wait (has_focus, &focus);

  for (guint i = 0; i < 4; i++)
    {
      activate (test, "story.undo");
      ui_test_idle ();
    }
  wait_for (test, "45321");
}

/* What is at an end stays there, and nothing moves without a selection. */
static void
test_ends (void)
{
  g_autoptr (UiTest) test = create ();

  activate (test, "bookmark.move-up");
  select_position (test, 0);
  activate (test, "bookmark.move-up");
  activate (test, "bookmark.move-first");
  ui_test_idle ();
  wait_for (test, "54321");
  select_position (test, 4);
  activate (test, "bookmark.move-down");
  activate (test, "bookmark.move-last");
  ui_test_idle ();
  wait_for (test, "54321");
}

static GtkDropTarget *
find_target (UiTest *test)
{
  g_autoptr (GListModel) controllers
    = gtk_widget_observe_controllers (GTK_WIDGET (get_view (test)));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }

  g_assert_not_reached ();
}

static GtkWidget *
find_row (UiTest *test, const char *title)
{
  GtkWidget *row = wait_for_text (test, title);

  g_assert_true (NEWS_IS_HEADLINE_ROW (row));

  return row;
}

/* Drops @dragged on the row @onto, at that part of its height. */
static gboolean
drop (UiTest *test, const char *dragged, const char *onto, double part)
{
  NewsHeadline *headline
    = news_headline_row_get_headline (NEWS_HEADLINE_ROW (find_row (test, dragged)));
  GtkDropTarget *target = find_target (test);
  GValue value = G_VALUE_INIT;
  GtkWidget *row = find_row (test, onto);
  GdkDragAction action;
  graphene_rect_t bounds;
  gboolean handled;
  double x, y;

  g_assert_true (gtk_widget_compute_bounds (row, GTK_WIDGET (get_view (test)), &bounds));
  x = bounds.origin.x + bounds.size.width / 2;
  y = bounds.origin.y + bounds.size.height * part;
  g_signal_emit_by_name (target, "motion", x, y, &action);
  g_assert_cmpint ((int) action, ==, (int) GDK_ACTION_MOVE);
  g_assert_true (gtk_widget_has_css_class (gtk_widget_get_parent (row),
                                           part > 0.5 ? "drop-after" : "drop-before"));

  g_value_init (&value, NEWS_TYPE_HEADLINE);
  g_value_set_object (&value, headline);
  g_signal_emit_by_name (target, "drop", &value, x, y, &handled);
  g_value_unset (&value);
  g_assert_false (gtk_widget_has_css_class (gtk_widget_get_parent (row), "drop-after"));
  g_assert_false (gtk_widget_has_css_class (gtk_widget_get_parent (row), "drop-before"));

  return handled;
}

/* Before a row or behind it, as the pointer is in its upper or lower half. */
static void
test_drop (void)
{
  g_autoptr (UiTest) test = create ();

  g_assert_true (drop (test, "Story 2", "Story 4", 0.2));
  wait_for (test, "52431");
  g_assert_true (drop (test, "Story 5", "Story 3", 0.8));
  wait_for (test, "24351");
  g_assert_true (drop (test, "Story 2", "Story 1", 0.8));
  wait_for (test, "43512");
  g_assert_false (drop (test, "Story 4", "Story 4", 0.2));
  ui_test_idle ();
  wait_for (test, "43512");
  activate (test, "story.undo");
  wait_for (test, "24351");
}

/* In any other list nothing can be moved, and nothing listens. */
static void
test_elsewhere (void)
{
  g_autoptr (UiTest) test = create ();
  GtkEventController *target = GTK_EVENT_CONTROLLER (find_target (test));

  g_assert_cmpint (gtk_event_controller_get_propagation_phase (target), ==, GTK_PHASE_BUBBLE);
  news_window_show_section (test->window, "one");
  g_assert_cmpint (gtk_event_controller_get_propagation_phase (target), ==, GTK_PHASE_NONE);
  wait_for (test, "54321");
  select_position (test, 1);
  gtk_widget_activate_action (GTK_WIDGET (test->window), "bookmark.move-up", NULL);
  ui_test_idle ();
  news_window_show_bookmarks (test->window);
  wait_for (test, "54321");
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/bookmark-mover/keys", test_keys);
  g_test_add_func ("/bookmark-mover/ends", test_ends);
  g_test_add_func ("/bookmark-mover/drop", test_drop);
  g_test_add_func ("/bookmark-mover/elsewhere", test_elsewhere);

  return g_test_run ();
}
