/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-search-query.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NEWS_TYPE_FIND_BAR (news_find_bar_get_type ())

/* The bar in which words are typed that are looked for in a page (news-page-finder.h), with the
 * number of places where they are and the ways to the next and the one before. Screen readers are
 * told the numbers.
 *
 * The words of the search by which the page was found are shown in it before the bar is opened, and
 * are the first to be looked for in it.
 *
 * Signals: closed (), before what was found is shown no more; sought-changed (), see
 * news_find_bar_get_n_sought(). */
G_DECLARE_FINAL_TYPE (NewsFindBar, news_find_bar, NEWS, FIND_BAR, AdwBin)

/* The widget whose paragraphs are searched, and to which the focus goes when the bar is closed; is
 * not kept alive. */
void news_find_bar_set_root (NewsFindBar *self, GtkWidget *root);

/* The search by which the page was found (nullable: by none). Nothing moves. */
void news_find_bar_set_sought (NewsFindBar *self, NewsSearchQuery *query);

/* In how many places its words are shown as long as the bar is not opened; 0 once it has been. */
guint news_find_bar_get_n_sought (NewsFindBar *self);

/* Opens the bar, with the focus in it. @words are looked for at once; NULL: those that are shown,
 * or were last time. */
void news_find_bar_open (NewsFindBar *self, const char *words);
void news_find_bar_close (NewsFindBar *self);
gboolean news_find_bar_is_open (NewsFindBar *self);

/* Goes on to the next place, or, below 0, to the one before; opens the bar if it is closed. */
void news_find_bar_step (NewsFindBar *self, int direction);

/* Searches again, as the page has changed. */
void news_find_bar_refresh (NewsFindBar *self);

/* The place that is looked at; FALSE if there is none. */
gboolean news_find_bar_get_range (NewsFindBar *self,
                                  GtkWidget **paragraph,
                                  guint *start,
                                  guint *end);

G_END_DECLS
