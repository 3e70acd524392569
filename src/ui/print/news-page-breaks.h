/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a printed page is filled with: a line, or what can't be parted. In points. */
typedef struct
{
  double before; /* space over it, which falls away at the top of a page */
  double height;
  gboolean may_break; /* whether a page may begin with it */
} NewsPageUnit;

/* The lines of a paragraph that stand together, at the bottom of a page and at the top of the next:
 * a single one is an orphan, or a widow. */
#define NEWS_PAGE_BREAKS_LINES 2

/* Whether a page may begin with line @line of a paragraph of @lines. */
gboolean news_page_breaks_is_allowed (guint line, guint lines);

/* The first unit of each page (guint) for pages of @height, the first page's included; none for no
 * units. Each page is filled as far as it may be; where nothing on it may be parted, it is parted
 * anyway, and what is higher than a page has one of its own. */
GArray *news_page_breaks_find (GArray *units, double height);

G_END_DECLS
