/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "config.h"

#include "news-headlines-pane.h"
#include "news-paragraph.h"
#include "news-reader.h"
#include "news-search-bar.h"
#include "news-sidebar-row.h"
#include "news-sidebar.h"

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
  const char *expected;
} Fixture;

static void
reset (Fixture *fixture)
{
  g_autoptr (GSettings) settings = g_settings_new_with_path (APPLICATION_ID, "/test/");

  g_settings_reset (settings, "saved-searches");
  g_settings_reset (settings, "list-views");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *posts = news_test_paper_dup_posts (20, 1);

  reset (fixture);
  fixture->test = ui_test_new (SECTIONS, SOURCES);
  news_test_server_serve (fixture->test->paper->server, LIST, 200, "application/json", posts);
  news_test_paper_refresh (fixture->test->paper);
  news_window_show_section (fixture->test->window, "one");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_test_free (fixture->test);
  reset (fixture);
}

static GtkWidget *
find (Fixture *fixture, GType type, const char *name)
{
  return ui_test_find (GTK_WIDGET (fixture->test->window), type, name);
}

static NewsSearchBar *
get_bar (Fixture *fixture)
{
  return NEWS_SEARCH_BAR (find (fixture, NEWS_TYPE_SEARCH_BAR, NULL));
}

static NewsSidebar *
get_sidebar (Fixture *fixture)
{
  return NEWS_SIDEBAR (find (fixture, NEWS_TYPE_SIDEBAR, NULL));
}

static void
activate (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->test->window), action, NULL));
}

static void
activate_for (Fixture *fixture, const char *action, const char *query)
{
  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (fixture->test->window), action, "s", query));
}

static const char *
get_subtitle (Fixture *fixture)
{
  GtkWidget *pane = find (fixture, NEWS_TYPE_HEADLINES_PANE, NULL);

  return adw_window_title_get_subtitle (
    ADW_WINDOW_TITLE (ui_test_find (pane, ADW_TYPE_WINDOW_TITLE, "title")));
}

static gboolean
has_subtitle (gpointer data)
{
  Fixture *fixture = data;

  return g_str_equal (get_subtitle (fixture), fixture->expected);
}

static void
wait_for_subtitle (Fixture *fixture, const char *subtitle)
{
  fixture->expected = subtitle;
  ui_test_wait (has_subtitle, fixture);
}

static void
look_for (Fixture *fixture, const char *query, const char *subtitle)
{
  activate (fixture, "search.open");
  news_search_bar_set_query (get_bar (fixture), query);
  wait_for_subtitle (fixture, subtitle);
}

static GtkListBoxRow *
get_row (Fixture *fixture, int index)
{
  return gtk_list_box_get_row_at_index (
    GTK_LIST_BOX (ui_test_find (GTK_WIDGET (get_sidebar (fixture)), GTK_TYPE_LIST_BOX, "list")),
    index);
}

static gboolean
has_page (gpointer data)
{
  Fixture *fixture = data;

  return ui_test_find_text (GTK_WIDGET (find (fixture, NEWS_TYPE_READER, NULL)), fixture->expected)
         != NULL;
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  AdwNavigationPage *pane = ADW_NAVIGATION_PAGE (find (fixture, NEWS_TYPE_HEADLINES_PANE, NULL));
  GtkWidget *entry;

  activate (fixture, "search.find");
  entry = ui_test_find (GTK_WIDGET (get_bar (fixture)), GTK_TYPE_SEARCH_ENTRY, NULL);
  g_assert_true (news_search_bar_get_open (get_bar (fixture)));
  g_assert_nonnull (gtk_widget_get_focus_child (entry));
  g_assert_cmpstr (adw_navigation_page_get_title (pane), ==, "Search");
  look_for (fixture, "story", "20 found");
  /* By its key, it is only gone to. */
  activate (fixture, "search.open");
  wait_for_subtitle (fixture, "20 found");

  /* The story that was found stays on show when the search ends, and is selected in the list. */
  look_for (fixture, "story 7", "1 found");
  activate (fixture, "list.next");
  fixture->expected = "Story 7";
  ui_test_wait (has_page, fixture);
  news_search_bar_set_open (get_bar (fixture), FALSE);
  g_assert_cmpstr (adw_navigation_page_get_title (pane), ==, "One");
  wait_for_subtitle (fixture, "");
  g_assert_true (has_page (&(Fixture) { fixture->test, "Story 7" }));
  activate (fixture, "list.next");
  fixture->expected = "Story 6";
  ui_test_wait (has_page, fixture);

  /* Who reads finds in the page by the same key. */
  gtk_widget_child_focus (find (fixture, NEWS_TYPE_READER, NULL), GTK_DIR_TAB_FORWARD);
  activate (fixture, "search.find");
  g_assert_false (news_search_bar_get_open (get_bar (fixture)));
}

/* Another list ends the search. */
static void
test_ends (Fixture *fixture, gconstpointer data)
{
  look_for (fixture, "story", "20 found");
  news_window_show_bookmarks (fixture->test->window);
  g_assert_false (news_search_bar_get_open (get_bar (fixture)));
  wait_for_subtitle (fixture, "");
}

/* A search that is saved is a list like any other. */
static void
test_saved (Fixture *fixture, gconstpointer data)
{
  NewsSidebar *sidebar = get_sidebar (fixture);
  AdwNavigationPage *pane = ADW_NAVIGATION_PAGE (find (fixture, NEWS_TYPE_HEADLINES_PANE, NULL));
  g_autofree char *section = NULL;

  g_assert_null (get_row (fixture, 3));
  look_for (fixture, "story 7", "1 found");
  activate (fixture, "search.save");
  g_assert_cmpstr (news_sidebar_get_chosen (sidebar), ==, "one");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_row (fixture, 3)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "story 7");
  g_assert_null (gtk_list_box_row_get_header (get_row (fixture, 3)));
  /* Not twice. */
  activate (fixture, "search.save");
  g_assert_null (get_row (fixture, 4));

  news_window_show_section (fixture->test->window, "@search:story 7");
  g_assert_cmpstr (adw_navigation_page_get_title (pane), ==, "story 7");
  g_assert_false (news_search_bar_get_open (get_bar (fixture)));
  wait_for_subtitle (fixture, "1 found");
  section = g_settings_get_string (fixture->test->settings, "section");
  g_assert_cmpstr (section, ==, "@search:story 7");
}

/* It is edited in the bar, and stays the one that it is. */
static void
test_edit (Fixture *fixture, gconstpointer data)
{
  NewsSavedSearch *search;

  look_for (fixture, "story 7", "1 found");
  activate (fixture, "search.save");
  search = news_sidebar_row_get_search (NEWS_SIDEBAR_ROW (get_row (fixture, 3)));
  activate_for (fixture, "search.edit", "story 7");
  g_assert_true (news_search_bar_get_open (get_bar (fixture)));
  wait_for_subtitle (fixture, "1 found");
  look_for (fixture, "story", "20 found");
  activate (fixture, "search.save");
  g_assert_cmpstr (news_saved_search_get_query (search), ==, "story");
  g_assert_cmpstr (news_saved_search_get_name (search), ==, "story");
  g_assert_cmpstr (news_sidebar_get_chosen (get_sidebar (fixture)), ==, "@search:story");
  g_assert_null (get_row (fixture, 4));

  /* What is saved next is another one. */
  news_search_bar_set_open (get_bar (fixture), FALSE);
  look_for (fixture, "story 8", "1 found");
  activate (fixture, "search.save");
  g_assert_nonnull (get_row (fixture, 4));
}

/* The button of the toast on show. */
static GtkWidget *
find_undo (Fixture *fixture)
{
  g_autoptr (GPtrArray) buttons
    = ui_test_list (GTK_WIDGET (fixture->test->window), GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_label (g_ptr_array_index (buttons, i)), "_Undo") == 0)
      return g_ptr_array_index (buttons, i);

  return NULL;
}

static void
test_remove (Fixture *fixture, gconstpointer data)
{
  GtkWidget *undo;

  look_for (fixture, "story 7", "1 found");
  activate (fixture, "search.save");
  news_window_show_section (fixture->test->window, "@search:story 7");
  activate_for (fixture, "search.remove", "story 7");
  g_assert_null (get_row (fixture, 3));
  /* What was on show is there no more. */
  g_assert_cmpstr (news_sidebar_get_chosen (get_sidebar (fixture)), ==, "home");
  undo = find_undo (fixture);
  g_assert_nonnull (undo);
  g_signal_emit_by_name (undo, "clicked");
  g_assert_nonnull (get_row (fixture, 3));
}

static gboolean
is_selected (gpointer data)
{
  Fixture *fixture = data;

  return g_strcmp0 (news_sidebar_get_chosen (get_sidebar (fixture)), fixture->expected) == 0;
}

static NewsSavedSearch *
get_search (Fixture *fixture, int index)
{
  return news_sidebar_row_get_search (NEWS_SIDEBAR_ROW (get_row (fixture, index)));
}

/* A search that is moved keeps its row, the focus, and its list on show as that is. */
static void
test_move (Fixture *fixture, gconstpointer data)
{
  GtkListBoxRow *row;
  NewsSavedSearch *moved;

  g_settings_set_value (
    fixture->test->settings, "saved-searches",
    g_variant_new_parsed (
      "[('story 7', 'story 7'), ('story 8', 'story 8'), ('story 9', 'story 9')]"));
  news_window_show_section (fixture->test->window, "@search:story 7");
  wait_for_subtitle (fixture, "1 found");
  row = get_row (fixture, 3);
  moved = get_search (fixture, 3);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  g_assert_false (gtk_widget_activate_action (GTK_WIDGET (row), "row.none", NULL));
  gtk_widget_activate_action (GTK_WIDGET (row), "row.move-down", NULL);
  ui_test_draw (GTK_WIDGET (fixture->test->window));
  g_assert_true (get_row (fixture, 4) == row);
  g_assert_true (get_search (fixture, 4) == moved);
  gtk_widget_activate_action (GTK_WIDGET (row), "row.move-down", NULL);
  ui_test_draw (GTK_WIDGET (fixture->test->window));
  g_assert_true (get_row (fixture, 5) == row);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->test->window)) == GTK_WIDGET (row));
  g_assert_cmpstr (get_subtitle (fixture), ==, "1 found");
  fixture->expected = "@search:story 7";
  g_assert_true (is_selected (fixture));
  gtk_widget_activate_action (GTK_WIDGET (row), "row.move-up", NULL);
  g_assert_true (get_row (fixture, 4) == row);
  g_assert_cmpstr (news_saved_search_get_query (get_search (fixture, 3)), ==, "story 8");
  g_assert_cmpstr (news_saved_search_get_query (get_search (fixture, 5)), ==, "story 9");
  g_assert_null (get_row (fixture, 6));
}

static guint
count_hits (Fixture *fixture, const char *text)
{
  GtkWidget *paragraph = ui_test_find_text (find (fixture, NEWS_TYPE_READER, NULL), text);

  return NEWS_IS_PARAGRAPH (paragraph) ? news_paragraph_get_n_hits (NEWS_PARAGRAPH (paragraph)) : 0;
}

static gboolean
has_hit (gpointer data)
{
  Fixture *fixture = data;

  return count_hits (fixture, fixture->expected) == 1;
}

static gboolean
has_no_hit (gpointer data)
{
  return !has_hit (data);
}

/* What was found is shown in the story, until the search ends; and not in one that it leads to. */
static void
test_sought (Fixture *fixture, gconstpointer data)
{
  look_for (fixture, "body is:unread 7", "1 found");
  activate (fixture, "list.next");
  fixture->expected = "The body of story 7.";
  ui_test_wait (has_page, fixture);
  while (count_hits (fixture, "The body of story 7.") < 2)
    g_main_context_iteration (NULL, TRUE);
  news_search_bar_set_open (get_bar (fixture), FALSE);
  ui_test_wait (has_no_hit, fixture);
  g_assert_true (has_page (fixture));

  look_for (fixture, "body 7", "1 found");
  activate (fixture, "search.save");
  news_window_show_section (fixture->test->window, "@search:body 7");
  wait_for_subtitle (fixture, "1 found");
  activate (fixture, "list.next");
  while (count_hits (fixture, "The body of story 7.") < 2)
    g_main_context_iteration (NULL, TRUE);
  news_window_show_section (fixture->test->window, "one");
  wait_for_subtitle (fixture, "");
  ui_test_wait (has_no_hit, fixture);
}

static const char *
get_state (Fixture *fixture, const char *property)
{
  static char *state;
  GtkWidget *pane = find (fixture, NEWS_TYPE_HEADLINES_PANE, NULL);

  g_free (state);
  g_object_get (pane, property, &state, NULL);

  return state;
}

/* What the menu says is of what is seen: of what was found while there is a search, and then of the
 * list again, as it was. */
static void
test_filter (Fixture *fixture, gconstpointer data)
{
  GtkWidget *pane = find (fixture, NEWS_TYPE_HEADLINES_PANE, NULL);

  g_assert_true (gtk_widget_activate_action (pane, "list.filter", "s", "unread"));
  g_assert_true (gtk_widget_activate_action (pane, "list.order", "s", "oldest"));
  wait_for_subtitle (fixture, "Unread · Oldest first");
  activate (fixture, "search.open");
  g_assert_cmpstr (get_state (fixture, "filter"), ==, "all");
  g_assert_cmpstr (get_state (fixture, "order"), ==, "newest");
  look_for (fixture, "story 7", "1 found");
  g_assert_true (gtk_widget_activate_action (pane, "list.filter", "s", "bookmarked"));
  wait_for_subtitle (fixture, "Nothing found · Bookmarked");
  g_assert_cmpstr (get_state (fixture, "filter"), ==, "bookmarked");
  gtk_widget_activate_action (pane, "list.order", "s", "most-visited");
  g_assert_cmpstr (get_state (fixture, "order"), ==, "newest");
  g_assert_true (gtk_widget_activate_action (pane, "list.filter", "s", "unread"));
  wait_for_subtitle (fixture, "1 found · Unread");

  news_search_bar_set_open (get_bar (fixture), FALSE);
  wait_for_subtitle (fixture, "Unread · Oldest first");
  g_assert_cmpstr (get_state (fixture, "filter"), ==, "unread");
  g_assert_cmpstr (get_state (fixture, "order"), ==, "oldest");
  g_assert_true (gtk_widget_activate_action (pane, "list.order", "s", "newest"));
  wait_for_subtitle (fixture, "Unread");
}

#define ADD(name, function) \
  g_test_add ("/window-search/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("open", test_open);
  ADD ("ends", test_ends);
  ADD ("saved", test_saved);
  ADD ("edit", test_edit);
  ADD ("remove", test_remove);
  ADD ("move", test_move);
  ADD ("sought", test_sought);
  ADD ("filter", test_filter);

  return g_test_run ();
}
