/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-search-query.h"

G_BEGIN_DECLS

/* A place where a term stands in a text, in bytes. */
typedef struct
{
  guint start;
  guint end;
  guint term; /* the index of the term that stands there */
} NewsSearchPlace;

/* Finds words and phrases in a text, as the index finds them: by the tokens of both. */
typedef struct _NewsSearchMatch NewsSearchMatch;

/* For the terms of @kind in @query, those that are excluded or not. */
NewsSearchMatch *news_search_match_new (NewsSearchQuery *query,
                                        NewsTermKind kind,
                                        gboolean excluded);
void news_search_match_free (NewsSearchMatch *self);

/* How many terms are looked for, at most 32. */
guint news_search_match_get_size (NewsSearchMatch *self);

/* The terms that stand in @text (nullable: then none), a bit each. */
guint32 news_search_match_find (NewsSearchMatch *self, const char *text);

/* The places (NewsSearchPlace) of all terms in @text, sorted, without those that lie in another; at
 * most @most. */
GArray *news_search_match_find_places (NewsSearchMatch *self, const char *text, guint most);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsSearchMatch, news_search_match_free)

G_END_DECLS
