/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-drawing-style.h"

#include <gsk/gsk.h>

G_BEGIN_DECLS

/* One element of a drawing: a group of others, or a shape with its geometry. */
typedef struct _NewsDrawingNode NewsDrawingNode;

struct _NewsDrawingNode
{
  NewsDrawingStyle style;
  cairo_matrix_t matrix;
  double opacity;

  /* Owned. */
  GPtrArray *children; /* NewsDrawingNode, or NULL in a shape */
  GskPath *path;       /* NULL in a group */

  /* Borrowed from the drawing, and read before this one: so there is no way in a circle. */
  NewsDrawingNode *clip; /* a clipPath's shapes, or NULL */
  NewsDrawingNode *used; /* what a use element repeats, or NULL */

  cairo_rectangle_t bounds; /* of the path, exact */
  guint64 weight;           /* how many elements are visited to draw it */
};

/* Elements by id, as those read so far can be named by later ones. */
typedef struct
{
  GHashTable *gradients; /* char* to NewsDrawingGradient */
  GHashTable *clips;     /* char* to NewsDrawingNode, borrowed */
  GHashTable *nodes;     /* char* to NewsDrawingNode, borrowed */
} NewsDrawingNames;

/* A node for @element, one of the shapes, g, clipPath or use. NULL and an error of
 * NEWS_DRAWING_ERROR if an attribute is unknown, can't be read or names what is not in @names. */
NewsDrawingNode *news_drawing_node_new (const char *element,
                                        const char **names,
                                        const char **values,
                                        const NewsDrawingNames *known,
                                        GError **error);
void news_drawing_node_free (NewsDrawingNode *self);

/* Takes @child. */
void news_drawing_node_add (NewsDrawingNode *self, NewsDrawingNode *child);

/* Draws, inside an element that draws with @outer. */
void news_drawing_node_draw (NewsDrawingNode *self, cairo_t *cr, const NewsDrawingStyle *outer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsDrawingNode, news_drawing_node_free)

G_END_DECLS
