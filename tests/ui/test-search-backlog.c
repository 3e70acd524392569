/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-search-backlog.h"
#include "ui-store.h"
#include "ui-test.h"

#define STORIES 60

typedef struct
{
  UiStore *store;
  NewsSearchBacklog *backlog;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->store = ui_store_new ();
  ui_store_add (fixture->store, 1, STORIES);
  fixture->backlog = g_object_new (NEWS_TYPE_SEARCH_BACKLOG, NULL);
  news_search_backlog_set_store (fixture->backlog, fixture->store->store);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->backlog));
  fixture->window = ui_test_show (box, 400, 100);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_test_close (fixture->window);
  ui_test_idle ();
  ui_store_free (fixture->store);
}

static gboolean
is_shown (gpointer data)
{
  return gtk_widget_get_visible (data);
}

static gboolean
is_hidden (gpointer data)
{
  return !gtk_widget_get_visible (data);
}

static const char *
get_words (Fixture *fixture)
{
  return gtk_label_get_label (
    GTK_LABEL (ui_test_find (GTK_WIDGET (fixture->backlog), GTK_TYPE_LABEL, "label")));
}

static gboolean
is_ten (gpointer data)
{
  return g_str_has_prefix (get_words (data), "10 ");
}

/* Where all is indexed there is nothing to say. */
static void
test_none (Fixture *fixture, gconstpointer data)
{
  news_search_backlog_look (fixture->backlog);
  ui_store_find (fixture->store, 1);
  ui_test_idle ();
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->backlog)));
}

/* It counts down by itself while it is on show, and goes. */
static void
test_some (Fixture *fixture, gconstpointer data)
{
  ui_store_forget_index (fixture->store);
  news_search_backlog_look (fixture->backlog);
  ui_test_wait (is_shown, fixture->backlog);
  g_assert_cmpstr (get_words (fixture), ==, "60 older articles are still being made searchable");

  g_assert_cmpint (ui_store_index_more (fixture->store), ==, 10);
  ui_test_wait (is_ten, fixture);
  g_assert_cmpint (ui_store_index_more (fixture->store), ==, 0);
  ui_test_wait (is_hidden, fixture->backlog);
}

/* A store that fails leaves nothing on show. */
static void
test_closed (Fixture *fixture, gconstpointer data)
{
  news_store_close (fixture->store->store);
  news_search_backlog_look (fixture->backlog);
  ui_test_idle ();
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->backlog)));
}

#define ADD(name, function) \
  g_test_add ("/search-backlog/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("none", test_none);
  ADD ("some", test_some);
  ADD ("closed", test_closed);

  return g_test_run ();
}
