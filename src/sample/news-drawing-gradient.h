/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-drawing-values.h"

G_BEGIN_DECLS

/* A linearGradient or radialGradient. Once read, it may be used by several threads. */
typedef struct _NewsDrawingGradient NewsDrawingGradient;

/* The arrays are as GMarkup gives them. NULL and an error of NEWS_DRAWING_ERROR if an attribute is
 * unknown or can't be read. */
NewsDrawingGradient *news_drawing_gradient_new (gboolean radial,
                                                const char **names,
                                                const char **values,
                                                GError **error);
void news_drawing_gradient_free (NewsDrawingGradient *self);

/* Adds a stop from its attributes. */
gboolean news_drawing_gradient_add_stop (NewsDrawingGradient *self,
                                         const char **names,
                                         const char **values,
                                         GError **error);

/* A new pattern for a shape whose extents in user space are @bounds, with @opacity on top of the
 * stops' own. */
cairo_pattern_t *news_drawing_gradient_create_pattern (const NewsDrawingGradient *self,
                                                       const cairo_rectangle_t *bounds,
                                                       double opacity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsDrawingGradient, news_drawing_gradient_free)

G_END_DECLS
