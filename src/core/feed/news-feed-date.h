/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The moment that a feed's date tells, in seconds since 1970; 0 if it can't be understood. RSS asks
 * for RFC 822, Atom and Dublin Core for RFC 3339; feeds have either in the place of the other, and
 * what people and their systems write besides: months in full or in other languages, zones by more
 * names than RFC 822 has, hours with AM and PM, 2026年11月23日, dots and slashes, dates without a
 * time. A time without a zone is taken for UTC. */
gint64 news_feed_date_read (const char *text);

G_END_DECLS
