/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-headline-words.h"

#include "news-font.h"
#include "news-headline-matches.h"

#define TITLE_LINES 3
#define PREVIEW_LINES 2

/* Of a text around what was found, which may stand near its end. */
#define SNIPPET_LINES 3
#define SPACING 4

/* As factors of the fonts' sizes. */
#define TITLE_SIZE 1.04
#define LEADING_SIZE 1.5
#define PREVIEW_SIZE 0.95

/* From one baseline to the next, of a leading title's size: its lines are short and few. */
#define LEADING_LINE 1.25

/* How much of the row's colour is left. */
#define READ_OPACITY 0.72f
#define PREVIEW_OPACITY 0.82f

/* In ems. */
#define LEAST_WIDTH 3

struct _NewsHeadlineWords
{
  /* Owned */
  PangoLayout *title;
  PangoLayout *preview;
  PangoFontDescription *title_font; /* before it is made larger */
  PangoFontDescription *text_font;
  char *language;
  GArray *title_matches;   /* NewsTextRange, or NULL */
  GArray *preview_matches; /* the same */

  gboolean leading;
  gboolean read;
  int held_width; /* 0: nothing is held */
  int held_height;
};

static PangoLayout *
create_layout (PangoContext *context, int lines)
{
  PangoLayout *layout = pango_layout_new (context);

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -lines);

  return layout;
}

/* --- style --- */

/* @usual by a factor. Returns its size in Pango's units. */
static int
set_font (PangoLayout *layout, const PangoFontDescription *usual, double factor, PangoWeight weight)
{
  g_autoptr (PangoFontDescription) font = news_font_dup_scaled (usual, factor);

  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);

  return pango_font_description_get_size (font);
}

static void
set_attributes (PangoLayout *layout, const char *language, int line_height, GArray *matches)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (language != NULL)
    pango_attr_list_insert (attributes,
                            pango_attr_language_new (pango_language_from_string (language)));
  if (line_height > 0)
    pango_attr_list_insert (attributes, pango_attr_line_height_new_absolute (line_height));
  news_headline_matches_embolden (attributes, matches);
  pango_layout_set_attributes (layout, attributes);
}

/* Lines that are so large show where one goes with the weight, and its gap stays: a leading title
 * keeps its weight. */
static void
style_title (NewsHeadlineWords *self)
{
  gboolean plain = self->read && !self->leading;
  int size = set_font (self->title, self->title_font, self->leading ? LEADING_SIZE : TITLE_SIZE,
                       plain ? PANGO_WEIGHT_NORMAL : PANGO_WEIGHT_BOLD);

  set_attributes (self->title, self->language, self->leading ? (int) (size * LEADING_LINE) : 0,
                  self->title_matches);
}

static void
style_preview (NewsHeadlineWords *self)
{
  set_attributes (self->preview, self->language, 0, self->preview_matches);
}

void
news_headline_words_set_fonts (NewsHeadlineWords *self,
                               const PangoFontDescription *title,
                               const PangoFontDescription *text)
{
  g_clear_pointer (&self->title_font, pango_font_description_free);
  g_clear_pointer (&self->text_font, pango_font_description_free);
  self->title_font = pango_font_description_copy (title);
  self->text_font = pango_font_description_copy (text);
  style_title (self);
  set_font (self->preview, text, PREVIEW_SIZE, PANGO_WEIGHT_NORMAL);
  news_headline_words_release (self);
}

NewsHeadlineWords *
news_headline_words_new (PangoContext *context)
{
  NewsHeadlineWords *self = g_new0 (NewsHeadlineWords, 1);
  const PangoFontDescription *usual = pango_context_get_font_description (context);

  self->title = create_layout (context, TITLE_LINES);
  self->preview = create_layout (context, PREVIEW_LINES);
  news_headline_words_set_fonts (self, usual, usual);

  return self;
}

void
news_headline_words_free (NewsHeadlineWords *self)
{
  g_object_unref (self->title);
  g_object_unref (self->preview);
  pango_font_description_free (self->title_font);
  pango_font_description_free (self->text_font);
  g_free (self->language);
  g_clear_pointer (&self->title_matches, g_array_unref);
  g_clear_pointer (&self->preview_matches, g_array_unref);
  g_free (self);
}

void
news_headline_words_set_text (NewsHeadlineWords *self,
                              const char *title,
                              const char *preview,
                              const char *language)
{
  if (g_strcmp0 (pango_layout_get_text (self->title), title) != 0)
    news_headline_words_release (self);
  pango_layout_set_text (self->title, title, -1);
  pango_layout_set_text (self->preview, preview != NULL ? preview : "", -1);
  if (g_set_str (&self->language, language))
    {
      style_title (self);
      style_preview (self);
    }
}

static void
set_ranges (GArray **ranges, GArray *others)
{
  if (others != NULL)
    g_array_ref (others);
  g_clear_pointer (ranges, g_array_unref);
  *ranges = others;
}

void
news_headline_words_set_matches (NewsHeadlineWords *self, GArray *title, GArray *preview)
{
  /* Most lists are of no search. */
  if (title == self->title_matches && preview == self->preview_matches)
    return;

  set_ranges (&self->title_matches, title);
  set_ranges (&self->preview_matches, preview);
  pango_layout_set_height (self->preview, preview != NULL ? -SNIPPET_LINES : -PREVIEW_LINES);
  news_headline_words_release (self);
  style_title (self);
  style_preview (self);
}

void
news_headline_words_set_leading (NewsHeadlineWords *self, gboolean leading)
{
  self->leading = leading;
  news_headline_words_release (self);
  style_title (self);
}

void
news_headline_words_set_read (NewsHeadlineWords *self, gboolean read)
{
  self->read = read;
  style_title (self);
}

gboolean
news_headline_words_is_read (const NewsHeadlineWords *self)
{
  return self->read;
}

const char *
news_headline_words_get_title (const NewsHeadlineWords *self)
{
  return pango_layout_get_text (self->title);
}

const char *
news_headline_words_get_preview (const NewsHeadlineWords *self)
{
  return pango_layout_get_text (self->preview);
}

/* --- sizes --- */

static gboolean
has_preview (NewsHeadlineWords *self)
{
  return *pango_layout_get_text (self->preview) != '\0';
}

int
news_headline_words_get_least_width (NewsHeadlineWords *self)
{
  int em = pango_font_description_get_size (self->text_font) / PANGO_SCALE;

  return em * LEAST_WIDTH;
}

static int
set_layout (PangoLayout *layout, int width)
{
  int height;

  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

static int
set_title (NewsHeadlineWords *self, int width)
{
  int height = set_layout (self->title, width);

  return width == self->held_width ? MAX (height, self->held_height) : height;
}

int
news_headline_words_get_height (NewsHeadlineWords *self, int width)
{
  int height = set_title (self, width);

  return has_preview (self) ? height + SPACING + set_layout (self->preview, width) : height;
}

void
news_headline_words_hold (NewsHeadlineWords *self, int width)
{
  self->held_height = set_title (self, width);
  self->held_width = width;
}

void
news_headline_words_release (NewsHeadlineWords *self)
{
  self->held_width = 0;
}

/* --- drawing --- */

static void
paint_layout (PangoLayout *layout, GtkSnapshot *snapshot, const GdkRGBA *color, float opacity)
{
  GdkRGBA shade = *color;

  shade.alpha *= opacity;
  gtk_snapshot_append_layout (snapshot, layout, &shade);
}

void
news_headline_words_paint (NewsHeadlineWords *self,
                           GtkSnapshot *snapshot,
                           int width,
                           const GdkRGBA *color,
                           const GdkRGBA *accent,
                           gboolean selected)
{
  float title_opacity = self->read && !selected ? READ_OPACITY : 1;
  float preview_opacity = selected ? 1 : self->read ? READ_OPACITY : PREVIEW_OPACITY;
  int height = set_title (self, width);

  news_headline_matches_mark (self->title, self->title_matches, snapshot, accent);
  paint_layout (self->title, snapshot, color, title_opacity);
  if (!has_preview (self))
    return;

  set_layout (self->preview, width);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) (height + SPACING)));
  news_headline_matches_mark (self->preview, self->preview_matches, snapshot, accent);
  paint_layout (self->preview, snapshot, color, preview_opacity);
  gtk_snapshot_restore (snapshot);
}
