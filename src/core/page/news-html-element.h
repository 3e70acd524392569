/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-block.h"

#include <libxml/tree.h>

G_BEGIN_DECLS

/* What an element is to a newspaper. */
typedef enum
{
  NEWS_HTML_KIND_INLINE, /* those that nobody knows too, as in browsers */
  NEWS_HTML_KIND_BLOCK,  /* apart from what is around it, nothing more */
  NEWS_HTML_KIND_DROPPED,
  NEWS_HTML_KIND_ANCHOR,
  NEWS_HTML_KIND_AUDIO_VIDEO,
  NEWS_HTML_KIND_BREAK,
  NEWS_HTML_KIND_BREAK_CHANCE,
  NEWS_HTML_KIND_CAPTION,
  NEWS_HTML_KIND_CELL,
  NEWS_HTML_KIND_CITE,
  NEWS_HTML_KIND_CREDIT,
  NEWS_HTML_KIND_DEFINITIONS,
  NEWS_HTML_KIND_DEFINITION,
  NEWS_HTML_KIND_DETAILS,
  NEWS_HTML_KIND_FIGURE,
  NEWS_HTML_KIND_FOOTER,
  NEWS_HTML_KIND_FORM,
  NEWS_HTML_KIND_FRAME,
  NEWS_HTML_KIND_HEADING,
  NEWS_HTML_KIND_IMAGE,
  NEWS_HTML_KIND_ITEM,
  NEWS_HTML_KIND_LIST,
  NEWS_HTML_KIND_NOSCRIPT,
  NEWS_HTML_KIND_NOTE,
  NEWS_HTML_KIND_PICTURE,
  NEWS_HTML_KIND_POST,
  NEWS_HTML_KIND_PREFORMATTED,
  NEWS_HTML_KIND_PULL_QUOTE,
  NEWS_HTML_KIND_QUOTATION, /* <q> */
  NEWS_HTML_KIND_QUOTE,
  NEWS_HTML_KIND_READING, /* <rt> */
  NEWS_HTML_KIND_READING_BRACKET,
  NEWS_HTML_KIND_ROW,
  NEWS_HTML_KIND_RULE,
  NEWS_HTML_KIND_SMALL_PRINT, /* a block of it */
  NEWS_HTML_KIND_SUMMARY,
  NEWS_HTML_KIND_TABLE,
  NEWS_HTML_KIND_TABLE_FOOT,
  NEWS_HTML_KIND_TERM,
} NewsHtmlKind;

/* What @node is by its name and classes; those that are hidden are dropped. */
NewsHtmlKind news_html_element_get_kind (const xmlNode *node);

/* Whether, by its name, it stands in a line of text. */
gboolean news_html_element_is_inline (const xmlNode *node);

/* The style that its name and its style attribute give it. */
NewsStyle news_html_element_get_style (const xmlNode *node);

/* Its language (BCP 47), or NULL if it tells none. */
char *news_html_element_dup_language (const xmlNode *node);

/* An attribute's value, borrowed, or NULL if it has none or it is empty. */
const char *news_html_element_get (const xmlNode *node, const char *attribute);

/* A number that an attribute begins with, or 0; percentages are none. */
int news_html_element_get_number (const xmlNode *node, const char *attribute);

/* The value of a property in the style attribute, or NULL. */
char *news_html_element_dup_property (const xmlNode *node, const char *property);

/* Whether there is more text in it than @limit bytes, spaces between elements not counted. */
gboolean news_html_element_has_text (const xmlNode *node, gsize limit);

/* The node after @node in the order of the text, within @root; @enter: into @node, else past it. */
const xmlNode *news_html_element_next (const xmlNode *node, const xmlNode *root, gboolean enter);

gboolean news_html_element_is (const xmlNode *node, const char *name);
gboolean news_html_element_has_class (const xmlNode *node, const char *name);

G_END_DECLS
