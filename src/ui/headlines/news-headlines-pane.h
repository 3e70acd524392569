/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-desk.h"
#include "news-picture-loader.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NEWS_TYPE_HEADLINES_PANE (news_headlines_pane_get_type ())

/* The list of headlines: of a section, the bookmarks, a topic or a saved search, with a bar to search
 * in it and in all others, over which it then shows what is found. Shows what is known at once, says
 * what fails, and asks for older articles before its end is reached.
 *
 * Signals: open (article: gint64, go: gboolean) when an article is chosen; @go if the reader wants
 * to be taken to it, as by a click, and not only to see it beside the list; neighbours-changed ()
 * when others may stand before and after the article on show; search-changed () when something else is
 * looked for. */
G_DECLARE_FINAL_TYPE (NewsHeadlinesPane,
                      news_headlines_pane,
                      NEWS,
                      HEADLINES_PANE,
                      AdwNavigationPage)

/* Shows @scope under @title. @section is the desk's, NULL for bookmarks and topics. */
void news_headlines_pane_show (NewsHeadlinesPane *self,
                               NewsDesk *desk,
                               NewsPictureLoader *loader,
                               NewsScope *scope,
                               NewsDeskSection *section,
                               const char *title);

/* NULL while nothing is looked for in a search that is open. */
NewsScope *news_headlines_pane_get_scope (NewsHeadlinesPane *self);

/* Marks @article as the one on show: it is selected, if it is there, and stays. */
void news_headlines_pane_set_shown (NewsHeadlinesPane *self, gint64 article);

/* Opens the next (@step 1) or previous (@step -1) article, or the next unread one with @unread.
 * FALSE if there is none. */
gboolean news_headlines_pane_step (NewsHeadlinesPane *self, int step, gboolean unread);

/* The headline before (@step -1) or after (@step 1) the article on show, or NULL; it may not be
 * filled yet. The caller owns it. */
NewsHeadline *news_headlines_pane_dup_neighbour (NewsHeadlinesPane *self, int step);

/* Opens the search with the focus in it. @query (nullable) is looked for in everything. */
void news_headlines_pane_search (NewsHeadlinesPane *self, const char *query);

/* What is looked for in the bar, as it can be saved; NULL if nothing is. The caller owns it. */
char *news_headlines_pane_dup_query (NewsHeadlinesPane *self);

void news_headlines_pane_focus_list (NewsHeadlinesPane *self);

G_END_DECLS
