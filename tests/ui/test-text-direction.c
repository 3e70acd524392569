/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-text-direction.h"

static void
test_find (void)
{
  GtkWidget *widget = g_object_ref_sink (gtk_label_new (NULL));

  g_assert_cmpint (news_text_direction_find (widget, "The ferry"), ==, GTK_TEXT_DIR_LTR);
  g_assert_cmpint (news_text_direction_find (widget, "渡船"), ==, GTK_TEXT_DIR_LTR);
  g_assert_cmpint (news_text_direction_find (widget, "عادت العبّارة"), ==, GTK_TEXT_DIR_RTL);
  g_assert_cmpint (news_text_direction_find (widget, "42 “המעבורת” CNN"), ==, GTK_TEXT_DIR_RTL);
  g_assert_cmpint (news_text_direction_find (widget, "2026"), ==, GTK_TEXT_DIR_LTR);
  g_assert_cmpint (news_text_direction_find (widget, ""), ==, GTK_TEXT_DIR_LTR);
  gtk_widget_set_direction (widget, GTK_TEXT_DIR_RTL);
  g_assert_cmpint (news_text_direction_find (widget, "2026"), ==, GTK_TEXT_DIR_RTL);
  g_assert_cmpint (news_text_direction_find (widget, "The ferry"), ==, GTK_TEXT_DIR_LTR);
  g_assert_finalize_object (widget);
}

/* What is in a box goes as the box does, however deep, and back. */
static void
test_set (void)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new ("A label");

  gtk_box_append (GTK_BOX (box), inner);
  gtk_box_append (GTK_BOX (inner), label);
  news_text_direction_set (box, GTK_TEXT_DIR_RTL);
  g_assert_cmpint (gtk_widget_get_direction (box), ==, GTK_TEXT_DIR_RTL);
  g_assert_cmpint (gtk_widget_get_direction (inner), ==, GTK_TEXT_DIR_RTL);
  g_assert_cmpint (gtk_widget_get_direction (label), ==, GTK_TEXT_DIR_RTL);
  news_text_direction_set (box, GTK_TEXT_DIR_NONE);
  g_assert_cmpint (gtk_widget_get_direction (label), ==, gtk_widget_get_default_direction ());
  g_assert_finalize_object (box);
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/text-direction/find", test_find);
  g_test_add_func ("/text-direction/set", test_set);

  return g_test_run ();
}
