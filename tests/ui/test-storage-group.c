/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "config.h"

#include "news-preferences-dialog.h"
#include "news-storage-group.h"

#define SECTIONS                                 \
  "[ { \"id\": \"home\", \"title\": \"Home\" }," \
  "  { \"id\": \"one\", \"title\": \"One\", \"queries\": [ { \"source\": \"posts\" } ] } ]"
#define SOURCES                                                             \
  "[ { \"id\": \"posts\", \"name\": \"The Posts\", \"api\": \"wordpress\"," \
  "    \"parameters\": { \"site\": \"@SERVER@/\", \"api\": \"@SERVER@/wp-json/\" } } ]"

static UiTest *
create (void)
{
  UiTest *test = ui_test_new (SECTIONS, SOURCES);
  g_autofree char *posts = news_test_paper_dup_posts (12, 1);

  news_test_server_serve (test->paper->server, "/wp-json/wp/v2/posts", 200, "application/json",
                          posts);
  news_test_paper_refresh (test->paper);

  return test;
}

static GtkWidget *
present (UiTest *test)
{
  AdwDialog *dialog = news_preferences_dialog_new (test->settings, test->paper->desk);

  adw_dialog_present (dialog, GTK_WIDGET (test->window));

  return ui_test_find (GTK_WIDGET (dialog), NEWS_TYPE_STORAGE_GROUP, NULL);
}

static const char *
get_row (GtkWidget *group, const char *name)
{
  return adw_action_row_get_subtitle (
    ADW_ACTION_ROW (ui_test_find (group, ADW_TYPE_ACTION_ROW, name)));
}

static gboolean
is_shown (gpointer data)
{
  return gtk_widget_get_visible (data);
}

static gboolean
is_empty (gpointer data)
{
  return g_str_has_prefix (get_row (data, "articles"), "0 articles, ");
}

static AdwAlertDialog *
ask (UiTest *test, GtkWidget *group)
{
  AdwDialog *dialog;

  g_signal_emit_by_name (ui_test_find (group, ADW_TYPE_BUTTON_ROW, "clear"), "activated");
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (test->window));
  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));

  return ADW_ALERT_DIALOG (dialog);
}

/* It asks first, and whoever takes it back loses nothing. */
static void
test_cancel (void)
{
  g_autoptr (UiTest) test = create ();
  GtkWidget *group = present (test);
  AdwAlertDialog *dialog;

  ui_test_wait (is_shown, group);
  g_assert_true (g_str_has_prefix (get_row (group, "articles"), "12 articles, "));
  g_assert_cmpstr (get_row (group, "pictures"), ==, "0 bytes");
  g_assert_cmpstr (get_row (group, "shelf"), ==, "0 bytes");

  dialog = ask (test, group);
  g_assert_cmpstr (adw_alert_dialog_get_default_response (dialog), ==, "cancel");
  g_signal_emit_by_name (dialog, "response", "cancel");
  adw_dialog_force_close (ADW_DIALOG (dialog));
  ui_test_idle ();
  g_assert_true (g_str_has_prefix (get_row (group, "articles"), "12 articles, "));
  g_assert_false (gtk_widget_get_visible (ui_test_find (group, ADW_TYPE_ACTION_ROW, "working")));
}

static void
answer (AdwAlertDialog *dialog)
{
  g_signal_emit_by_name (dialog, "response", "clear");
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

static void
test_clear (void)
{
  g_autoptr (UiTest) test = create ();
  GtkWidget *group = present (test);
  GtkWidget *working = ui_test_find (group, ADW_TYPE_ACTION_ROW, "working");
  GtkWidget *button = ui_test_find (group, ADW_TYPE_BUTTON_ROW, "clear");

  ui_test_wait (is_shown, group);
  answer (ask (test, group));
  ui_test_wait (is_shown, working);
  g_assert_false (gtk_widget_get_visible (button));
  ui_test_wait (is_empty, group);
  g_assert_false (gtk_widget_get_visible (working));
  g_assert_true (gtk_widget_get_visible (button));
}

/* It goes on though the dialog is closed meanwhile. */
static void
test_closed (void)
{
  g_autoptr (UiTest) test = create ();
  GtkWidget *group = present (test);
  GtkWidget *dialog = gtk_widget_get_ancestor (group, NEWS_TYPE_PREFERENCES_DIALOG);

  ui_test_wait (is_shown, group);
  answer (ask (test, group));
  ui_test_wait (is_shown, ui_test_find (group, ADW_TYPE_ACTION_ROW, "working"));
  adw_dialog_force_close (ADW_DIALOG (dialog));

  group = present (test);
  ui_test_wait (is_shown, group);
  news_test_paper_settle (test->paper);
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/storage-group/cancel", test_cancel);
  g_test_add_func ("/storage-group/clear", test_clear);
  g_test_add_func ("/storage-group/closed", test_closed);

  return g_test_run ();
}
