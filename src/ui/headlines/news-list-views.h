/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-scope.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* How each list is seen: through which filter, and in which order. Kept for each section by itself
 * in the setting "list-views", as one is read for what is new and another for what is good; topics,
 * of which there are many, begin plain. */

/* The names of the two, as actions and settings have them: "all", "unread", "bookmarked"; "newest",
 * "oldest", "most-visited". The other way, FALSE if it is no such name. */
const char *news_list_views_get_filter_name (NewsFilter filter);
const char *news_list_views_get_order_name (NewsOrder order);
gboolean news_list_views_parse_filter (const char *name, NewsFilter *filter);
gboolean news_list_views_parse_order (const char *name, NewsOrder *order);

/* In words, for under the title of a list; NULL if the list is plain. The caller owns it. */
char *news_list_views_dup_words (NewsFilter filter, NewsOrder order);

/* What is kept for @scope, plain if there is nothing. @settings NULL knows nothing. */
void news_list_views_read (GSettings *settings,
                           NewsScope *scope,
                           NewsFilter *filter,
                           NewsOrder *order);

/* Keeps how @scope is seen. */
void news_list_views_write (GSettings *settings, NewsScope *scope);

G_END_DECLS
