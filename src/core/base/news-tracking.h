/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether the first @length bytes of @name name a parameter of a query that only tells who a reader
 * is or came from, as mail, advertisements, social networks and counters add it to any address. An
 * address without it leads to the same page. */
gboolean news_tracking_is_parameter (const char *name, gsize length);

G_END_DECLS
