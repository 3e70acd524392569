/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-page-breaks.h"

#include <gdk/gdk.h>
#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* A piece of a galley, as it is set at once: a text, which may be parted between its lines, or a
 * picture, a row of a table or a rule, which may not. All sizes are in points, and places those
 * within the column. */
typedef struct _NewsSlug NewsSlug;

struct _NewsSlug
{
  GPtrArray *layouts;  /* PangoLayout; more than one in a row of a table */
  GArray *columns;     /* double: where each of them begins */
  PangoLayout *mark;   /* stands before the first line, as a list's number, or NULL */
  GdkTexture *texture; /* or NULL */
  double x;
  double width;
  double height;  /* of what may not be parted */
  double before;  /* space over it */
  double bar;     /* where a line runs along its side, as at quotations; negative for none */
  gboolean ruled; /* a line runs under it */
  gboolean keeps; /* what follows begins on the same page */
};

NewsSlug *news_slug_new_text (PangoLayout *layout, double x);
NewsSlug *news_slug_new_picture (GdkTexture *texture, double x, double width, double height);

/* A line of @width. */
NewsSlug *news_slug_new_rule (double x, double width);

/* A row without cells yet; its height grows with them. @layout is taken over. */
NewsSlug *news_slug_new_row (double x, double width);
void news_slug_take_cell (NewsSlug *self, PangoLayout *layout, double x);

void news_slug_free (NewsSlug *self);

/* Appends the units (NewsPageUnit) that it is made of. @kept: whether the one before keeps it. */
void news_slug_append_units (NewsSlug *self, GArray *units, gboolean kept);

/* Draws one of these units, in black, with its top at the current origin; its bar begins @above
 * points over that. */
void news_slug_draw (NewsSlug *self,
                     guint unit,
                     const NewsPageUnit *size,
                     double above,
                     cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsSlug, news_slug_free)

G_END_DECLS
