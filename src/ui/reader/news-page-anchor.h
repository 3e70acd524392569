/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-reading-place.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a reader has before the eye: the line that a letter is in, or a part of a picture, and how
 * far it is below the top of the viewport. */
typedef struct
{
  GtkWidget *widget; /* a NewsParagraph or a block; NULL if nothing is held. Weak */
  guint letter;      /* index, of a NewsParagraph of which it is asked */
  gboolean by_letter;
  double part; /* of the height, where it does not go by a letter */
  double offset;
} NewsPageAnchor;

void news_page_anchor_clear (NewsPageAnchor *self);

/* Holds what is at @y of @view, in @block. */
void news_page_anchor_set (NewsPageAnchor *self, GtkWidget *view, GtkWidget *block, double y);

/* Holds @part of the height of @block at the top. */
void news_page_anchor_set_part (NewsPageAnchor *self, GtkWidget *block, double part);

/* By how many pixels what is held is too low in @view. */
double news_page_anchor_get_error (NewsPageAnchor *self, GtkWidget *view);

G_END_DECLS
