/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-slug.h"

#include "news-print-links.h"

#define HAIRLINE 0.5
#define BAR 1.5

/* Between a mark and the text that it stands before. */
#define MARK_GAP 6.0

/* Over and under the cells of a row. */
#define CELL_MARGIN 3.0

#define RULE_HEIGHT 12.0

static NewsSlug *
create (double x, double width)
{
  NewsSlug *self = g_new0 (NewsSlug, 1);

  self->layouts = g_ptr_array_new_with_free_func (g_object_unref);
  self->columns = g_array_new (FALSE, FALSE, sizeof (double));
  self->x = x;
  self->width = width;
  self->bar = -1;

  return self;
}

/* What may not be parted is one unit. */
static gboolean
is_text (NewsSlug *self)
{
  return self->height <= 0;
}

static double
get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);

  return pango_units_to_double (height);
}

NewsSlug *
news_slug_new_text (PangoLayout *layout, double x)
{
  NewsSlug *self = create (x, pango_units_to_double (pango_layout_get_width (layout)));

  g_ptr_array_add (self->layouts, layout);
  g_array_append_val (self->columns, x);

  return self;
}

NewsSlug *
news_slug_new_picture (GdkTexture *texture, double x, double width, double height)
{
  NewsSlug *self = create (x, width);

  self->texture = g_object_ref (texture);
  self->height = height;

  return self;
}

NewsSlug *
news_slug_new_rule (double x, double width)
{
  NewsSlug *self = create (x, width);

  self->height = RULE_HEIGHT;
  self->ruled = TRUE;

  return self;
}

NewsSlug *
news_slug_new_row (double x, double width)
{
  NewsSlug *self = create (x, width);

  self->height = 2 * CELL_MARGIN;
  self->ruled = TRUE;

  return self;
}

void
news_slug_take_cell (NewsSlug *self, PangoLayout *layout, double x)
{
  self->height = MAX (self->height, get_height (layout) + 2 * CELL_MARGIN);
  g_ptr_array_add (self->layouts, layout);
  g_array_append_val (self->columns, x);
}

void
news_slug_free (NewsSlug *self)
{
  g_ptr_array_unref (self->layouts);
  g_array_unref (self->columns);
  g_clear_object (&self->mark);
  g_clear_object (&self->texture);
  g_free (self);
}

void
news_slug_append_units (NewsSlug *self, GArray *units, gboolean kept)
{
  PangoLayout *layout = is_text (self) ? g_ptr_array_index (self->layouts, 0) : NULL;
  guint lines = layout != NULL ? (guint) pango_layout_get_line_count (layout) : 1;
  PangoLayoutIter *iter = layout != NULL ? pango_layout_get_iter (layout) : NULL;

  for (guint i = 0; i < lines; i++)
    {
      NewsPageUnit unit = { i == 0 ? self->before : 0, self->height, FALSE };
      int top, bottom;

      if (iter != NULL)
        {
          pango_layout_iter_get_line_yrange (iter, &top, &bottom);
          unit.height = pango_units_to_double (bottom - top);
          pango_layout_iter_next_line (iter);
        }
      unit.may_break = news_page_breaks_is_allowed (i, lines) && !(i == 0 && kept);
      g_array_append_val (units, unit);
    }

  if (iter != NULL)
    pango_layout_iter_free (iter);
}

static void
draw_line (cairo_t *cr, double x, double y, double width)
{
  cairo_set_line_width (cr, HAIRLINE);
  cairo_move_to (cr, x, y);
  cairo_rel_line_to (cr, width, 0);
  cairo_stroke (cr);
}

static void
draw_text (NewsSlug *self, guint line, cairo_t *cr)
{
  PangoLayout *layout = g_ptr_array_index (self->layouts, 0);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  PangoRectangle logical;
  double baseline;
  int top;

  for (guint i = 0; i < line; i++)
    pango_layout_iter_next_line (iter);
  pango_layout_iter_get_line_extents (iter, NULL, &logical);
  pango_layout_iter_get_line_yrange (iter, &top, NULL);
  baseline = pango_units_to_double (pango_layout_iter_get_baseline (iter) - top);

  cairo_move_to (cr, self->x + pango_units_to_double (logical.x), baseline);
  pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
  news_print_links_mark (layout, (int) line, self->x, -pango_units_to_double (top), cr);
  if (line == 0 && self->mark != NULL)
    {
      pango_layout_get_extents (self->mark, NULL, &logical);
      cairo_move_to (cr, self->x - MARK_GAP - pango_units_to_double (logical.width), baseline);
      pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (self->mark, 0));
    }
  pango_layout_iter_free (iter);
}

/* The texture's pixels are what Cairo has in memory (ARGB32, premultiplied). */
static void
draw_picture (NewsSlug *self, cairo_t *cr)
{
  int width = gdk_texture_get_width (self->texture);
  int height = gdk_texture_get_height (self->texture);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);

  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    {
      gdk_texture_download (self->texture, cairo_image_surface_get_data (surface),
                            (gsize) cairo_image_surface_get_stride (surface));
      cairo_surface_mark_dirty (surface);
      cairo_save (cr);
      cairo_translate (cr, self->x, 0);
      cairo_scale (cr, self->width / width, self->height / height);
      cairo_set_source_surface (cr, surface, 0, 0);
      cairo_paint (cr);
      cairo_restore (cr);
    }
  cairo_surface_destroy (surface);
}

static void
draw_cells (NewsSlug *self, cairo_t *cr)
{
  for (guint i = 0; i < self->layouts->len; i++)
    {
      PangoLayout *layout = g_ptr_array_index (self->layouts, i);
      double x = g_array_index (self->columns, double, i);

      cairo_move_to (cr, x, CELL_MARGIN);
      pango_cairo_show_layout (cr, layout);
      news_print_links_mark (layout, -1, x, CELL_MARGIN, cr);
    }
}

void
news_slug_draw (NewsSlug *self, guint unit, const NewsPageUnit *size, double above, cairo_t *cr)
{
  cairo_set_source_rgb (cr, 0, 0, 0);
  if (self->texture != NULL)
    draw_picture (self, cr);
  else if (is_text (self))
    draw_text (self, unit, cr);
  else
    draw_cells (self, cr);

  cairo_set_source_rgb (cr, 0, 0, 0);
  if (self->ruled)
    draw_line (cr, self->x, self->layouts->len > 0 ? size->height : size->height / 2, self->width);
  if (self->bar >= 0)
    {
      cairo_set_line_width (cr, BAR);
      cairo_move_to (cr, self->bar, -above);
      cairo_rel_line_to (cr, 0, above + size->height);
      cairo_stroke (cr);
    }
}
