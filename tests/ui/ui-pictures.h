/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-picture-loader.h"
#include "news-test-server.h"

G_BEGIN_DECLS

/* A loader of pictures with a folder and a server of its own, which is the reader's: pictures may
 * be there. */
typedef struct
{
  NewsTestServer *server;
  NewsFetcher *fetcher;
  NewsPictureCache *cache;
  NewsPictureLoader *loader;
  char *folder;
} UiPictures;

UiPictures *ui_pictures_new (void);
void ui_pictures_free (UiPictures *self);

/* Puts the file at @url into the folder, as if it had been fetched before. */
void ui_pictures_keep (UiPictures *self, const char *url, GBytes *bytes);

/* A picture of one colour as a PNG file, and the head of one that only says that it is so large. */
GBytes *ui_pictures_create_png (int width, int height);
GBytes *ui_pictures_create_png_head (guint32 width, guint32 height);

/* A picture of one file; 0 for what is not known of its size. */
NewsPicture *ui_pictures_create_picture (const char *url, int width, int height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UiPictures, ui_pictures_free)

G_END_DECLS
