/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "config.h"

#include "news-search-name-dialog.h"

static void
test_renames (void)
{
  g_autoptr (GSettings) settings = g_settings_new_with_path (APPLICATION_ID, "/test/");
  NewsSavedSearches *searches;
  g_autoptr (NewsSavedSearch) search = news_saved_search_new ("tea", "tea");
  AdwDialog *dialog;
  GtkWindow *window;
  AdwAlertDialog *alert;
  GtkEditable *name;

  g_settings_reset (settings, "saved-searches");
  searches = news_saved_searches_new (settings);
  g_assert_true (news_saved_searches_insert (searches, search, 0));
  dialog = news_search_name_dialog_new (searches, search);
  alert = ADW_ALERT_DIALOG (dialog);
  window = ui_test_present (dialog);
  name = GTK_EDITABLE (ui_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "name"));
  g_assert_cmpstr (gtk_editable_get_text (name), ==, "tea");
  g_assert_false (adw_alert_dialog_get_response_enabled (alert, "rename"));
  gtk_editable_set_text (name, "  ");
  g_assert_false (adw_alert_dialog_get_response_enabled (alert, "rename"));
  gtk_editable_set_text (name, " All of tea ");
  g_assert_true (adw_alert_dialog_get_response_enabled (alert, "rename"));
  g_signal_emit_by_name (alert, "response", "cancel");
  g_assert_cmpstr (news_saved_search_get_name (search), ==, "tea");
  g_signal_emit_by_name (alert, "response", "rename");
  g_assert_cmpstr (news_saved_search_get_name (search), ==, "All of tea");
  ui_test_close (window);
  g_assert_finalize_object (searches);
  g_settings_reset (settings, "saved-searches");
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/search-name-dialog/renames", test_renames);

  return g_test_run ();
}
