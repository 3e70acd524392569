/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-desk.h"
#include "news-search-bar.h"
#include "news-search-results.h"

G_BEGIN_DECLS

#define NEWS_TYPE_SEARCH_SESSION (news_search_session_get_type ())

/* Brings a search bar and what it finds together, over a list of headlines: what is typed is looked
 * for at once, and how much was found is told to screen readers.
 *
 * Signals: changed (), when another number of articles was found, or something else is looked for;
 * see news_search_session_dup_count(). */
G_DECLARE_FINAL_TYPE (NewsSearchSession, news_search_session, NEWS, SEARCH_SESSION, GObject)

/* Both are kept alive by others for as long as this is. */
NewsSearchSession *news_search_session_new (NewsSearchBar *bar, NewsSearchResults *results);

/* @here is the list that is on show from now on; the bar is closed. */
void news_search_session_set_here (NewsSearchSession *self,
                                   NewsDesk *desk,
                                   NewsPictureLoader *loader,
                                   NewsScope *here);

/* Which of what is found is listed, until the bar is closed: all of it at first. */
void news_search_session_set_filter (NewsSearchSession *self, NewsFilter filter);
NewsFilter news_search_session_get_filter (NewsSearchSession *self);

/* How many were found, in words; "" as long as nothing is looked for. The caller owns it. */
char *news_search_session_dup_count (NewsSearchSession *self);

/* What is looked for, with place and filter as operators, so that it can be saved; NULL if nothing
 * is. The caller owns it. */
char *news_search_session_dup_query (NewsSearchSession *self);

G_END_DECLS
