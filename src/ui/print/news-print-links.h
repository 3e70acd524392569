/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-block.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* The links of a text that is set for print. They show only in a PDF, where they can be followed;
 * on paper there is nothing of them. */

/* Has @layout keep the links of @text, which is what it is set from. */
void news_print_links_keep (PangoLayout *layout, const NewsText *text);

/* Marks the links of line @line of @layout, or of all its lines if that is negative, for the
 * readers of the file that @cr draws. Does nothing where that is no PDF. @x and @y are where the
 * layout's upper left corner is. */
void news_print_links_mark (PangoLayout *layout, int line, double x, double y, cairo_t *cr);

G_END_DECLS
