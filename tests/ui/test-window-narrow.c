/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* A window as narrow as a phone shows a pane at a time: the focus is in the one that is shown. */

#include "ui-test.h"

#include "news-headlines-pane.h"
#include "news-reader.h"

#define LIST "/wp-json/wp/v2/posts"
#define SECTIONS                                                                                   \
  "[ { \"id\": \"one\", \"title\": \"One\", \"queries\": [ { \"source\": \"posts\", \"section\": " \
  "\"7\" } ] } ]"
#define SOURCES                                                                                   \
  "[ { \"id\": \"posts\", \"name\": \"The Posts\", \"api\": \"wordpress\", \"language\": \"en\"," \
  "    \"parameters\": { \"site\": \"@SERVER@/\", \"api\": \"@SERVER@/wp-json/\" } } ]"

typedef struct
{
  UiTest *test;
  GtkWidget *pane;
  GtkWidget *list;
  GtkWidget *reader;
} Fixture;

static gboolean
has_rows (gpointer data)
{
  Fixture *fixture = data;

  return g_list_model_get_n_items (
           G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (fixture->list))))
         == 3;
}

static void
set_up (Fixture *fixture)
{
  GtkWidget *window;
  g_autofree char *posts = news_test_paper_dup_posts (3, 1);

  fixture->test = ui_test_new_with_width (SECTIONS, SOURCES, 360);
  window = GTK_WIDGET (fixture->test->window);
  fixture->pane = ui_test_find (window, NEWS_TYPE_HEADLINES_PANE, NULL);
  fixture->list = ui_test_find (fixture->pane, GTK_TYPE_LIST_VIEW, NULL);
  fixture->reader = ui_test_find (window, NEWS_TYPE_READER, NULL);
  news_test_server_serve (fixture->test->paper->server, LIST, 200, "application/json", posts);
  news_window_show_section (fixture->test->window, "one");
  news_test_paper_refresh (fixture->test->paper);
  ui_test_wait (has_rows, fixture);
}

static gboolean
is_within (Fixture *fixture, GtkWidget *pane)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->test->window));

  return focus != NULL && gtk_widget_get_mapped (focus)
         && (focus == pane || gtk_widget_is_ancestor (focus, pane));
}

static gboolean
reads (gpointer data)
{
  Fixture *fixture = data;

  return news_reader_get_story (NEWS_READER (fixture->reader)) != NULL
         && is_within (fixture, fixture->reader);
}

static gboolean
lists (gpointer data)
{
  Fixture *fixture = data;

  return is_within (fixture, fixture->pane);
}

/* To the article, back, and to the same one again, which needs not be loaded any more. */
static void
test_focus (void)
{
  Fixture fixture = { NULL };

  set_up (&fixture);
  for (guint i = 0; i < 2; i++)
    {
      g_signal_emit_by_name (fixture.list, "activate", 0);
      ui_test_wait (reads, &fixture);
      gtk_widget_activate_action (GTK_WIDGET (fixture.test->window), "window.back", NULL);
      ui_test_wait (lists, &fixture);
    }
  ui_test_free (fixture.test);
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/window-narrow/focus", test_focus);

  return g_test_run ();
}
