/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-edition-files.h"

#include "news-faults-dialog.h"
#include "news-file-dialog.h"

#include <glib/gi18n.h>

/* An import or export on its way. */
typedef struct
{
  NewsEditor *editor;
  GtkWidget *parent;
  NewsImport *import; /* what was read, or NULL */
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
  g_clear_pointer (&errand->import, news_import_free);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, free_errand)

static void
tell (Errand *errand, const char *what, GError *error)
{
  g_autofree char *words = NULL;

  if (news_file_dialog_was_closed (error))
    return;

  words = g_strdup_printf ("%s %s", what, error->message);
  news_editor_tell (errand->editor, words);
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
    news_editor_take (errand->editor, errand->import->edition);
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
                                errand->import->edition->name);
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "replace", _ ("_Replace"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "replace", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (dialog, "cancel");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, errand->parent, NULL, answered_cb, errand);
}

static void
subscribe_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (object), result);

  if (g_str_equal (answer, "add"))
    news_editor_subscribe (errand->editor, errand->import->opml);
}

/* Before anything is added, as a toast that can undo it would not outlast the reading. @errand is
 * taken. */
static void
ask_with_faults (Errand *errand)
{
  NewsOpml *opml = errand->import->opml;
  gboolean has_rest = opml->sources->len > 0;
  AdwAlertDialog *dialog = news_faults_dialog_new (
    has_rest ? _ ("Add Without These?") : _ ("Nothing to Add"),
    has_rest ? _ ("Not all that is in the file can be added to the edition.")
             : _ ("Nothing that is in the file can be added to the edition."),
    opml->faults);

  adw_alert_dialog_add_responses (dialog, "cancel", has_rest ? _ ("_Cancel") : _ ("_Close"), NULL);
  if (has_rest)
    {
      adw_alert_dialog_add_responses (dialog, "add", _ ("_Add the Rest"), NULL);
      adw_alert_dialog_set_response_appearance (dialog, "add", ADW_RESPONSE_SUGGESTED);
      adw_alert_dialog_set_default_response (dialog, "add");
    }
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, errand->parent, NULL, subscribe_cb, errand);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  NewsDesk *desk = NEWS_DESK (object);
  NewsEdition *edition;

  errand->import = news_desk_read_file_finish (desk, result, &error);
  if (errand->import == NULL)
    {
      tell (errand, _ ("The file could not be imported."), error);
      return;
    }

  edition = errand->import->edition;
  if (edition == NULL && errand->import->opml->faults->len > 0)
    ask_with_faults (g_steal_pointer (&errand));
  else if (edition == NULL)
    news_editor_subscribe (errand->editor, errand->import->opml);
  else if (news_desk_find_edition (desk, edition->id) != NULL)
    ask (g_steal_pointer (&errand));
  else
    news_editor_take (errand->editor, edition);
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
    tell (errand, _ ("The file could not be imported."), error);
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

/* @errand is taken. */
static void
show_faults (Errand *errand, GPtrArray *faults)
{
  AdwAlertDialog *dialog = news_faults_dialog_new (
    _ ("Subscriptions Exported"), _ ("Other readers can take in feeds, which not all sources are."),
    faults);

  adw_alert_dialog_add_responses (dialog, "close", _ ("_Close"), NULL);
  adw_alert_dialog_set_close_response (dialog, "close");
  adw_dialog_present (ADW_DIALOG (dialog), errand->parent);
  free_errand (errand);
}

static void
subscriptions_written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults
    = news_desk_write_subscriptions_finish (NEWS_DESK (object), result, &error);

  if (faults == NULL)
    tell (errand, _ ("The subscriptions could not be exported."), error);
  else if (faults->len > 0)
    show_faults (g_steal_pointer (&errand), faults);
  else
    news_editor_tell (errand->editor, _ ("Subscriptions exported"));
}

static void
subscriptions_saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, &error);

  if (file != NULL)
    news_edition_files_write_subscriptions (errand->editor, errand->parent, file);
  else
    tell (errand, _ ("The subscriptions could not be exported."), error);
}

/* @dialog is given a name for the edition's file that ends in @suffix. */
static void
save (Errand *errand, GtkFileDialog *dialog, const char *suffix, GAsyncReadyCallback callback)
{
  NewsEdition *edition = news_desk_get_edition (news_editor_get_desk (errand->editor));
  g_autofree char *name = g_strconcat (edition->id, ".", suffix, NULL);

  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, get_window (errand), NULL, callback, errand);
}

void
news_edition_files_import (NewsEditor *editor, GtkWidget *parent)
{
  static const char *const suffixes[] = { "json", "opml", "xml", NULL };
  g_autoptr (GtkFileDialog) dialog
    = news_file_dialog_new (_ ("Import"), _ ("Editions and Subscriptions (OPML)"), suffixes);
  Errand *errand = create_errand (editor, parent);

  news_file_dialog_add_any (dialog);
  gtk_file_dialog_open (dialog, get_window (errand), NULL, opened_cb, errand);
}

void
news_edition_files_read (NewsEditor *editor, GtkWidget *parent, GFile *file)
{
  news_desk_read_file_async (news_editor_get_desk (editor), file, NULL, read_cb,
                             create_errand (editor, parent));
}

void
news_edition_files_export (NewsEditor *editor, GtkWidget *parent)
{
  static const char *const suffixes[] = { "json", NULL };
  g_autoptr (GtkFileDialog) dialog
    = news_file_dialog_new (_ ("Export Edition"), _ ("Editions"), suffixes);

  save (create_errand (editor, parent), dialog, suffixes[0], saved_cb);
}

void
news_edition_files_export_subscriptions (NewsEditor *editor, GtkWidget *parent)
{
  static const char *const suffixes[] = { "opml", NULL };
  g_autoptr (GtkFileDialog) dialog
    = news_file_dialog_new (_ ("Export Subscriptions"), _ ("Subscriptions (OPML)"), suffixes);

  save (create_errand (editor, parent), dialog, suffixes[0], subscriptions_saved_cb);
}

void
news_edition_files_write_subscriptions (NewsEditor *editor, GtkWidget *parent, GFile *file)
{
  news_desk_write_subscriptions_async (news_editor_get_desk (editor), file, NULL,
                                       subscriptions_written_cb, create_errand (editor, parent));
}
