/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-html-tag.h"

G_BEGIN_DECLS

#define NEWS_HTML_SPACES " \t\r\n\f"

typedef struct
{
  const char *name; /* in lower case */
  const char *value;
} NewsHtmlAttribute;

/* An element of a tree of HTML, or a text in it, or the root, an element without a name. All is
 * the tree's, and only to be read. */
typedef struct _NewsHtmlNode NewsHtmlNode;

struct _NewsHtmlNode
{
  const NewsHtmlTag *tag; /* never NULL */
  const char *name;       /* in lower case; "" for a text and for the root */
  const char *text;       /* NULL for an element */
  gsize length;           /* of @text, in bytes */
  const NewsHtmlAttribute *attributes;
  guint n_attributes;
  const NewsHtmlNode *parent; /* NULL for the root */
  const NewsHtmlNode *children;
  const NewsHtmlNode *next;
};

/* The node after @self in the order of the text, within @root; @enter: into @self, else past it. */
const NewsHtmlNode *news_html_node_next (const NewsHtmlNode *self,
                                         const NewsHtmlNode *root,
                                         gboolean enter);

gboolean news_html_node_is (const NewsHtmlNode *self, const char *name);

/* Whether it is a text of nothing but white space. */
gboolean news_html_node_is_blank (const NewsHtmlNode *self);

/* An attribute's value, borrowed, or NULL if there is none or it is empty. Of two attributes of one
 * name the first holds. */
const char *news_html_node_get (const NewsHtmlNode *self, const char *attribute);
gboolean news_html_node_has (const NewsHtmlNode *self, const char *attribute);

G_END_DECLS
