/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-html-node.h"

G_BEGIN_DECLS

/* Elements and texts, in a few blocks of memory that are freed as one. */
typedef struct _NewsHtmlTree NewsHtmlTree;

/* @text: where texts, names and values lie; taken over. */
NewsHtmlTree *news_html_tree_new (char *text);
void news_html_tree_free (NewsHtmlTree *self);

/* Borrowed. */
NewsHtmlNode *news_html_tree_get_root (NewsHtmlTree *self);

/* A node without parent, children and attributes, or a copy of @attributes, whose names and values
 * are not copied. Both are the tree's. */
NewsHtmlNode *news_html_tree_add_node (NewsHtmlTree *self);
const NewsHtmlAttribute *news_html_tree_add_attributes (NewsHtmlTree *self,
                                                        const NewsHtmlAttribute *attributes,
                                                        guint n);

/* What holds the article of a whole document: its article, or its main part, if it has most of the
 * text; else the root. Borrowed. */
const NewsHtmlNode *news_html_tree_find_article (NewsHtmlTree *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsHtmlTree, news_html_tree_free)

G_END_DECLS
