/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-article.h"
#include "news-xml-tree.h"

G_BEGIN_DECLS

/* What an item takes from its feed where it does not say it itself. Borrowed; all may be NULL. */
typedef struct
{
  const char *address; /* where the feed is, after redirects */
  const char *title;
  const char *language;
  const char *author;
} NewsFeedFrame;

/* Whether @node is an <item> of RSS or an <entry> of Atom. */
gboolean news_feed_item_is (const xmlNode *node);

/* The article that @node tells. What is missing or wrong in it is left out; but NULL where nothing
 * is in it that could be read or opened. */
NewsArticle *news_feed_item_read (const xmlNode *node, const NewsFeedFrame *frame);

/* The address for browsers that an item or a feed gives: Atom's link of the relation "alternate",
 * best of HTML, or RSS's link. Absolute; NULL where there is none. */
char *news_feed_item_dup_link (const xmlNode *node, const char *base);

G_END_DECLS
