/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where a picture is in a view, and how large: arithmetic alone. Lengths are pixels of the layout,
 * but for the picture's own size. */
typedef struct
{
  double width; /* of the view */
  double height;
  double across; /* of the picture, in its own pixels; 0 without one */
  double down;
  double full; /* the scale at which a pixel of the picture is one of the screen */

  double scale; /* pixels of the layout by pixel of the picture */
  double x;     /* of the picture's middle from the view's */
  double y;
  gboolean fitted; /* all of the picture is in sight, and no larger than it is */
} NewsZoom;

/* The whole of another picture, of @across by @down pixels. */
void news_zoom_set_picture (NewsZoom *self, double across, double down);

/* Brings all within its limits, in a view of that size. */
void news_zoom_set_view (NewsZoom *self, double width, double height, double full);

/* What lies at @x and @y of the view, from its corner, stays there. */
void news_zoom_around (NewsZoom *self, double scale, double x, double y);

/* Between the whole picture and its full size, or twice that where the whole has it. */
void news_zoom_toggle (NewsZoom *self, double x, double y);

/* Moves the picture so that its middle is at @x and @y, as far as there is something to see. */
void news_zoom_move (NewsZoom *self, double x, double y);

/* How far the picture reaches out of sight to either side. */
void news_zoom_get_rooms (const NewsZoom *self, double *across, double *down);

gboolean news_zoom_can_grow (const NewsZoom *self);

/* The scale by the full one: 1 is 100 %. */
double news_zoom_get_level (const NewsZoom *self);

G_END_DECLS
