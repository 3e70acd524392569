/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <cairo.h>
#include <gsk/gsk.h>

G_BEGIN_DECLS

/* Whether @element is a shape: rect, circle, ellipse, line, polyline, polygon or path. */
gboolean news_drawing_shape_knows (const char *element);

/* Whether @name is an attribute of the geometry of @element. */
gboolean news_drawing_shape_has_attribute (const char *element, const char *name);

/* The outline of @element, from its attributes; those of other kinds are left alone. NULL and an
 * error of NEWS_DRAWING_ERROR if a value can't be read. */
GskPath *news_drawing_shape_create_path (const char *element,
                                         const char **names,
                                         const char **values,
                                         GError **error);

/* The smallest box around the outline. gsk_path_get_bounds() would count control points too, and
 * move every gradient. FALSE if the outline leaves NEWS_DRAWING_REACH. */
gboolean news_drawing_shape_measure (GskPath *path, cairo_rectangle_t *bounds);

G_END_DECLS
