/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-find-bar.h"
#include "ui-page.h"

static const char *const texts[]
  = { "The café and the Cafe", "Nothing", "A CAFÉ that is folded", "The last café", NULL };

typedef struct
{
  UiPage *page;
  GtkWidget *bar;
  guint closed;
} Fixture;

static void
closed_cb (NewsFindBar *bar, Fixture *fixture)
{
  GtkWidget *paragraph;
  guint start, end;

  /* What was looked at can still be asked for. */
  g_assert_true (news_find_bar_get_range (bar, &paragraph, &start, &end));
  fixture->closed++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->page = ui_page_new (texts);
  fixture->bar = g_object_ref_sink (g_object_new (NEWS_TYPE_FIND_BAR, NULL));
  gtk_box_prepend (GTK_BOX (fixture->page->page), fixture->bar);
  news_find_bar_set_root (NEWS_FIND_BAR (fixture->bar), fixture->page->page);
  g_signal_connect (fixture->bar, "closed", G_CALLBACK (closed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  /* The entry that had the focus is kept until the window has seen it go. */
  gtk_box_remove (GTK_BOX (fixture->page->page), fixture->bar);
  g_object_add_weak_pointer (G_OBJECT (fixture->bar), (gpointer *) &fixture->bar);
  g_object_unref (fixture->bar);
  while (fixture->bar != NULL)
    g_main_context_iteration (NULL, TRUE);
  ui_page_free (fixture->page);
}

static const char *
get_count (Fixture *fixture)
{
  return ui_test_get_text (ui_test_find (fixture->bar, GTK_TYPE_LABEL, "count"));
}

static GtkEditable *
get_entry (Fixture *fixture)
{
  return GTK_EDITABLE (ui_test_find (fixture->bar, GTK_TYPE_SEARCH_ENTRY, NULL));
}

static gboolean
has_count (gpointer data)
{
  return *get_count (data) != '\0';
}

static void
test_count (Fixture *fixture, gconstpointer data)
{
  NewsFindBar *bar = NEWS_FIND_BAR (fixture->bar);
  GtkWidget *next = ui_test_find (fixture->bar, GTK_TYPE_BUTTON, "next");

  g_assert_false (news_find_bar_is_open (bar));
  news_find_bar_open (bar, "cafe");
  g_assert_true (news_find_bar_is_open (bar));
  ui_test_wait (has_count, fixture);
  g_assert_cmpstr (get_count (fixture), ==, "1 of 4");
  g_signal_emit_by_name (next, "clicked");
  g_assert_cmpstr (get_count (fixture), ==, "2 of 4");
  g_signal_emit_by_name (get_entry (fixture), "previous-match");
  g_assert_cmpstr (get_count (fixture), ==, "1 of 4");
  g_signal_emit_by_name (get_entry (fixture), "activate");
  g_assert_cmpstr (get_count (fixture), ==, "2 of 4");
  news_find_bar_step (bar, -1);
  g_assert_cmpstr (get_count (fixture), ==, "1 of 4");
}

static gboolean
is_not_found (gpointer data)
{
  return g_strcmp0 (get_count (data), "Not found") == 0;
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  GtkWidget *next = ui_test_find (fixture->bar, GTK_TYPE_BUTTON, "next");

  news_find_bar_open (NEWS_FIND_BAR (fixture->bar), "cafes");
  ui_test_wait (is_not_found, fixture);
  g_assert_false (gtk_widget_get_sensitive (next));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (get_entry (fixture)), "error"));

  /* Typing is followed. */
  gtk_editable_set_text (get_entry (fixture), "café");
  ui_test_wait (has_count, fixture);
  while (is_not_found (fixture))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (get_count (fixture), ==, "1 of 4");
  g_assert_true (gtk_widget_get_sensitive (next));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (get_entry (fixture)), "error"));
  gtk_editable_set_text (get_entry (fixture), "");
  while (has_count (fixture))
    g_main_context_iteration (NULL, TRUE);
}

/* Nothing is marked any more, and the words are there for the next time. */
static void
test_close (Fixture *fixture, gconstpointer data)
{
  NewsFindBar *bar = NEWS_FIND_BAR (fixture->bar);

  news_find_bar_open (bar, "last");
  ui_test_wait (has_count, fixture);
  g_assert_cmpuint (news_paragraph_get_n_hits (ui_page_get (fixture->page, 3)), ==, 1);
  g_signal_emit_by_name (get_entry (fixture), "stop-search");
  g_assert_false (news_find_bar_is_open (bar));
  g_assert_cmpuint (fixture->closed, ==, 1);
  g_assert_cmpstr (get_count (fixture), ==, "");
  g_assert_cmpuint (news_paragraph_get_n_hits (ui_page_get (fixture->page, 3)), ==, 0);
  g_assert_true (gtk_window_get_focus (fixture->page->window) == fixture->page->page);

  news_find_bar_step (bar, 1);
  g_assert_true (news_find_bar_is_open (bar));
  ui_test_wait (has_count, fixture);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture)), ==, "last");
  g_assert_cmpstr (get_count (fixture), ==, "1 of 1");
}

static void
set_sought (Fixture *fixture, const char *text)
{
  g_autoptr (NewsSearchQuery) query = text != NULL ? news_search_query_new (text) : NULL;

  news_find_bar_set_sought (NEWS_FIND_BAR (fixture->bar), query);
}

static gboolean
has_sought (gpointer data)
{
  return news_find_bar_get_n_sought (NEWS_FIND_BAR (((Fixture *) data)->bar)) > 0;
}

static void
count_cb (NewsFindBar *bar, guint *count)
{
  (*count)++;
}

/* The words by which the page was found are shown in it, and the bar begins with them. */
static void
test_sought (Fixture *fixture, gconstpointer data)
{
  NewsFindBar *bar = NEWS_FIND_BAR (fixture->bar);
  guint changes = 0;

  g_signal_connect (bar, "sought-changed", G_CALLBACK (count_cb), &changes);
  set_sought (fixture, "cafe last is:unread");
  ui_test_wait (has_sought, fixture);
  while (news_find_bar_get_n_sought (bar) < 5)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (changes, >, 0);
  g_assert_false (news_find_bar_is_open (bar));
  g_assert_cmpstr (get_count (fixture), ==, "");
  g_assert_cmpfloat (ui_page_get_scrolled (fixture->page), ==, 0);
  g_assert_cmpuint (news_paragraph_get_n_hits (ui_page_get (fixture->page, 0)), ==, 2);

  news_find_bar_open (bar, NULL);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture)), ==, "cafe last");
  g_assert_cmpstr (get_count (fixture), ==, "1 of 5");
  g_assert_cmpuint (news_find_bar_get_n_sought (bar), ==, 0);
  news_find_bar_step (bar, 1);
  g_assert_cmpstr (get_count (fixture), ==, "2 of 5");

  /* Other words are a phrase, as ever; the same again are those of the search. */
  gtk_editable_set_text (get_entry (fixture), "cafe las");
  ui_test_wait (is_not_found, fixture);
  gtk_editable_set_text (get_entry (fixture), "cafe last");
  while (is_not_found (fixture) || !has_count (fixture))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_str_has_suffix (get_count (fixture), " of 5"));

  /* Who closes the bar wants to read. */
  g_signal_emit_by_name (get_entry (fixture), "stop-search");
  g_assert_cmpuint (news_find_bar_get_n_sought (bar), ==, 0);
  g_assert_cmpuint (news_paragraph_get_n_hits (ui_page_get (fixture->page, 0)), ==, 0);
}

/* The next page may have been found by another search, or by none. */
static void
test_other (Fixture *fixture, gconstpointer data)
{
  NewsFindBar *bar = NEWS_FIND_BAR (fixture->bar);

  set_sought (fixture, "cafe");
  ui_test_wait (has_sought, fixture);
  set_sought (fixture, NULL);
  g_assert_cmpuint (news_find_bar_get_n_sought (bar), ==, 0);
  g_assert_cmpuint (news_paragraph_get_n_hits (ui_page_get (fixture->page, 0)), ==, 0);
  set_sought (fixture, "author:cafe -the");
  ui_test_idle ();
  g_assert_cmpuint (news_find_bar_get_n_sought (bar), ==, 0);

  /* Where the bar stays open, nothing is looked at before that is asked for. */
  set_sought (fixture, "last ");
  news_find_bar_open (bar, NULL);
  ui_test_wait (has_count, fixture);
  g_assert_cmpstr (get_count (fixture), ==, "1 of 1");
  set_sought (fixture, "last ");
  g_assert_cmpstr (get_count (fixture), ==, "");
  ui_test_wait (has_count, fixture);
  g_assert_cmpstr (get_count (fixture), ==, "1 place");
  news_find_bar_step (bar, 1);
  g_assert_cmpstr (get_count (fixture), ==, "1 of 1");
  set_sought (fixture, "cafe");
  ui_test_idle ();
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture)), ==, "last");
  g_assert_cmpstr (get_count (fixture), ==, "1 of 1");
}

#define ADD(name, function) \
  g_test_add ("/find-bar/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("count", test_count);
  ADD ("nothing", test_nothing);
  ADD ("close", test_close);
  ADD ("sought", test_sought);
  ADD ("other", test_other);

  return g_test_run ();
}
