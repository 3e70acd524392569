/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-picture-cache.h"

#include "news-picture-format.h"

#include <glib/gi18n-lib.h>

#define FILE_LIMIT (20 * 1024 * 1024)

#define ACCEPT "image/png,image/jpeg,image/gif,image/*;q=0.8"

/* A picture that is not there is not asked for again at every turn of the list. */
#define FORGIVE_AFTER (10 * 60 * G_USEC_PER_SEC)

struct _NewsPictureCache
{
  GObject parent_instance;

  /* Owned */
  NewsFetcher *fetcher;
  NewsPictureFolder *folder;
  NewsPictureFolder *shelf; /* or NULL */

  /* Under the lock */
  GMutex lock;
  GCond loaded;
  GHashTable *loading; /* addresses on their way */
  GHashTable *failed;  /* address to gint64*: when it failed */
  char *accept;
};

G_DEFINE_FINAL_TYPE (NewsPictureCache, news_picture_cache, G_TYPE_OBJECT)

static GBytes *
fetch (NewsPictureCache *self,
       const char *url,
       NewsPictureFlags flags,
       GCancellable *cancellable,
       GError **error)
{
  g_autoptr (NewsRequest) request = news_request_new (url);
  g_autoptr (NewsResponse) response = NULL;

  g_mutex_lock (&self->lock);
  request->accept = g_strdup (self->accept);
  g_mutex_unlock (&self->lock);
  request->limit = FILE_LIMIT;
  request->public_only = (flags & NEWS_PICTURE_FROM_ARTICLE) != 0;
  response = news_fetcher_fetch (self->fetcher, request, cancellable, error);
  if (response == NULL)
    return NULL;

  /* A server's Content-Type is often wrong, and an error page with status 200 is not to be kept for
   * a picture. */
  if (response->status != 200 || news_picture_format_guess (response->body) == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   _ ("The picture is no longer there (status %u)."), response->status);
      return NULL;
    }

  return g_bytes_ref (response->body);
}

static gboolean
has_failed (NewsPictureCache *self, const char *url)
{
  gint64 *when = g_hash_table_lookup (self->failed, url);

  return when != NULL && g_get_monotonic_time () - *when < FORGIVE_AFTER;
}

/* Waits while another thread loads the same picture. Whether this thread is to load it now. */
static gboolean
begin (NewsPictureCache *self, const char *url, NewsPictureFlags flags, GError **error)
{
  gboolean failed;

  g_mutex_lock (&self->lock);
  while (g_hash_table_contains (self->loading, url))
    g_cond_wait (&self->loaded, &self->lock);
  if ((flags & NEWS_PICTURE_AGAIN) != 0)
    g_hash_table_remove (self->failed, url);
  failed = has_failed (self, url);
  if (!failed)
    g_hash_table_add (self->loading, g_strdup (url));
  g_mutex_unlock (&self->lock);

  if (failed)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                         _ ("The picture could not be loaded."));

  return !failed;
}

/* What failed for want of a network, or because nobody waits any more, may be had the next moment.
 */
static gboolean
is_lasting (const GError *error)
{
  return !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
         && !g_error_matches (error, NEWS_NET_ERROR, NEWS_NET_ERROR_OFFLINE);
}

static void
end (NewsPictureCache *self, const char *url, const GError *error)
{
  g_mutex_lock (&self->lock);
  g_hash_table_remove (self->loading, url);
  if (error != NULL && is_lasting (error))
    {
      gint64 now = g_get_monotonic_time ();

      g_hash_table_insert (self->failed, g_strdup (url), g_memdup2 (&now, sizeof now));
    }
  g_cond_broadcast (&self->loaded);
  g_mutex_unlock (&self->lock);
}

static void
news_picture_cache_finalize (GObject *object)
{
  NewsPictureCache *self = NEWS_PICTURE_CACHE (object);

  g_clear_object (&self->fetcher);
  g_clear_pointer (&self->folder, news_picture_folder_free);
  g_clear_pointer (&self->shelf, news_picture_folder_free);
  g_hash_table_unref (self->loading);
  g_hash_table_unref (self->failed);
  g_free (self->accept);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->loaded);

  G_OBJECT_CLASS (news_picture_cache_parent_class)->finalize (object);
}

static void
news_picture_cache_class_init (NewsPictureCacheClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = news_picture_cache_finalize;
}

static void
news_picture_cache_init (NewsPictureCache *self)
{
  self->loading = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->failed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->accept = g_strdup (ACCEPT);
  g_mutex_init (&self->lock);
  g_cond_init (&self->loaded);
}

NewsPictureCache *
news_picture_cache_new (NewsFetcher *fetcher, const char *folder, guint64 limit)
{
  NewsPictureCache *self = g_object_new (NEWS_TYPE_PICTURE_CACHE, NULL);

  self->fetcher = g_object_ref (fetcher);
  self->folder = news_picture_folder_new (folder, limit);

  return self;
}

void
news_picture_cache_set_accept (NewsPictureCache *self, const char *accept)
{
  g_return_if_fail (NEWS_IS_PICTURE_CACHE (self));

  g_mutex_lock (&self->lock);
  g_set_str (&self->accept, accept);
  g_mutex_unlock (&self->lock);
}

void
news_picture_cache_set_shelf (NewsPictureCache *self, NewsPictureFolder *shelf)
{
  g_return_if_fail (NEWS_IS_PICTURE_CACHE (self));

  g_clear_pointer (&self->shelf, news_picture_folder_free);
  self->shelf = shelf;
}

NewsPictureFolder *
news_picture_cache_get_shelf (NewsPictureCache *self)
{
  g_return_val_if_fail (NEWS_IS_PICTURE_CACHE (self), NULL);

  return self->shelf;
}

static void
keep (NewsPictureCache *self, const char *url, NewsPictureFlags flags, GBytes *bytes)
{
  gboolean to_shelf = (flags & NEWS_PICTURE_TO_SHELF) != 0 && self->shelf != NULL;

  news_picture_folder_write (to_shelf ? self->shelf : self->folder, url, bytes);
}

/* What was kept may be what is broken: who asks again is not given it. */
static GBytes *
read_kept (NewsPictureCache *self, const char *url, NewsPictureFlags flags)
{
  GBytes *bytes = NULL;

  if ((flags & NEWS_PICTURE_AGAIN) != 0)
    return NULL;

  if (self->shelf != NULL)
    bytes = news_picture_folder_read (self->shelf, url);
  if (bytes != NULL)
    return bytes;

  bytes = news_picture_folder_read (self->folder, url);
  if (bytes != NULL && (flags & NEWS_PICTURE_TO_SHELF) != 0)
    keep (self, url, flags, bytes);

  return bytes;
}

GBytes *
news_picture_cache_load (NewsPictureCache *self,
                         const char *url,
                         NewsPictureFlags flags,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (NEWS_IS_PICTURE_CACHE (self), NULL);
  g_assert (!g_main_context_is_owner (g_main_context_default ()));

  bytes = read_kept (self, url, flags);
  if (bytes != NULL)
    return g_steal_pointer (&bytes);

  if ((flags & NEWS_PICTURE_CACHE_ONLY) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _ ("The picture was not kept."));
      return NULL;
    }

  if (!begin (self, url, flags, error))
    return NULL;

  /* Another thread may have brought it while this one waited. */
  bytes = read_kept (self, url, flags);
  if (bytes == NULL)
    {
      bytes = fetch (self, url, flags, cancellable, &failure);
      if (bytes != NULL)
        keep (self, url, flags, bytes);
    }
  end (self, url, failure);

  if (bytes == NULL)
    g_propagate_error (error, g_steal_pointer (&failure));

  return g_steal_pointer (&bytes);
}

guint64
news_picture_cache_get_size (NewsPictureCache *self)
{
  g_return_val_if_fail (NEWS_IS_PICTURE_CACHE (self), 0);

  return news_picture_folder_get_size (self->folder);
}

void
news_picture_cache_clear (NewsPictureCache *self)
{
  g_return_if_fail (NEWS_IS_PICTURE_CACHE (self));

  news_picture_folder_clear (self->folder);
  g_mutex_lock (&self->lock);
  g_hash_table_remove_all (self->failed);
  g_mutex_unlock (&self->lock);
}
