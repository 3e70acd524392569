/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define NEWS_TYPE_CLOCK (news_clock_get_type ())

/* The clock on the wall of all views, for words that grow old: one timer, however many rows are on
 * show. It goes as long as somebody holds it. Belongs to the main thread.
 *
 * Signals: minute (), at the beginning of each minute; every midnight of every city is one. After
 * the machine has slept it comes late, by less than a minute. */
G_DECLARE_FINAL_TYPE (NewsClock, news_clock, NEWS, CLOCK, GObject)

/* A reference to the clock that all share. */
NewsClock *news_clock_dup (void);

/* Seconds since 1970, UTC. */
gint64 news_clock_get_now (NewsClock *self);

/* For tests, which do not wait: the clock shows @now (seconds since 1970), says so by "minute", and
 * stands still; 0 lets it go again. */
void news_clock_set_now (NewsClock *self, gint64 now);

G_END_DECLS
