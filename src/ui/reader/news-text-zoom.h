/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEWS_TYPE_TEXT_ZOOM (news_text_zoom_get_type ())

/* Makes the text of a page larger and smaller by Ctrl and the wheel, and by two fingers; and
 * however else its settings change, has what is looked at stay where it is: what is under the
 * pointer or between the fingers, else what is first in sight. */
G_DECLARE_FINAL_TYPE (NewsTextZoom, news_text_zoom, NEWS, TEXT_ZOOM, GObject)

/* @scroller is kept by whoever has the zoom, and outlives it. It has to be called before anything
 * that sets the text by @settings follows them: it looks where things are before they move. */
NewsTextZoom *news_text_zoom_new (GtkScrolledWindow *scroller, GSettings *settings);

G_END_DECLS
