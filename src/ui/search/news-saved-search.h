/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define NEWS_TYPE_SAVED_SEARCH (news_saved_search_get_type ())

/* What every id of a saved search begins with, which no section's id does. */
#define NEWS_SAVED_SEARCH_PREFIX "@search:"

/* A search that the reader keeps in the sidebar. Of the main thread.
 *
 * Properties: name; query, in which operators say where it looks; unread, how many articles it
 * finds that are unread, 0 also as long as nobody has counted. */
G_DECLARE_FINAL_TYPE (NewsSavedSearch, news_saved_search, NEWS, SAVED_SEARCH, GObject)

NewsSavedSearch *news_saved_search_new (const char *name, const char *query);

/* Borrowed. */
const char *news_saved_search_get_name (NewsSavedSearch *self);
const char *news_saved_search_get_query (NewsSavedSearch *self);

/* The query as an id, by which it is chosen in the sidebar. Borrowed. */
const char *news_saved_search_get_id (NewsSavedSearch *self);
guint news_saved_search_get_unread (NewsSavedSearch *self);

void news_saved_search_set_name (NewsSavedSearch *self, const char *name);
void news_saved_search_set_query (NewsSavedSearch *self, const char *query);
void news_saved_search_set_unread (NewsSavedSearch *self, guint unread);

G_END_DECLS
