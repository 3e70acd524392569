/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-suggestion-row.h"

static void
test_words (void)
{
  GtkWidget *row = g_object_ref_sink (news_suggestion_row_new ("source:", "from one source"));
  GtkWidget *plain = g_object_ref_sink (news_suggestion_row_new ("A & B", NULL));

  g_assert_nonnull (ui_test_find_text (row, "source:"));
  g_assert_nonnull (ui_test_find_text (row, "from one source"));
  g_assert_cmpstr (news_suggestion_row_get_words (NEWS_SUGGESTION_ROW (row)), ==,
                   "source:, from one source");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "source:, from one source");
  g_assert_false (gtk_widget_get_focusable (row));
  g_assert_nonnull (ui_test_find_text (plain, "A & B"));
  g_assert_cmpstr (news_suggestion_row_get_words (NEWS_SUGGESTION_ROW (plain)), ==, "A & B");
  g_assert_finalize_object (row);
  g_assert_finalize_object (plain);
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/suggestion-row/words", test_words);

  return g_test_run ();
}
