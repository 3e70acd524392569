/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-article.h"
#include "news-context.h"
#include "news-mapping.h"

G_BEGIN_DECLS

/* Which of an answer's members is what in an article. Compiled once; immutable. */
typedef struct _NewsArticleMapping NewsArticleMapping;

/* Reads "article" of a descriptor. NEWS_API_ERROR_INVALID. */
NewsArticleMapping *news_article_mapping_new_from_json (JsonNode *node,
                                                        const NewsParameters *parameters,
                                                        const char *where,
                                                        GError **error);
void news_article_mapping_free (NewsArticleMapping *self);

/* The article at @context's row. What is missing or wrong in it is left out; but NULL if the row
 * has neither an id nor an address. */
NewsArticle *news_article_mapping_apply (const NewsArticleMapping *self,
                                         const NewsContext *context);

/* Tells which rule gives which field of the article at @context's row; of its picture, only which
 * file would be shown. */
void news_article_mapping_trace (const NewsArticleMapping *self,
                                 const NewsContext *context,
                                 NewsTraceFunc func,
                                 gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsArticleMapping, news_article_mapping_free)

G_END_DECLS
