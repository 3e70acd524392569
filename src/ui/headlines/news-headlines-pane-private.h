/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-arrivals.h"
#include "news-empty-list.h"
#include "news-headline-chooser.h"
#include "news-headline-factory.h"
#include "news-headline-menu.h"
#include "news-headlines-pane.h"
#include "news-list-banner.h"
#include "news-refresh-progress.h"
#include "news-search-session.h"

G_BEGIN_DECLS

struct _NewsHeadlinesPane
{
  AdwNavigationPage parent_instance;

  /* Template children */
  AdwWindowTitle *title;
  GtkWidget *refresh;
  NewsListBanner *banner;
  NewsRefreshProgress *progress;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkListView *view;
  NewsArrivals *arrivals;
  GtkWidget *search_button;
  AdwBin *search_place;
  GtkMenuButton *menu_button;
  GMenuModel *list_menu;

  /* Owned */
  GSettings *settings; /* or NULL */
  NewsDesk *desk;
  NewsDeskSection *section;
  NewsHeadlineModel *model;
  NewsListPacer *pacer;
  NewsHeadlineFactory *factory;
  NewsHeadlineChooser *chooser;
  NewsHeadlineMenu *menu;
  GSignalGroup *section_signals;
  NewsPictureLoader *loader;
  NewsScope *here;           /* of which all is shown, whatever the view; or NULL */
  NewsSearchSession *search; /* NULL before the first one, as the two below */
  char *name;                /* of the list */
  char *failure;             /* of the store, in words */

  /* Borrowed, made when first shown: a window that starts does not draw them, but would wait for
   * them */
  NewsEmptyList *empty;
  NewsSearchBar *search_bar;
  NewsSearchResults *results;
};

/* Brings what is seen up to date: the list, what stands in its place, or what was found. */
void _news_headlines_pane_show_state (NewsHeadlinesPane *self);

/* Filter and order of the list that is seen; and brings what shows them up to date. */
void _news_headlines_pane_get_view (NewsHeadlinesPane *self, NewsFilter *filter, NewsOrder *order);
void _news_headlines_pane_show_view (NewsHeadlinesPane *self);

/* Makes all that a search needs, unless it is there; it begins with what is shown. And whether one
 * is going on; and the title of what is seen, with what stands below it. */
void _news_headlines_pane_ensure_search (NewsHeadlinesPane *self);
gboolean _news_headlines_pane_is_searching (NewsHeadlinesPane *self);
void _news_headlines_pane_show_title (NewsHeadlinesPane *self);

G_END_DECLS
