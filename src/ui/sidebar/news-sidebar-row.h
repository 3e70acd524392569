/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-editor.h"
#include "news-saved-searches.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEWS_TYPE_SIDEBAR_ROW (news_sidebar_row_get_type ())

/* A row of the sidebar: a section of the edition, with a menu of what can be done to it, the
 * bookmarks, or a saved search, whose menu activates "search.rename", "search.edit" and
 * "search.remove" with its query, and which is moved among the others. Its accessible label is the
 * title, and how many are unread; its description is what failed. */
G_DECLARE_FINAL_TYPE (NewsSidebarRow, news_sidebar_row, NEWS, SIDEBAR_ROW, GtkListBoxRow)

GtkWidget *news_sidebar_row_new_section (NewsDeskSection *section, NewsEditor *editor);
GtkWidget *news_sidebar_row_new_bookmarks (NewsDesk *desk);
GtkWidget *news_sidebar_row_new_search (NewsSavedSearches *searches, NewsSavedSearch *search);

/* NULL for the bookmarks and for a search. Borrowed. */
NewsDeskSection *news_sidebar_row_get_section (NewsSidebarRow *self);

/* NULL for all others. Borrowed. */
NewsSavedSearch *news_sidebar_row_get_search (NewsSidebarRow *self);

G_END_DECLS
