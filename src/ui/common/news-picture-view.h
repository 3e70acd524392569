/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-picture-loader.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEWS_TYPE_PICTURE_VIEW (news_picture_view_get_type ())

/* A picture that holds its place while it loads, and keeps it, quietly, if it can't be had. As wide
 * as it is allotted, or its property fixed-width says; as high as its ratio says. Its accessible
 * name is the picture's alternative text. */
G_DECLARE_FINAL_TYPE (NewsPictureView, news_picture_view, NEWS, PICTURE_VIEW, GtkWidget)

/* @ratio is width by height; 0 takes the picture's own, and shows all of it. With a ratio given,
 * the picture fills it and what stands out is cut. */
NewsPictureView *news_picture_view_new (double ratio);
void news_picture_view_set_ratio (NewsPictureView *self, double ratio);

/* @picture NULL shows nothing. It is loaded once the widget is on the screen. */
void news_picture_view_set_picture (NewsPictureView *self,
                                    NewsPictureLoader *loader,
                                    NewsPicture *picture);

G_END_DECLS
