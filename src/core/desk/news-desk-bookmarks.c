/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-desk-private.h"

/* Where all bookmarks are to be written. */
typedef struct
{
  GFile *file;
  NewsBookmarksFormat format;
  GHashTable *limited; /* ids of sources whose texts nobody may keep for good */
} Export;

static void
free_export (Export *export)
{
  g_object_unref (export->file);
  g_hash_table_unref (export->limited);
  g_free (export);
}

static GHashTable *
list_limited (NewsDesk *self)
{
  GHashTable *limited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->editions->len; i++)
    {
      NewsEdition *edition = g_ptr_array_index (self->editions, i);

      for (guint j = 0; j < edition->sources->len; j++)
        {
          NewsSource *source = g_ptr_array_index (edition->sources, j);
          const NewsTerms *terms = news_desk_get_terms (self, source);

          if (terms != NULL && terms->keep_s > 0)
            g_hash_table_add (limited, g_strdup (source->id));
        }
    }

  return limited;
}

/* --- on the keeper's thread --- */

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  NewsDesk *self = source;
  GError *error = NULL;
  NewsBookmarkImport *import = news_bookmark_import_read (self->store, data, cancellable, &error);

  if (import != NULL)
    g_task_return_pointer (task, import, (GDestroyNotify) news_bookmark_import_free);
  else
    g_task_return_error (task, error);
}

static void
take_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  NewsDesk *self = source;
  GError *error = NULL;

  if (news_bookmark_import_take (data, self->store, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
write_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  NewsDesk *self = source;
  Export *export = data;
  GError *error = NULL;
  int written = news_bookmark_export_write (self->store, export->file, export->format,
                                            export->limited, cancellable, &error);

  if (written >= 0)
    g_task_return_int (task, written);
  else
    g_task_return_error (task, error);
}

/* --- on the main thread --- */

void
news_desk_read_bookmarks_async (NewsDesk *self,
                                GFile *file,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_return_if_fail (NEWS_IS_DESK (self));

  _news_desk_start (self, self->keeper, read_thread, g_object_ref (file), g_object_unref,
                    cancellable, callback, user_data);
}

NewsBookmarkImport *
news_desk_read_bookmarks_finish (NewsDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
news_desk_take_bookmarks_async (NewsDesk *self,
                                NewsBookmarkImport *import,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_return_if_fail (NEWS_IS_DESK (self));

  _news_desk_start (self, self->keeper, take_thread, import, NULL, cancellable, callback,
                    user_data);
}

gboolean
news_desk_take_bookmarks_finish (NewsDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
news_desk_write_bookmarks_async (NewsDesk *self,
                                 GFile *file,
                                 NewsBookmarksFormat format,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  Export *export;

  g_return_if_fail (NEWS_IS_DESK (self));

  export = g_new (Export, 1);
  export->file = g_object_ref (file);
  export->format = format;
  export->limited = list_limited (self);
  _news_desk_start (self, self->keeper, write_thread, export, (GDestroyNotify) free_export,
                    cancellable, callback, user_data);
}

int
news_desk_write_bookmarks_finish (NewsDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), -1);

  return (int) g_task_propagate_int (G_TASK (result), error);
}
