/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-paragraph-private.h"
#include "news-text-painter.h"

#include <string.h>

/* No caret stands within a letter and its accents. */
static guint
snap (NewsParagraph *self, guint index)
{
  guint length = (guint) strlen (self->text->text);
  guint before;

  if (index == 0 || index >= length)
    return MIN (index, length);

  index = (guint) (g_utf8_find_next_char (self->text->text + index - 1, NULL) - self->text->text);
  before = news_text_layout_step (_news_paragraph_ensure_layout (self), index, TRUE);

  return news_text_layout_step (self->layout, before, FALSE);
}

void
news_paragraph_set_selection (NewsParagraph *self, guint start, guint end)
{
  g_return_if_fail (NEWS_IS_PARAGRAPH (self));
  g_return_if_fail (start <= end);

  start = snap (self, start);
  end = snap (self, end);
  if (start == self->selection_start && end == self->selection_end)
    return;

  self->selection_start = start;
  self->selection_end = end;
  gtk_accessible_text_update_selection_bound (GTK_ACCESSIBLE_TEXT (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
news_paragraph_get_selection (NewsParagraph *self, guint *start, guint *end)
{
  g_return_val_if_fail (NEWS_IS_PARAGRAPH (self), FALSE);

  *start = self->selection_start;
  *end = self->selection_end;

  return *start < *end;
}

void
news_paragraph_set_caret (NewsParagraph *self, int index)
{
  g_return_if_fail (NEWS_IS_PARAGRAPH (self));

  index = index < 0 ? -1 : (int) snap (self, (guint) index);
  if (index == self->caret)
    return;

  self->caret = index;
  if (index >= 0)
    gtk_accessible_text_update_caret_position (GTK_ACCESSIBLE_TEXT (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

int
news_paragraph_get_caret (NewsParagraph *self)
{
  g_return_val_if_fail (NEWS_IS_PARAGRAPH (self), -1);

  return self->caret;
}

guint
news_paragraph_get_index_at (NewsParagraph *self, double x, double y)
{
  const double most = G_MAXINT / PANGO_SCALE;

  g_return_val_if_fail (NEWS_IS_PARAGRAPH (self), 0);

  return news_text_layout_get_index_at (news_paragraph_get_layout (self),
                                        (int) (CLAMP (x, -most, most) * PANGO_SCALE),
                                        (int) (CLAMP (y, -most, most) * PANGO_SCALE));
}

void
news_paragraph_get_caret_place (NewsParagraph *self, guint index, graphene_rect_t *place)
{
  PangoRectangle caret;

  g_return_if_fail (NEWS_IS_PARAGRAPH (self));

  news_text_layout_get_caret (news_paragraph_get_layout (self), index, &caret);
  *place = news_text_to_pixels (&caret);
}

GtkWidget *
news_paragraph_get_link (NewsParagraph *self, guint index)
{
  GtkWidget *ended = NULL;

  g_return_val_if_fail (NEWS_IS_PARAGRAPH (self), NULL);

  for (guint i = 0; i < self->links->len; i++)
    {
      const NewsParagraphLink *link = &g_array_index (self->links, NewsParagraphLink, i);

      if (index >= link->start && index < link->end)
        return link->widget;
      if (index == link->end)
        ended = link->widget;
    }

  return ended;
}

GArray *
news_paragraph_get_rectangles (NewsParagraph *self, guint start, guint end)
{
  g_return_val_if_fail (NEWS_IS_PARAGRAPH (self), NULL);

  return news_text_get_pixel_rectangles (news_paragraph_get_layout (self), start, end);
}

void
news_paragraph_get_word (NewsParagraph *self, guint index, guint *start, guint *end)
{
  g_return_if_fail (NEWS_IS_PARAGRAPH (self));

  news_text_layout_get_word (_news_paragraph_ensure_layout (self), index, start, end);
}

void
news_paragraph_get_line (NewsParagraph *self, guint index, guint *start, guint *end)
{
  NewsTextLayout *layout;
  const NewsTextLine *line;

  g_return_if_fail (NEWS_IS_PARAGRAPH (self));

  layout = news_paragraph_get_layout (self);
  line = news_text_layout_get_line (layout, news_text_layout_get_line_of (layout, index));
  *start = line->start;
  *end = line->end;
}

guint
news_paragraph_get_offset (NewsParagraph *self, guint index)
{
  g_return_val_if_fail (NEWS_IS_PARAGRAPH (self), 0);

  return (guint) g_utf8_strlen (self->text->text, (gssize) index);
}

guint
news_paragraph_get_index (NewsParagraph *self, guint offset)
{
  const char *at;

  g_return_val_if_fail (NEWS_IS_PARAGRAPH (self), 0);

  at = self->text->text;
  for (guint i = 0; i < offset && *at != '\0'; i++)
    at = g_utf8_next_char (at);

  return (guint) (at - self->text->text);
}
