/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-paragraph-private.h"

#include <glib/gi18n.h>

/* What an abbreviation is short for is shown where the pointer rests, and is a note in the
 * paragraph for screen readers, at the first use: of a paragraph itself GTK tells neither a name
 * nor a description, as ARIA has it for names. It is no place for Tab: there is nothing to be done
 * with it, and a page with fifty of them would be fifty steps longer. With keys one comes to it by
 * the caret, as to any word: Ctrl+F1 shows it then, and so does whoever watches the caret. */

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

static GdkRectangle
round_out (const graphene_rect_t *part)
{
  return (GdkRectangle) { (int) part->origin.x, (int) part->origin.y, (int) part->size.width + 1,
                          (int) part->size.height + 1 };
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
      *place = round_out (part);
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

/* A widget that draws nothing, and is in nobody's way. */
static GtkWidget *
create_note (const char *words)
{
  GtkWidget *note = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_NOTE,
                                  "can-target", FALSE, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (note), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);

  return note;
}

static void
add_notes (NewsParagraph *self)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->text->spans->len; i++)
    {
      const NewsSpan *span = &g_array_index (self->text->spans, NewsSpan, i);
      NewsParagraphLink note = { .start = span->start, .end = span->end };
      g_autofree char *letters = NULL;
      g_autofree char *words = NULL;

      if (span->expansion == NULL)
        continue;
      letters = g_strndup (self->text->text + span->start, span->end - span->start);
      /* Translators: an abbreviation, and what it is short for, as a screen reader says it. */
      words = g_strdup_printf (C_ ("abbreviation", "%s: %s"), letters, span->expansion);
      if (g_hash_table_contains (told, words))
        continue;
      note.widget = create_note (words);
      gtk_widget_set_parent (note.widget, GTK_WIDGET (self));
      g_array_append_val (self->notes, note);
      g_hash_table_add (told, g_steal_pointer (&words));
    }
}

void
_news_paragraph_clear_notes (NewsParagraph *self)
{
  for (guint i = 0; i < self->notes->len; i++)
    gtk_widget_unparent (g_array_index (self->notes, NewsParagraphLink, i).widget);
  g_array_set_size (self->notes, 0);
}

void
_news_paragraph_tell_abbreviations (NewsParagraph *self)
{
  _news_paragraph_clear_notes (self);
  add_notes (self);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), self->notes->len > 0);
}

/* Each is where its abbreviation begins; of a text that is far, nobody asks where. */
void
_news_paragraph_allocate_notes (NewsParagraph *self)
{
  for (guint i = 0; i < self->notes->len; i++)
    {
      const NewsParagraphLink *note = &g_array_index (self->notes, NewsParagraphLink, i);
      GtkAllocation place = { 0 };

      if (!self->far)
        {
          g_autoptr (GArray) parts = news_paragraph_get_rectangles (self, note->start, note->end);

          if (parts->len > 0)
            place = round_out (&g_array_index (parts, graphene_rect_t, 0));
        }
      gtk_widget_measure (note->widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (note->widget, &place, -1);
    }
}

const char *
news_paragraph_get_expansion (NewsParagraph *self, guint index)
{
  const NewsSpan *span;

  g_return_val_if_fail (NEWS_IS_PARAGRAPH (self), NULL);

  span = find_span (self, index);

  return span != NULL ? span->expansion : NULL;
}
