/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-headline.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How the places that a search has found in a text are shown. @matches: NewsTextRange, in bytes of
 * the text; NULL for none. */

/* Adds bold letters to @attributes. */
void news_headline_matches_embolden (PangoAttrList *attributes, GArray *matches);

/* Draws a mark of @color behind the letters of @layout, which is then drawn at the same place. */
void news_headline_matches_mark (PangoLayout *layout,
                                 GArray *matches,
                                 GtkSnapshot *snapshot,
                                 const GdkRGBA *color);

G_END_DECLS
