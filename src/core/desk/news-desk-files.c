/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-chosen-file.h"
#include "news-desk-private.h"
#include "news-editions.h"

/* An edition on its way to a file. */
typedef struct
{
  GFile *file;
  NewsEdition *edition;
} Export;

static void
free_export (Export *export)
{
  g_object_unref (export->file);
  news_edition_unref (export->edition);
  g_free (export);
}

/* --- on the keeper's thread --- */

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  NewsDesk *self = source;
  GError *error = NULL;
  NewsImport *import = news_import_read (data, self->sample, cancellable, &error);

  if (import != NULL)
    g_task_return_pointer (task, import, (GDestroyNotify) news_import_free);
  else
    g_task_return_error (task, error);
}

static void
write_edition_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  NewsDesk *self = source;
  Export *export = data;
  g_autoptr (GBytes) bytes = news_editions_format (export->edition, self->sample);
  GError *error = NULL;

  if (news_chosen_file_write (export->file, bytes, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
write_subscriptions_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Export *export = data;
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) bytes = news_opml_from_edition (export->edition, faults);
  GError *error = NULL;

  if (news_chosen_file_write (export->file, bytes, cancellable, &error))
    g_task_return_pointer (task, g_steal_pointer (&faults), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/* --- back on the main thread --- */

static Export *
create_export (NewsDesk *self, GFile *file)
{
  Export *export = g_new0 (Export, 1);

  export->file = g_object_ref (file);
  export->edition = news_edition_ref (self->edition);

  return export;
}

void
news_desk_read_file_async (NewsDesk *self,
                           GFile *file,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_return_if_fail (NEWS_IS_DESK (self));

  _news_desk_start (self, self->keeper, read_thread, g_object_ref (file), g_object_unref,
                    cancellable, callback, user_data);
}

NewsImport *
news_desk_read_file_finish (NewsDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
news_desk_write_edition_async (NewsDesk *self,
                               GFile *file,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_return_if_fail (NEWS_IS_DESK (self));

  _news_desk_start (self, self->keeper, write_edition_thread, create_export (self, file),
                    (GDestroyNotify) free_export, cancellable, callback, user_data);
}

gboolean
news_desk_write_edition_finish (NewsDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
news_desk_write_subscriptions_async (NewsDesk *self,
                                     GFile *file,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_return_if_fail (NEWS_IS_DESK (self));

  _news_desk_start (self, self->keeper, write_subscriptions_thread, create_export (self, file),
                    (GDestroyNotify) free_export, cancellable, callback, user_data);
}

GPtrArray *
news_desk_write_subscriptions_finish (NewsDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
