/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-html-node.h"

G_BEGIN_DECLS

/* What @node is by its name and classes; those that are hidden are dropped. */
NewsHtmlKind news_html_element_get_kind (const NewsHtmlNode *node);

/* Whether, by its name, it stands in a line of text. */
gboolean news_html_element_is_inline (const NewsHtmlNode *node);

/* The style that its name and its style attribute give it. */
NewsStyle news_html_element_get_style (const NewsHtmlNode *node);

/* Its language (BCP 47), or NULL if it tells none. */
char *news_html_element_dup_language (const NewsHtmlNode *node);

/* A number that an attribute begins with, or 0; percentages are none. */
int news_html_element_get_number (const NewsHtmlNode *node, const char *attribute);

/* The value of a property in the style attribute, or NULL. */
char *news_html_element_dup_property (const NewsHtmlNode *node, const char *property);

/* Whether there is more text in it than @limit bytes, spaces between elements not counted. */
gboolean news_html_element_has_text (const NewsHtmlNode *node, gsize limit);

gboolean news_html_element_has_class (const NewsHtmlNode *node, const char *name);

G_END_DECLS
