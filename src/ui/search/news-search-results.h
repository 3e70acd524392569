/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-headline-chooser.h"
#include "news-picture-loader.h"
#include "news-store.h"
#include "news-suggestion-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NEWS_TYPE_SEARCH_RESULTS (news_search_results_get_type ())

/* What a search has found, the best first, as a list of headlines of its own, so that the list that
 * was there before stays as it was; or hints, or why there is nothing. What was found last stays
 * until the next is there, and one question is asked at a time, with the newest after it.
 *
 * Signals: open (article: gint64, go: gboolean) and neighbours-changed () as of NewsHeadlinesPane;
 * changed (), when something else has been found; hint (text: string), to be typed; widen (), to
 * look in everything. */
G_DECLARE_FINAL_TYPE (NewsSearchResults, news_search_results, NEWS, SEARCH_RESULTS, AdwBin)

void news_search_results_set_store (NewsSearchResults *self,
                                    NewsStore *store,
                                    NewsPictureLoader *loader);

/* Above the list, to be given to the bar. Borrowed. */
NewsSuggestionList *news_search_results_get_suggestions (NewsSearchResults *self);

/* Looks for what @scope asks for, a search; NULL: for nothing, which forgets what was found. */
void news_search_results_show (NewsSearchResults *self, NewsScope *scope);

/* What is being looked for, or NULL. Borrowed. */
NewsScope *news_search_results_get_scope (NewsSearchResults *self);

/* How many were found, and whether that is still being found out. */
guint news_search_results_get_count (NewsSearchResults *self);
gboolean news_search_results_is_busy (NewsSearchResults *self);

/* Goes to the first result, as soon as there is one, and opens it with @open. */
void news_search_results_go (NewsSearchResults *self, gboolean open);

/* Its rows, and how the reader goes through them. Borrowed. */
NewsHeadlineModel *news_search_results_get_model (NewsSearchResults *self);
NewsHeadlineChooser *news_search_results_get_chooser (NewsSearchResults *self);
void news_search_results_focus (NewsSearchResults *self);

G_END_DECLS
