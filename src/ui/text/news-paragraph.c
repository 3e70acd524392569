/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-paragraph-private.h"
#include "news-paragraph-text.h"
#include "news-text-link.h"
#include "news-text-painter.h"

#include <string.h>

#define CARET_WIDTH 2

G_DEFINE_FINAL_TYPE_WITH_CODE (NewsParagraph,
                               news_paragraph,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE_TEXT,
                                                      news_paragraph_text_init))

/* --- layout --- */

void
_news_paragraph_drop_layout (NewsParagraph *self)
{
  g_clear_pointer (&self->layout, news_text_layout_free);
  g_clear_object (&self->context);
}

void
_news_paragraph_forget (NewsParagraph *self)
{
  _news_paragraph_drop_layout (self);
  memset (self->measured, 0, sizeof self->measured);
}

static void
relayout (NewsParagraph *self)
{
  _news_paragraph_forget (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static PangoContext *
create_context (NewsParagraph *self)
{
  const char *family = news_typography_get_family (self->typography);
  PangoContext *context;
  g_autoptr (PangoFontDescription) font = NULL;

  if (family == NULL)
    return g_object_ref (gtk_widget_get_pango_context (GTK_WIDGET (self)));

  context = gtk_widget_create_pango_context (GTK_WIDGET (self));
  font = pango_font_description_copy (pango_context_get_font_description (context));
  pango_font_description_set_family (font, family);
  pango_context_set_font_description (context, font);

  return context;
}

NewsTextLayout *
_news_paragraph_ensure_layout (NewsParagraph *self)
{
  guint serial = pango_context_get_serial (gtk_widget_get_pango_context (GTK_WIDGET (self)));

  if (self->layout != NULL && serial != self->serial)
    _news_paragraph_forget (self);
  if (self->layout == NULL)
    {
      NewsTextStyle style = _news_paragraph_get_style (self);

      self->context = create_context (self);
      self->layout = news_text_layout_new (self->context, self->text, self->hyphens, &style);
      self->serial = serial;
    }

  return self->layout;
}

NewsTextLayout *
news_paragraph_get_layout (NewsParagraph *self)
{
  int width;

  g_return_val_if_fail (NEWS_IS_PARAGRAPH (self), NULL);

  _news_paragraph_ensure_layout (self);
  width = gtk_widget_get_width (GTK_WIDGET (self));
  if (width > 0)
    news_text_layout_set_width (self->layout, width * PANGO_SCALE);

  return self->layout;
}

static GtkSizeRequestMode
news_paragraph_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
news_paragraph_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  _news_paragraph_measure (NEWS_PARAGRAPH (widget), orientation, for_size, minimum, natural,
                           minimum_baseline);
  *natural_baseline = *minimum_baseline;
}

/* Links that are far can be reached by Tab, which brings them near. */
static void
allocate_far_links (NewsParagraph *self)
{
  for (guint i = 0; i < self->links->len; i++)
    news_text_link_allocate (
      NEWS_TEXT_LINK (g_array_index (self->links, NewsParagraphLink, i).widget), NULL, 0);
}

static void
news_paragraph_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  NewsParagraph *self = NEWS_PARAGRAPH (widget);

  if (self->far)
    {
      allocate_far_links (self);
      _news_paragraph_allocate_notes (self);
      return;
    }

  _news_paragraph_ensure_layout (self);
  news_text_layout_set_width (self->layout, width * PANGO_SCALE);
  _news_paragraph_allocate_notes (self);
  for (guint i = 0; i < self->links->len; i++)
    {
      const NewsParagraphLink *link = &g_array_index (self->links, NewsParagraphLink, i);
      g_autoptr (GArray) rectangles
        = news_text_get_pixel_rectangles (self->layout, link->start, link->end);

      news_text_link_allocate (NEWS_TEXT_LINK (link->widget),
                               (const graphene_rect_t *) rectangles->data, rectangles->len);
    }
}

/* --- drawing --- */

static gboolean
has_marks (NewsParagraph *self)
{
  for (guint i = 0; i < self->text->spans->len; i++)
    if ((g_array_index (self->text->spans, NewsSpan, i).style & NEWS_STYLE_MARKED) != 0)
      return TRUE;

  return FALSE;
}

static void
draw_selection (NewsParagraph *self, GtkSnapshot *snapshot)
{
  g_autoptr (GArray) rectangles = NULL;
  GdkRGBA color;

  if (self->selection_start == self->selection_end)
    return;

  rectangles
    = news_text_get_pixel_rectangles (self->layout, self->selection_start, self->selection_end);
  _news_paragraph_get_color_of (self, &self->selection_color, "selection", &color);
  for (guint i = 0; i < rectangles->len; i++)
    gtk_snapshot_append_color (snapshot, &color, &g_array_index (rectangles, graphene_rect_t, i));
}

static void
draw_caret (NewsParagraph *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  graphene_rect_t place;

  if (self->caret < 0)
    return;

  news_paragraph_get_caret_place (self, (guint) self->caret, &place);
  place.size.width = CARET_WIDTH;
  gtk_snapshot_append_color (snapshot, color, &place);
}

static void
news_paragraph_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NewsParagraph *self = NEWS_PARAGRAPH (widget);
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (NewsTextLinkColor));
  NewsTextColors colors = { 0 };

  if (self->far)
    return;

  news_paragraph_get_layout (self);
  gtk_widget_get_color (widget, &colors.text);
  if (has_marks (self))
    _news_paragraph_get_color_of (self, &self->mark_color, "mark", &colors.mark);
  for (guint i = 0; i < self->links->len; i++)
    {
      const NewsParagraphLink *link = &g_array_index (self->links, NewsParagraphLink, i);
      NewsTextLinkColor color = { .start = link->start, .end = link->end };

      gtk_widget_get_color (link->widget, &color.color);
      g_array_append_val (links, color);
    }
  colors.links = (const NewsTextLinkColor *) links->data;
  colors.n_links = links->len;

  _news_paragraph_draw_hits (self, snapshot);
  draw_selection (self, snapshot);
  news_text_paint (self->layout, snapshot, &colors);
  draw_caret (self, snapshot, &colors.text);
  for (guint i = 0; i < self->links->len; i++)
    gtk_widget_snapshot_child (widget, g_array_index (self->links, NewsParagraphLink, i).widget,
                               snapshot);
}

static void
news_paragraph_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  NewsParagraph *self = NEWS_PARAGRAPH (widget);
  guint serial;

  GTK_WIDGET_CLASS (news_paragraph_parent_class)->css_changed (widget, change);
  serial = pango_context_get_serial (gtk_widget_get_pango_context (widget));
  if (serial != self->serial)
    relayout (self);
}

/* --- object --- */

static void
clear_links (NewsParagraph *self)
{
  for (guint i = 0; i < self->links->len; i++)
    gtk_widget_unparent (g_array_index (self->links, NewsParagraphLink, i).widget);
  g_array_set_size (self->links, 0);
}

static void
news_paragraph_dispose (GObject *object)
{
  NewsParagraph *self = NEWS_PARAGRAPH (object);

  _news_paragraph_forget (self);
  clear_links (self);
  _news_paragraph_clear_notes (self);
  g_clear_pointer (&self->selection_color, gtk_widget_unparent);
  g_clear_pointer (&self->mark_color, gtk_widget_unparent);
  g_clear_pointer (&self->hit_color, gtk_widget_unparent);
  g_clear_pointer (&self->current_hit_color, gtk_widget_unparent);
  g_clear_object (&self->typography);

  G_OBJECT_CLASS (news_paragraph_parent_class)->dispose (object);
}

static void
news_paragraph_finalize (GObject *object)
{
  NewsParagraph *self = NEWS_PARAGRAPH (object);

  news_text_free (self->text);
  g_array_unref (self->hyphens);
  g_array_unref (self->links);
  g_array_unref (self->notes);
  g_clear_pointer (&self->hits, g_array_unref);
  g_free (self->language);

  G_OBJECT_CLASS (news_paragraph_parent_class)->finalize (object);
}

static void
news_paragraph_class_init (NewsParagraphClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = news_paragraph_dispose;
  object_class->finalize = news_paragraph_finalize;
  widget_class->get_request_mode = news_paragraph_get_request_mode;
  widget_class->measure = news_paragraph_measure;
  widget_class->size_allocate = news_paragraph_size_allocate;
  widget_class->snapshot = news_paragraph_snapshot;
  widget_class->css_changed = news_paragraph_css_changed;
  widget_class->query_tooltip = _news_paragraph_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "newstext");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PARAGRAPH);
}

static void
news_paragraph_init (NewsParagraph *self)
{
  self->text = news_text_new ();
  self->hyphens = g_array_new (FALSE, FALSE, sizeof (guint));
  self->links = g_array_new (FALSE, FALSE, sizeof (NewsParagraphLink));
  self->notes = g_array_new (FALSE, FALSE, sizeof (NewsParagraphLink));
  self->caret = -1;
  news_paragraph_set_typography (self, NULL);
}

GtkWidget *
news_paragraph_new (GtkAccessibleRole role, NewsParagraphKind kind)
{
  NewsParagraph *self = g_object_new (NEWS_TYPE_PARAGRAPH, "accessible-role", role, NULL);

  self->kind = kind;

  return GTK_WIDGET (self);
}

/* --- text --- */

static void
add_links (NewsParagraph *self)
{
  guint end = 0;

  for (guint i = 0; i < self->text->spans->len; i++)
    {
      const NewsSpan *span = &g_array_index (self->text->spans, NewsSpan, i);
      g_autofree char *words = NULL;
      NewsParagraphLink link = { .start = span->start, .end = span->end };

      /* A link in a link is a part of it. */
      if (span->link == NULL || span->start < end || span->start == span->end)
        continue;
      end = span->end;
      words = g_strndup (self->text->text + span->start, span->end - span->start);
      link.widget = news_text_link_new (span->link, words);
      gtk_widget_set_parent (link.widget, GTK_WIDGET (self));
      g_array_append_val (self->links, link);
    }
}

void
news_paragraph_set_text (NewsParagraph *self, const NewsText *text, const char *language)
{
  g_return_if_fail (NEWS_IS_PARAGRAPH (self));

  _news_paragraph_forget (self);
  clear_links (self);
  news_text_free (self->text);
  g_array_set_size (self->hyphens, 0);
  self->text = news_text_without_hyphens (text, self->hyphens);
  self->breadth = 0;
  g_set_str (&self->language, language);
  self->selection_start = self->selection_end = 0;
  self->caret = -1;
  g_clear_pointer (&self->hits, g_array_unref);
  add_links (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->text->text, -1);
  _news_paragraph_tell_abbreviations (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
news_paragraph_set_letters (NewsParagraph *self, const char *letters, const char *language)
{
  g_autoptr (NewsText) text = news_text_new_take (g_strdup (letters != NULL ? letters : ""));

  news_paragraph_set_text (self, text, language);
}

const char *
news_paragraph_get_letters (NewsParagraph *self)
{
  g_return_val_if_fail (NEWS_IS_PARAGRAPH (self), NULL);

  return self->text->text;
}

const NewsText *
news_paragraph_get_text (NewsParagraph *self)
{
  g_return_val_if_fail (NEWS_IS_PARAGRAPH (self), NULL);

  return self->text;
}

void
news_paragraph_set_kind (NewsParagraph *self, NewsParagraphKind kind)
{
  g_return_if_fail (NEWS_IS_PARAGRAPH (self));

  self->kind = kind;
  relayout (self);
}

void
news_paragraph_set_place (NewsParagraph *self, NewsParagraphPlace place)
{
  g_return_if_fail (NEWS_IS_PARAGRAPH (self));

  self->place = place;
  relayout (self);
}

NewsParagraphPlace
news_paragraph_get_place (NewsParagraph *self)
{
  g_return_val_if_fail (NEWS_IS_PARAGRAPH (self), NEWS_PARAGRAPH_APART);

  return self->place;
}

void
news_paragraph_set_typography (NewsParagraph *self, NewsTypography *typography)
{
  g_return_if_fail (NEWS_IS_PARAGRAPH (self));

  if (self->typography != NULL)
    g_signal_handlers_disconnect_by_func (self->typography, relayout, self);
  g_clear_object (&self->typography);
  self->typography = typography != NULL ? g_object_ref (typography) : news_typography_new ();
  g_signal_connect_object (self->typography, "notify", G_CALLBACK (relayout), self,
                           G_CONNECT_SWAPPED);
  relayout (self);
}

void
news_paragraph_set_width_chars (NewsParagraph *self, int least, int most)
{
  g_return_if_fail (NEWS_IS_PARAGRAPH (self));

  self->least_chars = least;
  self->most_chars = most;
  relayout (self);
}
