/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-page-breaks.h"

/* Points that sizes may be off by what computing with them has rounded. */
#define TOLERANCE 0.01

gboolean
news_page_breaks_is_allowed (guint line, guint lines)
{
  return line == 0 || (line >= NEWS_PAGE_BREAKS_LINES && line + NEWS_PAGE_BREAKS_LINES <= lines);
}

/* The unit after the last one that fits on a page that begins with @start: one at least. */
static guint
fill (GArray *units, guint start, double height)
{
  double y = 0;

  for (guint i = start; i < units->len; i++)
    {
      const NewsPageUnit *unit = &g_array_index (units, NewsPageUnit, i);

      y += (i > start ? unit->before : 0) + unit->height;
      if (y > height + TOLERANCE && i > start)
        return i;
    }

  return units->len;
}

/* The last place up to @end at which the page may end; @end if there is none. */
static guint
draw_back (GArray *units, guint start, guint end)
{
  for (guint i = end; end < units->len && i > start; i--)
    if (g_array_index (units, NewsPageUnit, i).may_break)
      return i;

  return end;
}

GArray *
news_page_breaks_find (GArray *units, double height)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint at = 0; at < units->len;)
    {
      g_array_append_val (starts, at);
      at = draw_back (units, at, fill (units, at, height));
    }

  return starts;
}
