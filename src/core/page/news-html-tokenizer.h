/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-html-node.h"

G_BEGIN_DECLS

/* How many attributes of a tag are kept. */
#define NEWS_HTML_MAX_ATTRIBUTES 100

typedef enum
{
  NEWS_HTML_TOKEN_END, /* of the source */
  NEWS_HTML_TOKEN_TEXT,
  NEWS_HTML_TOKEN_START_TAG,
  NEWS_HTML_TOKEN_END_TAG,
} NewsHtmlTokenType;

/* Cuts HTML into texts and tags, as WHATWG HTML has it in 13.2.5, but for what a newspaper has no
 * use for: comments, instructions, the document's type, scripts and styles with all in them are
 * passed over, and what stands around them is one text. References are resolved, in texts and in
 * values; as in libxml2, which read our pages before, a named one is one only with its semicolon,
 * since few of those without are meant. What is in a CDATA section is read as markup: it is left
 * over from a feed whose text all this was. A tag that the source ends in is one.
 *
 * The members below "token" are those of the last token, to be read only. In time proportional to
 * the source. */
typedef struct
{
  const char *at;
  const char *end;
  char *out;
  char *out_end;
  GHashTable *letters;
  gboolean cdata; /* whether a CDATA section is open */

  /* token */
  const NewsHtmlTag *tag; /* of a tag; the unknown one for names that are not known */
  const char *text;       /* or the name of a tag, in lower case; ends with a NUL byte */
  gsize length;
  NewsHtmlAttribute attributes[NEWS_HTML_MAX_ATTRIBUTES]; /* of a start tag */
  guint n_attributes;
  gboolean closed; /* whether it is a start tag that ends in "/>" */
} NewsHtmlTokenizer;

/* How much room the texts, names and values of a source may take, in bytes. */
#define NEWS_HTML_TOKENIZER_ROOM(length) ((length) + 16)

/* Begins with @length bytes of valid UTF-8 without NUL bytes at @html. Texts, names and values are
 * written to @buffer, which has room for them, and stay there. Both are borrowed. */
void news_html_tokenizer_init (NewsHtmlTokenizer *self,
                               const char *html,
                               gsize length,
                               char *buffer);

NewsHtmlTokenType news_html_tokenizer_next (NewsHtmlTokenizer *self);

G_END_DECLS
