/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-editor.h"
#include "news-saved-searches.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NEWS_TYPE_SIDEBAR (news_sidebar_get_type ())

/* Dateline, edition switch, the edition's sections, the bookmarks and the saved searches.
 *
 * Signals: chosen (section: NewsDeskSection, nullable for the bookmarks and searches, go:
 * gboolean), @go if the reader chose it and wants to be taken there. */
G_DECLARE_FINAL_TYPE (NewsSidebar, news_sidebar, NEWS, SIDEBAR, AdwNavigationPage)

/* The searches below the bookmarks; to be called once, and before a desk is shown. */
void news_sidebar_set_searches (NewsSidebar *self, NewsSavedSearches *searches);

/* Shows the editor's desk, and lets the sections be edited in their menus. */
void news_sidebar_set_editor (NewsSidebar *self, NewsEditor *editor);

/* Chooses the section of that id; NEWS_SIDEBAR_BOOKMARKS stands for the bookmarks,
 * and a saved search has an id of its own. One that is not
 * there chooses the first. */
#define NEWS_SIDEBAR_BOOKMARKS "@bookmarks"
void news_sidebar_choose (NewsSidebar *self, const char *id, gboolean go);

/* The same by number, the first is 0. FALSE if there are not so many. */
gboolean news_sidebar_choose_nth (NewsSidebar *self, guint n);

/* Id of what is chosen, or NULL. Borrowed. */
const char *news_sidebar_get_chosen (NewsSidebar *self);

/* The search that is chosen, or NULL. Borrowed. */
NewsSavedSearch *news_sidebar_get_search (NewsSidebar *self);

/* Nothing is chosen: a topic is on show. */
void news_sidebar_unchoose (NewsSidebar *self);

G_END_DECLS
