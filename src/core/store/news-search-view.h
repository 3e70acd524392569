/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-database.h"
#include "news-segment.h"

G_BEGIN_DECLS

/* Some of the articles of the index, up to NEWS_SEGMENT_ARTICLES of them, and which of these have
 * which terms: one segment, or some of what is in none yet. Inside a transaction. */
typedef struct _NewsSearchView NewsSearchView;

/* The next one, from what came last to what came first: that after @last, or the first if that is
 * NULL. NULL after the last one. */
NewsSearchView *news_search_view_next (NewsDatabase *database, NewsSearchView *last);
void news_search_view_free (NewsSearchView *self);

/* The segment that it is, 0 for none. */
gint64 news_search_view_get_segment (NewsSearchView *self);

/* The articles (gint64), in the order of their bits, the newest last. Borrowed. */
const gint64 *news_search_view_get_articles (NewsSearchView *self, guint *length);

/* Those that have @term; @open: or what begins with it. */
NewsSegmentBits news_search_view_find (NewsSearchView *self, const NewsTerm *term, gboolean open);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsSearchView, news_search_view_free)

G_END_DECLS
