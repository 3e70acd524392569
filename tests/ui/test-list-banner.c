/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-list-banner.h"

static void
assert_banner (NewsListBanner *self, const char *title, const char *button, const char *action)
{
  GtkWidget *found = ui_test_find (GTK_WIDGET (self), ADW_TYPE_BANNER, NULL);
  AdwBanner *banner = found != NULL ? ADW_BANNER (found) : NULL;

  g_assert_cmpint (banner != NULL && adw_banner_get_revealed (banner), ==, title != NULL);
  if (title == NULL)
    return;

  g_assert_cmpstr (adw_banner_get_title (banner), ==, title);
  g_assert_cmpstr (adw_banner_get_button_label (banner), ==, button);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (banner)), ==, action);
}

/* Each problem with what helps. */
static void
test_problems (void)
{
  NewsListBanner *self = g_object_ref_sink (g_object_new (NEWS_TYPE_LIST_BANNER, NULL));

  assert_banner (self, NULL, NULL, NULL);
  news_list_banner_show (self, "Not <b>there</b>", NULL);
  assert_banner (self, "Not <b>there</b>", "_Retry", "list.refresh");
  news_list_banner_show (self, "The key is wrong", "source");
  assert_banner (self, "The key is wrong", "_Enter a Key…", "source.enter-key");
  news_list_banner_show (self, "Not there", NULL);
  assert_banner (self, "Not there", "_Retry", "list.refresh");
  news_list_banner_show (self, NULL, NULL);
  assert_banner (self, NULL, NULL, NULL);
  g_assert_finalize_object (self);
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/list-banner/problems", test_problems);

  return g_test_run ();
}
