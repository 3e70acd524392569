/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-saved-searches.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEWS_TYPE_SEARCH_MOVER (news_search_mover_get_type ())

/* Moves a saved search among the others: by the actions "move-up" and "move-down", which are
 * enabled where there is a way to go, and by dragging its row onto that of another. Whoever has a
 * screen reader hears where it came to stand. Belongs to the main thread. */
G_DECLARE_FINAL_TYPE (NewsSearchMover, news_search_mover, NEWS, SEARCH_MOVER, GSimpleActionGroup)

/* @row shows @search, and is borrowed: it keeps the mover, as a group of its actions. */
NewsSearchMover *news_search_mover_new (GtkWidget *row,
                                        NewsSavedSearches *searches,
                                        NewsSavedSearch *search);

G_END_DECLS
