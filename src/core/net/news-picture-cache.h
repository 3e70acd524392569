/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-fetcher.h"
#include "news-picture-folder.h"

G_BEGIN_DECLS

#define NEWS_TYPE_PICTURE_CACHE (news_picture_cache_get_type ())

typedef enum
{
  NEWS_PICTURE_CACHE_ONLY = 1 << 0,   /* do not ask the network */
  NEWS_PICTURE_FROM_ARTICLE = 1 << 1, /* the address was told by a page: public hosts only */
  NEWS_PICTURE_AGAIN = 1 << 2,        /* ask the network, whatever is kept or failed before */
  NEWS_PICTURE_TO_SHELF = 1 << 3,     /* keep it on the shelf, and there alone */
} NewsPictureFlags;

/* The files of pictures that were shown, in a folder of bounded size. */
G_DECLARE_FINAL_TYPE (NewsPictureCache, news_picture_cache, NEWS, PICTURE_CACHE, GObject)

/* @limit is in bytes; the files that were not used for longest go first. */
NewsPictureCache *news_picture_cache_new (NewsFetcher *fetcher, const char *folder, guint64 limit);

/* Sets the shelf, a folder of pictures that are kept for as long as somebody wants them; it is
 * taken. What is on it is given like what was shown before. None at first; to be called before any
 * other thread uses the cache. */
void news_picture_cache_set_shelf (NewsPictureCache *self, NewsPictureFolder *shelf);

/* Borrowed; NULL if there is none. */
NewsPictureFolder *news_picture_cache_get_shelf (NewsPictureCache *self);

/* The formats to ask servers for, as the value of an Accept header (RFC 9110, 12.5.1): those that
 * the platform can show. Any thread. */
void news_picture_cache_set_accept (NewsPictureCache *self, const char *accept);

/* The bytes of the picture at @url, from the folder, the shelf, or else from the network. Worker
 * threads only. Errors are those of NEWS_NET_ERROR and G_IO_ERROR; G_IO_ERROR_NOT_FOUND where the
 * answer is not a picture or the cache has none. */
GBytes *news_picture_cache_load (NewsPictureCache *self,
                                 const char *url,
                                 NewsPictureFlags flags,
                                 GCancellable *cancellable,
                                 GError **error);

/* Bytes in the folder, without the shelf. Worker threads only. */
guint64 news_picture_cache_get_size (NewsPictureCache *self);

/* Removes everything from the folder. Worker threads only. */
void news_picture_cache_clear (NewsPictureCache *self);

G_END_DECLS
