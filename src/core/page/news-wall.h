/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-page.h"

G_BEGIN_DECLS

/* What stands between a reader and the whole article. */
typedef enum
{
  NEWS_WALL_NONE,
  NEWS_WALL_PAY,     /* what is here is a teaser: the rest is for subscribers or members */
  NEWS_WALL_CONSENT, /* what is here is no article, but a question whether one agrees to be tracked
                      */
} NewsWall;

/* Finds the wall in a body, of which @html (@length bytes, or -1) is the source and @page what
 * became of it. It is said by, in this order:
 *
 * - schema.org's isAccessibleForFree in JSON-LD, of the article or of a part of it, as Google has
 *   it in “Structured data for subscription and paywalled content”, and article:content_tier;
 * - classes and ids in which content systems put what they show in place of a text;
 * - words at the end of a short body, in English or Chinese, that ask to subscribe and read on.
 *
 * A text longer than any teaser is no teaser, whatever it says, and is handed out in full. In
 * linear time; any thread. */
NewsWall news_wall_find (const char *html, gssize length, NewsPage *page);

G_END_DECLS
