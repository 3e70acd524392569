/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-reading-place.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The blocks of a page, one below the other in a box, by where they are. Heights are pixels from
 * the top of the box. */
typedef struct
{
  GtkWidget *box;    /* borrowed */
  GPtrArray *blocks; /* GtkWidget, children of the box, borrowed */
  guint placed;      /* how many of them have been allotted their room */
} NewsPageBlocks;

void news_page_blocks_init (NewsPageBlocks *self, GtkWidget *box);
void news_page_blocks_clear (NewsPageBlocks *self);

/* Takes all blocks out of the box, and whatever else is in it. */
void news_page_blocks_remove_all (NewsPageBlocks *self);

/* Puts @block below the others. */
void news_page_blocks_append (NewsPageBlocks *self, GtkWidget *block);
GtkWidget *news_page_blocks_get (NewsPageBlocks *self, guint index);

/* The first block that ends below @y, or the last one. At least one must have its room. */
guint news_page_blocks_find (NewsPageBlocks *self, double y);

/* That block, and the part of it that is above @y. */
NewsReadingPlace news_page_blocks_get_place (NewsPageBlocks *self, double y);

/* Sets and loads what lies between @top and @bottom, see news-page-reach.h. FALSE if there was no
 * time for all of it. */
gboolean news_page_blocks_bring_near (NewsPageBlocks *self,
                                      double top,
                                      double bottom,
                                      gint64 deadline,
                                      gboolean *changed);

/* Lets go of all that lies outside of @top and @bottom. */
void news_page_blocks_let_go (NewsPageBlocks *self, double top, double bottom);

G_END_DECLS
