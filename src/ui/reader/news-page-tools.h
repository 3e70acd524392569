/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-article-view.h"
#include "news-find-bar.h"
#include "news-link-address.h"

G_BEGIN_DECLS

#define NEWS_TYPE_PAGE_TOOLS (news_page_tools_get_type ())

/* What can be done with the page of an article besides reading it: find, select and move a caret by
 * keys, copy, see where links lead, look at pictures. Has the caret and the menu, and joins them
 * with the bar and the line that a reader has for it. For the main thread. */
G_DECLARE_FINAL_TYPE (NewsPageTools, news_page_tools, NEWS, PAGE_TOOLS, GObject)

/* Borrows all three, which are of one template. */
NewsPageTools *news_page_tools_new (NewsArticleView *view,
                                    NewsFindBar *bar,
                                    NewsLinkAddress *address);

/* The search by which the page was found that is or is to be on show (nullable: by none); and shows
 * its words, now that that page is there. */
void news_page_tools_set_sought (NewsPageTools *self, const char *query);
void news_page_tools_show_sought (NewsPageTools *self);

/* Opens the bar, with the words that are selected, if they are few. */
void news_page_tools_find (NewsPageTools *self);

/* The next place, or, below 0, the one before. */
void news_page_tools_find_next (NewsPageTools *self, int direction);

/* Whether a caret is moved over the page. */
void news_page_tools_set_caret_wanted (NewsPageTools *self, gboolean wanted);

/* What is selected for the clipboard, as text and as HTML; with @article as a quotation from it.
 * NULL if nothing is selected. The caller owns it. */
GdkContentProvider *news_page_tools_create_content (NewsPageTools *self, NewsArticle *article);

void news_page_tools_select_all (NewsPageTools *self);

/* Opens the viewer at the picture of the page that is at @address, if there is one. */
void news_page_tools_view_picture (NewsPageTools *self,
                                   NewsPictureLoader *loader,
                                   const char *address);

G_END_DECLS
