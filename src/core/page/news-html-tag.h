/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-block.h"

G_BEGIN_DECLS

/* What an element is to a newspaper. */
typedef enum
{
  NEWS_HTML_KIND_INLINE, /* those that nobody knows too, as in browsers */
  NEWS_HTML_KIND_BLOCK,  /* apart from what is around it, nothing more */
  NEWS_HTML_KIND_DROPPED,
  NEWS_HTML_KIND_ABBREVIATION, /* what it is short for is in its title */
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
  NEWS_HTML_KIND_KEY_POINTS,
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

/* Elements that open and close alike. */
typedef enum
{
  NEWS_HTML_GROUP_OTHER, /* those that nobody knows too: only their own end tag closes them */
  NEWS_HTML_GROUP_LINE,  /* in a line of text; ends with the cell of a table */
  NEWS_HTML_GROUP_LOOSE, /* the same, and often left open: a paragraph ends it too */
  NEWS_HTML_GROUP_ANCHOR,
  NEWS_HTML_GROUP_PARAGRAPH,
  NEWS_HTML_GROUP_HEADING,
  NEWS_HTML_GROUP_BLOCK,
  NEWS_HTML_GROUP_DIVISION,
  NEWS_HTML_GROUP_FORM,
  NEWS_HTML_GROUP_RULE,
  NEWS_HTML_GROUP_ITEM,
  NEWS_HTML_GROUP_DEFINITION,
  NEWS_HTML_GROUP_READING,
  NEWS_HTML_GROUP_OPTION,
  NEWS_HTML_GROUP_OPTION_GROUP,
  NEWS_HTML_GROUP_TABLE,
  NEWS_HTML_GROUP_CAPTION,
  NEWS_HTML_GROUP_COLUMNS,
  NEWS_HTML_GROUP_COLUMN,
  NEWS_HTML_GROUP_ROWS,
  NEWS_HTML_GROUP_ROW,
  NEWS_HTML_GROUP_CELL,
  NEWS_HTML_GROUP_FRAME, /* of a document, but for its head */
  NEWS_HTML_GROUP_HEAD,
  NEWS_HTML_GROUP_HEAD_PART,  /* what may be in a head, with an end tag */
  NEWS_HTML_GROUP_HEAD_EMPTY, /* the same without */
  NEWS_HTML_GROUP_EMPTY,
} NewsHtmlGroup;

/* What is known of an element by its name. */
typedef struct
{
  const char *name;
  NewsHtmlKind kind;
  NewsStyle style;
  NewsHtmlGroup group;
} NewsHtmlTag;

/* How much an end tag has to weigh to close an element over another that is still open. */
#define NEWS_HTML_TAG_WEIGHTS 6

/* The tag of a name of @length lower-case bytes, or NULL if it has none. Any thread. */
const NewsHtmlTag *news_html_tag_find (const char *name, gsize length);

/* The one that stands for all that have none: inline, without a name. */
const NewsHtmlTag *news_html_tag_get_unknown (void);

/* A number of its own for each tag, from 0; the unknown one has the last, COUNT - 1. */
guint news_html_tag_get_index (const NewsHtmlTag *self);
guint news_html_tag_get_count (void);

/* Whether it has no content and no end tag (WHATWG HTML, 13.1.2, void elements). */
gboolean news_html_tag_is_empty (const NewsHtmlTag *self);

/* Whether @self, if it is the innermost that is open, ends where @next starts. These are the end
 * tags that may be left out (13.1.2.4), and those that are in fact left out, as far as libxml2,
 * which read our pages before, knew them. Formatting that is closed so is not opened again, other
 * than in 13.2.4.3: who forgets to close a <b> in one paragraph seldom wants all others bold. */
gboolean news_html_tag_ends_at (const NewsHtmlTag *self, const NewsHtmlTag *next);

/* An end tag closes what is open within its element, unless something in there resists it, by a
 * weight greater than the tag's power: </b> does not close a <div>, </p> no cell. Less than
 * NEWS_HTML_TAG_WEIGHTS. */
guint news_html_tag_get_weight (const NewsHtmlTag *self);
guint news_html_tag_get_power (const NewsHtmlTag *self);

G_END_DECLS
