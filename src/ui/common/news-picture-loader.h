/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-picture-cache.h"
#include "news-picture.h"

#include <gdk/gdk.h>

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

/* The picture as it is kept in memory for that width (device pixels), or NULL: nothing waits. */
GdkTexture *news_picture_loader_peek (NewsPictureLoader *self, NewsPicture *picture, int width);

void news_picture_loader_load_async (NewsPictureLoader *self,
                                     NewsPicture *picture,
                                     int width,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GdkTexture *news_picture_loader_load_finish (NewsPictureLoader *self,
                                             GAsyncResult *result,
                                             GError **error);

G_END_DECLS
