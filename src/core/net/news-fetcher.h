/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-response.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define NEWS_TYPE_FETCHER (news_fetcher_get_type ())
#define NEWS_NET_ERROR (news_net_error_quark ())

typedef enum
{
  NEWS_NET_ERROR_OFFLINE,     /* there is no network at all */
  NEWS_NET_ERROR_NO_HOST,     /* no host of that name */
  NEWS_NET_ERROR_UNREACHABLE, /* the host refused, or the way to it is cut */
  NEWS_NET_ERROR_TLS,         /* it can't prove who it is */
  NEWS_NET_ERROR_TIMED_OUT,
  NEWS_NET_ERROR_CUT,         /* the answer ended before its end */
  NEWS_NET_ERROR_TOO_LARGE,   /* longer than the request allows */
  NEWS_NET_ERROR_BAD_ADDRESS, /* not an http or https address */
  NEWS_NET_ERROR_FORBIDDEN,   /* an address that this request may not reach, such as a printer's */
  NEWS_NET_ERROR_REDIRECTS,   /* sent on too often */
  NEWS_NET_ERROR_INSECURE,    /* a key would have gone over the network unencrypted */
} NewsNetError;

/* The only door to the network. One libsoup session on a thread of its own; at most 8 requests run
 * at a time, and 2 to one host, the others wait their turn. A server that is silent while others
 * wait loses its place before its time is over, see news-traffic.h. */
G_DECLARE_FINAL_TYPE (NewsFetcher, news_fetcher, NEWS, FETCHER, GObject)

GQuark news_net_error_quark (void);

NewsFetcher *news_fetcher_new (void);

/* Ends the thread; what still runs fails with G_IO_ERROR_CANCELLED. Waits. */
void news_fetcher_close (NewsFetcher *self);

/* The host of @url is a source that the reader chose: articles may lead to it though it is on this
 * machine or in a private network. Any thread. */
void news_fetcher_allow_local (NewsFetcher *self, const char *url);

/* How long a server may be silent while others wait for its place, in milliseconds; 10 seconds by
 * default. For tests, before the first request. */
void news_fetcher_set_haste (NewsFetcher *self, guint milliseconds);

/* Sends @request and waits for the whole answer, whatever its status: a 404 is an answer. Worker
 * threads only, any number at a time. Errors are of NEWS_NET_ERROR, or G_IO_ERROR_CANCELLED. */
NewsResponse *news_fetcher_fetch (NewsFetcher *self,
                                  NewsRequest *request,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
