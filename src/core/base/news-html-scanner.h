/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  NEWS_HTML_TEXT,  /* words, with entities in them */
  NEWS_HTML_START, /* <name …> */
  NEWS_HTML_END,   /* </name> */
} NewsHtmlToken;

/* HTML as a row of tokens: the tokenizer of the WHATWG's HTML without its tree. For the small jobs
 * that need no tree, on any bytes that agree with ASCII; in linear time, without allocations.
 * Comments, and what is in <script>, <style> and the like, are left out. */
typedef struct
{
  NewsHtmlToken token;
  const char *text; /* of TEXT, not ended by a zero */
  gsize length;
  char name[12]; /* of START and END, in lower case; longer names are cut */

  const char *at; /* all below is for the scanner alone */
  const char *end;
  const char *attributes;
  const char *attributes_end;
} NewsHtmlScanner;

void news_html_scanner_init (NewsHtmlScanner *self, const char *html, gsize length);

/* FALSE at the end. A tag that is not closed is left out, as browsers do. */
gboolean news_html_scanner_next (NewsHtmlScanner *self);

gboolean news_html_scanner_is (const NewsHtmlScanner *self, NewsHtmlToken token, const char *name);

/* The attribute of a START as it is written, with its entities; NULL if it is not there. Borrowed
 * from the HTML, not ended by a zero. */
const char *news_html_scanner_get_attribute (const NewsHtmlScanner *self,
                                             const char *name,
                                             gsize *length);

/* The same with entities decoded and blanks at both ends removed; NULL also where it is empty. */
char *news_html_scanner_dup_attribute (const NewsHtmlScanner *self, const char *name);

/* What stands between a START and its end where browsers take all for letters there, as in <script>
 * and <title>; NULL of other tokens. Borrowed from the HTML, not ended by a zero. */
const char *news_html_scanner_get_raw (const NewsHtmlScanner *self, gsize *length);

/* Whether @word is one of the attribute's words, apart by blanks and in any case, as in class and
 * rel. */
gboolean news_html_scanner_has_word (const NewsHtmlScanner *self,
                                     const char *name,
                                     const char *word);

/* The same of an attribute that was got already, for any of @n_words words. */
gboolean news_html_scanner_words_have (const char *value,
                                       gsize length,
                                       const char *const *words,
                                       gsize n_words);

G_END_DECLS
