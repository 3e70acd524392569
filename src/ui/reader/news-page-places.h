/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-paragraph.h"

G_BEGIN_DECLS

/* A place between two letters of a page, which is a widget with NewsParagraphs anywhere in it.
 * Borrows the paragraph. */
typedef struct
{
  NewsParagraph *paragraph;
  guint index; /* in bytes of its letters */
} NewsPagePlace;

/* The paragraphs of @root that can be seen, in reading order (borrowed); with @folded also those
 * in parts that are folded away (GtkExpander). The array is the caller's. */
GPtrArray *news_page_places_list (GtkWidget *root, gboolean folded);

/* The place that is nearest to a point of @root. FALSE on a page without text. */
gboolean news_page_places_find (GtkWidget *root, double x, double y, NewsPagePlace *place);

/* Where a caret at @place is, from the corner of @root. FALSE of a page that is not laid out. */
gboolean news_page_places_get_caret (GtkWidget *root,
                                     const NewsPagePlace *place,
                                     graphene_rect_t *caret);

/* Below 0 if @place comes before @other on the page, above 0 if it comes after it. */
int news_page_places_compare (GtkWidget *root,
                              const NewsPagePlace *place,
                              const NewsPagePlace *other);

G_END_DECLS
