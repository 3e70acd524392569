/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-html-source.h"

#include <libxml/tree.h>

G_BEGIN_DECLS

/* The tree that libxml2 makes of @source, no deeper than NEWS_HTML_MAX_DEPTH: what lies deeper
 * stays there in order, without the elements around it. NULL for an empty source. @cut is set if
 * the source nests so deeply that its end had to be given up. To be freed with xmlFreeDoc(). */
xmlDoc *news_html_tree_parse (NewsHtmlSource *source, gboolean *cut);

#define NEWS_HTML_MAX_DEPTH 200

/* The element that holds the article: in a whole document its article, or its main part, if it has
 * most of the text; else all of it. Borrowed. */
const xmlNode *news_html_tree_find_article (xmlDoc *tree, gboolean document);

G_END_DECLS
