/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-neighbours.h"

static GtkWidget *
find (GtkWidget *neighbours, const char *id)
{
  GtkWidget *widget = ui_test_find (neighbours, GTK_TYPE_WIDGET, id);

  g_assert_nonnull (widget);

  return widget;
}

static void
assert_shown (GtkWidget *neighbours, const char *id, const char *title)
{
  g_autofree char *label = g_strdup_printf ("%s_title", id);

  g_assert_cmpint (gtk_widget_get_visible (find (neighbours, id)), ==, title != NULL);
  if (title != NULL)
    g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (find (neighbours, label))), ==, title);
}

static NewsHeadline *
create (gint64 article, const char *title)
{
  NewsHeadline *headline = news_headline_new (article);

  headline->title = g_strdup (title);

  return headline;
}

static void
test_both (void)
{
  GtkWidget *neighbours = g_object_ref_sink (news_neighbours_new ());
  g_autoptr (NewsHeadline) previous = create (1, "One & more");
  g_autoptr (NewsHeadline) next = create (3, "Three");

  g_assert_false (gtk_widget_get_visible (neighbours));
  news_neighbours_set (NEWS_NEIGHBOURS (neighbours), previous, next);
  g_assert_true (gtk_widget_get_visible (neighbours));
  assert_shown (neighbours, "previous", "One & more");
  assert_shown (neighbours, "next", "Three");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (neighbours), GTK_ACCESSIBLE_ROLE_NAVIGATION);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find (neighbours, "previous")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Previous article: One & more");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (find (neighbours, "next"))), ==,
                   "list.next");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (find (neighbours, "previous"))),
                   ==, "list.previous");
  g_assert_finalize_object (neighbours);
}

static void
test_ends (void)
{
  GtkWidget *neighbours = g_object_ref_sink (news_neighbours_new ());
  g_autoptr (NewsHeadline) other = create (2, "Two");

  news_neighbours_set (NEWS_NEIGHBOURS (neighbours), NULL, other);
  assert_shown (neighbours, "previous", NULL);
  assert_shown (neighbours, "next", "Two");
  news_neighbours_set (NEWS_NEIGHBOURS (neighbours), other, NULL);
  assert_shown (neighbours, "previous", "Two");
  assert_shown (neighbours, "next", NULL);
  news_neighbours_set (NEWS_NEIGHBOURS (neighbours), NULL, NULL);
  g_assert_false (gtk_widget_get_visible (neighbours));
  g_assert_finalize_object (neighbours);
}

/* One that is not read yet is named when it is. */
static void
test_filled (void)
{
  GtkWidget *neighbours = g_object_ref_sink (news_neighbours_new ());
  g_autoptr (NewsHeadline) empty = news_headline_new (3);
  g_autoptr (NewsHeadline) full = create (3, "Three");

  news_neighbours_set (NEWS_NEIGHBOURS (neighbours), NULL, empty);
  assert_shown (neighbours, "next", "");
  news_headline_fill (empty, full);
  assert_shown (neighbours, "next", "Three");
  g_assert_finalize_object (neighbours);

  /* It outlives who looked at it. */
  news_headline_fill (empty, full);
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/neighbours/both", test_both);
  g_test_add_func ("/neighbours/ends", test_ends);
  g_test_add_func ("/neighbours/filled", test_filled);

  return g_test_run ();
}
