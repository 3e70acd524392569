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
  NewsEmptyList *empty;
  GtkScrolledWindow *scroller;
  GtkListView *view;
  NewsArrivals *arrivals;
  NewsSearchBar *search_bar;
  NewsSearchResults *results;
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
  NewsSearchSession *search;
  char *name;    /* of the list */
  char *failure; /* of the store, in words */
};

/* Brings what is seen up to date: the list, what stands in its place, or what was found. */
void _news_headlines_pane_show_state (NewsHeadlinesPane *self);

/* Filter and order of the list that is seen; and brings what shows them up to date. */
void _news_headlines_pane_get_view (NewsHeadlinesPane *self, NewsFilter *filter, NewsOrder *order);
void _news_headlines_pane_show_view (NewsHeadlinesPane *self);

/* Has the bar search; its title, and that of the list, and what stands below it. */
void _news_headlines_pane_init_search (NewsHeadlinesPane *self);
gboolean _news_headlines_pane_is_searching (NewsHeadlinesPane *self);
void _news_headlines_pane_show_title (NewsHeadlinesPane *self);

G_END_DECLS
