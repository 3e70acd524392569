/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-print-links.h"

#define KEY "news-print-links"

/* What stays as it is in an address. All else is escaped, as an attribute of Cairo's tags is in
 * single quotes, and an address in a PDF is of ASCII. */
#define KEPT ":/?#[]@!$&()*+,;=%"

typedef struct
{
  guint start; /* bytes */
  guint end;
  char *uri;
} Link;

/* A line of a layout on a page. */
typedef struct
{
  PangoLayoutLine *line;
  double x; /* of the layout */
  double top;
  double bottom;
  cairo_t *cr;
} Place;

static void
clear_link (Link *link)
{
  g_free (link->uri);
}

static void
free_links (GArray *links)
{
  g_array_unref (links);
}

static GArray *
create_links (void)
{
  GArray *links = g_array_new (FALSE, FALSE, sizeof (Link));

  g_array_set_clear_func (links, (GDestroyNotify) clear_link);

  return links;
}

void
news_print_links_keep (PangoLayout *layout, const NewsText *text)
{
  GArray *links = NULL;

  for (guint i = 0; i < text->spans->len; i++)
    {
      const NewsSpan *span = &g_array_index (text->spans, NewsSpan, i);
      Link link = { span->start, span->end, NULL };

      if (span->link == NULL)
        continue;

      if (links == NULL)
        links = create_links ();
      link.uri = g_uri_escape_string (span->link, KEPT, FALSE);
      g_array_append_val (links, link);
    }

  if (links != NULL)
    g_object_set_data_full (G_OBJECT (layout), KEY, links, (GDestroyNotify) free_links);
}

/* Cairo takes the rectangle of a link as it is, without the transformation that is in force. */
static void
mark_part (const Place *place, const char *uri, double left, double right)
{
  g_autofree char *attributes = NULL;
  char numbers[4][G_ASCII_DTOSTR_BUF_SIZE];
  double x = left, y = place->top;
  double width = right - left, height = place->bottom - place->top;

  cairo_user_to_device (place->cr, &x, &y);
  cairo_user_to_device_distance (place->cr, &width, &height);
  g_ascii_formatd (numbers[0], sizeof numbers[0], "%.2f", x);
  g_ascii_formatd (numbers[1], sizeof numbers[1], "%.2f", y);
  g_ascii_formatd (numbers[2], sizeof numbers[2], "%.2f", width);
  g_ascii_formatd (numbers[3], sizeof numbers[3], "%.2f", height);
  attributes = g_strdup_printf ("rect=[%s %s %s %s] uri='%s'", numbers[0], numbers[1], numbers[2],
                                numbers[3], uri);
  cairo_tag_begin (place->cr, CAIRO_TAG_LINK, attributes);
  cairo_tag_end (place->cr, CAIRO_TAG_LINK);
}

static void
mark_link (const Place *place, const Link *link)
{
  guint start = (guint) pango_layout_line_get_start_index (place->line);
  guint end = start + (guint) pango_layout_line_get_length (place->line);
  g_autofree int *ranges = NULL;
  int n;

  if (link->start >= end || link->end <= start)
    return;

  /* Not past the line's end, which would make them reach to the end of the column. */
  pango_layout_line_get_x_ranges (place->line, (int) MAX (link->start, start),
                                  (int) MIN (link->end, end), &ranges, &n);
  for (int i = 0; i < n; i++)
    if (ranges[2 * i + 1] > ranges[2 * i])
      mark_part (place, link->uri, place->x + pango_units_to_double (ranges[2 * i]),
                 place->x + pango_units_to_double (ranges[2 * i + 1]));
}

void
news_print_links_mark (PangoLayout *layout, int line, double x, double y, cairo_t *cr)
{
  GArray *links = g_object_get_data (G_OBJECT (layout), KEY);
  PangoLayoutIter *iter;
  int i = 0;

  if (links == NULL || cairo_surface_get_type (cairo_get_target (cr)) != CAIRO_SURFACE_TYPE_PDF)
    return;

  iter = pango_layout_get_iter (layout);
  do
    {
      Place place = { pango_layout_iter_get_line_readonly (iter), x, 0, 0, cr };
      int top, bottom;

      if (line >= 0 && i != line)
        continue;

      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      place.top = y + pango_units_to_double (top);
      place.bottom = y + pango_units_to_double (bottom);
      for (guint j = 0; j < links->len; j++)
        mark_link (&place, &g_array_index (links, Link, j));
    }
  while (i++, pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}
