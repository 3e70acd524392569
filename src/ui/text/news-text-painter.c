/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-text-painter.h"

/* Lines under and through letters, as parts of the font's size. */
#define THICKNESS 18
#define UNDERLINE 8
#define STRIKE 0.28

typedef struct
{
  NewsTextLayout *layout;
  GtkSnapshot *snapshot;
  const NewsTextColors *colors;
  const NewsTextLine *line;
  float em;
} Painter;

static float
to_pixels (int units)
{
  return (float) units / PANGO_SCALE;
}

graphene_rect_t
news_text_to_pixels (const PangoRectangle *rectangle)
{
  return GRAPHENE_RECT_INIT (to_pixels (rectangle->x), to_pixels (rectangle->y),
                             to_pixels (rectangle->width), to_pixels (rectangle->height));
}

GArray *
news_text_get_pixel_rectangles (NewsTextLayout *layout, guint start, guint end)
{
  g_autoptr (GArray) rectangles = news_text_layout_get_rectangles (layout, start, end);
  GArray *pixels = g_array_sized_new (FALSE, FALSE, sizeof (graphene_rect_t), rectangles->len);

  for (guint i = 0; i < rectangles->len; i++)
    {
      graphene_rect_t part = news_text_to_pixels (&g_array_index (rectangles, PangoRectangle, i));

      g_array_append_val (pixels, part);
    }

  return pixels;
}

static const GdkRGBA *
get_color (Painter *self, const NewsTextRun *run)
{
  const NewsTextColors *colors = self->colors;
  guint low = 0;
  guint high = colors->n_links;

  if ((run->flags & NEWS_RUN_LINK) == 0)
    return &colors->text;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (colors->links[middle].start <= run->start)
        low = middle;
      else
        high = middle;
    }

  return colors->n_links > 0 ? &colors->links[low].color : &colors->text;
}

/* Where a line is, on whole pixels, so that it is as dark everywhere. */
static graphene_rect_t
get_line_bounds (Painter *self, const NewsTextRun *run, float above)
{
  float thickness = MAX ((float) (int) (self->em / THICKNESS + 0.5F), 1);
  float y = to_pixels (self->line->baseline - run->rise) - above;

  return GRAPHENE_RECT_INIT (to_pixels (run->x), (float) (int) (y + 0.5F), to_pixels (run->width),
                             thickness);
}

static void
draw_line (Painter *self, const NewsTextRun *run, float above, const GdkRGBA *color)
{
  graphene_rect_t bounds = get_line_bounds (self, run, above);

  gtk_snapshot_append_color (self->snapshot, color, &bounds);
}

/* Dots as wide as they are high, and as far from one another: Pango has no such line. One dot that
 * is repeated costs one node, however long the line is. */
static void
draw_dots (Painter *self, const NewsTextRun *run, const GdkRGBA *color)
{
  graphene_rect_t bounds = get_line_bounds (self, run, -self->em / UNDERLINE);
  float size = bounds.size.height;
  graphene_rect_t dot, step;

  bounds.origin.x = (float) (int) (bounds.origin.x + 0.5F);
  dot = GRAPHENE_RECT_INIT (bounds.origin.x, bounds.origin.y, size, size);
  step = GRAPHENE_RECT_INIT (bounds.origin.x, bounds.origin.y, 2 * size, size);
  gtk_snapshot_push_repeat (self->snapshot, &bounds, &step);
  gtk_snapshot_append_color (self->snapshot, color, &dot);
  gtk_snapshot_pop (self->snapshot);
}

static void
draw_mark (Painter *self, const NewsTextRun *run)
{
  PangoRectangle rectangle = { run->x, self->line->y, run->width, self->line->height };
  graphene_rect_t bounds = news_text_to_pixels (&rectangle);

  gtk_snapshot_append_color (self->snapshot, &self->colors->mark, &bounds);
}

static void
draw_run (Painter *self, const NewsTextRun *run)
{
  const GdkRGBA *color = get_color (self, run);
  graphene_point_t origin
    = GRAPHENE_POINT_INIT (to_pixels (run->x), to_pixels (self->line->baseline - run->rise));
  g_autoptr (GskRenderNode) node = NULL;

  if ((run->flags & NEWS_RUN_MARKED) != 0)
    draw_mark (self, run);
  if ((run->flags & (NEWS_RUN_UNDERLINED | NEWS_RUN_LINK)) != 0)
    draw_line (self, run, -self->em / UNDERLINE, color);
  else if ((run->flags & NEWS_RUN_ABBREVIATION) != 0)
    draw_dots (self, run, color);

  /* NULL for blanks. */
  node = gsk_text_node_new (run->font, run->glyphs, color, &origin);
  if (node != NULL)
    gtk_snapshot_append_node (self->snapshot, node);
  if ((run->flags & NEWS_RUN_STRUCK) != 0)
    draw_line (self, run, self->em * (float) STRIKE, color);
}

void
news_text_paint (NewsTextLayout *layout, GtkSnapshot *snapshot, const NewsTextColors *colors)
{
  Painter self = { .layout = layout,
                   .snapshot = snapshot,
                   .colors = colors,
                   .em = to_pixels (news_text_layout_get_em (layout)) };

  for (guint i = 0; i < news_text_layout_get_n_lines (layout); i++)
    {
      self.line = news_text_layout_get_line (layout, i);
      for (guint k = 0; k < self.line->n_runs; k++)
        draw_run (&self, news_text_layout_get_run (layout, self.line->first_run + k));
    }
}
