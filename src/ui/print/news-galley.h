/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-page.h"
#include "news-story.h"

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* An article set for print, and its pages: headline, standfirst, byline, source and date, pictures
 * with captions, text; outlet, address and number at the foot of each page. Black on white. It is
 * of one thread, whichever that is. */
typedef struct _NewsGalley NewsGalley;

/* For pages of @width and @height points without their margins. @page may be NULL. @textures (from
 * NewsPicture to GdkTexture) are the pictures that there are. */
NewsGalley *news_galley_new (NewsStory *story,
                             NewsPage *page,
                             GHashTable *textures,
                             double width,
                             double height);
void news_galley_free (NewsGalley *self);

/* Sets the next part, for so long at least. TRUE once all is set and the pages are known. */
gboolean news_galley_set_some (NewsGalley *self, gint64 microseconds);

/* Once all is set: at least one. */
guint news_galley_get_n_pages (NewsGalley *self);

/* Draws page @index (from 0), the upper left corner of which is the origin of @cr, in points. */
void news_galley_draw (NewsGalley *self, guint index, cairo_t *cr);

/* Has @surface, if it is a PDF, say of what article and by whom it is. */
void news_galley_describe (NewsGalley *self, cairo_surface_t *surface);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsGalley, news_galley_free)

G_END_DECLS
