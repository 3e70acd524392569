/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-refresh-progress.h"

/* So many that are asked two at a time, and take 50 ms each. */
#define SOURCES 60

static char *
create_list (const char *first, const char *format)
{
  g_autoptr (GString) text = g_string_new (first);

  for (guint i = 0; i < SOURCES; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_auto (GStrv) parts = g_strsplit (format, "#", -1);
      g_autofree char *part = g_strjoinv (number, parts);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", part);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static NewsTestPaper *
create_paper (void)
{
  g_autofree char *queries = create_list ("[ { \"id\": \"home\", \"title\": \"Home\" },"
                                          "  { \"id\": \"one\", \"title\": \"One\", \"queries\": [",
                                          "{ \"source\": \"source-#\" }");
  g_autofree char *list
    = create_list ("[", "{ \"id\": \"source-#\", \"name\": \"Source #\", \"api\": \"jsonfeed\","
                        "  \"parameters\": { \"feed\": \"@SERVER@/busy\" } }");
  g_autofree char *sections = g_strconcat (queries, "] } ]", NULL);
  g_autofree char *sources = g_strconcat (list, "]", NULL);

  return news_test_paper_new (sections, sources);
}

static gboolean
is_shown (gpointer data)
{
  return gtk_widget_get_visible (data);
}

/* It is there as long as the desk asks, if that takes a while, and is of one desk alone. */
static void
test_slow (void)
{
  NewsTestPaper *busy = create_paper ();
  NewsTestPaper *idle = create_paper ();
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
