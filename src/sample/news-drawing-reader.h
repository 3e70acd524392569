/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-drawing-node.h"

G_BEGIN_DECLS

/* What was read from an SVG file. */
typedef struct
{
  cairo_rectangle_t view; /* the viewBox */
  NewsDrawingNode *root;
  GPtrArray *definitions; /* NewsDrawingNode: what is drawn only where it is named */
  NewsDrawingNames names;
} NewsDrawingTree;

/* Reads @length bytes of SVG, strictly: an element or attribute that is not in the subset of
 * README.md is an error of NEWS_DRAWING_ERROR with the line in its message. What an element names
 * has to stand before it. Takes time in proportion to @length; what is made is bounded too. */
NewsDrawingTree *news_drawing_tree_read (const char *text, gsize length, GError **error);
void news_drawing_tree_free (NewsDrawingTree *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsDrawingTree, news_drawing_tree_free)

G_END_DECLS
