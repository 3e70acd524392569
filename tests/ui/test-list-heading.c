/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-clock.h"
#include "news-list-heading.h"

/* Noon of a day in UTC, where these tests are. */
#define NOON 1700049600
#define DAY (24 * 60 * 60)

static GtkWidget *
get_label (GtkWidget *heading)
{
  return ui_test_find (heading, GTK_TYPE_LABEL, "list-heading");
}

static const char *
get_text (GtkWidget *heading)
{
  return gtk_label_get_text (GTK_LABEL (get_label (heading)));
}

/* The window stays open over two midnights. */
static void
test_ages (void)
{
  g_autoptr (NewsClock) clock = news_clock_dup ();
  GtkWidget *heading;

  news_clock_set_now (clock, NOON);
  heading = g_object_ref_sink (news_list_heading_new (NULL));
  news_list_heading_set_day (NEWS_LIST_HEADING (heading), NOON - 60);
  g_assert_cmpstr (get_text (heading), ==, "Today");
  news_clock_set_now (clock, NOON + DAY / 2 - 60);
  g_assert_cmpstr (get_text (heading), ==, "Today");
  news_clock_set_now (clock, NOON + DAY / 2);
  g_assert_cmpstr (get_text (heading), ==, "Yesterday");
  news_clock_set_now (clock, NOON + DAY / 2 + DAY);
  g_assert_cmpstr (get_text (heading), ==, "Wednesday, November 15");
  g_assert_finalize_object (heading);
}

/* What is no day does not age, also after it was one. */
static void
test_title (void)
{
  g_autoptr (NewsClock) clock = news_clock_dup ();
  GtkWidget *heading = g_object_ref_sink (news_list_heading_new (NULL));

  news_clock_set_now (clock, NOON);
  news_list_heading_set_day (NEWS_LIST_HEADING (heading), NOON);
  news_list_heading_set_title (NEWS_LIST_HEADING (heading), "Arts");
  news_clock_set_now (clock, NOON + DAY);
  g_assert_cmpstr (get_text (heading), ==, "Arts");
  news_list_heading_set_day (NEWS_LIST_HEADING (heading), 0);
  g_assert_cmpstr (get_text (heading), ==, "");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_ROLE_HEADING);
  g_assert_finalize_object (heading);
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/list-heading/ages", test_ages);
  g_test_add_func ("/list-heading/title", test_title);

  return g_test_run ();
}
