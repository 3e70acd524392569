/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-refresh-progress.h"

#define SECTIONS                                 \
  "[ { \"id\": \"home\", \"title\": \"Home\" }," \
  "  { \"id\": \"one\", \"title\": \"One\", \"queries\": [ { \"source\": \"posts\" } ] } ]"
#define SOURCES                                                             \
  "[ { \"id\": \"posts\", \"name\": \"The Posts\", \"api\": \"wordpress\"," \
  "    \"parameters\": { \"site\": \"@SERVER@/\", \"api\": \"@SERVER@/slow/\" } } ]"

static gboolean
is_shown (gpointer data)
{
  return gtk_widget_get_visible (data);
}

/* It is there as long as the desk asks, if that takes a while, and is of one desk alone. */
static void
test_slow (void)
{
  NewsTestPaper *busy = news_test_paper_new (SECTIONS, SOURCES);
  NewsTestPaper *idle = news_test_paper_new (SECTIONS, SOURCES);
  GtkWidget *self = g_object_new (NEWS_TYPE_REFRESH_PROGRESS, NULL);
  GtkWindow *window = ui_test_show (self, 300, 100);
  GtkWidget *bar = ui_test_find (self, GTK_TYPE_PROGRESS_BAR, NULL);

  news_refresh_progress_set_desk (NEWS_REFRESH_PROGRESS (self), busy->desk);
  g_assert_false (gtk_widget_get_visible (bar));
  news_desk_refresh (busy->desk, NULL);
  g_assert_false (gtk_widget_get_visible (bar));
  ui_test_wait (is_shown, bar);
  g_assert_true (news_desk_get_refreshing (busy->desk));

  news_refresh_progress_set_desk (NEWS_REFRESH_PROGRESS (self), idle->desk);
  g_assert_false (gtk_widget_get_visible (bar));

  ui_test_close (window);
  news_test_paper_free (busy);
  news_test_paper_free (idle);
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/refresh-progress/slow", test_slow);

  return g_test_run ();
}
