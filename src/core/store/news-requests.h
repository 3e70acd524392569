/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-database.h"
#include "news-store.h"

G_BEGIN_DECLS

/* Keeps what is known of the last answer to the request at @address; @validators may be NULL.
 * @query is the row of the query that it asks, 0 to keep the one that is known. Inside a
 * transaction that writes. */
void news_requests_write (NewsDatabase *database,
                          const char *address,
                          gint64 query,
                          const NewsValidators *validators);

G_END_DECLS
