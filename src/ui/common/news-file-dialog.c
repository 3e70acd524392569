/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-file-dialog.h"

#include <glib/gi18n.h>

static void
add_filter (GtkFileDialog *dialog, GtkFileFilter *filter, const char *name)
{
  GListStore *filters = G_LIST_STORE (gtk_file_dialog_get_filters (dialog));

  gtk_file_filter_set_name (filter, name);
  g_list_store_append (filters, filter);
}

GtkFileDialog *
news_file_dialog_new (const char *title, const char *name, const char *const *suffixes)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_title (dialog, title);
  add_filter (dialog, filter, name);

  return dialog;
}

void
news_file_dialog_add_any (GtkFileDialog *dialog)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_add_pattern (filter, "*");
  add_filter (dialog, filter, _ ("All Files"));
}

gboolean
news_file_dialog_was_closed (const GError *error)
{
  return g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
         || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED);
}
