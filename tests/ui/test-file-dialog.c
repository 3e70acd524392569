/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-file-dialog.h"
#include "ui-test.h"

static const char *const suffixes[] = { "html", "htm", NULL };

static char *
dup_filter (GtkFileDialog *dialog, guint i)
{
  GListModel *filters = gtk_file_dialog_get_filters (dialog);
  g_autoptr (GtkFileFilter) filter = g_list_model_get_item (filters, i);
  g_autoptr (GVariant) told = g_variant_ref_sink (gtk_file_filter_to_gvariant (filter));

  return g_variant_print (told, FALSE);
}

static void
test_filters (void)
{
  g_autoptr (GtkFileDialog) dialog = news_file_dialog_new ("Open", "Pages", suffixes);
  g_autofree char *pages = dup_filter (dialog, 0);
  g_autofree char *any = NULL;

  g_assert_cmpstr (gtk_file_dialog_get_title (dialog), ==, "Open");
  g_assert_cmpuint (g_list_model_get_n_items (gtk_file_dialog_get_filters (dialog)), ==, 1);
  g_assert_nonnull (strstr (pages, "'Pages'"));
  g_assert_nonnull (strstr (pages, "[hH][tT][mM][lL]"));

  news_file_dialog_add_any (dialog);
  any = dup_filter (dialog, 1);
  g_assert_cmpstr (any, ==, "('All Files', [(0, '*')])");
  g_assert_finalize_object (g_steal_pointer (&dialog));
}

static void
test_closed (void)
{
  g_autoptr (GError) dismissed
    = g_error_new_literal (GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED, "");
  g_autoptr (GError) cancelled
    = g_error_new_literal (GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED, "");
  g_autoptr (GError) failed = g_error_new_literal (GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_FAILED, "");

  g_assert_true (news_file_dialog_was_closed (dismissed));
  g_assert_true (news_file_dialog_was_closed (cancelled));
  g_assert_false (news_file_dialog_was_closed (failed));
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/file-dialog/filters", test_filters);
  g_test_add_func ("/file-dialog/closed", test_closed);

  return g_test_run ();
}
