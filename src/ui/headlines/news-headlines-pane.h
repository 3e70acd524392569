/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-desk.h"
#include "news-picture-loader.h"
#include "news-snapshot.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NEWS_TYPE_HEADLINES_PANE (news_headlines_pane_get_type ())

/* The list of headlines: of a section, the bookmarks, a topic or a saved search, with a bar to
 * search in it and in all others, over which it shows what is found. Shows what is known at once,
 * says what fails, and asks for older articles before its end is reached.
 *
 * The filter and order of the list that is seen are the properties "filter" and "order", by the
 * names of news-list-views.h, and the actions "list.filter" and "list.order". What is found has an
 * order of its own; all of it is seen whenever a search begins.
 *
 * Signals: open (article: gint64, go: gboolean) when an article is chosen; @go if the reader wants
 * to be taken to it, as by a click, and not only to see it beside the list; neighbours-changed ()
 * when others may stand before and after the article on show; search-changed () when something else
 * is looked for, or nothing any more; begun () when the first rows of a list have come, and when
 * more have; loaded () when all have, or there are none. While a search is open, all that follows
 * is of what it has found. */
G_DECLARE_FINAL_TYPE (NewsHeadlinesPane,
                      news_headlines_pane,
                      NEWS,
                      HEADLINES_PANE,
                      AdwNavigationPage)

/* Where it is kept how lists are seen; until then they are plain. */
void news_headlines_pane_set_settings (NewsHeadlinesPane *self, GSettings *settings);

/* Shows @scope under @title, as it was seen last. @section is the desk's, NULL for bookmarks and
 * topics. */
void news_headlines_pane_show (NewsHeadlinesPane *self,
                               NewsDesk *desk,
                               NewsPictureLoader *loader,
                               NewsScope *scope,
                               NewsDeskSection *section,
                               const char *title);

/* What was read goes from a list of what is unread: the reader asks for what is new. */
void news_headlines_pane_renew (NewsHeadlinesPane *self);

/* The rows above (@side -1) or below (@side 1) @article, or the one that is selected if it is 0, as
 * they are on show at this moment: one or two spans, whose number is returned. Borrowed, until the
 * list changes. */
guint news_headlines_pane_get_spans (NewsHeadlinesPane *self,
                                     gint64 article,
                                     int side,
                                     NewsRowSpan spans[2]);

/* The headline of @article, or NULL if it is not in the list. The caller owns it. */
NewsHeadline *news_headlines_pane_dup_headline (NewsHeadlinesPane *self, gint64 article);

/* By which search the list has found @article; NULL if it is no search, or has not found it.
 * Borrowed. */
const char *news_headlines_pane_get_query (NewsHeadlinesPane *self, gint64 article);

/* NULL while a search is open that looks for nothing yet. Borrowed. */
NewsScope *news_headlines_pane_get_scope (NewsHeadlinesPane *self);

/* Marks @article as the one on show: it is selected, if it is there, and stays. */
void news_headlines_pane_set_shown (NewsHeadlinesPane *self, gint64 article);

/* Opens the next (@step 1) or previous (@step -1) article, or the next unread one with @unread.
 * FALSE if there is none. */
gboolean news_headlines_pane_step (NewsHeadlinesPane *self, int step, gboolean unread);

/* The headline before (@step -1) or after (@step 1) the article on show, or NULL; it may not be
 * filled yet. The caller owns it. */
NewsHeadline *news_headlines_pane_dup_neighbour (NewsHeadlinesPane *self, int step);

GtkListView *news_headlines_pane_get_view (NewsHeadlinesPane *self);

/* Opens the search with the focus in it. @query (nullable) is looked for in everything. */
void news_headlines_pane_search (NewsHeadlinesPane *self, const char *query);

/* What is looked for in the bar, as it can be saved; NULL if nothing is. The caller owns it. */
char *news_headlines_pane_dup_query (NewsHeadlinesPane *self);

void news_headlines_pane_focus_list (NewsHeadlinesPane *self);

G_END_DECLS
