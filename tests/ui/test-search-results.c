/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-headline-row.h"
#include "news-search-results.h"
#include "ui-store.h"

#define STORIES 30

typedef struct
{
  UiStore *store;
  NewsSearchResults *results;
  GtkWindow *window;
  gint64 opened;
  gboolean go;
  guint widened;
  char *hint;
} Fixture;

static void
open_cb (NewsSearchResults *results, gint64 article, gboolean go, Fixture *fixture)
{
  fixture->opened = article;
  fixture->go = go;
}

static void
hint_cb (NewsSearchResults *results, const char *text, Fixture *fixture)
{
  g_set_str (&fixture->hint, text);
}

static void
widen_cb (NewsSearchResults *results, Fixture *fixture)
{
  fixture->widened++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->store = ui_store_new ();
  ui_store_add (fixture->store, 1, STORIES);
  fixture->results = g_object_new (NEWS_TYPE_SEARCH_RESULTS, NULL);
  news_search_results_set_store (fixture->results, fixture->store->store, NULL);
  g_signal_connect (fixture->results, "open", G_CALLBACK (open_cb), fixture);
  g_signal_connect (fixture->results, "hint", G_CALLBACK (hint_cb), fixture);
  g_signal_connect (fixture->results, "widen", G_CALLBACK (widen_cb), fixture);
  fixture->window = ui_test_show (GTK_WIDGET (fixture->results), 400, 600);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_test_close (fixture->window);
  ui_test_idle ();
  ui_store_free (fixture->store);
  g_free (fixture->hint);
}

static const char *
get_state (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (
    GTK_STACK (ui_test_find (GTK_WIDGET (fixture->results), GTK_TYPE_STACK, "stack")));
}

static gboolean
is_idle (gpointer data)
{
  return !news_search_results_is_busy (((Fixture *) data)->results);
}

static void
ask (Fixture *fixture, const char *query, NewsScope *within)
{
  g_autoptr (NewsScope) scope = news_scope_new_search (query, within, NULL);

  news_search_results_show (fixture->results, scope);
}

static void
look_for (Fixture *fixture, const char *query)
{
  ask (fixture, query, NULL);
  ui_test_wait (is_idle, fixture);
}

static GtkSelectionModel *
get_rows (Fixture *fixture)
{
  GtkWidget *view = ui_test_find (GTK_WIDGET (fixture->results), GTK_TYPE_LIST_VIEW, "view");

  return gtk_list_view_get_model (GTK_LIST_VIEW (view));
}

static NewsHeadline *
dup_headline (Fixture *fixture, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (get_rows (fixture)), position);
}

static gboolean
is_visible (gpointer widget)
{
  return gtk_widget_get_visible (widget);
}

static void
test_states (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsScope) bookmarks = news_scope_new_bookmarks ();
  GtkWidget *widen = ui_test_find (GTK_WIDGET (fixture->results), GTK_TYPE_BUTTON, "widen");

  news_search_results_show (fixture->results, NULL);
  g_assert_cmpstr (get_state (fixture), ==, "hints");
  g_assert_null (news_search_results_get_scope (fixture->results));
  look_for (fixture, "story");
  g_assert_cmpstr (get_state (fixture), ==, "list");
  g_assert_cmpuint (news_search_results_get_count (fixture->results), ==, STORIES);
  look_for (fixture, "harbour <b>");
  g_assert_cmpstr (get_state (fixture), ==, "nothing");
  g_assert_false (gtk_widget_get_visible (widen));
  ask (fixture, "story", bookmarks);
  ui_test_wait (is_idle, fixture);
  g_assert_cmpstr (get_state (fixture), ==, "nothing");
  g_assert_true (gtk_widget_get_visible (widen));
  g_signal_emit_by_name (widen, "clicked");
  g_assert_cmpuint (fixture->widened, ==, 1);
  news_search_results_show (fixture->results, NULL);
  g_assert_cmpstr (get_state (fixture), ==, "hints");
  g_assert_cmpuint (news_search_results_get_count (fixture->results), ==, 0);
}

/* What a filter leaves nothing of is shown without it at once. */
static void
test_filtered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsScope) bookmarks = news_scope_new_bookmarks ();
  g_autoptr (NewsScope) all = news_scope_new_search ("story", bookmarks, NULL);
  g_autoptr (NewsScope) unread
    = news_scope_new_view (all, NEWS_FILTER_UNREAD, NEWS_ORDER_NEWEST, 1);
  GtkWidget *results = GTK_WIDGET (fixture->results);
  GtkWidget *widen = ui_test_find (results, GTK_TYPE_BUTTON, "widen");
  GtkWidget *show_all = ui_test_find (results, GTK_TYPE_BUTTON, "show_all");

  news_search_results_show (fixture->results, unread);
  ui_test_wait (is_idle, fixture);
  g_assert_cmpstr (get_state (fixture), ==, "nothing");
  g_assert_nonnull (ui_test_find_text (results, "Only what is unread is shown."));
  g_assert_true (gtk_widget_get_visible (show_all));
  g_assert_false (gtk_widget_get_visible (widen));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (show_all)), ==, "list.filter");
  news_search_results_show (fixture->results, all);
  ui_test_wait (is_idle, fixture);
  g_assert_cmpstr (get_state (fixture), ==, "nothing");
  g_assert_false (gtk_widget_get_visible (show_all));
  g_assert_true (gtk_widget_get_visible (widen));
}

/* Suggestions take room from what was found, and cover nothing of it. */
static void
test_room (Fixture *fixture, gconstpointer data)
{
  GtkWidget *results = GTK_WIDGET (fixture->results);
  GtkWidget *suggestions = GTK_WIDGET (news_search_results_get_suggestions (fixture->results));
  GtkWidget *view = ui_test_find (results, GTK_TYPE_LIST_VIEW, "view");
  g_autoptr (GPtrArray) sections = g_ptr_array_new ();
  graphene_rect_t above, below;

  look_for (fixture, "story");
  news_suggestion_list_set_store (NEWS_SUGGESTION_LIST (suggestions), fixture->store->store,
                                  sections);
  news_suggestion_list_ask (NEWS_SUGGESTION_LIST (suggestions), "is:", 3);
  ui_test_wait (is_visible, suggestions);
  ui_test_draw (results);
  g_assert_true (gtk_widget_compute_bounds (suggestions, results, &above));
  g_assert_true (gtk_widget_compute_bounds (view, results, &below));
  g_assert_cmpfloat (above.size.height, >, 0);
  g_assert_cmpfloat (above.origin.y + above.size.height, <=, below.origin.y);
  news_suggestion_list_clear (NEWS_SUGGESTION_LIST (suggestions));
  ui_test_draw (results);
  g_assert_true (gtk_widget_compute_bounds (view, results, &below));
  g_assert_cmpfloat (below.origin.y, <=, above.origin.y);
}

/* A screen reader hears the text around what was found, and no heading is between the rows. */
static void
test_rows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsHeadline) headline = NULL;
  GtkWidget *row;

  look_for (fixture, "body 7");
  g_assert_cmpuint (news_search_results_get_count (fixture->results), ==, 1);
  headline = dup_headline (fixture, 0);
  g_assert_cmpstr (headline->title, ==, "Story 7");
  g_assert_nonnull (headline->snippet);
  ui_test_draw (GTK_WIDGET (fixture->results));
  row = gtk_widget_get_ancestor (ui_test_find_text (GTK_WIDGET (fixture->results), "Story 7"),
                                 NEWS_TYPE_HEADLINE_ROW);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, headline->snippet);
  g_assert_null (ui_test_find (GTK_WIDGET (fixture->results), GTK_TYPE_LABEL, "list-heading"));
}

/* Rows that are found again stay, and tell what was found in them by then. */
static void
test_narrows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsHeadline) before = NULL;
  g_autoptr (NewsHeadline) after = NULL;

  look_for (fixture, "body");
  for (guint i = 0; i < STORIES; i++)
    {
      g_autoptr (NewsHeadline) headline = dup_headline (fixture, i);

      if (g_str_equal (headline->title, "Story 7"))
        g_set_object (&before, headline);
    }
  g_assert_nonnull (before);
  g_assert_null (before->title_ranges);
  look_for (fixture, "body 7");
  after = dup_headline (fixture, 0);
  g_assert_true (after == before);
  g_assert_nonnull (after->title_ranges);
}

/* Whatever was typed meanwhile, what is shown at last is what was typed last. */
static void
test_newest (Fixture *fixture, gconstpointer data)
{
  static const char *const typed[] = { "s", "st", "sto", "stor", "story", "story ", "story 3" };
  g_autoptr (NewsHeadline) headline = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    ask (fixture, typed[i], NULL);
  ui_test_wait (is_idle, fixture);
  g_assert_cmpstr (news_search_results_get_scope (fixture->results)->query, ==, "story 3");
  /* 3 and 30. */
  g_assert_cmpuint (news_search_results_get_count (fixture->results), ==, 2);

  /* What is forgotten before it is answered is not shown. */
  ask (fixture, "story", NULL);
  news_search_results_show (fixture->results, NULL);
  ui_test_idle ();
  g_assert_cmpuint (news_search_results_get_count (fixture->results), ==, 0);
  look_for (fixture, "story 3");
  g_assert_cmpuint (news_search_results_get_count (fixture->results), ==, 2);
}

static gboolean
has_opened (gpointer data)
{
  return ((Fixture *) data)->opened != 0;
}

static NewsHeadlineChooser *
get_chooser (Fixture *fixture)
{
  return news_search_results_get_chooser (fixture->results);
}

static void
test_go (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsHeadline) first = NULL;

  news_search_results_go (fixture->results, TRUE);
  ask (fixture, "story", NULL);
  /* Before the answer is there. */
  news_search_results_go (fixture->results, TRUE);
  g_assert_cmpint (fixture->opened, ==, 0);
  ui_test_wait (has_opened, fixture);
  first = dup_headline (fixture, 0);
  g_assert_cmpint (fixture->opened, ==, first->article);
  g_assert_true (fixture->go);

  /* Without opening, it is selected, and seen beside the list once one stays there. */
  look_for (fixture, "body");
  news_headline_chooser_reset (get_chooser (fixture));
  fixture->opened = 0;
  news_search_results_go (fixture->results, FALSE);
  g_assert_cmpint (fixture->opened, ==, 0);
  ui_test_wait (has_opened, fixture);
  g_assert_false (fixture->go);
}

static void
test_steps (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsHeadline) first = NULL;
  g_autoptr (NewsHeadline) second = NULL;
  g_autoptr (NewsHeadline) next = NULL;

  g_assert_false (news_headline_chooser_step (get_chooser (fixture), 1, FALSE));
  look_for (fixture, "story");
  first = dup_headline (fixture, 0);
  second = dup_headline (fixture, 1);
  g_assert_true (news_headline_chooser_step (get_chooser (fixture), 1, FALSE));
  g_assert_cmpint (fixture->opened, ==, first->article);
  g_assert_false (news_headline_chooser_step (get_chooser (fixture), -1, FALSE));
  news_headline_chooser_set_shown (get_chooser (fixture), first->article);
  next = news_headline_chooser_dup_neighbour (get_chooser (fixture), 1);
  g_assert_true (next == second);
  g_assert_null (news_headline_chooser_dup_neighbour (get_chooser (fixture), -1));
  g_assert_true (news_headline_chooser_step (get_chooser (fixture), 1, TRUE));
  g_assert_cmpint (fixture->opened, ==, second->article);
  news_headline_chooser_set_shown (get_chooser (fixture), 0);
  g_assert_true (news_headline_chooser_step (get_chooser (fixture), -1, FALSE));
  g_assert_cmpint (fixture->opened, !=, second->article);
}

static void
test_hints (Fixture *fixture, gconstpointer data)
{
  GtkWidget *hints;

  news_search_results_show (fixture->results, NULL);
  hints = ui_test_find (GTK_WIDGET (fixture->results), GTK_TYPE_WIDGET, "hints");
  g_signal_emit_by_name (hints, "chosen", "source:");
  g_assert_cmpstr (fixture->hint, ==, "source:");
}

#define ADD(name, function) \
  g_test_add ("/search-results/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("states", test_states);
  ADD ("filtered", test_filtered);
  ADD ("room", test_room);
  ADD ("rows", test_rows);
  ADD ("narrows", test_narrows);
  ADD ("newest", test_newest);
  ADD ("go", test_go);
  ADD ("steps", test_steps);
  ADD ("hints", test_hints);

  return g_test_run ();
}
