/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-zoom.h"

/* Further in, one sees nothing but squares. */
#define LARGEST 8.0

/* Two scales that differ by less are the same. */
#define SAME 0.0005

static gboolean
has_nothing (const NewsZoom *self)
{
  return self->across <= 0 || self->down <= 0 || self->width <= 0;
}

static double
get_fitting_scale (const NewsZoom *self)
{
  double scale = MIN (self->width / self->across, self->height / self->down);

  return MAX (MIN (scale, self->full), SAME);
}

static double
get_largest_scale (const NewsZoom *self)
{
  return MAX (self->full * LARGEST, get_fitting_scale (self));
}

static void
limit (NewsZoom *self)
{
  double across, down, fitting;

  if (has_nothing (self))
    return;

  fitting = get_fitting_scale (self);
  if (self->fitted || self->scale <= fitting + SAME)
    {
      self->fitted = TRUE;
      self->scale = fitting;
    }
  self->scale = MIN (self->scale, get_largest_scale (self));
  news_zoom_get_rooms (self, &across, &down);
  self->x = CLAMP (self->x, -across, across);
  self->y = CLAMP (self->y, -down, down);
}

void
news_zoom_set_picture (NewsZoom *self, double across, double down)
{
  self->across = across;
  self->down = down;
  self->fitted = TRUE;
  self->x = self->y = 0;
  limit (self);
}

void
news_zoom_set_view (NewsZoom *self, double width, double height, double full)
{
  self->width = width;
  self->height = height;
  self->full = full;
  limit (self);
}

void
news_zoom_around (NewsZoom *self, double scale, double x, double y)
{
  double from_x = x - self->width / 2;
  double from_y = y - self->height / 2;
  double before = self->scale;

  if (has_nothing (self) || before <= 0)
    return;

  scale = CLAMP (scale, get_fitting_scale (self), get_largest_scale (self));
  self->fitted = FALSE;
  self->scale = scale;
  self->x = from_x - (from_x - self->x) * scale / before;
  self->y = from_y - (from_y - self->y) * scale / before;
  limit (self);
}

void
news_zoom_toggle (NewsZoom *self, double x, double y)
{
  if (has_nothing (self))
    return;

  if (!self->fitted)
    news_zoom_around (self, get_fitting_scale (self), x, y);
  else
    news_zoom_around (self, self->scale >= self->full - SAME ? self->full * 2 : self->full, x, y);
}

void
news_zoom_move (NewsZoom *self, double x, double y)
{
  self->x = x;
  self->y = y;
  limit (self);
}

void
news_zoom_get_rooms (const NewsZoom *self, double *across, double *down)
{
  *across = MAX ((self->across * self->scale - self->width) / 2, 0);
  *down = MAX ((self->down * self->scale - self->height) / 2, 0);
}

gboolean
news_zoom_can_grow (const NewsZoom *self)
{
  return !has_nothing (self) && self->scale < get_largest_scale (self) - SAME;
}

double
news_zoom_get_level (const NewsZoom *self)
{
  return self->scale / self->full;
}
