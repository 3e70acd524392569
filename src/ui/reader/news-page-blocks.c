/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-page-blocks.h"

#include "news-page-reach.h"

void
news_page_blocks_init (NewsPageBlocks *self, GtkWidget *box)
{
  *self = (NewsPageBlocks) { .box = box, .blocks = g_ptr_array_new () };
}

void
news_page_blocks_clear (NewsPageBlocks *self)
{
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  self->placed = 0;
}

void
news_page_blocks_remove_all (NewsPageBlocks *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->blocks, 0);
  self->placed = 0;
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_widget_unparent (child);
}

void
news_page_blocks_append (NewsPageBlocks *self, GtkWidget *block)
{
  gtk_box_append (GTK_BOX (self->box), block);
  g_ptr_array_add (self->blocks, block);
}

GtkWidget *
news_page_blocks_get (NewsPageBlocks *self, guint index)
{
  return g_ptr_array_index (self->blocks, index);
}

guint
news_page_blocks_find (NewsPageBlocks *self, double y)
{
  guint first = 0, end = self->placed;

  while (first < end)
    {
      guint middle = first + (end - first) / 2;
      graphene_rect_t bounds;

      if (gtk_widget_compute_bounds (news_page_blocks_get (self, middle), self->box, &bounds)
          && bounds.origin.y + bounds.size.height <= y)
        first = middle + 1;
      else
        end = middle;
    }

  return MIN (first, self->placed - 1);
}

NewsReadingPlace
news_page_blocks_get_place (NewsPageBlocks *self, double y)
{
  NewsReadingPlace place = { .block = news_page_blocks_find (self, y) };
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (news_page_blocks_get (self, place.block), self->box, &bounds)
      && bounds.size.height > 0)
    place.part = (guint) (CLAMP ((y - bounds.origin.y) / bounds.size.height, 0, 1)
                          * NEWS_READING_PLACE_WHOLE);

  return place;
}

gboolean
news_page_blocks_bring_near (NewsPageBlocks *self,
                             double top,
                             double bottom,
                             gint64 deadline,
                             gboolean *changed)
{
  for (guint i = news_page_blocks_find (self, top); i < self->placed; i++)
    {
      GtkWidget *block = news_page_blocks_get (self, i);
      graphene_rect_t bounds;

      if (!gtk_widget_compute_bounds (block, self->box, &bounds) || bounds.origin.y >= bottom)
        break;
      if (!news_page_reach_bring_near (block, self->box, top, bottom, deadline, changed))
        return FALSE;
    }

  return TRUE;
}

void
news_page_blocks_let_go (NewsPageBlocks *self, double top, double bottom)
{
  for (guint i = 0; i < self->placed; i++)
    {
      GtkWidget *block = news_page_blocks_get (self, i);
      graphene_rect_t bounds;

      if (gtk_widget_compute_bounds (block, self->box, &bounds)
          && (bounds.origin.y >= bottom || bounds.origin.y + bounds.size.height <= top))
        news_page_reach_let_go (block);
    }
}
