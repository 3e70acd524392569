/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-database.h"
#include "news-scope.h"

G_BEGIN_DECLS

/* Fills @rows (NewsRow, empty) with the front page of the sections of @scope, inside a transaction.
 *
 * Group 0 are the top stories: up to five of the best of the last 36 hours before the newest
 * article, or simply of the newest where these hours have fewer than three; at most two of a
 * section; the first with a picture, if any has one. Best is what is most visited, where the source
 * counts visits, and otherwise the newest, those with a picture first; where some sources count and
 * some don't, the two ranks take turns. Then come, for each section in order, its six newest that
 * do not stand there yet, as group 1 + index. */
void news_home_read (NewsDatabase *database, NewsScope *scope, GArray *rows);

G_END_DECLS
