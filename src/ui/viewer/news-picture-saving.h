/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-image.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for a file, and writes what the site sent of @image to it, not what was made of that for the
 * screen. */
void news_picture_save_async (NewsImage *image,
                              GtkWindow *parent,
                              GAsyncReadyCallback callback,
                              gpointer user_data);

/* The same into @file, which is replaced if it is there. */
void news_picture_save_to_async (NewsImage *image,
                                 GFile *file,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

/* Of either: FALSE with an error in words for the reader; GTK_DIALOG_ERROR_DISMISSED if no file was
 * chosen. */
gboolean news_picture_save_finish (GAsyncResult *result, GError **error);

G_END_DECLS
