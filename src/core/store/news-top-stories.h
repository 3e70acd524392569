/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-database.h"

G_BEGIN_DECLS

/* Fills @rows (NewsRow, empty) with the top stories of @sections, each an array of gint64, the rows
 * of its queries; inside a transaction.
 *
 * These are up to five of the best of the last 36 hours before the newest article, or simply of the
 * newest where these hours have fewer than three; at most two of a section; the first with a
 * picture, if any has one. Best is what is most visited, where the source counts visits, and
 * otherwise the newest, those with a picture first; where some sources count and some don't, the
 * two ranks take turns. Of sections that overlap, an article is of the first. */
void news_top_stories_read (NewsDatabase *database, GPtrArray *sections, GArray *rows);

G_END_DECLS
