/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-drawing-values.h"

#include <math.h>
#include <string.h>

static gboolean
read_number (const char **at, double *number)
{
  char *end;

  /* g_ascii_strtod() would also take "inf", "nan" and hexadecimal. */
  if (strchr ("+-.0123456789", **at) == NULL || **at == '\0')
    return FALSE;
  *number = g_ascii_strtod (*at, &end);
  if (end == *at || !isfinite (*number) || fabs (*number) > NEWS_DRAWING_REACH)
    return FALSE;
  *at = end;

  return TRUE;
}

static void
skip_space (const char **at)
{
  while (g_ascii_isspace (**at))
    (*at)++;
}

static void
skip_separator (const char **at)
{
  skip_space (at);
  if (**at == ',')
    (*at)++;
  skip_space (at);
}

gboolean
news_drawing_parse_number (const char *text, gboolean percent, double *number)
{
  if (!read_number (&text, number))
    return FALSE;
  if (percent && *text == '%')
    {
      *number /= 100;
      text++;
    }

  return *text == '\0';
}

gboolean
news_drawing_parse_numbers (const char *text, double *numbers, gsize size, gsize *n_numbers)
{
  *n_numbers = 0;
  skip_space (&text);
  while (*text != '\0')
    {
      if (*n_numbers == size || !read_number (&text, &numbers[*n_numbers]))
        return FALSE;
      (*n_numbers)++;
      skip_separator (&text);
    }

  return TRUE;
}

GArray *
news_drawing_parse_points (const char *text)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (double));
  double number;

  skip_space (&text);
  while (*text != '\0')
    {
      if (!read_number (&text, &number))
        return NULL;
      g_array_append_val (points, number);
      skip_separator (&text);
    }

  return points->len >= 4 && points->len % 2 == 0 ? g_steal_pointer (&points) : NULL;
}

gboolean
news_drawing_parse_colour (const char *text, NewsDrawingColour *colour)
{
  gsize length = strlen (text);
  int digits[6];

  if (text[0] != '#' || (length != 4 && length != 7))
    return FALSE;
  for (gsize i = 1; i < length; i++)
    if ((digits[i - 1] = g_ascii_xdigit_value (text[i])) < 0)
      return FALSE;

  if (length == 4)
    *colour = (NewsDrawingColour) { digits[0] / 15.0, digits[1] / 15.0, digits[2] / 15.0 };
  else
    *colour = (NewsDrawingColour) { (digits[0] * 16 + digits[1]) / 255.0,
                                    (digits[2] * 16 + digits[3]) / 255.0,
                                    (digits[4] * 16 + digits[5]) / 255.0 };

  return TRUE;
}

static gboolean
make_matrix (const char *name, const double *n, gsize n_numbers, cairo_matrix_t *matrix)
{
  cairo_matrix_init_identity (matrix);
  if (strcmp (name, "translate") == 0 && n_numbers >= 1 && n_numbers <= 2)
    cairo_matrix_translate (matrix, n[0], n_numbers == 2 ? n[1] : 0);
  else if (strcmp (name, "scale") == 0 && n_numbers >= 1 && n_numbers <= 2)
    cairo_matrix_scale (matrix, n[0], n_numbers == 2 ? n[1] : n[0]);
  else if (strcmp (name, "rotate") == 0 && (n_numbers == 1 || n_numbers == 3))
    {
      if (n_numbers == 3)
        cairo_matrix_translate (matrix, n[1], n[2]);
      cairo_matrix_rotate (matrix, n[0] * G_PI / 180);
      if (n_numbers == 3)
        cairo_matrix_translate (matrix, -n[1], -n[2]);
    }
  else if (strcmp (name, "skewX") == 0 && n_numbers == 1)
    matrix->xy = tan (n[0] * G_PI / 180);
  else if (strcmp (name, "skewY") == 0 && n_numbers == 1)
    matrix->yx = tan (n[0] * G_PI / 180);
  else if (strcmp (name, "matrix") == 0 && n_numbers == 6)
    cairo_matrix_init (matrix, n[0], n[1], n[2], n[3], n[4], n[5]);
  else
    return FALSE;

  return TRUE;
}

/* A matrix that flattens everything to a line has no inverse, and would put the cairo context into
 * an error state for all that follows. */
static gboolean
is_usable (const cairo_matrix_t *matrix)
{
  double area = fabs (matrix->xx * matrix->yy - matrix->xy * matrix->yx);

  return area > 1e-9 && area < 1e9 && fabs (matrix->x0) < 1e9 && fabs (matrix->y0) < 1e9;
}

gboolean
news_drawing_parse_transform (const char *text, cairo_matrix_t *matrix)
{
  cairo_matrix_init_identity (matrix);
  skip_space (&text);
  while (*text != '\0')
    {
      const char *open = strchr (text, '(');
      const char *close = open != NULL ? strchr (open, ')') : NULL;
      g_autofree char *name = NULL;
      g_autofree char *inside = NULL;
      double numbers[6];
      gsize n_numbers;
      cairo_matrix_t step;

      if (close == NULL)
        return FALSE;
      name = g_strchomp (g_strndup (text, open - text));
      inside = g_strndup (open + 1, close - open - 1);
      if (!news_drawing_parse_numbers (inside, numbers, G_N_ELEMENTS (numbers), &n_numbers)
          || !make_matrix (name, numbers, n_numbers, &step))
        return FALSE;
      cairo_matrix_multiply (matrix, &step, matrix);
      if (!is_usable (matrix))
        return FALSE;
      text = close + 1;
      skip_separator (&text);
    }

  return TRUE;
}

char *
news_drawing_parse_reference (const char *text, const char *function)
{
  g_autofree char *prefix = function != NULL ? g_strconcat (function, "(#", NULL) : g_strdup ("#");
  gsize length;

  if (!g_str_has_prefix (text, prefix))
    return NULL;
  text += strlen (prefix);
  length = strlen (text);
  if (function != NULL)
    {
      if (length == 0 || text[length - 1] != ')')
        return NULL;
      length--;
    }

  return length > 0 ? g_strndup (text, length) : NULL;
}
