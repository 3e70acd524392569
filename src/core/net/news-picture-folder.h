/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A folder of bounded size (G_MAXUINT64 for one without bounds) with one file a picture, named by a
 * hash of its address. Any thread, but none that must not wait for the disk. A disk that is full or
 * a folder that can't be written to only means that pictures are not kept. */
typedef struct _NewsPictureFolder NewsPictureFolder;

NewsPictureFolder *news_picture_folder_new (const char *path, guint64 limit);
void news_picture_folder_free (NewsPictureFolder *self);

/* NULL if there is none. What is read counts as used. */
GBytes *news_picture_folder_read (NewsPictureFolder *self, const char *url);

/* FALSE if it could not be kept. */
gboolean news_picture_folder_write (NewsPictureFolder *self, const char *url, GBytes *bytes);

/* The name of the file of a picture, whether or not there is one; the names (char*) of all files
 * that are there, of half-written ones too; and to remove one of them. */
char *news_picture_folder_dup_name (const char *url);
GPtrArray *news_picture_folder_list (NewsPictureFolder *self);
void news_picture_folder_remove (NewsPictureFolder *self, const char *name);

guint64 news_picture_folder_get_size (NewsPictureFolder *self);
void news_picture_folder_clear (NewsPictureFolder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsPictureFolder, news_picture_folder_free)

G_END_DECLS
