/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-database.h"

G_BEGIN_DECLS

/* The order of bookmarks, which statuses.rank keeps: the highest comes first. A bookmark has the
 * rank of its time until it is moved by hand, and one that is moved gets a rank between those of
 * its new neighbours, so that a move writes one row, and now and then some dozens. Inside a
 * transaction; what moves inside one that writes. */

/* The rank of a bookmark of that time, in microseconds since 1970: there are 1024 to each. Whatever
 * the time, there is room above and below. */
gint64 news_bookmark_order_get_rank (gint64 time);

/* The same for a bookmark that is new, and comes before all others whatever the clock says. */
gint64 news_bookmark_order_get_new_rank (NewsDatabase *database, gint64 time);

/* Whether any bookmark stands elsewhere than by its time. */
gboolean news_bookmark_order_is_own (NewsDatabase *database);

/* The bookmark that comes after @article, 0 if that is the last one. */
gint64 news_bookmark_order_get_next (NewsDatabase *database, gint64 article);

/* Moves the bookmark @article to where it comes right before @before, or to the end if that is 0.
 * @before may be one that has just been unmarked. FALSE if nothing moved, as there is no such
 * bookmark, or it stands there already. */
gboolean news_bookmark_order_move (NewsDatabase *database, gint64 article, gint64 before);

/* Whether @article is bookmarked; in any transaction. */
gboolean news_bookmark_order_has (NewsDatabase *database, gint64 article);

G_END_DECLS
