/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-reader.h"

#define LIST "/wp-json/wp/v2/posts"
#define SECTIONS                                 \
  "[ { \"id\": \"home\", \"title\": \"Home\" }," \
  "  { \"id\": \"one\", \"title\": \"One\", \"queries\": [ { \"source\": \"posts\" } ] } ]"
#define SOURCES                                                             \
  "[ { \"id\": \"posts\", \"name\": \"The Posts\", \"api\": \"wordpress\"," \
  "    \"parameters\": { \"site\": \"@SERVER@/\", \"api\": \"@SERVER@/wp-json/\" } } ]"

static gboolean
has_story (gpointer data)
{
  return news_reader_get_story (data) != NULL;
}

static void
open_story (UiTest *test)
{
  g_autofree char *posts = news_test_paper_dup_posts (1, 1);
  g_autoptr (NewsSnapshot) snapshot = NULL;
  NewsReader *reader
    = NEWS_READER (ui_test_find (GTK_WIDGET (test->window), NEWS_TYPE_READER, NULL));

  news_test_server_serve (test->paper->server, LIST, 200, "application/json", posts);
  news_test_paper_refresh (test->paper);
  snapshot = news_test_paper_list_section (test->paper, "one");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (test->window), "story.open", "x",
                                             g_array_index (snapshot->rows, NewsRow, 0).article));
  ui_test_wait (has_story, reader);
}

static void
print (UiTest *test)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (test->window), "story.print", NULL));
}

/* The dialogs of printing that are there, the first of them in *@dialog. */
static guint
count_print_dialogs (GtkWindow **dialog)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), "GtkPrintUnixDialog") && n++ == 0)
        *dialog = window;
    }

  return n;
}

static gboolean
has_print_dialog (gpointer data)
{
  return count_print_dialogs (data) > 0;
}

static gboolean
has_no_print_dialog (gpointer data)
{
  return count_print_dialogs (data) == 0;
}

/* However often the key is pressed until the dialog is there, it is one printing. */
static void
test_once (void)
{
  g_autoptr (UiTest) test = ui_test_new (SECTIONS, SOURCES);
  GtkWindow *dialog = NULL;

  open_story (test);
  for (guint i = 0; i < 2; i++)
    {
      print (test);
      print (test);
      ui_test_wait (has_print_dialog, &dialog);
      ui_test_idle ();
      g_assert_cmpuint (count_print_dialogs (&dialog), ==, 1);
      gtk_window_close (dialog);
      ui_test_wait (has_no_print_dialog, &dialog);
      ui_test_idle ();
    }
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/window-print/once", test_once);

  return g_test_run ();
}
