/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-picture-loader.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NEWS_TYPE_PICTURE_VIEWER (news_picture_viewer_get_type ())

/* Looks closely at the pictures of an article, one at a time, with caption and credit; copies and
 * saves them. A dialog, as one looks and goes back to where one was reading: the page behind stays
 * as it is. All of it can be done with the keyboard; the keys are in news-keys.c. */
G_DECLARE_FINAL_TYPE (NewsPictureViewer, news_picture_viewer, NEWS, PICTURE_VIEWER, AdwDialog)

/* @pictures holds NewsPicture; the viewer takes a reference to the array, which must not change any
 * more, and begins at @index. */
AdwDialog *news_picture_viewer_new (NewsPictureLoader *loader, GPtrArray *pictures, guint index);

/* The picture on show. */
guint news_picture_viewer_get_index (NewsPictureViewer *self);

G_END_DECLS
