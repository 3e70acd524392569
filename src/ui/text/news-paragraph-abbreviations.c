/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-paragraph-private.h"

#include <glib/gi18n.h>

/* What an abbreviation is short for is shown where the pointer rests, and told to screen readers
 * with the paragraph, once for each that is in it. It is no place for Tab: there is nothing to be
 * done with it, and a page with fifty of them would be fifty steps longer. With keys one comes to
 * it by the caret, as to any word: Ctrl+F1 shows it then, and so does whoever watches the caret. */

/* The innermost comes last. */
static const NewsSpan *
find_span (NewsParagraph *self, guint index)
{
  const NewsSpan *found = NULL;
  const NewsSpan *ended = NULL;

  for (guint i = 0; i < self->text->spans->len; i++)
    {
      const NewsSpan *span = &g_array_index (self->text->spans, NewsSpan, i);

      if (span->expansion == NULL)
        continue;
      if (index >= span->start && index < span->end)
        found = span;
      else if (index == span->end)
        ended = span;
    }

  return found != NULL ? found : ended;
}

/* Where the letters of @span are under a point. */
static gboolean
covers (NewsParagraph *self, const NewsSpan *span, int x, int y, GdkRectangle *place)
{
  g_autoptr (GArray) rectangles = news_paragraph_get_rectangles (self, span->start, span->end);
  const graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);

  for (guint i = 0; i < rectangles->len; i++)
    {
      const graphene_rect_t *part = &g_array_index (rectangles, graphene_rect_t, i);

      if (!graphene_rect_contains_point (part, &point))
        continue;
      *place = (GdkRectangle) { (int) part->origin.x, (int) part->origin.y,
                                (int) part->size.width + 1, (int) part->size.height + 1 };
      return TRUE;
    }

  return FALSE;
}

static const NewsSpan *
find_span_at (NewsParagraph *self, int x, int y, GdkRectangle *place)
{
  for (guint i = self->text->spans->len; i > 0; i--)
    {
      const NewsSpan *span = &g_array_index (self->text->spans, NewsSpan, i - 1);

      if (span->expansion != NULL && covers (self, span, x, y, place))
        return span;
    }

  return NULL;
}

gboolean
_news_paragraph_query_tooltip (GtkWidget *widget,
                               int x,
                               int y,
                               gboolean keyboard,
                               GtkTooltip *tooltip)
{
  NewsParagraph *self = NEWS_PARAGRAPH (widget);
  GdkRectangle place = { 0 };
  const NewsSpan *span;

  if (keyboard)
    span = self->caret >= 0 ? find_span (self, (guint) self->caret) : NULL;
  else
    span = find_span_at (self, x, y, &place);
  if (span == NULL)
    return FALSE;

  gtk_tooltip_set_text (tooltip, span->expansion);
  if (!keyboard)
    gtk_tooltip_set_tip_area (tooltip, &place);

  return TRUE;
}

/* "WHO: World Health Organization", a line for each; NULL if there is none. */
static char *
dup_description (NewsParagraph *self)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) description = g_string_new (NULL);

  for (guint i = 0; i < self->text->spans->len; i++)
    {
      const NewsSpan *span = &g_array_index (self->text->spans, NewsSpan, i);
      g_autofree char *letters = NULL;
      char *line;

      if (span->expansion == NULL)
        continue;
      letters = g_strndup (self->text->text + span->start, span->end - span->start);
      /* Translators: an abbreviation, and what it is short for, as a screen reader says it. */
      line = g_strdup_printf (C_ ("abbreviation", "%s: %s"), letters, span->expansion);
      if (g_hash_table_contains (told, line))
        {
          g_free (line);
          continue;
        }
      g_string_append_printf (description, "%s%s", description->len > 0 ? "\n" : "", line);
      g_hash_table_add (told, line);
    }

  return description->len > 0 ? g_strdup (description->str) : NULL;
}

void
_news_paragraph_tell_abbreviations (NewsParagraph *self)
{
  g_autofree char *description = dup_description (self);

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), description != NULL);
  if (description != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    description, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

const char *
news_paragraph_get_expansion (NewsParagraph *self, guint index)
{
  const NewsSpan *span;

  g_return_val_if_fail (NEWS_IS_PARAGRAPH (self), NULL);

  span = find_span (self, index);

  return span != NULL ? span->expansion : NULL;
}
