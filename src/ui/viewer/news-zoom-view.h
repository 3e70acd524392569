/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-image.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEWS_TYPE_ZOOM_VIEW (news_zoom_view_get_type ())

/* A picture to be looked at closely. Fitted, all of it is in sight, no larger than it is; else it
 * is zoomed, and moved by dragging, the wheel, or news_zoom_view_pan(). Ctrl with the wheel and a
 * pinch zoom around where they are; a double click goes from fitted to 100 % and back. At 100 % a
 * pixel of the picture is one of the screen. Nothing is animated.
 *
 * Signals: changed (), when the zoom is another, or its limits. */
G_DECLARE_FINAL_TYPE (NewsZoomView, news_zoom_view, NEWS, ZOOM_VIEW, GtkWidget)

/* Shows @image, or nothing for NULL, fitted. */
void news_zoom_view_set_image (NewsZoomView *self, NewsImage *image);

/* Shows a later frame of the image in place of the first. */
void news_zoom_view_set_frame (NewsZoomView *self, GdkTexture *frame);

/* A step in or out, around the middle. */
void news_zoom_view_zoom_in (NewsZoomView *self);
void news_zoom_view_zoom_out (NewsZoomView *self);
gboolean news_zoom_view_can_zoom_in (NewsZoomView *self);
gboolean news_zoom_view_can_zoom_out (NewsZoomView *self);

/* From fitted to 100 % (or twice as large, where fitted is 100 %), and from all others to fitted.
 */
void news_zoom_view_toggle (NewsZoomView *self);

gboolean news_zoom_view_is_fitted (NewsZoomView *self);

/* 1 is 100 %. */
double news_zoom_view_get_zoom (NewsZoomView *self);

/* Moves what is in sight by so many pixels; FALSE if there is no more that way. */
gboolean news_zoom_view_pan (NewsZoomView *self, double across, double down);

G_END_DECLS
