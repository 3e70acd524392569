/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-drawing-shape.h"

#include "news-drawing-error.h"
#include "news-drawing-values.h"

#include <math.h>
#include <string.h>

#define MAX_NUMBERS 6

/* Each shape with the names of its numbers, and of the text that it has instead. */
static const struct
{
  const char *element;
  const char *numbers[MAX_NUMBERS + 1];
  const char *text;
} shapes[] = {
  { "rect", { "x", "y", "width", "height", "rx", "ry" } },
  { "circle", { "cx", "cy", "r" } },
  { "ellipse", { "cx", "cy", "rx", "ry" } },
  { "line", { "x1", "y1", "x2", "y2" } },
  { "polyline", { NULL }, "points" },
  { "polygon", { NULL }, "points" },
  { "path", { NULL }, "d" },
};

typedef struct
{
  double numbers[MAX_NUMBERS]; /* NAN where the element has none */
  const char *text;
} Geometry;

static int
find_shape (const char *element)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    if (strcmp (shapes[i].element, element) == 0)
      return (int) i;

  return -1;
}

static int
find_number (int shape, const char *name)
{
  for (int i = 0; shapes[shape].numbers[i] != NULL; i++)
    if (strcmp (shapes[shape].numbers[i], name) == 0)
      return i;

  return -1;
}

static gboolean
read_geometry (int shape,
               const char **names,
               const char **values,
               Geometry *geometry,
               GError **error)
{
  for (gsize i = 0; i < MAX_NUMBERS; i++)
    geometry->numbers[i] = NAN;
  geometry->text = "";

  for (guint i = 0; names[i] != NULL; i++)
    {
      int number = find_number (shape, names[i]);

      if (g_strcmp0 (shapes[shape].text, names[i]) == 0)
        geometry->text = values[i];
      else if (number >= 0
               && !news_drawing_parse_number (values[i], FALSE, &geometry->numbers[number]))
        {
          news_drawing_set_attribute_error (error, names[i], values[i]);
          return FALSE;
        }
    }

  return TRUE;
}

static double
either (double number, double otherwise)
{
  return isnan (number) ? otherwise : number;
}

static void
add_ellipse (GskPathBuilder *builder, double cx, double cy, double rx, double ry)
{
  const float weight = (float) G_SQRT2 / 2;
  float x[] = { (float) (cx - rx), (float) cx, (float) (cx + rx) };
  float y[] = { (float) (cy - ry), (float) cy, (float) (cy + ry) };

  if (rx <= 0 || ry <= 0)
    return;
  gsk_path_builder_move_to (builder, x[2], y[1]);
  gsk_path_builder_conic_to (builder, x[2], y[2], x[1], y[2], weight);
  gsk_path_builder_conic_to (builder, x[0], y[2], x[0], y[1], weight);
  gsk_path_builder_conic_to (builder, x[0], y[0], x[1], y[0], weight);
  gsk_path_builder_conic_to (builder, x[2], y[0], x[2], y[1], weight);
  gsk_path_builder_close (builder);
}

static void
add_rect (GskPathBuilder *builder, const double *n)
{
  double width = either (n[2], 0);
  double height = either (n[3], 0);
  double rx = CLAMP (either (n[4], either (n[5], 0)), 0, width / 2);
  double ry = CLAMP (either (n[5], either (n[4], 0)), 0, height / 2);
  GskRoundedRect rect;

  if (width <= 0 || height <= 0)
    return;
  graphene_rect_init (&rect.bounds, (float) either (n[0], 0), (float) either (n[1], 0),
                      (float) width, (float) height);
  for (gsize i = 0; i < G_N_ELEMENTS (rect.corner); i++)
    graphene_size_init (&rect.corner[i], (float) rx, (float) ry);
  gsk_path_builder_add_rounded_rect (builder, &rect);
}

static gboolean
add_points (GskPathBuilder *builder, const char *text, gboolean close)
{
  g_autoptr (GArray) points = news_drawing_parse_points (text);

  if (points == NULL)
    return FALSE;
  for (guint i = 0; i < points->len; i += 2)
    {
      float x = (float) g_array_index (points, double, i);
      float y = (float) g_array_index (points, double, i + 1);

      if (i == 0)
        gsk_path_builder_move_to (builder, x, y);
      else
        gsk_path_builder_line_to (builder, x, y);
    }
  if (close)
    gsk_path_builder_close (builder);

  return TRUE;
}

static gboolean
add_path (GskPathBuilder *builder, const char *text)
{
  GskPath *path = gsk_path_parse (text);

  if (path == NULL)
    return FALSE;
  gsk_path_builder_add_path (builder, path);
  gsk_path_unref (path);

  return TRUE;
}

static gboolean
add_shape (GskPathBuilder *builder, const char *element, const Geometry *geometry)
{
  const double *n = geometry->numbers;

  if (strcmp (element, "path") == 0)
    return add_path (builder, geometry->text);
  if (g_str_has_prefix (element, "poly"))
    return add_points (builder, geometry->text, strcmp (element, "polygon") == 0);

  if (strcmp (element, "rect") == 0)
    add_rect (builder, n);
  else if (strcmp (element, "circle") == 0)
    add_ellipse (builder, either (n[0], 0), either (n[1], 0), either (n[2], 0), either (n[2], 0));
  else if (strcmp (element, "ellipse") == 0)
    add_ellipse (builder, either (n[0], 0), either (n[1], 0), either (n[2], 0), either (n[3], 0));
  else
    {
      gsk_path_builder_move_to (builder, (float) either (n[0], 0), (float) either (n[1], 0));
      gsk_path_builder_line_to (builder, (float) either (n[2], 0), (float) either (n[3], 0));
    }

  return TRUE;
}

static gboolean
is_within_reach (GskPath *path)
{
  graphene_rect_t rect;
  float reach;

  if (gsk_path_is_empty (path) || !gsk_path_get_bounds (path, &rect))
    return gsk_path_is_empty (path);
  reach = MAX (MAX (fabsf (rect.origin.x), fabsf (rect.origin.y)),
               MAX (fabsf (rect.size.width), fabsf (rect.size.height)));

  /* Written so that NaN is not within. */
  return reach <= (float) (2 * NEWS_DRAWING_REACH);
}

gboolean
news_drawing_shape_knows (const char *element)
{
  return find_shape (element) >= 0;
}

gboolean
news_drawing_shape_has_attribute (const char *element, const char *name)
{
  int shape = find_shape (element);

  return shape >= 0
         && (find_number (shape, name) >= 0 || g_strcmp0 (shapes[shape].text, name) == 0);
}

GskPath *
news_drawing_shape_create_path (const char *element,
                                const char **names,
                                const char **values,
                                GError **error)
{
  GskPathBuilder *builder;
  Geometry geometry;

  g_return_val_if_fail (news_drawing_shape_knows (element), NULL);

  if (!read_geometry (find_shape (element), names, values, &geometry, error))
    return NULL;
  builder = gsk_path_builder_new ();
  if (!add_shape (builder, element, &geometry))
    {
      gsk_path_builder_unref (builder);
      news_drawing_set_attribute_error (error, element, geometry.text);
      return NULL;
    }

  return gsk_path_builder_free_to_path (builder);
}

gboolean
news_drawing_shape_measure (GskPath *path, cairo_rectangle_t *bounds)
{
  cairo_surface_t *surface;
  cairo_t *cr;
  double x2, y2;

  if (!is_within_reach (path))
    return FALSE;

  surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cr = cairo_create (surface);
  gsk_path_to_cairo (path, cr);
  cairo_path_extents (cr, &bounds->x, &bounds->y, &x2, &y2);
  bounds->width = x2 - bounds->x;
  bounds->height = y2 - bounds->y;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return TRUE;
}
