/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-scope.h"
#include "news-section.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NEWS_TYPE_EMPTY_LIST (news_empty_list_get_type ())

/* What is shown in place of a list of headlines that has none: why, and what can be done about it.
 * Its buttons activate "list.refresh", "app.add-site", "app.sample" and
 * "source.enter-key". */
G_DECLARE_FINAL_TYPE (NewsEmptyList, news_empty_list, NEWS, EMPTY_LIST, AdwBin)

/* There is a reason that somebody should know of, in words; @unreachable, if it is that nobody
 * could be reached; @keyless (nullable) is the id of a source that another key would help. */
void news_empty_list_show_problem (NewsEmptyList *self,
                                   const char *problem,
                                   gboolean unreachable,
                                   const char *keyless);

/* There is nothing of the kind. @section is that of a list of one, or NULL. */
void news_empty_list_show_nothing (NewsEmptyList *self, NewsScope *scope, NewsSection *section);

/* That nothing passes @filter, which is not that of everything, and how to see all. */
void news_empty_list_show_filtered (NewsEmptyList *self, NewsFilter filter);

G_END_DECLS
