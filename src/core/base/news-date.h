/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A way to write a moment. Compiled once; immutable. */
typedef struct _NewsDate NewsDate;

/* @form is one of
 *
 *   rfc3339      2026-11-23T10:00:00.5+01:00, also with a blank for the T, without seconds or
 *                fraction, or without the colon of the zone; it must have a zone
 *   rfc3339-utc  the same; without a zone it means UTC
 *   rfc822       Mon, 23 Nov 2026 10:00:00 +0100, with what RFC 5322 calls obsolete
 *   date         2026-11-23: the beginning of that day in UTC
 *   unix, unix-ms, unix-us  seconds, milliseconds, microseconds since 1970; what is after the point
 *                is dropped
 *
 * or a pattern with %Y %y %m %d %H %M %S (digits), %b (English short month), %z (zone), %% and
 * literal characters; without a zone it means UTC. NULL for others. */
NewsDate *news_date_new (const char *form);
void news_date_free (NewsDate *self);

/* The moment that @text tells, in seconds since 1970. FALSE if @text is not of that form, or tells
 * a moment that never was, such as 30 February, or the year 0. */
gboolean news_date_read (const NewsDate *self, const char *text, gint64 *seconds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsDate, news_date_free)

G_END_DECLS
