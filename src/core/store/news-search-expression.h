/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-search-view.h"

G_BEGIN_DECLS

/* What the terms of an article must be: all or any of several things, or not one. An expression may
 * be in several others. */
typedef struct _NewsSearchExpression NewsSearchExpression;

/* @open: a term that begins like it will do. */
NewsSearchExpression *news_search_expression_new_term (const NewsTerm *term, gboolean open);
NewsSearchExpression *news_search_expression_new_all (void);
NewsSearchExpression *news_search_expression_new_any (void);
NewsSearchExpression *news_search_expression_ref (NewsSearchExpression *self);
void news_search_expression_unref (NewsSearchExpression *self);

/* Adds @part, which is taken, to one of all or any: what must be so, or must not. */
void news_search_expression_add (NewsSearchExpression *self, NewsSearchExpression *part);
void news_search_expression_add_not (NewsSearchExpression *self, NewsSearchExpression *part);

/* How many have been added. */
guint news_search_expression_get_length (NewsSearchExpression *self);

/* Clears from @bits those that are not so. What is asked first had better be rare: the rest is only
 * looked up where something is left. */
void news_search_expression_sift (NewsSearchExpression *self,
                                  NewsSearchView *view,
                                  NewsSegmentBits *bits);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsSearchExpression, news_search_expression_unref)

G_END_DECLS
