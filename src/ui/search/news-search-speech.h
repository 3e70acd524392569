/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-scope.h"

G_BEGIN_DECLS

/* What is said of a search, in the reader's language. The caller owns it. */

/* How many were found. */
char *news_search_dup_count (guint count);

/* What the list of @scope is called as a place to look in, or NULL if it is none: of the bookmarks
 * and of everything is spoken of elsewhere, and what was found can't be searched again. Static. */
const char *news_search_get_here (NewsScope *scope);

/* The query of @search as it finds the same in everything, seen through no filter, by operators. Of
 * a whole edition there is none: then it finds in everything. */
char *news_search_dup_whole_query (NewsScope *search);

G_END_DECLS
