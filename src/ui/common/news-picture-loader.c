/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-picture-loader.h"

#include "news-picture-decoder.h"
#include "news-workers.h"

#include <glib/gi18n.h>

#define WORKERS 4

/* Bytes of decoded pictures that are kept: some screens full of thumbnails. */
#define KEPT (24 * 1024 * 1024)

/* One that is so large is looked at once: it would push out all thumbnails. */
#define KEPT_AT_MOST (KEPT / 3)

/* Files of one picture that are tried before it is given up. */
#define TRIES 4

/* Pictures of which it is remembered how wide they were for their height. */
#define RATIOS 4096

struct _NewsPictureLoader
{
  GObject parent_instance;

  /* Owned */
  NewsPictureCache *cache;
  NewsWorkers *workers;
  GHashTable *images; /* key to a link of @recent */
  GQueue recent;      /* Kept, the last used first */
  gsize kept;
  GHashTable *ratios; /* address to double* */

  gboolean metered_allowed;
};

typedef struct
{
  char *key;
  NewsImage *image;
} Kept;

typedef struct
{
  GPtrArray *urls;    /* the best first */
  GPtrArray *shelved; /* those of all files of the picture */
  char *key;
  int width;
  NewsPictureLoadFlags flags;
  gboolean kept_only; /* the network is not to be used */
} Job;

G_DEFINE_FINAL_TYPE (NewsPictureLoader, news_picture_loader, G_TYPE_OBJECT)

static void
free_job (Job *job)
{
  g_ptr_array_unref (job->urls);
  g_clear_pointer (&job->shelved, g_ptr_array_unref);
  g_free (job->key);
  g_free (job);
}

static void
free_kept (Kept *kept)
{
  g_free (kept->key);
  news_image_unref (kept->image);
  g_free (kept);
}

static gsize
get_size (NewsImage *image)
{
  return (gsize) gdk_texture_get_width (image->texture)
         * (gsize) gdk_texture_get_height (image->texture) * 4;
}

static char *
dup_key (const char *url, int width)
{
  return g_strdup_printf ("%d %s", width, url);
}

static void
keep (NewsPictureLoader *self, const char *key, NewsImage *image)
{
  Kept *kept;

  if (get_size (image) > KEPT_AT_MOST || g_hash_table_contains (self->images, key))
    return;

  kept = g_new0 (Kept, 1);
  kept->key = g_strdup (key);
  kept->image = news_image_ref (image);
  g_queue_push_head (&self->recent, kept);
  g_hash_table_insert (self->images, kept->key, self->recent.head);
  self->kept += get_size (image);

  while (self->kept > KEPT && self->recent.length > 1)
    {
      Kept *oldest = g_queue_pop_tail (&self->recent);

      g_hash_table_remove (self->images, oldest->key);
      self->kept -= get_size (oldest->image);
      free_kept (oldest);
    }
}

static void
remember_ratio (NewsPictureLoader *self, const NewsImage *image)
{
  double ratio = image->width / (double) MAX (image->height, 1);

  if (g_hash_table_size (self->ratios) >= RATIOS)
    g_hash_table_remove_all (self->ratios);
  g_hash_table_insert (self->ratios, g_strdup (image->url), g_memdup2 (&ratio, sizeof ratio));
}

/* --- worker threads --- */

static GBytes *
load_bytes (NewsPictureLoader *self,
            Job *job,
            const char *url,
            GCancellable *cancellable,
            GError **error)
{
  NewsPictureFlags flags = NEWS_PICTURE_FROM_ARTICLE;

  news_picture_cache_set_accept (self->cache, news_picture_get_accept ());
  if (job->kept_only)
    flags |= NEWS_PICTURE_CACHE_ONLY;
  if ((job->flags & NEWS_PICTURE_LOAD_ASKED) != 0)
    flags |= NEWS_PICTURE_AGAIN;

  return news_picture_cache_load (self->cache, url, flags, cancellable, error);
}

/* @bytes is taken. */
static NewsImage *
decode (Job *job, const char *url, GBytes *bytes, GError **error)
{
  g_autoptr (GBytes) taken = bytes;
  NewsImage *image = news_picture_decode (taken, job->width, error);

  if (image == NULL)
    return NULL;

  image->url = g_strdup (url);
  if ((job->flags & NEWS_PICTURE_LOAD_CLOSELY) != 0)
    image->bytes = g_steal_pointer (&taken);

  return image;
}

static NewsImage *
load_file (NewsPictureLoader *self,
           Job *job,
           const char *url,
           GCancellable *cancellable,
           GError **error)
{
  GBytes *bytes = load_bytes (self, job, url, cancellable, error);

  return bytes != NULL ? decode (job, url, bytes, error) : NULL;
}

/* Of the picture of a bookmark one file is kept for good. It is shown at any size, unless a reader
 * looks closely, but not in place of the best one that was shown before. */
static NewsImage *
load_shelved (NewsPictureLoader *self, Job *job)
{
  NewsPictureFolder *shelf = news_picture_cache_get_shelf (self->cache);
  NewsImage *image = NULL;
  GBytes *bytes;

  if (shelf == NULL || job->shelved == NULL || job->flags != NEWS_PICTURE_LOAD_USUAL)
    return NULL;

  bytes = news_picture_cache_load (self->cache, g_ptr_array_index (job->urls, 0),
                                   NEWS_PICTURE_CACHE_ONLY, NULL, NULL);
  if (bytes != NULL)
    return decode (job, g_ptr_array_index (job->urls, 0), bytes, NULL);

  for (guint i = 0; image == NULL && i < job->shelved->len; i++)
    {
      const char *url = g_ptr_array_index (job->shelved, i);

      bytes = news_picture_folder_read (shelf, url);
      if (bytes != NULL)
        image = decode (job, url, bytes, NULL);
    }

  return image;
}

/* The words of the cache tell what happened, not what a reader can do. */
static void
return_error (GTask *task, Job *job, GError *error)
{
  if (job->kept_only && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                                       _ ("Pictures are not loaded on this network."));
      g_error_free (error);
      return;
    }

  g_task_return_error (task, error);
}

static void
load_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  NewsImage *image = load_shelved (source, job);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; image == NULL && i < job->urls->len; i++)
    {
      GError *failure = NULL;

      image = load_file (source, job, g_ptr_array_index (job->urls, i), cancellable, &failure);
      /* Of several, the first one's failure is told: the others were only in its place. */
      if (failure != NULL && error == NULL)
        error = failure;
      else
        g_clear_error (&failure);
      if (g_cancellable_is_cancelled (cancellable))
        break;
    }

  if (image != NULL)
    g_task_return_pointer (task, image, (GDestroyNotify) news_image_unref);
  else
    return_error (task, job, g_steal_pointer (&error));
}

static void
load_animation_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  NewsPictureLoader *self = source;
  Job *job = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes
    = load_bytes (self, job, g_ptr_array_index (job->urls, 0), cancellable, &error);
  GdkPixbufAnimation *animation = NULL;

  if (bytes != NULL)
    animation = news_picture_decode_animation (bytes, job->width, &error);

  if (animation != NULL)
    g_task_return_pointer (task, animation, g_object_unref);
  else
    return_error (task, job, error);
}

/* --- object --- */

static void
news_picture_loader_finalize (GObject *object)
{
  NewsPictureLoader *self = NEWS_PICTURE_LOADER (object);

  news_picture_loader_close (self);
  g_clear_object (&self->cache);
  g_hash_table_unref (self->images);
  g_hash_table_unref (self->ratios);
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
  self->images = g_hash_table_new (g_str_hash, g_str_equal);
  self->ratios = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
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

NewsImage *
news_picture_loader_peek (NewsPictureLoader *self, NewsPicture *picture, int width)
{
  const NewsPictureFile *file = news_picture_choose (picture, width);
  g_autofree char *key = NULL;
  GList *link;

  g_return_val_if_fail (NEWS_IS_PICTURE_LOADER (self), NULL);

  if (file == NULL)
    return NULL;

  key = dup_key (file->url, width);
  link = g_hash_table_lookup (self->images, key);
  if (link == NULL)
    return NULL;

  g_queue_unlink (&self->recent, link);
  g_queue_push_head_link (&self->recent, link);

  return ((Kept *) link->data)->image;
}

double
news_picture_loader_get_ratio (NewsPictureLoader *self, NewsPicture *picture)
{
  const NewsPictureFile *largest = news_picture_choose (picture, G_MAXINT);

  g_return_val_if_fail (NEWS_IS_PICTURE_LOADER (self), 0);

  for (guint i = 0; i < picture->files->len; i++)
    {
      const NewsPictureFile *file = &g_array_index (picture->files, NewsPictureFile, i);
      double *ratio = g_hash_table_lookup (self->ratios, file->url);

      if (ratio != NULL)
        return *ratio;
    }

  return largest != NULL && largest->width > 0 && largest->height > 0
           ? largest->width / (double) largest->height
           : 0;
}

static Job *
create_job (NewsPictureLoader *self, const char *url, int width, NewsPictureLoadFlags flags)
{
  Job *job = g_new0 (Job, 1);

  job->urls = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (job->urls, g_strdup (url));
  job->key = dup_key (url, width);
  job->width = width;
  job->flags = flags;
  job->kept_only = (flags & NEWS_PICTURE_LOAD_ASKED) == 0 && !self->metered_allowed
                   && g_network_monitor_get_network_metered (g_network_monitor_get_default ());

  return job;
}

static void
add_shelved (Job *job, NewsPicture *picture)
{
  job->shelved = g_ptr_array_new_with_free_func (g_free);
  for (guint i = picture->files->len; i-- > 0;)
    g_ptr_array_add (job->shelved,
                     g_strdup (g_array_index (picture->files, NewsPictureFile, i).url));
}

static void
push (NewsPictureLoader *self, GTask *task, Job *job, GTaskThreadFunc work)
{
  g_task_set_task_data (task, job, (GDestroyNotify) free_job);
  news_workers_push (self->workers, task, work);
}

/* The file of @picture for @width; where there is none, or the loader is closed, ends the task. */
static const NewsPictureFile *
choose (NewsPictureLoader *self, NewsPicture *picture, int width, GTask *task)
{
  const NewsPictureFile *file = news_picture_choose (picture, width);

  if (file != NULL && self->workers != NULL)
    return file;

  g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                                   _ ("The picture could not be loaded."));

  return NULL;
}

/* The widest first. */
static void
add_others (Job *job, NewsPicture *picture, const NewsPictureFile *chosen)
{
  for (guint i = picture->files->len; i-- > 0 && job->urls->len < TRIES;)
    {
      const NewsPictureFile *file = &g_array_index (picture->files, NewsPictureFile, i);

      if (file != chosen)
        g_ptr_array_add (job->urls, g_strdup (file->url));
    }
}

void
news_picture_loader_load_async (NewsPictureLoader *self,
                                NewsPicture *picture,
                                int width,
                                NewsPictureLoadFlags flags,
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
  file = choose (self, picture, width, task);
  if (file == NULL)
    return;

  job = create_job (self, file->url, width, flags);
  add_shelved (job, picture);
  if ((flags & NEWS_PICTURE_LOAD_CLOSELY) != 0)
    add_others (job, picture, file);
  push (self, task, job, load_thread);
}

NewsImage *
news_picture_loader_load_finish (NewsPictureLoader *self, GAsyncResult *result, GError **error)
{
  NewsImage *image;
  Job *job;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  image = g_task_propagate_pointer (G_TASK (result), error);
  job = g_task_get_task_data (G_TASK (result));
  if (image != NULL)
    {
      remember_ratio (self, image);
      if (image->bytes == NULL)
        keep (self, job->key, image);
    }

  return image;
}

void
news_picture_loader_load_animation_async (NewsPictureLoader *self,
                                          NewsPicture *picture,
                                          int width,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  const NewsPictureFile *file;

  g_return_if_fail (NEWS_IS_PICTURE_LOADER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, news_picture_loader_load_animation_async);
  file = choose (self, picture, width, task);
  if (file != NULL)
    push (self, task, create_job (self, file->url, width, NEWS_PICTURE_LOAD_USUAL),
          load_animation_thread);
}

GdkPixbufAnimation *
news_picture_loader_load_animation_finish (NewsPictureLoader *self,
                                           GAsyncResult *result,
                                           GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
