/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-print-text.h"
#include "news-slug.h"

G_BEGIN_DECLS

/* The rows of a table, in columns of one width: NewsSlug, which the array owns. NULL where it has
 * too many columns for @width points, or a row that is higher than @highest: it is then better set
 * as text. */
GPtrArray *news_compositor_table_create_rows (PangoContext *context,
                                              const NewsBlock *table,
                                              double x,
                                              double width,
                                              double highest);

G_END_DECLS
