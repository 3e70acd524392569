/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-html-tree.h"

G_BEGIN_DECLS

#define NEWS_HTML_MAX_DEPTH 200

typedef struct
{
  NewsHtmlTree *tree;
  gboolean document; /* whether it has the tags of a whole document, not only of a part of one */
  gboolean cut;      /* whether its end had to be given up */
} NewsHtmlParsed;

/* The tree of @length bytes of HTML (-1: up to a NUL byte); bytes that are no UTF-8 become U+FFFD.
 * It is to be freed by the caller.
 *
 * Elements open and close by the rules of WHATWG HTML, 13.2.6, as far as a page shows them: end
 * tags may be left out, those without a start mean nothing, but that </p> begins a paragraph, and
 * </br> a line. Like libxml2, which read our pages before, it leaves what is misplaced where it
 * stands, without the adoption agency (13.2.6.4.7) and foster parents (13.2.6.1): a text between
 * two rows stays in the table; and "/>" closes any element, as in the XHTML of many feeds. Elements
 * that are implied (html, head, body, tbody) are not made.
 *
 * What lies deeper than NEWS_HTML_MAX_DEPTH stays there in order, without the elements around it;
 * where far more are open, or the source is too long, the end is cut off. In time proportional to
 * @length. */
NewsHtmlParsed news_html_parser_parse (const char *html, gssize length);

G_END_DECLS
