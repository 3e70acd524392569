/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-drawing-gradient.h"

#include "news-drawing-error.h"

#include <string.h>

typedef struct
{
  double offset;
  double opacity;
  NewsDrawingColour colour;
} Stop;

struct _NewsDrawingGradient
{
  gboolean radial;
  gboolean in_user_space; /* else the numbers are parts of the shape's bounding box */
  cairo_matrix_t matrix;
  double x1, y1, x2, y2;    /* of a linear one */
  double cx, cy, r, fx, fy; /* of a radial one */
  GArray *stops;            /* Stop */
};

static double *
find_number (NewsDrawingGradient *self, const char *name)
{
  struct
  {
    const char *name;
    gboolean radial;
    double *number;
  } members[] = {
    { "x1", FALSE, &self->x1 }, { "y1", FALSE, &self->y1 }, { "x2", FALSE, &self->x2 },
    { "y2", FALSE, &self->y2 }, { "cx", TRUE, &self->cx },  { "cy", TRUE, &self->cy },
    { "r", TRUE, &self->r },    { "fx", TRUE, &self->fx },  { "fy", TRUE, &self->fy },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    if (members[i].radial == self->radial && strcmp (members[i].name, name) == 0)
      return members[i].number;

  return NULL;
}

static gboolean
set (NewsDrawingGradient *self, const char *name, const char *value)
{
  double *number = find_number (self, name);

  if (number != NULL)
    return news_drawing_parse_number (value, TRUE, number);
  if (strcmp (name, "gradientTransform") == 0)
    return news_drawing_parse_transform (value, &self->matrix);
  if (strcmp (name, "gradientUnits") == 0)
    {
      self->in_user_space = strcmp (value, "userSpaceOnUse") == 0;
      return self->in_user_space || strcmp (value, "objectBoundingBox") == 0;
    }

  return strcmp (name, "id") == 0;
}

NewsDrawingGradient *
news_drawing_gradient_new (gboolean radial, const char **names, const char **values, GError **error)
{
  g_autoptr (NewsDrawingGradient) self = g_new0 (NewsDrawingGradient, 1);
  gboolean has_fx = FALSE;
  gboolean has_fy = FALSE;

  self->radial = radial;
  self->stops = g_array_new (FALSE, FALSE, sizeof (Stop));
  self->x2 = 1;
  self->cx = self->cy = self->r = 0.5;
  cairo_matrix_init_identity (&self->matrix);
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (!set (self, names[i], values[i]))
        {
          news_drawing_set_attribute_error (error, names[i], values[i]);
          return NULL;
        }
      has_fx = has_fx || strcmp (names[i], "fx") == 0;
      has_fy = has_fy || strcmp (names[i], "fy") == 0;
    }
  if (!has_fx)
    self->fx = self->cx;
  if (!has_fy)
    self->fy = self->cy;

  return g_steal_pointer (&self);
}

void
news_drawing_gradient_free (NewsDrawingGradient *self)
{
  g_array_unref (self->stops);
  g_free (self);
}

gboolean
news_drawing_gradient_add_stop (NewsDrawingGradient *self,
                                const char **names,
                                const char **values,
                                GError **error)
{
  Stop stop = { 0, 1, { 0, 0, 0 } };

  for (guint i = 0; names[i] != NULL; i++)
    {
      gboolean good = FALSE;

      if (strcmp (names[i], "offset") == 0)
        good = news_drawing_parse_number (values[i], TRUE, &stop.offset);
      else if (strcmp (names[i], "stop-color") == 0)
        good = news_drawing_parse_colour (values[i], &stop.colour);
      else if (strcmp (names[i], "stop-opacity") == 0)
        good = news_drawing_parse_number (values[i], TRUE, &stop.opacity);
      if (!good)
        {
          news_drawing_set_attribute_error (error, names[i], values[i]);
          return FALSE;
        }
    }
  g_array_append_val (self->stops, stop);

  return TRUE;
}

cairo_pattern_t *
news_drawing_gradient_create_pattern (const NewsDrawingGradient *self,
                                      const cairo_rectangle_t *bounds,
                                      double opacity)
{
  cairo_pattern_t *pattern;
  cairo_matrix_t matrix = self->matrix;

  if (self->radial)
    pattern = cairo_pattern_create_radial (self->fx, self->fy, 0, self->cx, self->cy, self->r);
  else
    pattern = cairo_pattern_create_linear (self->x1, self->y1, self->x2, self->y2);

  for (guint i = 0; i < self->stops->len; i++)
    {
      const Stop *stop = &g_array_index (self->stops, Stop, i);

      cairo_pattern_add_color_stop_rgba (pattern, stop->offset, stop->colour.red,
                                         stop->colour.green, stop->colour.blue,
                                         stop->opacity * opacity);
    }

  if (!self->in_user_space)
    {
      cairo_matrix_t box;

      /* A box without an area has no inverse; SVG paints nothing then, and a transparent pattern
       * does the same. */
      if (bounds->width < 1e-6 || bounds->height < 1e-6)
        {
          cairo_pattern_destroy (pattern);
          return cairo_pattern_create_rgba (0, 0, 0, 0);
        }
      cairo_matrix_init (&box, bounds->width, 0, 0, bounds->height, bounds->x, bounds->y);
      cairo_matrix_multiply (&matrix, &matrix, &box);
    }

  /* SVG's matrix leads from the gradient to the shape, cairo's the other way. */
  if (cairo_matrix_invert (&matrix) == CAIRO_STATUS_SUCCESS)
    cairo_pattern_set_matrix (pattern, &matrix);

  return pattern;
}
