/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-page-anchor.h"

#include "news-page-sight.h"

void
news_page_anchor_clear (NewsPageAnchor *self)
{
  g_clear_weak_pointer (&self->widget);
  self->offset = 0;
}

static void
hold (NewsPageAnchor *self, GtkWidget *widget)
{
  news_page_anchor_clear (self);
  g_set_weak_pointer (&self->widget, widget);
  self->by_letter = FALSE;
}

static gboolean
is_paragraph (GtkWidget *widget)
{
  return NEWS_IS_PARAGRAPH (widget);
}

/* The paragraph in @block that is at @y of @view, or NULL. */
static GtkWidget *
find_paragraph (GtkWidget *block, GtkWidget *view, double y)
{
  GtkWidget *found = news_page_sight_find (block, view, y, is_paragraph);
  graphene_rect_t bounds;

  return found != NULL && gtk_widget_compute_bounds (found, view, &bounds) && bounds.origin.y <= y
           ? found
           : NULL;
}

/* From the top of @view to that of the widget's content. */
static gboolean
get_top (GtkWidget *widget, GtkWidget *view, double *top)
{
  graphene_point_t corner = GRAPHENE_POINT_INIT (0, 0);

  if (!gtk_widget_compute_point (widget, view, &corner, &corner))
    return FALSE;
  *top = corner.y;

  return TRUE;
}

/* Where what is held is, below the top of @view. */
static gboolean
get_place (NewsPageAnchor *self, GtkWidget *view, double *place)
{
  graphene_rect_t caret;

  if (!get_top (self->widget, view, place))
    return FALSE;

  if (self->by_letter)
    {
      news_paragraph_get_caret_place (NEWS_PARAGRAPH (self->widget), self->letter, &caret);
      *place += caret.origin.y;
    }
  else
    *place += self->part * gtk_widget_get_height (self->widget);

  return TRUE;
}

void
news_page_anchor_set (NewsPageAnchor *self, GtkWidget *view, GtkWidget *block, double y)
{
  GtkWidget *paragraph = find_paragraph (block, view, y);
  double top;

  hold (self, paragraph != NULL ? paragraph : block);
  if (!get_top (self->widget, view, &top))
    return;

  if (paragraph != NULL)
    {
      self->letter = news_paragraph_get_index_at (NEWS_PARAGRAPH (paragraph), 0, y - top);
      self->by_letter = TRUE;
      get_place (self, view, &self->offset);
      return;
    }

  /* Above the block is a margin, which keeps its height. */
  self->part = CLAMP ((y - top) / MAX (gtk_widget_get_height (block), 1), 0, 1);
  get_place (self, view, &self->offset);
}

void
news_page_anchor_set_part (NewsPageAnchor *self, GtkWidget *block, double part)
{
  hold (self, block);
  self->part = CLAMP (part, 0, 1);
}

double
news_page_anchor_get_error (NewsPageAnchor *self, GtkWidget *view)
{
  double place;

  if (self->widget == NULL || !get_place (self, view, &place))
    return 0;

  return place - self->offset;
}
