/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A <link> in the head of a page, with entities decoded. All but @href may be NULL. */
typedef struct
{
  const char *href; /* absolute */
  const char *rel;  /* words, apart by blanks */
  const char *type; /* in lower case, without parameters */
  const char *title;
} NewsHtmlLink;

/* FALSE ends the search. */
typedef gboolean (*NewsHtmlLinkFunc) (const NewsHtmlLink *link, gpointer data);

/* Calls @func for each <link> with an http or https address in the head of a page, in order. Any
 * bytes will do; of a long page only the beginning is looked at. @base is the page's address; the
 * page's own <base> comes before it. */
void news_html_links_foreach (const char *html,
                              gsize length,
                              const char *base,
                              NewsHtmlLinkFunc func,
                              gpointer data);

/* A <meta> in the head of a page. Both may be NULL. */
typedef struct
{
  const char *name;
  const char *content;
} NewsHtmlMeta;

typedef gboolean (*NewsHtmlMetaFunc) (const NewsHtmlMeta *meta, gpointer data);

/* The same for each <meta>. */
void news_html_metas_foreach (const char *html, gsize length, NewsHtmlMetaFunc func, gpointer data);

/* Whether @rel is one of the link's words, in any case. */
gboolean news_html_link_has_rel (const NewsHtmlLink *self, const char *rel);

G_END_DECLS
