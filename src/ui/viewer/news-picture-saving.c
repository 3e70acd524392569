/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-picture-saving.h"

#include "news-picture-format.h"

#include <glib/gi18n.h>

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (object), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    /* Translators: %s is why */
    g_task_return_new_error (task, error->domain, error->code,
                             _ ("The picture could not be saved. %s"), error->message);
}

/* Takes @task, whose data are the bytes. */
static void
write_to (GTask *task, GFile *file)
{
  g_file_replace_contents_bytes_async (file, g_task_get_task_data (task), NULL, FALSE,
                                       G_FILE_CREATE_NONE, NULL, written_cb, task);
}

static void
chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, &error);

  if (file != NULL)
    write_to (g_steal_pointer (&task), file);
  else
    g_task_return_error (task, error);
}

static GTask *
create_task (NewsImage *image, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, news_picture_save_async);
  g_task_set_task_data (task, g_bytes_ref (image->bytes), (GDestroyNotify) g_bytes_unref);

  return task;
}

void
news_picture_save_async (NewsImage *image,
                         GtkWindow *parent,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = news_picture_format_dup_name (image->url, image->bytes);

  gtk_file_dialog_set_title (dialog, _ ("Save the Picture"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, parent, NULL, chosen_cb, create_task (image, callback, user_data));
}

void
news_picture_save_to_async (NewsImage *image,
                            GFile *file,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  write_to (create_task (image, callback, user_data), file);
}

gboolean
news_picture_save_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, news_picture_save_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
