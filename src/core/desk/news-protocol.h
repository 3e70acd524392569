/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-descriptor.h"

G_BEGIN_DECLS

/* How a source is asked and its answers are understood: a JSON API by its descriptor, or a feed.
 * The one place where the two differ; all else of the desk knows only this. Immutable; may be
 * shared between threads. The functions do what those of NewsDescriptor do, and have their errors:
 * those of NEWS_API_ERROR. */
typedef struct _NewsProtocol NewsProtocol;

/* The id of feeds as NewsSource.api, and the parameter that has the feed's address. */
#define NEWS_PROTOCOL_FEED "feed"
#define NEWS_PROTOCOL_FEED_PARAMETER "feed"

/* What speaks it. @data is borrowed from the protocol. */
typedef struct
{
  const char *(*get_id) (gpointer data);
  gboolean (*can) (gpointer data, NewsAsk ask);
  gboolean (*asks_when_opened) (gpointer data);
  guint (*get_page_size) (gpointer data);
  NewsCall *(*prepare) (gpointer data,
                        NewsSource *source,
                        const NewsQuestion *question,
                        GError **error);
  NewsAnswer *(*read) (gpointer data,
                       NewsSource *source,
                       const NewsQuestion *question,
                       const NewsReply *reply,
                       GError **error);
  guint (*get_n_ways) (gpointer data);
  char *(*dup_way_address) (gpointer data, guint index, const char *typed);
  GPtrArray *(*try_way) (gpointer data, guint index, const char *typed, const NewsReply *reply);
  const char *(*get_address) (gpointer data, NewsSource *source);
  GDestroyNotify free;
} NewsProtocolFuncs;

/* Takes @data. */
NewsProtocol *news_protocol_new (const NewsProtocolFuncs *funcs, gpointer data);

/* Takes @descriptor. */
NewsProtocol *news_protocol_new_for_descriptor (NewsDescriptor *descriptor);
NewsProtocol *news_protocol_ref (NewsProtocol *self);
void news_protocol_unref (NewsProtocol *self);

/* The descriptor behind it, which may know keys, costs and a login; NULL for feeds, which have
 * none. Borrowed. */
NewsDescriptor *news_protocol_get_descriptor (NewsProtocol *self);

const char *news_protocol_get_id (NewsProtocol *self);
gboolean news_protocol_is_feed (NewsProtocol *self);
gboolean news_protocol_can (NewsProtocol *self, NewsAsk ask);
gboolean news_protocol_asks_when_opened (NewsProtocol *self);
guint news_protocol_get_page_size (NewsProtocol *self);

NewsCall *news_protocol_prepare (NewsProtocol *self,
                                 NewsSource *source,
                                 const NewsQuestion *question,
                                 GError **error);
NewsAnswer *news_protocol_read (NewsProtocol *self,
                                NewsSource *source,
                                const NewsQuestion *question,
                                const NewsReply *reply,
                                GError **error);

guint news_protocol_get_n_ways (NewsProtocol *self);
char *news_protocol_dup_way_address (NewsProtocol *self, guint index, const char *typed);

/* All sources that @reply leads to, the best first: an array of NewsSource, often empty. */
GPtrArray *news_protocol_try_way (NewsProtocol *self,
                                  guint index,
                                  const char *typed,
                                  const NewsReply *reply);

/* Where the API or feed of @source is. Borrowed, or NULL. */
const char *news_protocol_get_address (NewsProtocol *self, NewsSource *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsProtocol, news_protocol_unref)

G_END_DECLS
