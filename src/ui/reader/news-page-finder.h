/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-search-query.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEWS_TYPE_PAGE_FINDER (news_page_finder_get_type ())

/* Finds words in the paragraphs of a page, as news-folding.h compares them, also in parts that are
 * folded away. What is found is shown where it is in sight; the one that is looked at is brought
 * into sight, and unfolded. A long page is searched in pieces, while nothing else is to be done.
 * For the main thread.
 *
 * Signals: changed (), when there are more or fewer hits, another one is looked at, or the search
 * is done. */
G_DECLARE_FINAL_TYPE (NewsPageFinder, news_page_finder, NEWS, PAGE_FINDER, GObject)

/* Finds in the paragraphs in @root; does not keep it alive. */
NewsPageFinder *news_page_finder_new (GtkWidget *root);

/* "" or NULL: nothing is found, nothing shown. The first hit that is looked at is the first from
 * where the page is read on, or, while words are added, from the one that was looked at. */
void news_page_finder_set_words (NewsPageFinder *self, const char *words);

/* Finds in place of them the words and phrases of a search, each by itself, as the search does.
 * None of them is looked at, and nothing moves, until that is asked for. */
void news_page_finder_set_query (NewsPageFinder *self, NewsSearchQuery *query);

/* Looks at the first hit from where the page is read on, as soon as there is one, unless one is
 * looked at already. */
void news_page_finder_choose (NewsPageFinder *self);

/* Looks at the next hit, or, below 0, at the one before; after the last comes the first. */
void news_page_finder_step (NewsPageFinder *self, int direction);

/* Searches again: the page is another one, or has more blocks. */
void news_page_finder_refresh (NewsPageFinder *self);

guint news_page_finder_get_n_hits (NewsPageFinder *self);

/* The number of the hit that is looked at, from 1 on; 0: none. */
guint news_page_finder_get_current (NewsPageFinder *self);

/* Whether there are pieces that have not been searched yet. */
gboolean news_page_finder_is_searching (NewsPageFinder *self);

/* Where the hit that is looked at is; FALSE if there is none. */
gboolean news_page_finder_get_range (NewsPageFinder *self,
                                     GtkWidget **paragraph,
                                     guint *start,
                                     guint *end);

G_END_DECLS
