/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-article.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define NEWS_FEED_ERROR (news_feed_error_quark ())

typedef enum
{
  NEWS_FEED_ERROR_NOT_A_FEED, /* something else, such as a page for browsers */
} NewsFeedError;

GQuark news_feed_error_quark (void);

/* A feed as its publisher tells it. Plain: filled once, then only read. All texts are plain, in
 * UTF-8, and NULL where the feed does not give them; addresses are absolute. */
typedef struct
{
  char *title;
  char *home;          /* the site for browsers */
  char *language;      /* BCP 47 */
  char *summary;       /* what the feed is about */
  char *icon;          /* of the site */
  char *licence;       /* copyright, rights or licence, as it is written */
  char *next;          /* the next page of an older part of the feed (RFC 5005) */
  guint ttl;           /* seconds for which it need not be asked again; 0 when not told */
  GPtrArray *articles; /* NewsArticle, in the feed's order; never NULL */
  GPtrArray *faults;   /* char*: what could not be understood, a sentence each; never NULL */
} NewsFeed;

/* Reads a feed: RSS 0.90 to 2.0 and Atom 0.3 and 1.0 (RFC 4287), also with XML that is broken,
 * an encoding that is another than it says, or an end that is missing: whole items are kept, and
 * what is lost is told in NewsFeed.faults. Of modules it knows RSS 1.0's content and syndication
 * (web.resource.org/rss/1.0/modules), Dublin Core, Media RSS 1.5.1, and of the podcasts' images,
 * authors and summaries. Only what the feed says is in the articles; a member that it does not
 * fill takes the feed's own (outlet, language, authors). An item that comes twice is told once.
 *
 * @content_type is that of the answer, or NULL; @address is where the feed is, after redirects.
 * Nothing is fetched, and no entity is expanded. Takes time and memory in proportion to the bytes,
 * of which no more than 32 MiB are read, and no more than 5000 items. For worker threads.
 *
 * NEWS_FEED_ERROR_NOT_A_FEED. */
NewsFeed *news_feed_new_from_bytes (GBytes *bytes,
                                    const char *content_type,
                                    const char *address,
                                    GError **error);
void news_feed_free (NewsFeed *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsFeed, news_feed_free)

G_END_DECLS
