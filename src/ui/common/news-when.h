/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Times in words, in the reader's language, locale and time zone. All take seconds since 1970 (UTC)
 * and give NULL for 0, which stands for a time that is not known. */

/* For a row: "5 min", "3 h", "Yesterday", "Sat", "12 Feb" or "12 Feb 2024", as long ago as it is.
 */
char *news_when_dup_short (gint64 when, gint64 now);

/* For a page: the whole date and the time of day. */
char *news_when_dup_long (gint64 when);

/* For a citation: the date with its year. */
char *news_when_dup_date (gint64 when);

/* For the heading over a day: "Today", "Yesterday", or its weekday and date. */
char *news_when_dup_day (gint64 when, gint64 now);

/* The beginning of the day that @when is in, in the reader's time zone. */
gint64 news_when_get_day (gint64 when);

/* The date over the paper: the city's, in its own @zone, such as "New York: Sunday, February 22,
 * 2026". */
char *news_when_dup_dateline (const char *city, GTimeZone *zone, gint64 now);

/* How often an article was opened, in words; NULL where it is not counted. */
char *news_when_dup_visits (gint64 visits);

/* How long an article takes to read: "4 min read", and written out for screen readers. At least a
 * minute; NULL where there is nothing to read. */
char *news_when_dup_reading_time (double minutes);
char *news_when_dup_reading_time_words (double minutes);

G_END_DECLS
