/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-database.h"
#include "news-scope.h"

G_BEGIN_DECLS

/* Fills @rows (NewsRow, empty) with the list of @scope, or with its first @limit rows (-1 for all),
 * inside a transaction.
 *
 * The article @kept (0 for none) stands in it whatever its filter, at the place where it belongs:
 * in a section of Home with the others of its time there, or else below the top stories; among the
 * bookmarks where it was until it was unmarked. It is left out if it is no longer in the store, or
 * never was a bookmark. */
void news_listing_read (NewsDatabase *database,
                        NewsScope *scope,
                        gint64 kept,
                        int limit,
                        GArray *rows);

/* Makes sure that the article @kept stands in @rows, which are in the list's own order; behind all
 * that was found, if it is a search that does not find it. */
void news_listing_keep (NewsDatabase *database, NewsScope *scope, gint64 kept, GArray *rows);

G_END_DECLS
