/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-drawing-error.h"

#include <cairo.h>
#include <glib-object.h>

G_BEGIN_DECLS

/* A drawing of the sample edition: an SVG file in the subset that README.md describes. Once read it
 * never changes, and may be drawn by several threads. */
typedef struct _NewsDrawing NewsDrawing;

/* Reads an SVG file. Errors are of NEWS_DRAWING_ERROR and G_MARKUP_ERROR, with the line. */
NewsDrawing *news_drawing_new_from_bytes (GBytes *bytes, GError **error);
void news_drawing_free (NewsDrawing *self);

/* The height in pixels that belongs to @width pixels, at least 1. */
int news_drawing_get_height (NewsDrawing *self, int width);

/* Draws on @cr, @width user units wide. */
void news_drawing_draw (NewsDrawing *self, cairo_t *cr, int width);

/* A PNG file of @width by news_drawing_get_height() pixels, without transparency; what the drawing
 * leaves open is white. The same bytes for the same width each time. */
GBytes *news_drawing_create_png (NewsDrawing *self, int width, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsDrawing, news_drawing_free)

G_END_DECLS
