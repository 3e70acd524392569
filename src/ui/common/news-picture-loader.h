/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-image.h"
#include "news-picture-cache.h"
#include "news-picture.h"

G_BEGIN_DECLS

#define NEWS_TYPE_PICTURE_LOADER (news_picture_loader_get_type ())

/* Brings pictures to the screen: chooses the file for the size, loads and decodes it off the main
 * thread, and keeps the last ones decoded. Belongs to the main thread. */
G_DECLARE_FINAL_TYPE (NewsPictureLoader, news_picture_loader, NEWS, PICTURE_LOADER, GObject)

NewsPictureLoader *news_picture_loader_new (NewsPictureCache *cache);

/* Ends its threads; what still runs fails as cancelled. Waits for what was begun. */
void news_picture_loader_close (NewsPictureLoader *self);

/* Whether pictures may be fetched where the network is paid for by what goes over it; those that
 * were kept are shown in any case. */
void news_picture_loader_set_metered (NewsPictureLoader *self, gboolean allowed);

typedef enum
{
  NEWS_PICTURE_LOAD_USUAL = 0,
  /* A reader asked for this very picture: what the network costs, what is kept and what failed
   * before don't matter. */
  NEWS_PICTURE_LOAD_ASKED = 1 << 0,
  /* To be looked at closely: with its bytes, and another file of it where the best can't be had. */
  NEWS_PICTURE_LOAD_CLOSELY = 1 << 1,
} NewsPictureLoadFlags;

/* The picture as it is kept in memory for that width (device pixels), or NULL: nothing waits.
 * Borrowed. */
NewsImage *news_picture_loader_peek (NewsPictureLoader *self, NewsPicture *picture, int width);

/* Width by height of a picture, as its source told it or as it was when it was last loaded; 0 while
 * nobody knows. */
double news_picture_loader_get_ratio (NewsPictureLoader *self, NewsPicture *picture);

/* Loads @picture for that width. G_IO_ERROR_PERMISSION_DENIED means that it may be had if it is
 * asked for; the words of all errors are for readers. */
void news_picture_loader_load_async (NewsPictureLoader *self,
                                     NewsPicture *picture,
                                     int width,
                                     NewsPictureLoadFlags flags,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
NewsImage *news_picture_loader_load_finish (NewsPictureLoader *self,
                                            GAsyncResult *result,
                                            GError **error);

/* The same, for its frames. */
void news_picture_loader_load_animation_async (NewsPictureLoader *self,
                                               NewsPicture *picture,
                                               int width,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer user_data);
GdkPixbufAnimation *news_picture_loader_load_animation_finish (NewsPictureLoader *self,
                                                               GAsyncResult *result,
                                                               GError **error);

G_END_DECLS
