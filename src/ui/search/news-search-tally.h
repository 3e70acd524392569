/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-desk.h"
#include "news-saved-searches.h"

G_BEGIN_DECLS

#define NEWS_TYPE_SEARCH_TALLY (news_search_tally_get_type ())

/* Keeps the numbers of unread articles that saved searches find up to date: a little after lists,
 * marks or the searches themselves have changed, one question at a time. Of the main thread. */
G_DECLARE_FINAL_TYPE (NewsSearchTally, news_search_tally, NEWS, SEARCH_TALLY, GObject)

NewsSearchTally *news_search_tally_new (NewsSavedSearches *searches);

/* Whose articles are counted, and whose edition has the sections that can be named; NULL for nobody
 * any more. */
void news_search_tally_set_desk (NewsSearchTally *self, NewsDesk *desk);

G_END_DECLS
