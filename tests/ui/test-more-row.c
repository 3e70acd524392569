/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-clock.h"
#include "news-more-row.h"
#include "ui-pictures.h"

static const char *
get_text (GtkWidget *row, const char *id)
{
  return gtk_label_get_text (GTK_LABEL (ui_test_find (row, GTK_TYPE_LABEL, id)));
}

static void
test_full (void)
{
  g_autoptr (NewsHeadline) headline = news_headline_new (7);
  GtkWidget *row, *thumbnail;

  headline->title = g_strdup ("A title & more");
  headline->outlet = g_strdup ("The Peers");
  headline->published = g_get_real_time () / G_USEC_PER_SEC;
  headline->lead = ui_pictures_create_picture ("https://pictures.example/a.png", 400, 200);
  row = g_object_ref_sink (news_more_row_new (headline, NULL));

  g_assert_cmpint (news_more_row_get_article (NEWS_MORE_ROW (row)), ==, 7);
  g_assert_cmpstr (get_text (row, "title"), ==, "A title & more");
  g_assert_cmpstr (get_text (row, "where"), ==, "The Peers · now");
  thumbnail = ui_test_find (row, GTK_TYPE_WIDGET, "thumbnail");
  g_assert_true (gtk_widget_get_visible (thumbnail));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (thumbnail), GTK_ACCESSIBLE_ROLE_PRESENTATION);
  g_assert_finalize_object (row);
}

static void
test_missing (void)
{
  g_autoptr (NewsHeadline) headline = news_headline_new (8);
  GtkWidget *row;

  headline->title = g_strdup ("A title");
  row = g_object_ref_sink (news_more_row_new (headline, NULL));
  g_assert_cmpstr (get_text (row, "where"), ==, "");
  g_assert_false (gtk_widget_get_visible (ui_test_find (row, GTK_TYPE_WIDGET, "thumbnail")));
  g_assert_finalize_object (row);

  headline->outlet = g_strdup ("The Peers");
  row = g_object_ref_sink (news_more_row_new (headline, NULL));
  g_assert_cmpstr (get_text (row, "where"), ==, "The Peers");
  g_assert_finalize_object (row);
}

/* It says how long ago that was, and says so again as time goes on. */
static void
test_ages (void)
{
  g_autoptr (NewsClock) clock = news_clock_dup ();
  g_autoptr (NewsHeadline) headline = news_headline_new (9);
  GtkWidget *row;

  news_clock_set_now (clock, 100000000);
  headline->title = g_strdup ("A title");
  headline->outlet = g_strdup ("The Peers");
  headline->published = 100000000;
  row = g_object_ref_sink (news_more_row_new (headline, NULL));
  g_assert_cmpstr (get_text (row, "where"), ==, "The Peers · now");
  news_clock_set_now (clock, 100000000 + 5 * 60);
  g_assert_cmpstr (get_text (row, "where"), ==, "The Peers · 5 min");
  news_clock_set_now (clock, 100000000 + 24 * 60 * 60);
  g_assert_cmpstr (get_text (row, "where"), ==, "The Peers · Yesterday");
  g_assert_finalize_object (row);
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/more-row/full", test_full);
  g_test_add_func ("/more-row/missing", test_missing);
  g_test_add_func ("/more-row/ages", test_ages);

  return g_test_run ();
}
