/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-edition-files.h"

#include <glib/gi18n.h>

/* An import or export on its way. */
typedef struct
{
  NewsEditor *editor;
  GtkWidget *parent;
  NewsEdition *edition; /* what was read, or NULL */
} Errand;

static Errand *
create_errand (NewsEditor *editor, GtkWidget *parent)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->editor = g_object_ref (editor);
  errand->parent = g_object_ref (parent);

  return errand;
}

static void
free_errand (Errand *errand)
{
  g_object_unref (errand->editor);
  g_object_unref (errand->parent);
  g_clear_pointer (&errand->edition, news_edition_unref);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, free_errand)

/* Who closes the file dialog knows that nothing was done. */
static void
tell (Errand *errand, const char *what, GError *error)
{
  g_autofree char *words = NULL;

  if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
      || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    return;

  words = g_strdup_printf ("%s %s", what, error->message);
  news_editor_tell (errand->editor, words);
}

static GtkFileDialog *
create_dialog (const char *title)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (filter, _ ("Editions"));
  gtk_file_filter_add_suffix (filter, "json");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_title (dialog, title);

  return dialog;
}

static GtkWindow *
get_window (Errand *errand)
{
  return GTK_WINDOW (gtk_widget_get_root (errand->parent));
}

/* --- import --- */

static void
answered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (object), result);

  if (g_str_equal (answer, "replace"))
    news_editor_take (errand->editor, errand->edition);
}

/* @errand is taken. */
static void
ask (Errand *errand)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Replace Edition?"), NULL));

  adw_alert_dialog_format_body (dialog,
                                /* Translators: the name of an edition */
                                _ ("The edition “%s” is there already. It will be replaced by the "
                                   "one in the file."),
                                errand->edition->name);
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "replace", _ ("_Replace"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "replace", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (dialog, "cancel");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, errand->parent, NULL, answered_cb, errand);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  NewsDesk *desk = NEWS_DESK (object);

  errand->edition = news_desk_read_edition_finish (desk, result, &error);
  if (errand->edition == NULL)
    tell (errand, _ ("The edition could not be imported."), error);
  else if (news_desk_find_edition (desk, errand->edition->id) != NULL)
    ask (g_steal_pointer (&errand));
  else
    news_editor_take (errand->editor, errand->edition);
}

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, &error);

  if (file != NULL)
    news_edition_files_read (errand->editor, errand->parent, file);
  else
    tell (errand, _ ("The edition could not be imported."), error);
}

/* --- export --- */

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;

  if (news_desk_write_edition_finish (NEWS_DESK (object), result, &error))
    news_editor_tell (errand->editor, _ ("Edition exported"));
  else
    tell (errand, _ ("The edition could not be exported."), error);
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, &error);
  NewsDesk *desk = news_editor_get_desk (errand->editor);

  if (file != NULL)
    news_desk_write_edition_async (desk, file, NULL, written_cb, g_steal_pointer (&errand));
  else
    tell (errand, _ ("The edition could not be exported."), error);
}

void
news_edition_files_import (NewsEditor *editor, GtkWidget *parent)
{
  g_autoptr (GtkFileDialog) dialog = create_dialog (_ ("Import Edition"));
  Errand *errand = create_errand (editor, parent);

  gtk_file_dialog_open (dialog, get_window (errand), NULL, opened_cb, errand);
}

void
news_edition_files_read (NewsEditor *editor, GtkWidget *parent, GFile *file)
{
  news_desk_read_edition_async (news_editor_get_desk (editor), file, NULL, read_cb,
                                create_errand (editor, parent));
}

void
news_edition_files_export (NewsEditor *editor, GtkWidget *parent)
{
  g_autoptr (GtkFileDialog) dialog = create_dialog (_ ("Export Edition"));
  Errand *errand = create_errand (editor, parent);
  g_autofree char *name
    = g_strconcat (news_desk_get_edition (news_editor_get_desk (editor))->id, ".json", NULL);

  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, get_window (errand), NULL, saved_cb, errand);
}
