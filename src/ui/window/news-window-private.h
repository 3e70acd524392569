/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-bookmark-mover.h"
#include "news-headlines-pane.h"
#include "news-keys.h"
#include "news-marks.h"
#include "news-opening-page.h"
#include "news-reader.h"
#include "news-search-tally.h"
#include "news-sidebar.h"
#include "news-window.h"

G_BEGIN_DECLS

struct _NewsWindow
{
  AdwApplicationWindow parent_instance;

  /* Template children */
  AdwToastOverlay *toasts;
  AdwToolbarView *frame;
  GtkStack *stack;
  AdwNavigationSplitView *outer;
  AdwNavigationSplitView *inner;
  NewsSidebar *sidebar;
  NewsHeadlinesPane *headlines;
  NewsReader *reader;

  /* Owned */
  GSettings *settings;
  NewsDesk *desk;
  NewsPictureLoader *loader;
  NewsMarks *marks;
  NewsBookmarkMover *mover;
  NewsEditor *editor;
  char *edition;            /* id of the one on show */
  NewsDeskSection *section; /* the one on show, NULL for bookmarks and topics */
  GtkEventController *letters;
  NewsSavedSearches *searches;
  NewsSearchTally *tally;
  char *edited; /* query of the saved search that is being changed, or NULL */

  /* Borrowed; NULL as long as they were not needed */
  NewsOpeningPage *opening;
  AdwBanner *notice;

  gint64 opened; /* the article that was last opened */
  gboolean printing;
};

/* Installs the actions of the window and its panes. */
void _news_window_install_actions (GtkWidgetClass *widget_class);

/* Brings what actions can be done up to date with what is on show. */
void _news_window_update_actions (NewsWindow *self);

/* The same for what can be done with a headline of the list, and with what is above and below it.
 */
void _news_window_install_headline_actions (GtkWidgetClass *widget_class);
void _news_window_update_headline_actions (NewsWindow *self);

/* Shows that there is no paper yet; what was wrong when the one on show was opened; and how many
 * articles were marked as read or unread, with a way back. */
void _news_window_show_opening (NewsWindow *self);
void _news_window_tell_faults (NewsWindow *self);
void _news_window_tell_marked (NewsWindow *self, guint count, gboolean read);

/* Opens @url in what the desktop has for it; what fails is told. */
void _news_window_launch (NewsWindow *self, const char *url);

/* The same for what can be done with the page of the article on show. */
void _news_window_install_page_actions (GtkWidgetClass *widget_class);
void _news_window_update_page_actions (NewsWindow *self);

/* The same for what can be done with the list of bookmarks. */
void _news_window_install_bookmark_actions (GtkWidgetClass *widget_class);
void _news_window_update_bookmark_actions (NewsWindow *self);

/* The same for searches; and has them be there, once there are settings. */
void _news_window_install_search_actions (GtkWidgetClass *widget_class);
void _news_window_init_search (NewsWindow *self);

/* Has the page be as the settings say, and follow them. */
void _news_window_follow_page_settings (NewsWindow *self);

/* The scope of a section of the edition on show. */
NewsScope *_news_window_create_scope (NewsWindow *self, NewsDeskSection *section);

/* Opens an article; @go takes the reader to it where there is only one pane. */
void _news_window_open (NewsWindow *self, gint64 article, gboolean go);

/* Shows the articles of a topic. */
void _news_window_show_topic (NewsWindow *self, const char *topic);

G_END_DECLS
