/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-headline-matches.h"

/* How much of the accent colour is behind the letters: they stay as legible as on the bare ground,
 * by day and in the dark. */
#define OPACITY 0.2f

void
news_headline_matches_embolden (PangoAttrList *attributes, GArray *matches)
{
  for (guint i = 0; matches != NULL && i < matches->len; i++)
    {
      const NewsTextRange *range = &g_array_index (matches, NewsTextRange, i);
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      bold->start_index = range->start;
      bold->end_index = range->end;
      pango_attr_list_insert (attributes, bold);
    }
}

/* Where the letters end that the line shows: at what is left out behind them, if it is. */
static int
get_end (PangoLayoutLine *line)
{
  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      PangoItem *item = ((PangoGlyphItem *) l->data)->item;

      if ((item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS) != 0)
        return item->offset;
    }

  return line->start_index + line->length;
}

/* Where the letters of one line are that a range has, with bytes of the whole text. */
static void
mark_line (PangoLayoutIter *iter, const NewsTextRange *range, GtkSnapshot *snapshot, GdkRGBA *color)
{
  PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
  int start = MAX ((int) range->start, line->start_index);
  int end = MIN ((int) range->end, get_end (line));
  PangoRectangle extents;
  g_autofree int *edges = NULL;
  int n;

  if (start >= end)
    return;

  pango_layout_iter_get_line_extents (iter, NULL, &extents);
  pango_layout_line_get_x_ranges (line, start, end, &edges, &n);
  for (int i = 0; i < n; i++)
    gtk_snapshot_append_color (
      snapshot, color,
      &GRAPHENE_RECT_INIT ((float) PANGO_PIXELS (edges[2 * i]), (float) PANGO_PIXELS (extents.y),
                           (float) PANGO_PIXELS (edges[2 * i + 1] - edges[2 * i]),
                           (float) PANGO_PIXELS (extents.height)));
}

void
news_headline_matches_mark (PangoLayout *layout,
                            GArray *matches,
                            GtkSnapshot *snapshot,
                            const GdkRGBA *color)
{
  GdkRGBA shade = *color;
  PangoLayoutIter *iter;

  if (matches == NULL || matches->len == 0)
    return;

  shade.alpha *= OPACITY;
  iter = pango_layout_get_iter (layout);
  do
    for (guint i = 0; i < matches->len; i++)
      mark_line (iter, &g_array_index (matches, NewsTextRange, i), snapshot, &shade);
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}
