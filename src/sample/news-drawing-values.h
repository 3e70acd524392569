/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* The values of SVG attributes, as far as drawings use them. Each function reads the whole of @text
 * or returns FALSE; what it gives back is then undefined. Numbers are finite and no larger than
 * NEWS_DRAWING_REACH on either side of zero, so that no arithmetic on them overflows. */

#define NEWS_DRAWING_REACH 100000.0

typedef struct
{
  double red, green, blue; /* 0 to 1 */
} NewsDrawingColour;

/* A number without a unit, or with % of 1 where @percent. */
gboolean news_drawing_parse_number (const char *text, gboolean percent, double *number);

/* At most @size numbers, apart by spaces or commas; @n_numbers says how many there were. */
gboolean news_drawing_parse_numbers (const char *text,
                                     double *numbers,
                                     gsize size,
                                     gsize *n_numbers);

/* Pairs of numbers, as in a polygon. An array of double with two elements a point, or NULL. */
GArray *news_drawing_parse_points (const char *text);

/* #rgb or #rrggbb. */
gboolean news_drawing_parse_colour (const char *text, NewsDrawingColour *colour);

/* A list of translate, scale, rotate, skewX, skewY and matrix. */
gboolean news_drawing_parse_transform (const char *text, cairo_matrix_t *matrix);

/* url(#ID) where @function is "url", or #ID where it is NULL. The id, newly allocated, or NULL. */
char *news_drawing_parse_reference (const char *text, const char *function);

G_END_DECLS
