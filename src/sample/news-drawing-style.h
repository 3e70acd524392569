/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-drawing-gradient.h"

G_BEGIN_DECLS

#define NEWS_DRAWING_MAX_DASHES 8

typedef enum
{
  NEWS_DRAWING_PAINT_NONE,
  NEWS_DRAWING_PAINT_COLOUR,
  NEWS_DRAWING_PAINT_GRADIENT,
} NewsDrawingPaintKind;

typedef struct
{
  NewsDrawingPaintKind kind;
  NewsDrawingColour colour;
  NewsDrawingGradient *gradient; /* borrowed from the drawing */
} NewsDrawingPaint;

typedef struct
{
  double lengths[NEWS_DRAWING_MAX_DASHES];
  int n_lengths;
} NewsDrawingDashes;

/* How a shape is filled and stroked: the presentation attributes that elements inherit. @set tells
 * which of them an element has itself. */
typedef struct
{
  guint set;
  NewsDrawingPaint fill;
  NewsDrawingPaint stroke;
  double fill_opacity;
  double stroke_opacity;
  double stroke_width;
  double miter_limit;
  double dash_offset;
  NewsDrawingDashes dashes;
  cairo_line_cap_t cap;
  cairo_line_join_t join;
  cairo_fill_rule_t rule;
} NewsDrawingStyle;

/* SVG's initial values: filled black, not stroked. */
void news_drawing_style_init (NewsDrawingStyle *self);

/* Whether @name is an attribute of a style at all. */
gboolean news_drawing_style_knows (const char *name);

/* Sets the attribute @name, which must be known. FALSE if @value can't be read, or is a gradient
 * that is not in @gradients (char* to NewsDrawingGradient). */
gboolean news_drawing_style_set (NewsDrawingStyle *self,
                                 const char *name,
                                 const char *value,
                                 GHashTable *gradients);

/* What an element with the style @self draws with, inside one that draws with @outer. */
void news_drawing_style_inherit (NewsDrawingStyle *self, const NewsDrawingStyle *outer);

/* Fills and strokes the current path of @cr, whose extents in user space are @bounds. @opacity
 * holds for both together. */
void news_drawing_style_draw (const NewsDrawingStyle *self,
                              cairo_t *cr,
                              const cairo_rectangle_t *bounds,
                              double opacity);

G_END_DECLS
