/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-search-bar.h"
#include "ui-store.h"

typedef struct
{
  UiStore *store;
  GPtrArray *sections;
  NewsSearchBar *bar;
  NewsSuggestionList *suggestions;
  GtkWindow *window;
  GtkEditable *entry;
  guint changes;
  guint gone;
  gboolean opening;
} Fixture;

static void
changed_cb (NewsSearchBar *bar, Fixture *fixture)
{
  fixture->changes++;
}

static void
go_cb (NewsSearchBar *bar, gboolean open, Fixture *fixture)
{
  fixture->gone++;
  fixture->opening = open;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->store = ui_store_new ();
  ui_store_add (fixture->store, 1, 2);
  fixture->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) news_section_unref);
  g_ptr_array_add (fixture->sections, news_section_new ("beyond", "Beyond science", NULL));
  fixture->bar = g_object_new (NEWS_TYPE_SEARCH_BAR, NULL);
  fixture->suggestions = g_object_new (NEWS_TYPE_SUGGESTION_LIST, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->bar));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->suggestions));
  news_suggestion_list_set_store (fixture->suggestions, fixture->store->store, fixture->sections);
  news_search_bar_set_suggestions (fixture->bar, fixture->suggestions);
  g_signal_connect (fixture->bar, "changed", G_CALLBACK (changed_cb), fixture);
  g_signal_connect (fixture->bar, "go", G_CALLBACK (go_cb), fixture);
  fixture->window = ui_test_show (box, 360, 300);
  fixture->entry
    = GTK_EDITABLE (ui_test_find (GTK_WIDGET (fixture->bar), GTK_TYPE_SEARCH_ENTRY, "entry"));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  news_suggestion_list_clear (fixture->suggestions);
  ui_test_close (fixture->window);
  ui_test_idle ();
  g_ptr_array_unref (fixture->sections);
  ui_store_free (fixture->store);
}

static gboolean
has_changed (gpointer data)
{
  return ((Fixture *) data)->changes > 0;
}

static void
type (Fixture *fixture, const char *text)
{
  fixture->changes = 0;
  gtk_editable_set_text (fixture->entry, text);
  gtk_editable_set_position (fixture->entry, -1);
  ui_test_wait (has_changed, fixture);
}

/* Presses a key where the entry has the focus. */
static gboolean
press (Fixture *fixture, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->entry));
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && g_signal_has_handler_pending (
            controller, g_signal_lookup ("key-pressed", GTK_TYPE_EVENT_CONTROLLER_KEY), 0, FALSE))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
    }

  return handled;
}

static void
test_typing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *query = NULL;

  g_assert_false (news_search_bar_get_open (fixture->bar));
  news_search_bar_set_open (fixture->bar, TRUE);
  g_assert_true (news_search_bar_get_open (fixture->bar));
  g_assert_nonnull (gtk_widget_get_focus_child (GTK_WIDGET (fixture->entry)));
  type (fixture, " green tea ");
  g_assert_cmpuint (fixture->changes, ==, 1);
  query = news_search_bar_dup_query (fixture->bar);
  g_assert_cmpstr (query, ==, "green tea");
  g_signal_emit_by_name (fixture->entry, "activate");
  g_assert_cmpuint (fixture->gone, ==, 1);
  g_assert_true (fixture->opening);
  g_assert_true (press (fixture, GDK_KEY_Down));
  g_assert_cmpuint (fixture->gone, ==, 2);
  g_assert_false (fixture->opening);
  g_assert_false (press (fixture, GDK_KEY_Tab));

  news_search_bar_append (fixture->bar, "is:unread");
  g_assert_cmpstr (gtk_editable_get_text (fixture->entry), ==, "green tea is:unread");
}

/* What was typed is forgotten when the bar is closed, at last by Escape. */
static void
test_stop (Fixture *fixture, gconstpointer data)
{
  news_search_bar_set_open (fixture->bar, TRUE);
  type (fixture, "tea");
  g_signal_emit_by_name (fixture->entry, "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (fixture->entry), ==, "");
  g_assert_true (news_search_bar_get_open (fixture->bar));
  g_signal_emit_by_name (fixture->entry, "stop-search");
  g_assert_false (news_search_bar_get_open (fixture->bar));

  news_search_bar_set_open (fixture->bar, TRUE);
  type (fixture, "tea");
  news_search_bar_set_open (fixture->bar, FALSE);
  g_assert_cmpstr (gtk_editable_get_text (fixture->entry), ==, "");
}

static guint
count_places (Fixture *fixture)
{
  return adw_toggle_group_get_n_toggles (
    ADW_TOGGLE_GROUP (ui_test_find (GTK_WIDGET (fixture->bar), ADW_TYPE_TOGGLE_GROUP, "places")));
}

static void
test_places (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (count_places (fixture), ==, 2);
  news_search_bar_set_places (fixture->bar, "This Section", NEWS_SEARCH_EVERYTHING);
  g_assert_cmpuint (count_places (fixture), ==, 3);
  g_assert_cmpint (news_search_bar_get_place (fixture->bar), ==, NEWS_SEARCH_EVERYTHING);
  news_search_bar_set_place (fixture->bar, NEWS_SEARCH_HERE);
  g_assert_cmpuint (fixture->changes, ==, 0);
  news_search_bar_set_open (fixture->bar, TRUE);
  g_assert_cmpint (news_search_bar_get_place (fixture->bar), ==, NEWS_SEARCH_EVERYTHING);
  fixture->changes = 0;
  news_search_bar_set_place (fixture->bar, NEWS_SEARCH_HERE);
  g_assert_cmpuint (fixture->changes, ==, 1);
  g_assert_cmpint (news_search_bar_get_place (fixture->bar), ==, NEWS_SEARCH_HERE);
  news_search_bar_set_open (fixture->bar, FALSE);
  news_search_bar_set_places (fixture->bar, NULL, NEWS_SEARCH_BOOKMARKS);
  g_assert_cmpuint (count_places (fixture), ==, 2);
  g_assert_cmpint (news_search_bar_get_place (fixture->bar), ==, NEWS_SEARCH_BOOKMARKS);
}

static gboolean
has_suggestions (gpointer data)
{
  return news_suggestion_list_is_shown (((Fixture *) data)->suggestions);
}

static gboolean
has_no_suggestions (gpointer data)
{
  return !has_suggestions (data);
}

/* An operator, then a value of it; the focus stays, and the entry tells what is at hand. */
static void
test_suggestions (Fixture *fixture, gconstpointer data)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (fixture->entry);

  news_search_bar_set_open (fixture->bar, TRUE);
  type (fixture, "tea sec");
  ui_test_wait (has_suggestions, fixture);
  gtk_test_accessible_assert_state (accessible, GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  g_assert_true (press (fixture, GDK_KEY_Down));
  gtk_test_accessible_assert_relation (accessible, GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT,
                                       news_suggestion_list_get_active_row (fixture->suggestions));
  g_assert_true (press (fixture, GDK_KEY_Tab));
  g_assert_cmpstr (gtk_editable_get_text (fixture->entry), ==, "tea section:");
  g_assert_cmpint (gtk_editable_get_position (fixture->entry), ==, 12);
  ui_test_wait (has_suggestions, fixture);
  g_assert_true (press (fixture, GDK_KEY_Down));
  g_signal_emit_by_name (fixture->entry, "activate");
  g_assert_cmpstr (gtk_editable_get_text (fixture->entry), ==, "tea section:\"Beyond science\" ");
  g_assert_cmpuint (fixture->gone, ==, 0);
  g_assert_nonnull (gtk_widget_get_focus_child (GTK_WIDGET (fixture->entry)));
  gtk_test_accessible_assert_state (accessible, GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
}

/* Escape takes them away first, and Down goes through them to what was found. */
static void
test_beyond_suggestions (Fixture *fixture, gconstpointer data)
{
  news_search_bar_set_open (fixture->bar, TRUE);
  type (fixture, "sourc");
  ui_test_wait (has_suggestions, fixture);
  g_signal_emit_by_name (fixture->entry, "stop-search");
  g_assert_true (has_no_suggestions (fixture));
  g_assert_cmpstr (gtk_editable_get_text (fixture->entry), ==, "sourc");

  type (fixture, "source");
  ui_test_wait (has_suggestions, fixture);
  g_assert_false (press (fixture, GDK_KEY_Up));
  g_assert_true (press (fixture, GDK_KEY_Down));
  g_assert_cmpuint (fixture->gone, ==, 0);
  g_assert_true (press (fixture, GDK_KEY_Up));
  g_assert_null (news_suggestion_list_get_active (fixture->suggestions));
  g_assert_true (press (fixture, GDK_KEY_Down));
  g_assert_true (press (fixture, GDK_KEY_Down));
  g_assert_cmpuint (fixture->gone, ==, 1);
  g_assert_true (has_no_suggestions (fixture));
}

#define ADD(name, function) \
  g_test_add ("/search-bar/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("typing", test_typing);
  ADD ("stop", test_stop);
  ADD ("places", test_places);
  ADD ("suggestions", test_suggestions);
  ADD ("beyond-suggestions", test_beyond_suggestions);

  return g_test_run ();
}
