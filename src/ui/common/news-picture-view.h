/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-picture-loader.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEWS_TYPE_PICTURE_VIEW (news_picture_view_get_type ())

/* A picture that holds its place while it loads, and keeps it if it can't be had. As wide as it is
 * allotted, or its property fixed-width says; as high as its ratio says. It is laid on what it can
 * be seen on, by day and in the dark. Its accessible name is the picture's alternative text.
 *
 * Signals: changed (), when the picture is on show, or can't be had. */
G_DECLARE_FINAL_TYPE (NewsPictureView, news_picture_view, NEWS, PICTURE_VIEW, GtkWidget)

/* @ratio is width by height; 0 takes the picture's own, and shows all of it, not larger than it is.
 * With a ratio given, the picture fills it and what stands out is cut. */
NewsPictureView *news_picture_view_new (double ratio);
void news_picture_view_set_ratio (NewsPictureView *self, double ratio);

/* @picture NULL shows nothing. It is loaded once the widget is on the screen. */
void news_picture_view_set_picture (NewsPictureView *self,
                                    NewsPictureLoader *loader,
                                    NewsPicture *picture);

/* One that waits keeps its place and is not loaded, and not kept in memory if it was, until it
 * waits no longer. */
void news_picture_view_set_waiting (NewsPictureView *self, gboolean waiting);

/* What is on show, or NULL. Borrowed. */
NewsImage *news_picture_view_get_image (NewsPictureView *self);

/* Why the picture can't be had (see news_picture_loader_load_async()), or NULL. Borrowed. */
const GError *news_picture_view_get_error (NewsPictureView *self);

/* Asks for it once more, whatever stood in the way. */
void news_picture_view_retry (NewsPictureView *self);

/* Shows a later frame in place of the first. */
void news_picture_view_set_frame (NewsPictureView *self, GdkTexture *frame);

/* How wide the picture is by itself, and is shown at most, in pixels of the layout; 0 if nobody
 * knows, or its place has a given ratio. */
int news_picture_view_get_own_width (NewsPictureView *self);

/* Device pixels that the picture is shown in. */
int news_picture_view_get_device_width (NewsPictureView *self);

G_END_DECLS
