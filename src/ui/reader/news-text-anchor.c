/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-text-anchor.h"

#include "news-paragraph.h"
#include "news-picture-frame.h"

struct _NewsTextAnchor
{
  GtkScrolledWindow *scroller; /* owned */
  GtkWidget *widget;           /* owned: it may leave the page */
  guint index;                 /* of a paragraph: the letter */
  double part;                 /* of anything else: how far down in it, of its height */
  double y;                    /* where that was in the scroller */
};

/* Where @widget is in the scroller; FALSE where it is not. */
static gboolean
find_place (GtkScrolledWindow *scroller, GtkWidget *widget, graphene_rect_t *place)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_is_ancestor (widget, GTK_WIDGET (scroller))
         && gtk_widget_compute_bounds (widget, GTK_WIDGET (scroller), place);
}

/* The first paragraph or picture in @root that does not end above @y. */
static GtkWidget *
find_widget (GtkScrolledWindow *scroller, GtkWidget *root, double y)
{
  graphene_rect_t place;

  if (!find_place (scroller, root, &place) || place.origin.y + place.size.height <= y)
    return NULL;
  if (NEWS_IS_PARAGRAPH (root) || NEWS_IS_PICTURE_FRAME (root))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (scroller, child, y);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
find_y (NewsTextAnchor *self, double *y)
{
  graphene_rect_t place;
  graphene_rect_t caret;

  if (!find_place (self->scroller, self->widget, &place))
    return FALSE;

  if (NEWS_IS_PARAGRAPH (self->widget))
    {
      news_paragraph_get_caret_place (NEWS_PARAGRAPH (self->widget), self->index, &caret);
      *y = (double) place.origin.y + caret.origin.y;
    }
  else
    *y = place.origin.y + place.size.height * self->part;

  return TRUE;
}

GtkWidget *
news_text_anchor_find_widget (GtkScrolledWindow *scroller, double y)
{
  GtkWidget *child = gtk_scrolled_window_get_child (scroller);

  return child != NULL ? find_widget (scroller, child, y) : NULL;
}

NewsTextAnchor *
news_text_anchor_new (GtkScrolledWindow *scroller, double x, double y)
{
  GtkWidget *widget = news_text_anchor_find_widget (scroller, y);
  g_autoptr (NewsTextAnchor) self = NULL;
  graphene_rect_t place;

  if (widget == NULL || !find_place (scroller, widget, &place))
    return NULL;

  self = g_new0 (NewsTextAnchor, 1);
  self->scroller = g_object_ref (scroller);
  self->widget = g_object_ref (widget);
  if (NEWS_IS_PARAGRAPH (widget))
    self->index = news_paragraph_get_index_at (NEWS_PARAGRAPH (widget), x - place.origin.x,
                                               MAX (y - place.origin.y, 0));
  else if (place.size.height > 0)
    self->part = CLAMP ((y - place.origin.y) / place.size.height, 0, 1);

  return find_y (self, &self->y) ? g_steal_pointer (&self) : NULL;
}

void
news_text_anchor_free (NewsTextAnchor *self)
{
  g_object_unref (self->scroller);
  g_object_unref (self->widget);
  g_free (self);
}

void
news_text_anchor_restore (NewsTextAnchor *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double y;

  if (find_y (self, &y))
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + y - self->y);
}
