/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-saved-search.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define NEWS_TYPE_SAVED_SEARCHES (news_saved_searches_get_type ())

/* So many can be saved: a sidebar that is longer is none. */
#define NEWS_SAVED_SEARCHES_MOST 50

/* The reader's saved searches, a GListModel of NewsSavedSearch over the setting "saved-searches":
 * what is changed here is kept there, and what is changed there by others shows here. No two have
 * the same query. Of the main thread.
 *
 * Signals: removed (search: NewsSavedSearch, place: guint), by news_saved_searches_remove(), so
 * that it can be put back. */
G_DECLARE_FINAL_TYPE (NewsSavedSearches, news_saved_searches, NEWS, SAVED_SEARCHES, GObject)

NewsSavedSearches *news_saved_searches_new (GSettings *settings);

/* The one with that query, or NULL. Borrowed. */
NewsSavedSearch *news_saved_searches_find (NewsSavedSearches *self, const char *query);

/* Where it stands, from 0 on; G_MAXUINT if it is none of them. */
guint news_saved_searches_get_place (NewsSavedSearches *self, NewsSavedSearch *search);

gboolean news_saved_searches_is_full (NewsSavedSearches *self);

/* Puts one in at @place, or at the end. FALSE, and nothing is done, if there are too many or one
 * has its query, or it has none. */
gboolean news_saved_searches_insert (NewsSavedSearches *self, NewsSavedSearch *search, guint place);

/* Changes one of them. A name of nothing but blanks is none, and so is a query, or that of
 * another: then nothing is done. */
void news_saved_searches_rename (NewsSavedSearches *self,
                                 NewsSavedSearch *search,
                                 const char *name);
void news_saved_searches_set_query (NewsSavedSearches *self,
                                    NewsSavedSearch *search,
                                    const char *query);
/* Has it stand at @place, or at the end. FALSE, and nothing is done, if it stands there. */
gboolean news_saved_searches_move (NewsSavedSearches *self, NewsSavedSearch *search, guint place);
void news_saved_searches_remove (NewsSavedSearches *self, NewsSavedSearch *search);

G_END_DECLS
