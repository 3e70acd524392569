/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-headline.h"
#include "news-scope.h"
#include "news-search-match.h"
#include "news-snapshot.h"

#include "news-database.h"

G_BEGIN_DECLS

/* Fills the rows of @snapshot, which is empty, with what @scope, a search, finds: the first @limit
 * rows, in some hundredths of a second even if that leaves some out, or all (-1), but not more than
 * some thousand. @kept is the article on show, 0 for none. Inside a transaction. */
void news_search_read (NewsDatabase *database,
                       NewsScope *scope,
                       gint64 kept,
                       int limit,
                       NewsSnapshot *snapshot);

/* How many unread articles it finds; no more than @most, and fewer if these are hard to find. */
guint news_search_count_unread (NewsDatabase *database, NewsScope *scope, guint most);

/* What the words of @scope are found by in a text. */
NewsSearchMatch *news_search_get_match (NewsScope *scope);

/* Adds the snippet and the ranges to @headline. */
void news_search_mark (NewsDatabase *database, NewsSearchMatch *match, NewsHeadline *headline);

G_END_DECLS
