/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-drawing-style.h"

#include <string.h>

/* In the order of the bits of NewsDrawingStyle.set. */
typedef enum
{
  FILL,
  STROKE,
  FILL_OPACITY,
  STROKE_OPACITY,
  STROKE_WIDTH,
  MITER_LIMIT,
  DASH_OFFSET,
  DASHES,
  CAP,
  JOIN,
  RULE,
} Attribute;

static const struct
{
  const char *name;
  gsize offset;
  gsize size;
} attributes[] = {
#define ATTRIBUTE(name, member) \
  { name, G_STRUCT_OFFSET (NewsDrawingStyle, member), sizeof (((NewsDrawingStyle *) NULL)->member) }
  ATTRIBUTE ("fill", fill),
  ATTRIBUTE ("stroke", stroke),
  ATTRIBUTE ("fill-opacity", fill_opacity),
  ATTRIBUTE ("stroke-opacity", stroke_opacity),
  ATTRIBUTE ("stroke-width", stroke_width),
  ATTRIBUTE ("stroke-miterlimit", miter_limit),
  ATTRIBUTE ("stroke-dashoffset", dash_offset),
  ATTRIBUTE ("stroke-dasharray", dashes),
  ATTRIBUTE ("stroke-linecap", cap),
  ATTRIBUTE ("stroke-linejoin", join),
  ATTRIBUTE ("fill-rule", rule),
#undef ATTRIBUTE
};

typedef struct
{
  const char *name;
  int value;
} Keyword;

static const Keyword caps[] = {
  { "butt", CAIRO_LINE_CAP_BUTT },
  { "round", CAIRO_LINE_CAP_ROUND },
  { "square", CAIRO_LINE_CAP_SQUARE },
  { NULL },
};

static const Keyword joins[] = {
  { "miter", CAIRO_LINE_JOIN_MITER },
  { "round", CAIRO_LINE_JOIN_ROUND },
  { "bevel", CAIRO_LINE_JOIN_BEVEL },
  { NULL },
};

static const Keyword rules[] = {
  { "nonzero", CAIRO_FILL_RULE_WINDING },
  { "evenodd", CAIRO_FILL_RULE_EVEN_ODD },
  { NULL },
};

static int
find_attribute (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (attributes); i++)
    if (strcmp (attributes[i].name, name) == 0)
      return (int) i;

  return -1;
}

static int
find_keyword (const Keyword *keywords, const char *text)
{
  for (; keywords->name != NULL; keywords++)
    if (strcmp (keywords->name, text) == 0)
      return keywords->value;

  return -1;
}

static gboolean
parse_paint (const char *text, GHashTable *gradients, NewsDrawingPaint *paint)
{
  g_autofree char *id = news_drawing_parse_reference (text, "url");

  if (strcmp (text, "none") == 0)
    {
      paint->kind = NEWS_DRAWING_PAINT_NONE;
      return TRUE;
    }
  if (id != NULL)
    {
      paint->kind = NEWS_DRAWING_PAINT_GRADIENT;
      paint->gradient = g_hash_table_lookup (gradients, id);
      return paint->gradient != NULL;
    }
  paint->kind = NEWS_DRAWING_PAINT_COLOUR;

  return news_drawing_parse_colour (text, &paint->colour);
}

/* A part of a pixel as a dash would make cairo cut a long line into millions of pieces. */
static gboolean
parse_dashes (NewsDrawingStyle *self, const char *text)
{
  gsize n_dashes;
  double sum = 0;

  self->dashes.n_lengths = 0;
  if (strcmp (text, "none") == 0)
    return TRUE;
  if (!news_drawing_parse_numbers (text, self->dashes.lengths, NEWS_DRAWING_MAX_DASHES, &n_dashes))
    return FALSE;
  for (gsize i = 0; i < n_dashes; i++)
    {
      if (self->dashes.lengths[i] < 0)
        return FALSE;
      sum += self->dashes.lengths[i];
    }
  self->dashes.n_lengths = (int) n_dashes;

  return n_dashes > 0 && sum >= 1;
}

static gboolean
parse_share (const char *text, double *share)
{
  return news_drawing_parse_number (text, TRUE, share) && *share >= 0 && *share <= 1;
}

static void
set_source (cairo_t *cr,
            const NewsDrawingPaint *paint,
            const cairo_rectangle_t *bounds,
            double opacity)
{
  if (paint->kind == NEWS_DRAWING_PAINT_GRADIENT)
    {
      cairo_pattern_t *pattern
        = news_drawing_gradient_create_pattern (paint->gradient, bounds, opacity);

      cairo_set_source (cr, pattern);
      cairo_pattern_destroy (pattern);
    }
  else
    cairo_set_source_rgba (cr, paint->colour.red, paint->colour.green, paint->colour.blue, opacity);
}

void
news_drawing_style_init (NewsDrawingStyle *self)
{
  *self = (NewsDrawingStyle) {
    .fill = { .kind = NEWS_DRAWING_PAINT_COLOUR },
    .fill_opacity = 1,
    .stroke_opacity = 1,
    .stroke_width = 1,
    .miter_limit = 4,
    .cap = CAIRO_LINE_CAP_BUTT,
    .join = CAIRO_LINE_JOIN_MITER,
    .rule = CAIRO_FILL_RULE_WINDING,
  };
}

gboolean
news_drawing_style_knows (const char *name)
{
  return find_attribute (name) >= 0;
}

gboolean
news_drawing_style_set (NewsDrawingStyle *self,
                        const char *name,
                        const char *value,
                        GHashTable *gradients)
{
  int attribute = find_attribute (name);
  int keyword;

  g_return_val_if_fail (attribute >= 0, FALSE);

  self->set |= 1u << attribute;
  switch ((Attribute) attribute)
    {
    case FILL:
      return parse_paint (value, gradients, &self->fill);
    case STROKE:
      return parse_paint (value, gradients, &self->stroke);
    case FILL_OPACITY:
      return parse_share (value, &self->fill_opacity);
    case STROKE_OPACITY:
      return parse_share (value, &self->stroke_opacity);
    case STROKE_WIDTH:
      return news_drawing_parse_number (value, FALSE, &self->stroke_width)
             && self->stroke_width >= 0;
    case MITER_LIMIT:
      return news_drawing_parse_number (value, FALSE, &self->miter_limit) && self->miter_limit >= 1;
    case DASH_OFFSET:
      return news_drawing_parse_number (value, FALSE, &self->dash_offset);
    case DASHES:
      return parse_dashes (self, value);
    case CAP:
      keyword = find_keyword (caps, value);
      self->cap = MAX (keyword, 0);
      return keyword >= 0;
    case JOIN:
      keyword = find_keyword (joins, value);
      self->join = MAX (keyword, 0);
      return keyword >= 0;
    case RULE:
      keyword = find_keyword (rules, value);
      self->rule = MAX (keyword, 0);
      return keyword >= 0;
    default:
      return FALSE;
    }
}

void
news_drawing_style_inherit (NewsDrawingStyle *self, const NewsDrawingStyle *outer)
{
  for (gsize i = 0; i < G_N_ELEMENTS (attributes); i++)
    if ((self->set & (1u << i)) == 0)
      memcpy ((char *) self + attributes[i].offset, (const char *) outer + attributes[i].offset,
              attributes[i].size);
}

void
news_drawing_style_draw (const NewsDrawingStyle *self,
                         cairo_t *cr,
                         const cairo_rectangle_t *bounds,
                         double opacity)
{
  gboolean fills = self->fill.kind != NEWS_DRAWING_PAINT_NONE;
  gboolean strokes = self->stroke.kind != NEWS_DRAWING_PAINT_NONE && self->stroke_width > 0;
  /* The edge of a stroke must not show through the fill below it, nor the fill through the edge. */
  gboolean together = fills && strokes && opacity < 1;
  double share = together ? 1 : opacity;

  if (together)
    cairo_push_group (cr);
  if (fills)
    {
      set_source (cr, &self->fill, bounds, self->fill_opacity * share);
      cairo_set_fill_rule (cr, self->rule);
      cairo_fill_preserve (cr);
    }
  if (strokes)
    {
      set_source (cr, &self->stroke, bounds, self->stroke_opacity * share);
      cairo_set_line_width (cr, self->stroke_width);
      cairo_set_line_cap (cr, self->cap);
      cairo_set_line_join (cr, self->join);
      cairo_set_miter_limit (cr, self->miter_limit);
      cairo_set_dash (cr, self->dashes.lengths, self->dashes.n_lengths, self->dash_offset);
      cairo_stroke_preserve (cr);
    }
  if (together)
    {
      cairo_pop_group_to_source (cr);
      cairo_paint_with_alpha (cr, opacity);
    }
}
