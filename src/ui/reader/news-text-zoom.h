/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEWS_TYPE_TEXT_ZOOM (news_text_zoom_get_type ())

/* Makes the text of a page larger and smaller by Ctrl and the wheel, and by two fingers.
 *
 * Signals: pointed (y: double, in the scroller's pixels), before each change: where the pointer is,
 * or the middle of the fingers, and what is there should stay. */
G_DECLARE_FINAL_TYPE (NewsTextZoom, news_text_zoom, NEWS, TEXT_ZOOM, GObject)

/* @scroller is kept by whoever has the zoom, and outlives it. */
NewsTextZoom *news_text_zoom_new (GtkScrolledWindow *scroller, GSettings *settings);

/* What a wheel does that is turned down by @notches, or by parts of one, with Ctrl. */
void news_text_zoom_turn (NewsTextZoom *self, double notches);

G_END_DECLS
