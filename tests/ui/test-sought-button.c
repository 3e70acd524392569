/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-sought-button.h"
#include "ui-page.h"

static const char *const texts[] = { "A ferry and a boat", "Nothing", "Folded", "A boat", NULL };

static gboolean
is_seen (gpointer data)
{
  return gtk_widget_get_visible (data);
}

static void
test_button (void)
{
  UiPage *page = ui_page_new (texts);
  GtkWidget *bar = g_object_new (NEWS_TYPE_FIND_BAR, NULL);
  GtkWidget *sought = g_object_new (NEWS_TYPE_SOUGHT_BUTTON, "bar", bar, NULL);
  GtkWidget *button = ui_test_find (sought, GTK_TYPE_BUTTON, NULL);
  g_autoptr (NewsSearchQuery) query = news_search_query_new ("boat ");

  gtk_box_prepend (GTK_BOX (page->page), bar);
  gtk_box_prepend (GTK_BOX (page->page), sought);
  news_find_bar_set_root (NEWS_FIND_BAR (bar), page->page);
  g_assert_false (gtk_widget_get_visible (sought));

  news_find_bar_set_sought (NEWS_FIND_BAR (bar), query);
  ui_test_wait (is_seen, sought);
  ui_test_idle ();
  g_assert_nonnull (ui_test_find_text (sought, "2"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Words searched, 2 places in the page");

  g_signal_emit_by_name (button, "clicked");
  g_assert_true (news_find_bar_is_open (NEWS_FIND_BAR (bar)));
  g_assert_nonnull (ui_test_find_text (bar, "1 of 2"));
  g_assert_false (gtk_widget_get_visible (sought));

  gtk_box_remove (GTK_BOX (page->page), sought);
  g_object_add_weak_pointer (G_OBJECT (bar), (gpointer *) &bar);
  gtk_box_remove (GTK_BOX (page->page), bar);
  while (bar != NULL)
    g_main_context_iteration (NULL, TRUE);
  ui_page_free (page);
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/sought-button/button", test_button);

  return g_test_run ();
}
