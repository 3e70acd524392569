/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-picture-loader.h"

#include "news-picture-decoder.h"
#include "news-workers.h"

#define WORKERS 4

/* Bytes of decoded pictures that are kept: some screens full of thumbnails. */
#define KEPT (48 * 1024 * 1024)

struct _NewsPictureLoader
{
  GObject parent_instance;

  /* Owned */
  NewsPictureCache *cache;
  NewsWorkers *workers;
  GHashTable *textures; /* key to a link of @recent */
  GQueue recent;        /* Kept, the last used first */
  gsize kept;

  gboolean metered_allowed;
};

typedef struct
{
  char *key;
  GdkTexture *texture;
} Kept;

typedef struct
{
  char *url;
  char *key;
  int width;
  NewsPictureFlags flags;
} Job;

G_DEFINE_FINAL_TYPE (NewsPictureLoader, news_picture_loader, G_TYPE_OBJECT)

static void
free_job (Job *job)
{
  g_free (job->url);
  g_free (job->key);
  g_free (job);
}

static void
free_kept (Kept *kept)
{
  g_free (kept->key);
  g_object_unref (kept->texture);
  g_free (kept);
}

static gsize
get_size (GdkTexture *texture)
{
  return (gsize) gdk_texture_get_width (texture) * (gsize) gdk_texture_get_height (texture) * 4;
}

static char *
dup_key (const char *url, int width)
{
  return g_strdup_printf ("%d %s", width, url);
}

static void
keep (NewsPictureLoader *self, const char *key, GdkTexture *texture)
{
  Kept *kept;

  if (g_hash_table_contains (self->textures, key))
    return;

  kept = g_new0 (Kept, 1);
  kept->key = g_strdup (key);
  kept->texture = g_object_ref (texture);
  g_queue_push_head (&self->recent, kept);
  g_hash_table_insert (self->textures, kept->key, self->recent.head);
  self->kept += get_size (texture);

  while (self->kept > KEPT && self->recent.length > 1)
    {
      Kept *oldest = g_queue_pop_tail (&self->recent);

      g_hash_table_remove (self->textures, oldest->key);
      self->kept -= get_size (oldest->texture);
      free_kept (oldest);
    }
}

static void
load_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  NewsPictureLoader *self = source;
  Job *job = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes
    = news_picture_cache_load (self->cache, job->url, job->flags, cancellable, &error);
  GdkTexture *texture = NULL;

  if (bytes != NULL)
    texture = news_picture_decode (bytes, job->width, &error);

  if (texture != NULL)
    g_task_return_pointer (task, texture, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
news_picture_loader_finalize (GObject *object)
{
  NewsPictureLoader *self = NEWS_PICTURE_LOADER (object);

  news_picture_loader_close (self);
  g_clear_object (&self->cache);
  g_hash_table_unref (self->textures);
  g_queue_clear_full (&self->recent, (GDestroyNotify) free_kept);

  G_OBJECT_CLASS (news_picture_loader_parent_class)->finalize (object);
}

static void
news_picture_loader_class_init (NewsPictureLoaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = news_picture_loader_finalize;
}

static void
news_picture_loader_init (NewsPictureLoader *self)
{
  self->workers = news_workers_new (WORKERS);
  self->textures = g_hash_table_new (g_str_hash, g_str_equal);
}

NewsPictureLoader *
news_picture_loader_new (NewsPictureCache *cache)
{
  NewsPictureLoader *self = g_object_new (NEWS_TYPE_PICTURE_LOADER, NULL);

  self->cache = g_object_ref (cache);

  return self;
}

void
news_picture_loader_close (NewsPictureLoader *self)
{
  g_return_if_fail (NEWS_IS_PICTURE_LOADER (self));

  g_clear_pointer (&self->workers, news_workers_free);
}

void
news_picture_loader_set_metered (NewsPictureLoader *self, gboolean allowed)
{
  g_return_if_fail (NEWS_IS_PICTURE_LOADER (self));

  self->metered_allowed = allowed;
}

GdkTexture *
news_picture_loader_peek (NewsPictureLoader *self, NewsPicture *picture, int width)
{
  const NewsPictureFile *file = news_picture_choose (picture, width);
  g_autofree char *key = NULL;
  GList *link;

  g_return_val_if_fail (NEWS_IS_PICTURE_LOADER (self), NULL);

  if (file == NULL)
    return NULL;

  key = dup_key (file->url, width);
  link = g_hash_table_lookup (self->textures, key);
  if (link == NULL)
    return NULL;

  g_queue_unlink (&self->recent, link);
  g_queue_push_head_link (&self->recent, link);

  return ((Kept *) link->data)->texture;
}

void
news_picture_loader_load_async (NewsPictureLoader *self,
                                NewsPicture *picture,
                                int width,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  const NewsPictureFile *file;
  Job *job;

  g_return_if_fail (NEWS_IS_PICTURE_LOADER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, news_picture_loader_load_async);

  file = news_picture_choose (picture, width);
  if (file == NULL || self->workers == NULL)
    {
      g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "No file");
      return;
    }

  job = g_new0 (Job, 1);
  job->url = g_strdup (file->url);
  job->key = dup_key (file->url, width);
  job->width = width;
  job->flags = NEWS_PICTURE_FROM_ARTICLE;
  if (!self->metered_allowed
      && g_network_monitor_get_network_metered (g_network_monitor_get_default ()))
    job->flags |= NEWS_PICTURE_CACHE_ONLY;
  g_task_set_task_data (task, job, (GDestroyNotify) free_job);
  news_workers_push (self->workers, task, load_thread);
}

GdkTexture *
news_picture_loader_load_finish (NewsPictureLoader *self, GAsyncResult *result, GError **error)
{
  GdkTexture *texture;
  Job *job;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  texture = g_task_propagate_pointer (G_TASK (result), error);
  job = g_task_get_task_data (G_TASK (result));
  if (texture != NULL)
    keep (self, job->key, texture);

  return texture;
}
