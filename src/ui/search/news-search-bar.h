/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-suggestion-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NEWS_TYPE_SEARCH_BAR (news_search_bar_get_type ())

/* Where is looked. */
typedef enum
{
  NEWS_SEARCH_HERE, /* in the list that is on show below */
  NEWS_SEARCH_EVERYTHING,
  NEWS_SEARCH_BOOKMARKS,
} NewsSearchPlace;

/* The bar in which is typed what is looked for, with the places to look in, and suggestions. The
 * button in it that saves the search activates "search.save".
 *
 * Properties: open.
 * Signals: changed (), when something else is to be looked for, or elsewhere, soon after the last
 * letter; go (open: gboolean), when the reader wants to go to the first of what is found, and to
 * @open it. */
G_DECLARE_FINAL_TYPE (NewsSearchBar, news_search_bar, NEWS, SEARCH_BAR, AdwBin)

/* @here is what the list below is called as a place, or NULL if it is none of its own; @first is
 * the place that is chosen whenever the bar is opened. */
void news_search_bar_set_places (NewsSearchBar *self, const char *here, NewsSearchPlace first);

/* Where suggestions are seen; the bar asks for them and takes them. */
void news_search_bar_set_suggestions (NewsSearchBar *self, NewsSuggestionList *suggestions);

/* Opens the bar, with the focus in it, or closes it, which forgets what was typed. */
void news_search_bar_set_open (NewsSearchBar *self, gboolean open);
gboolean news_search_bar_get_open (NewsSearchBar *self);

/* What is typed, without blanks around it. The caller owns it. */
char *news_search_bar_dup_query (NewsSearchBar *self);
void news_search_bar_set_query (NewsSearchBar *self, const char *query);

NewsSearchPlace news_search_bar_get_place (NewsSearchBar *self);
void news_search_bar_set_place (NewsSearchBar *self, NewsSearchPlace place);

/* Adds @text to what is typed, and goes on behind it. */
void news_search_bar_append (NewsSearchBar *self, const char *text);

/* What Escape does: takes away suggestions, else what is typed, else the bar. */
void news_search_bar_stop (NewsSearchBar *self);

/* Says something to screen readers, once they have said what they are at. */
void news_search_bar_announce (NewsSearchBar *self, const char *words);

G_END_DECLS
