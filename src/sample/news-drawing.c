/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-drawing.h"

#include "news-drawing-reader.h"

#include <math.h>

struct _NewsDrawing
{
  NewsDrawingTree *tree;
};

G_DEFINE_QUARK (news-drawing-error, news_drawing_error)

static cairo_status_t
append_cb (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);

  return CAIRO_STATUS_SUCCESS;
}

static cairo_status_t
draw_on_white (NewsDrawing *self, cairo_surface_t *surface, int width)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  news_drawing_draw (self, cr, width);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return status;
}

void
news_drawing_set_attribute_error (GError **error, const char *name, const char *value)
{
  g_set_error (error, NEWS_DRAWING_ERROR, NEWS_DRAWING_ERROR_INVALID, "“%s” can't be “%.80s” here",
               name, value);
}

NewsDrawing *
news_drawing_new_from_bytes (GBytes *bytes, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  NewsDrawingTree *tree = news_drawing_tree_read (length > 0 ? text : "", length, error);
  NewsDrawing *self;

  if (tree == NULL)
    return NULL;
  self = g_new0 (NewsDrawing, 1);
  self->tree = tree;

  return self;
}

void
news_drawing_free (NewsDrawing *self)
{
  news_drawing_tree_free (self->tree);
  g_free (self);
}

int
news_drawing_get_height (NewsDrawing *self, int width)
{
  const cairo_rectangle_t *view = &self->tree->view;

  return MAX ((int) lround (width * view->height / view->width), 1);
}

void
news_drawing_draw (NewsDrawing *self, cairo_t *cr, int width)
{
  const cairo_rectangle_t *view = &self->tree->view;
  NewsDrawingStyle style;

  news_drawing_style_init (&style);
  cairo_save (cr);
  cairo_scale (cr, width / view->width, news_drawing_get_height (self, width) / view->height);
  cairo_translate (cr, -view->x, -view->y);
  news_drawing_node_draw (self->tree->root, cr, &style);
  cairo_restore (cr);
}

GBytes *
news_drawing_create_png (NewsDrawing *self, int width, GError **error)
{
  cairo_surface_t *surface
    = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, news_drawing_get_height (self, width));
  GByteArray *png = g_byte_array_new ();
  cairo_status_t status = cairo_surface_status (surface);

  if (status == CAIRO_STATUS_SUCCESS)
    status = draw_on_white (self, surface, width);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_cb, png);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, NEWS_DRAWING_ERROR, NEWS_DRAWING_ERROR_FAILED, "Can't draw: %s",
                   cairo_status_to_string (status));
      g_byte_array_unref (png);
      return NULL;
    }

  return g_byte_array_free_to_bytes (png);
}
