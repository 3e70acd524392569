/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NEWS_TYPE_SEARCH_BACKLOG (news_search_backlog_get_type ())

/* A line that says how many articles a search does not find yet, because an earlier version has
 * stored them and they are still being put into the index. It is not to be seen if there are none,
 * which is nearly always. */
G_DECLARE_FINAL_TYPE (NewsSearchBacklog, news_search_backlog, NEWS, SEARCH_BACKLOG, AdwBin)

void news_search_backlog_set_store (NewsSearchBacklog *self, NewsStore *store);

/* Asks the store, and again from time to time as long as there are some and the line is on show. To
 * be called when something is looked for. */
void news_search_backlog_look (NewsSearchBacklog *self);

G_END_DECLS
