/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-source-health-group.h"

#include <string.h>

#define SECTIONS                                 \
  "[ { \"id\": \"home\", \"title\": \"Home\" }," \
  "  { \"id\": \"one\", \"title\": \"One\", \"queries\": [ { \"source\": \"feed\" } ] } ]"
#define SOURCES                                                          \
  "[ { \"id\": \"feed\", \"name\": \"The Feed\", \"api\": \"jsonfeed\"," \
  "    \"parameters\": { \"feed\": \"@SERVER@/feed.json\" } } ]"

static const char feed[]
  = "{ \"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"The Feed\", \"items\": ["
    "  { \"id\": \"a\", \"url\": \"https://feed.example/a\", \"title\": \"From the feed\","
    "    \"content_html\": \"<p>Its text</p>\", \"date_published\": \"2026-11-20T10:00:00Z\" } ] }";

static const char *
get_row (GtkWidget *group, const char *name)
{
  GtkWidget *row = ui_test_find (group, ADW_TYPE_ACTION_ROW, name);

  return gtk_widget_get_visible (row) ? adw_action_row_get_subtitle (ADW_ACTION_ROW (row)) : NULL;
}

static gboolean
is_shown (gpointer data)
{
  return gtk_widget_get_visible (data);
}

static gboolean
has_answered (gpointer data)
{
  return strcmp (get_row (data, "state"), "It answers.") == 0;
}

static gboolean
has_failed (gpointer data)
{
  return get_row (data, "problem") != NULL;
}

static void
try_now (GtkWidget *group)
{
  GtkWidget *row = ui_test_find (group, ADW_TYPE_BUTTON_ROW, "try_now");

  g_assert_true (gtk_widget_is_sensitive (row));
  g_signal_emit_by_name (row, "activated");
}

/* From never over failing to well, by its own button. */
static void
test_states (void)
{
  g_autoptr (UiTest) test = ui_test_new (SECTIONS, SOURCES);
  GtkWidget *group = g_object_ref_sink (g_object_new (NEWS_TYPE_SOURCE_HEALTH_GROUP, NULL));

  g_assert_false (gtk_widget_get_visible (group));
  news_source_health_group_show (NEWS_SOURCE_HEALTH_GROUP (group), test->paper->desk, "feed");
  ui_test_wait (is_shown, group);
  g_assert_cmpstr (get_row (group, "state"), ==, "It was not asked yet.");
  g_assert_cmpstr (get_row (group, "answered"), ==, "Never");
  g_assert_null (get_row (group, "problem"));

  news_test_server_serve (test->paper->server, "/feed.json", 500, "text/html", "<p>Sorry</p>");
  try_now (group);
  ui_test_wait (has_failed, group);

  news_test_server_serve (test->paper->server, "/feed.json", 200, "application/feed+json", feed);
  news_test_paper_settle (test->paper);
  ui_test_idle ();
  try_now (group);
  ui_test_wait (has_answered, group);
  g_assert_null (get_row (group, "problem"));
  g_assert_true (g_str_has_prefix (get_row (group, "taken"), "1 article, "));
  g_assert_cmpstr (get_row (group, "today"), ==, "2");

  ui_test_idle ();
  g_assert_finalize_object (NEWS_SOURCE_HEALTH_GROUP (group));
}

/* A source that the edition does not have has no state to tell. */
static void
test_unknown (void)
{
  g_autoptr (UiTest) test = ui_test_new (SECTIONS, SOURCES);
  GtkWidget *group = g_object_ref_sink (g_object_new (NEWS_TYPE_SOURCE_HEALTH_GROUP, NULL));

  news_source_health_group_show (NEWS_SOURCE_HEALTH_GROUP (group), test->paper->desk, "gone");
  ui_test_idle ();
  g_assert_false (gtk_widget_get_visible (group));
  g_assert_finalize_object (NEWS_SOURCE_HEALTH_GROUP (group));
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/source-health-group/states", test_states);
  g_test_add_func ("/source-health-group/unknown", test_unknown);

  return g_test_run ();
}
