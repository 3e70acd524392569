/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Who may go, and who waits: at most 8 requests at a time, 2 to one host, and the interval that a
 * host asks for between two. Hosts that were last heard of by their silence share 2 of the 8
 * places, so that the others always have the rest. Knows no network and no clock: times are
 * monotonic ones, in microseconds. */
typedef struct _NewsTraffic NewsTraffic;

/* The answers of news_traffic_check() that are no times */
#define NEWS_TRAFFIC_GO 0
#define NEWS_TRAFFIC_FULL (-1)

NewsTraffic *news_traffic_new (void);
void news_traffic_free (NewsTraffic *self);

/* NEWS_TRAFFIC_GO, or the time before which a request with @interval (milliseconds, 0 for none) may
 * not go to @host, or NEWS_TRAFFIC_FULL if another one has to end first. @at_once: how many may be
 * under way there with it, 0 for our own limit. */
gint64 news_traffic_check (NewsTraffic *self,
                           const char *host,
                           guint interval,
                           guint at_once,
                           gint64 now);

void news_traffic_begin (NewsTraffic *self, const char *host, guint interval, gint64 now);

/* @silent: it was ended because the host said nothing. */
void news_traffic_end (NewsTraffic *self, const char *host, gboolean silent);

/* Whether the host was silent the last time. */
gboolean news_traffic_is_slow (NewsTraffic *self, const char *host);

guint news_traffic_count (NewsTraffic *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsTraffic, news_traffic_free)

G_END_DECLS
