/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-clippings.h"

/* Files of one picture that are tried before it is given up. */
#define TRIES 3

/* Files that the store is asked about at once. */
#define CHUNK 500

/* What is had of one bookmark. */
typedef struct
{
  NewsPictureCache *cache;
  GCancellable *cancellable;
  GPtrArray *files; /* char*, their names */
  gsize bytes;
  gboolean complete;
  gboolean offline;
} Clipping;

/* --- which pictures --- */

static void
add_picture (GPtrArray *pictures, NewsPicture *picture)
{
  if (picture == NULL || picture->files->len == 0 || pictures->len >= NEWS_CLIPPINGS_PICTURES)
    return;

  for (guint i = 0; i < pictures->len; i++)
    if (news_picture_equal (g_ptr_array_index (pictures, i), picture))
      return;

  g_ptr_array_add (pictures, picture);
}

/* Blocks lie no deeper than NEWS_BLOCK_MAX_DEPTH. */
static void
add_block (GPtrArray *pictures, const NewsBlock *block)
{
  add_picture (pictures, block->picture);
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    add_block (pictures, g_ptr_array_index (block->children, i));
}

GPtrArray *
news_clippings_list_pictures (NewsArticle *article, NewsPage *page)
{
  GPtrArray *pictures = g_ptr_array_new ();

  add_picture (pictures, article->lead);
  for (guint i = 0; page != NULL && i < news_page_get_n_blocks (page); i++)
    add_block (pictures, news_page_get_block (page, i));

  return pictures;
}

/* --- fetching --- */

/* Whether the file at @url is on the shelf when this is done. */
static gboolean
keep_file (Clipping *self, const char *url)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) kept = NULL;

  bytes = news_picture_cache_load (
    self->cache, url, NEWS_PICTURE_FROM_ARTICLE | NEWS_PICTURE_TO_SHELF, self->cancellable, &error);
  if (bytes == NULL)
    {
      g_debug ("A picture of a bookmark: %s", error->message);
      self->offline |= g_error_matches (error, NEWS_NET_ERROR, NEWS_NET_ERROR_OFFLINE)
                       || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      return FALSE;
    }

  /* The disk may be full. */
  kept = news_picture_folder_read (news_picture_cache_get_shelf (self->cache), url);
  if (kept == NULL)
    return FALSE;

  g_ptr_array_add (self->files, news_picture_folder_dup_name (url));
  self->bytes += g_bytes_get_size (kept);

  return TRUE;
}

/* One of its files will do: the best for the size, or else the widest that can be had. */
static gboolean
keep_picture (Clipping *self, NewsPicture *picture)
{
  const NewsPictureFile *best = news_picture_choose (picture, NEWS_CLIPPINGS_WIDTH);
  guint tries = 1;

  if (keep_file (self, best->url))
    return TRUE;

  for (guint i = picture->files->len; i-- > 0 && tries < TRIES && !self->offline;)
    {
      const NewsPictureFile *file = &g_array_index (picture->files, NewsPictureFile, i);

      if (file == best)
        continue;
      if (keep_file (self, file->url))
        return TRUE;
      tries++;
    }

  return FALSE;
}

static void
keep_pictures (Clipping *self, NewsArticle *article)
{
  g_autoptr (NewsPage) page
    = article->page != NULL ? news_page_new_from_bytes (article->page, NULL) : NULL;
  g_autoptr (GPtrArray) pictures = news_clippings_list_pictures (article, page);

  self->complete = TRUE;
  for (guint i = 0; i < pictures->len && self->bytes < NEWS_CLIPPINGS_BYTES; i++)
    {
      self->complete &= keep_picture (self, g_ptr_array_index (pictures, i));
      if (self->offline)
        return;
    }
}

/* FALSE without an error where there is no network; what has come until then is found again. */
static gboolean
keep_bookmark (NewsStore *store,
               NewsPictureCache *cache,
               gint64 article,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (NewsStory) story = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failure = NULL;
  Clipping clipping = { .cache = cache, .cancellable = cancellable, .files = files };

  story = news_store_get_story (store, article, &failure);
  if (story == NULL)
    {
      /* It went since. */
      if (g_error_matches (failure, NEWS_STORE_ERROR, NEWS_STORE_ERROR_NOT_FOUND))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  keep_pictures (&clipping, story->article);
  if (!clipping.offline)
    return news_store_note_clipping (store, article, files, clipping.complete, error);

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NETWORK_UNREACHABLE, "There is no network");

  return FALSE;
}

gboolean
news_clippings_keep (NewsStore *store,
                     NewsPictureCache *cache,
                     guint length,
                     GCancellable *cancellable,
                     gboolean *more,
                     GError **error)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (GArray) due = news_store_list_clippings_due (store, now, length, error);

  *more = FALSE;
  if (due == NULL)
    return FALSE;

  for (guint i = 0; i < due->len; i++)
    if (!keep_bookmark (store, cache, g_array_index (due, gint64, i), cancellable, error))
      return FALSE;
  *more = due->len == length;

  return TRUE;
}

/* --- tidying --- */

static gboolean
tidy_chunk (NewsStore *store, NewsPictureFolder *shelf, GPtrArray *names, GError **error)
{
  g_autoptr (GPtrArray) unused = news_store_find_unused_files (store, names, error);

  for (guint i = 0; unused != NULL && i < unused->len; i++)
    news_picture_folder_remove (shelf, g_ptr_array_index (unused, i));

  return unused != NULL;
}

gboolean
news_clippings_tidy (NewsStore *store, NewsPictureCache *cache, GError **error)
{
  NewsPictureFolder *shelf = news_picture_cache_get_shelf (cache);
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GPtrArray) chunk = g_ptr_array_new ();

  if (!news_store_drop_clippings (store, error))
    return FALSE;

  names = news_picture_folder_list (shelf);
  for (guint i = 0; i < names->len; i++)
    {
      g_ptr_array_add (chunk, g_ptr_array_index (names, i));
      if (chunk->len < CHUNK && i + 1 < names->len)
        continue;
      if (!tidy_chunk (store, shelf, chunk, error))
        return FALSE;
      g_ptr_array_set_size (chunk, 0);
    }

  return TRUE;
}
