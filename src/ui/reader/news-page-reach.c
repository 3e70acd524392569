/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-page-reach.h"

#include "news-paragraph.h"
#include "news-picture-frame.h"
#include "news-wide-bin.h"

typedef struct
{
  GtkWidget *root;
  double top;
  double bottom;
  gint64 deadline;
  gboolean whole; /* whatever its parts are */
  gboolean changed;
} Reach;

static gboolean
is_within (Reach *self, GtkWidget *widget)
{
  graphene_rect_t bounds;

  return gtk_widget_get_mapped (widget) && gtk_widget_compute_bounds (widget, self->root, &bounds)
         && bounds.origin.y < self->bottom && bounds.origin.y + bounds.size.height > self->top;
}

static gboolean
is_in_time (Reach *self)
{
  return self->deadline == 0 || g_get_monotonic_time () < self->deadline;
}

static gboolean
bring_near (Reach *self, GtkWidget *widget)
{
  Reach whole;

  if (NEWS_IS_PICTURE_FRAME (widget))
    {
      news_picture_frame_set_waiting (NEWS_PICTURE_FRAME (widget), FALSE);
      return TRUE;
    }
  if (NEWS_IS_PARAGRAPH (widget))
    {
      if (!news_paragraph_get_far (NEWS_PARAGRAPH (widget)))
        return TRUE;
      news_paragraph_set_far (NEWS_PARAGRAPH (widget), FALSE);
      self->changed = TRUE;
      return is_in_time (self);
    }

  whole = *self;
  whole.whole = self->whole || NEWS_IS_WIDE_BIN (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gboolean done = (!whole.whole && !is_within (self, child)) || bring_near (&whole, child);

      self->changed = self->changed || whole.changed;
      if (!done)
        return FALSE;
    }

  return TRUE;
}

gboolean
news_page_reach_bring_near (GtkWidget *widget,
                            GtkWidget *root,
                            double top,
                            double bottom,
                            gint64 deadline,
                            gboolean *changed)
{
  Reach self = { .root = root, .top = top, .bottom = bottom, .deadline = deadline };
  gboolean done = !is_within (&self, widget) || bring_near (&self, widget);

  if (changed != NULL && self.changed)
    *changed = TRUE;

  return done;
}

void
news_page_reach_let_go (GtkWidget *widget)
{
  if (NEWS_IS_PARAGRAPH (widget))
    news_paragraph_set_far (NEWS_PARAGRAPH (widget), TRUE);
  else if (NEWS_IS_PICTURE_FRAME (widget))
    news_picture_frame_set_waiting (NEWS_PICTURE_FRAME (widget), TRUE);
  else
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      news_page_reach_let_go (child);
}
