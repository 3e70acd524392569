/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "ui-test.h"

#include "news-clock.h"
#include "news-headline-row.h"
#include "news-headlines-pane.h"

#define LIST "/wp-json/wp/v2/posts"
#define SECTIONS                                 \
  "[ { \"id\": \"home\", \"title\": \"Home\" }," \
  "  { \"id\": \"one\", \"title\": \"One\", \"queries\": [ { \"source\": \"posts\" } ] } ]"
#define SOURCES                                                             \
  "[ { \"id\": \"posts\", \"name\": \"The Posts\", \"api\": \"wordpress\"," \
  "    \"parameters\": { \"site\": \"@SERVER@/\", \"api\": \"@SERVER@/wp-json/\" } } ]"

/* The states of the list are the window's test; this one is of what is in it. */
typedef struct
{
  NewsTestPaper *paper;
  NewsPictureLoader *loader;
  GtkWidget *pane;
  GtkWindow *window;
  gint64 opened;
  gboolean go;
  gint64 newest;
  guint items;
  guint freed;
} Fixture;

static void
open_cb (NewsHeadlinesPane *pane, gint64 article, gboolean go, Fixture *fixture)
{
  fixture->opened = article;
  fixture->go = go;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *posts = news_test_paper_dup_posts (20, 1);

  fixture->paper = news_test_paper_new (SECTIONS, SOURCES);
  news_test_server_serve (fixture->paper->server, LIST, 200, "application/json", posts);
  news_test_paper_refresh (fixture->paper);
  fixture->loader = news_picture_loader_new (news_desk_get_pictures (fixture->paper->desk));
  fixture->pane = g_object_new (NEWS_TYPE_HEADLINES_PANE, NULL);
  g_signal_connect (fixture->pane, "open", G_CALLBACK (open_cb), fixture);
  fixture->window = ui_test_show (fixture->pane, 400, 700);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_test_close (fixture->window);
  news_picture_loader_close (fixture->loader);
  ui_test_idle ();
  g_assert_finalize_object (fixture->loader);
  news_test_paper_free (fixture->paper);
}

static NewsHeadlinesPane *
get_pane (Fixture *fixture)
{
  return NEWS_HEADLINES_PANE (fixture->pane);
}

static GtkListView *
get_view (Fixture *fixture)
{
  return GTK_LIST_VIEW (ui_test_find (fixture->pane, GTK_TYPE_LIST_VIEW, "view"));
}

static GtkSingleSelection *
get_selection (Fixture *fixture)
{
  return GTK_SINGLE_SELECTION (gtk_list_view_get_model (get_view (fixture)));
}

/* All of them, as they come a few a frame; and what is in sight says which it is. */
static gboolean
has_rows_from (Fixture *fixture, const char *title)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_selection (fixture))) == 20
         && ui_test_find_text (fixture->pane, title) != NULL;
}

static gboolean
has_rows (gpointer data)
{
  return has_rows_from (data, "Story 20");
}

static gboolean
has_oldest_rows (gpointer data)
{
  return has_rows_from (data, "Story 1");
}

static void
show (Fixture *fixture)
{
  NewsDeskSection *section = news_desk_get_section (fixture->paper->desk, "one");
  g_autoptr (NewsScope) scope = news_scope_new_section (news_desk_section_get_section (section));

  news_headlines_pane_show (get_pane (fixture), fixture->paper->desk, fixture->loader, scope,
                            section, "One");
}

/* Rows are set when they are in sight, some a frame; the second one after the first and its
 * heading.
 */
static gboolean
is_second_set (gpointer data)
{
  return ui_test_find_text (((Fixture *) data)->pane, "Story 19") != NULL;
}

static void
show_one (Fixture *fixture)
{
  show (fixture);
  ui_test_wait (has_rows, fixture);
  ui_test_wait (is_second_set, fixture);
}

static gint64
get_article (Fixture *fixture, guint position)
{
  g_autoptr (NewsHeadline) headline
    = g_list_model_get_item (G_LIST_MODEL (get_selection (fixture)), position);

  return headline->article;
}

/* A screen reader hears the row's label from the item, not only the words that are seen. */
static void
test_rows (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row, *second, *item;
  g_autofree char *label = NULL;

  show_one (fixture);
  row = gtk_widget_get_ancestor (ui_test_find_text (fixture->pane, "Story 20"),
                                 NEWS_TYPE_HEADLINE_ROW);
  item = gtk_widget_get_parent (row);
  label = news_headline_row_dup_label (NEWS_HEADLINE_ROW (row));
  g_assert_true (g_str_has_prefix (label, "Story 20, The Posts, unread, "));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  second = gtk_widget_get_ancestor (ui_test_find_text (fixture->pane, "Story 19"),
                                    NEWS_TYPE_HEADLINE_ROW);
  ui_test_draw (fixture->pane);
  g_assert_cmpint (gtk_widget_get_height (row), >, gtk_widget_get_height (second));
  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (fixture->pane)), ==, "One");
}

/* Days have headings, and a screen reader can go from one to the next. */
static void
test_headings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsClock) clock = news_clock_dup ();
  g_autofree char *before = NULL;
  GtkWidget *heading;

  show_one (fixture);
  heading = ui_test_find (fixture->pane, GTK_TYPE_LABEL, "list-heading");
  g_assert_nonnull (heading);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (gtk_widget_get_parent (heading)),
                                   GTK_ACCESSIBLE_ROLE_HEADING);
  before = g_strdup (gtk_label_get_text (GTK_LABEL (heading)));
  g_assert_cmpstr (before, !=, "");
  /* A year later, the same day has another name. */
  news_clock_set_now (clock, news_clock_get_now (clock) + 366 * 24 * 60 * 60);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (heading)), !=, before);
}

static void
test_steps (Fixture *fixture, gconstpointer data)
{
  g_assert_false (news_headlines_pane_step (get_pane (fixture), 1, FALSE));
  show_one (fixture);
  g_assert_true (news_headlines_pane_step (get_pane (fixture), 1, FALSE));
  g_assert_cmpint (fixture->opened, ==, get_article (fixture, 0));
  g_assert_true (fixture->go);
  g_assert_false (news_headlines_pane_step (get_pane (fixture), -1, FALSE));
  g_assert_true (news_headlines_pane_step (get_pane (fixture), 1, FALSE));
  g_assert_cmpint (fixture->opened, ==, get_article (fixture, 1));

  gtk_single_selection_set_selected (get_selection (fixture), 19);
  g_assert_false (news_headlines_pane_step (get_pane (fixture), 1, FALSE));
  g_assert_false (news_headlines_pane_step (get_pane (fixture), 1, TRUE));
}

/* Backwards from nowhere is the last. */
static void
test_last (Fixture *fixture, gconstpointer data)
{
  show_one (fixture);
  g_assert_true (news_headlines_pane_step (get_pane (fixture), -1, FALSE));
  g_assert_cmpint (fixture->opened, ==, get_article (fixture, 19));
}

static gboolean
has_opened (gpointer data)
{
  Fixture *fixture = data;

  return fixture->opened != 0;
}

/* Who goes through the list by arrow keys reads the one that he stays at, beside the list. */
static void
test_selected (Fixture *fixture, gconstpointer data)
{
  show_one (fixture);
  for (guint i = 0; i < 5; i++)
    gtk_single_selection_set_selected (get_selection (fixture), i);
  g_assert_cmpint (fixture->opened, ==, 0);
  ui_test_wait (has_opened, fixture);
  g_assert_cmpint (fixture->opened, ==, get_article (fixture, 4));
  g_assert_false (fixture->go);
}

static void
test_activated (Fixture *fixture, gconstpointer data)
{
  show_one (fixture);
  g_signal_emit_by_name (get_view (fixture), "activate", 3);
  g_assert_cmpint (fixture->opened, ==, get_article (fixture, 3));
  g_assert_true (fixture->go);
}

static gboolean
has_23 (gpointer data)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_selection (data))) == 23;
}

/* The article on show stays selected while news come in above it, and is not opened again. */
static void
test_shown (Fixture *fixture, gconstpointer data)
{
  g_autofree char *posts = news_test_paper_dup_posts (23, 4);
  gint64 article;

  show_one (fixture);
  article = get_article (fixture, 5);
  news_headlines_pane_set_shown (get_pane (fixture), article);
  g_assert_cmpuint (gtk_single_selection_get_selected (get_selection (fixture)), ==, 5);

  news_test_server_serve (fixture->paper->server, LIST, 200, "application/json", posts);
  news_test_paper_refresh (fixture->paper);
  ui_test_wait (has_23, fixture);
  g_assert_cmpuint (gtk_single_selection_get_selected (get_selection (fixture)), ==, 8);
  g_assert_cmpint (get_article (fixture, 8), ==, article);
  g_assert_cmpint (fixture->opened, ==, 0);

  /* One that is not in this list selects nothing. */
  news_headlines_pane_set_shown (get_pane (fixture), 12345);
  g_assert_cmpuint (gtk_single_selection_get_selected (get_selection (fixture)), ==,
                    GTK_INVALID_LIST_POSITION);
}

static void
count_cb (NewsHeadlinesPane *pane, guint *count)
{
  (*count)++;
}

static void
assert_neighbour (Fixture *fixture, int step, gint64 expected)
{
  g_autoptr (NewsHeadline) headline = news_headlines_pane_dup_neighbour (get_pane (fixture), step);

  g_assert_cmpint (headline != NULL ? headline->article : 0, ==, expected);
}

/* They go with the article on show, not with the row that is selected in passing. */
static void
test_neighbours (Fixture *fixture, gconstpointer data)
{
  g_autofree char *posts = news_test_paper_dup_posts (23, 4);
  guint count = 0;

  assert_neighbour (fixture, 1, 0);
  show_one (fixture);
  assert_neighbour (fixture, 1, 0);
  g_signal_connect (fixture->pane, "neighbours-changed", G_CALLBACK (count_cb), &count);
  news_headlines_pane_set_shown (get_pane (fixture), get_article (fixture, 0));
  g_assert_cmpuint (count, ==, 1);
  assert_neighbour (fixture, -1, 0);
  assert_neighbour (fixture, 1, get_article (fixture, 1));
  gtk_single_selection_set_selected (get_selection (fixture), 5);
  assert_neighbour (fixture, 1, get_article (fixture, 1));
  news_headlines_pane_set_shown (get_pane (fixture), get_article (fixture, 19));
  assert_neighbour (fixture, -1, get_article (fixture, 18));
  assert_neighbour (fixture, 1, 0);

  news_headlines_pane_set_shown (get_pane (fixture), get_article (fixture, 0));
  news_test_server_serve (fixture->paper->server, LIST, 200, "application/json", posts);
  count = 0;
  news_test_paper_refresh (fixture->paper);
  ui_test_wait (has_23, fixture);
  g_assert_cmpuint (count, >, 0);
  assert_neighbour (fixture, -1, get_article (fixture, 2));

  news_headlines_pane_set_shown (get_pane (fixture), 12345);
  assert_neighbour (fixture, -1, 0);
}

static const char *
get_subtitle (Fixture *fixture)
{
  return adw_window_title_get_subtitle (
    ADW_WINDOW_TITLE (ui_test_find (fixture->pane, ADW_TYPE_WINDOW_TITLE, NULL)));
}

static gboolean
is_oldest_first (gpointer data)
{
  Fixture *fixture = data;

  return g_list_model_get_n_items (G_LIST_MODEL (get_selection (fixture))) == 20
         && get_article (fixture, 19) == fixture->newest;
}

static gboolean
is_selected (gpointer data)
{
  return gtk_single_selection_get_selected (get_selection (data)) == 14;
}

static gboolean
is_alone (gpointer data)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_selection (data))) == 1
         && gtk_single_selection_get_selected (get_selection (data)) == 0;
}

static gboolean
is_empty (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *stack = ui_test_find (fixture->pane, GTK_TYPE_STACK, "stack");

  return g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "empty");
}

static void
activate (Fixture *fixture, const char *action, const char *target)
{
  g_assert_true (gtk_widget_activate_action (fixture->pane, action, "s", target));
}

/* Another order, a filter that nothing passes, and back to all; the title says which. */
static void
test_view (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new_with_path (APPLICATION_ID, "/test/");
  GtkWidget *show_all;

  news_headlines_pane_set_settings (get_pane (fixture), settings);
  show_one (fixture);
  g_assert_cmpstr (get_subtitle (fixture), ==, "");
  fixture->newest = get_article (fixture, 0);
  news_headlines_pane_set_shown (get_pane (fixture), get_article (fixture, 5));
  activate (fixture, "list.order", "oldest");
  g_assert_cmpstr (get_subtitle (fixture), ==, "Oldest first");
  ui_test_wait (is_oldest_first, fixture);
  ui_test_wait (is_selected, fixture);

  /* The story on show is in no list of bookmarks, but it does not leave. */
  activate (fixture, "list.filter", "bookmarked");
  ui_test_wait (is_alone, fixture);
  news_headlines_pane_set_shown (get_pane (fixture), 0);
  activate (fixture, "list.filter", "all");
  ui_test_wait (is_oldest_first, fixture);

  activate (fixture, "list.filter", "bookmarked");
  ui_test_wait (is_empty, fixture);
  g_assert_cmpstr (get_subtitle (fixture), ==, "Bookmarked · Oldest first");
  show_all = ui_test_find (fixture->pane, GTK_TYPE_BUTTON, "show_all");
  g_assert_true (gtk_widget_get_visible (show_all));
  g_signal_emit_by_name (show_all, "clicked");
  ui_test_wait (is_oldest_first, fixture);

  /* It is seen so the next time, too. */
  show (fixture);
  ui_test_wait (has_oldest_rows, fixture);
  g_assert_cmpstr (get_subtitle (fixture), ==, "Oldest first");
  activate (fixture, "list.order", "newest");
  ui_test_wait (has_rows, fixture);
  g_settings_reset (settings, "list-views");
}

static void
freed_cb (gpointer user_data, GObject *item)
{
  ((Fixture *) user_data)->freed++;
}

static gboolean
are_freed (gpointer data)
{
  return ((Fixture *) data)->freed == ((Fixture *) data)->items;
}

/* To free the rows of a list that is let go takes longer than a frame may: they are freed later,
 * some a frame. */
static void
test_left (Fixture *fixture, gconstpointer data)
{
  show_one (fixture);
  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (get_view (fixture))); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      g_object_weak_ref (G_OBJECT (item), freed_cb, fixture);
      fixture->items++;
    }
  g_assert_cmpuint (fixture->items, >=, 20);

  activate (fixture, "list.order", "oldest");
  g_assert_null (gtk_widget_get_first_child (GTK_WIDGET (get_view (fixture))));
  g_assert_cmpuint (fixture->freed, ==, 0);
  ui_test_wait (are_freed, fixture);
  activate (fixture, "list.order", "newest");
}

#define ADD(name, function) \
  g_test_add ("/headlines-pane/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("rows", test_rows);
  ADD ("headings", test_headings);
  ADD ("steps", test_steps);
  ADD ("last", test_last);
  ADD ("selected", test_selected);
  ADD ("activated", test_activated);
  ADD ("shown", test_shown);
  ADD ("neighbours", test_neighbours);
  ADD ("view", test_view);
  ADD ("left", test_left);

  return g_test_run ();
}
