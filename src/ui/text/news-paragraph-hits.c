/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-paragraph-private.h"
#include "news-text-painter.h"

#include <string.h>

/* Style sheets know colours by nodes; one that is not shown has its colour all the same. */
void
_news_paragraph_get_color_of (NewsParagraph *self,
                              GtkWidget **child,
                              const char *name,
                              GdkRGBA *color)
{
  if (*child == NULL)
    {
      *child = g_object_new (GTK_TYPE_BOX, "css-name", name, "visible", FALSE, NULL);
      gtk_widget_set_parent (*child, GTK_WIDGET (self));
    }
  gtk_widget_get_color (*child, color);
}

void
_news_paragraph_draw_hits (NewsParagraph *self, GtkSnapshot *snapshot)
{
  GdkRGBA color, current;

  if (self->hits == NULL)
    return;

  _news_paragraph_get_color_of (self, &self->hit_color, "hit", &color);
  _news_paragraph_get_color_of (self, &self->current_hit_color, "currenthit", &current);
  for (guint i = 0; i < self->hits->len; i++)
    {
      const NewsParagraphRange *hit = &g_array_index (self->hits, NewsParagraphRange, i);
      g_autoptr (GArray) rectangles
        = news_text_get_pixel_rectangles (self->layout, hit->start, hit->end);

      for (guint k = 0; k < rectangles->len; k++)
        gtk_snapshot_append_color (snapshot, (int) i == self->current_hit ? &current : &color,
                                   &g_array_index (rectangles, graphene_rect_t, k));
    }
}

void
news_paragraph_set_hits (NewsParagraph *self, const NewsParagraphRange *hits, guint n, int current)
{
  g_return_if_fail (NEWS_IS_PARAGRAPH (self));

  if (n == 0 && self->hits == NULL)
    return;
  if (n > 0 && self->hits != NULL && n == self->hits->len && current == self->current_hit
      && memcmp (self->hits->data, hits, n * sizeof *hits) == 0)
    return;

  g_clear_pointer (&self->hits, g_array_unref);
  if (n > 0)
    {
      self->hits = g_array_sized_new (FALSE, FALSE, sizeof *hits, n);
      g_array_append_vals (self->hits, hits, n);
    }
  self->current_hit = current;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint
news_paragraph_get_n_hits (NewsParagraph *self)
{
  g_return_val_if_fail (NEWS_IS_PARAGRAPH (self), 0);

  return self->hits != NULL ? self->hits->len : 0;
}
