/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define NEWS_TYPE_ALARM (news_alarm_get_type ())

/* Says when it is time to ask for news without anybody's wish: again and again, and when a network
 * has come back or costs nothing any more. Who asks looks at the network by it, too. Belongs to the
 * main thread.
 *
 * Signals: due (). */
G_DECLARE_FINAL_TYPE (NewsAlarm, news_alarm, NEWS, ALARM, GObject)

NewsAlarm *news_alarm_new (void);

/* The network to go by in place of the desktop's. */
void news_alarm_set_network (NewsAlarm *self, GNetworkMonitor *monitor);

/* Minutes between two times that it is due; 0, as at first: never. */
void news_alarm_set_interval (NewsAlarm *self, guint minutes);
gboolean news_alarm_is_set (NewsAlarm *self);

/* Seconds after which an answer is old: the interval, or half an hour if there is none. */
guint news_alarm_get_age (NewsAlarm *self);

/* Whether nothing is to be asked, but by hand, while the network counts what it carries; not at
 * first. It is due all the same. */
void news_alarm_set_pause_on_metered (NewsAlarm *self, gboolean pause);
gboolean news_alarm_is_paused (NewsAlarm *self);

gboolean news_alarm_is_online (NewsAlarm *self);

/* Whether the network counts what it carries. */
gboolean news_alarm_is_metered (NewsAlarm *self);

/* It is not due any more, until it is set again. */
void news_alarm_stop (NewsAlarm *self);

G_END_DECLS
