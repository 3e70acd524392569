/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-opening-page.h"

/* Nothing but a bar to move the window by, until there is something to tell. */
static void
test_fail (void)
{
  GtkWidget *page = GTK_WIDGET (news_opening_page_new ());
  GtkWindow *window = ui_test_show (page, 600, 400);
  GtkWidget *problem = ui_test_find (page, ADW_TYPE_STATUS_PAGE, "problem");

  g_assert_nonnull (ui_test_find (page, ADW_TYPE_HEADER_BAR, NULL));
  g_assert_false (gtk_widget_get_mapped (problem));

  news_opening_page_fail (NEWS_OPENING_PAGE (page), "No room for <b>this</b>");
  g_assert_true (gtk_widget_get_mapped (problem));
  g_assert_nonnull (ui_test_find_text (page, "No room for <b>this</b>"));
  g_assert_cmpstr (
    gtk_actionable_get_action_name (GTK_ACTIONABLE (ui_test_find (problem, GTK_TYPE_BUTTON, NULL))),
    ==, "window.reopen");
  ui_test_close (window);
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/opening-page/fail", test_fail);

  return g_test_run ();
}
