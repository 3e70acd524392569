/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A folder of bounded size with one file a picture, named by a hash of its address. Any thread, but
 * none that must not wait for the disk. A disk that is full or a folder that can't be written to
 * only means that pictures are not kept. */
typedef struct _NewsPictureFolder NewsPictureFolder;

NewsPictureFolder *news_picture_folder_new (const char *path, guint64 limit);
void news_picture_folder_free (NewsPictureFolder *self);

/* NULL if there is none. What is read counts as used. */
GBytes *news_picture_folder_read (NewsPictureFolder *self, const char *url);
void news_picture_folder_write (NewsPictureFolder *self, const char *url, GBytes *bytes);

guint64 news_picture_folder_get_size (NewsPictureFolder *self);
void news_picture_folder_clear (NewsPictureFolder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsPictureFolder, news_picture_folder_free)

G_END_DECLS
