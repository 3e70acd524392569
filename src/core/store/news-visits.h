/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-database.h"
#include "news-sieve.h"

G_BEGIN_DECLS

/* Lists by how often their articles were visited, inside a transaction. Those that nobody has
 * visited, or whose source does not count, come last, as they were. */

/* Brings @rows (NewsRow, newest first) into that order. */
void news_visits_sort (NewsDatabase *database, GArray *rows);

/* Fills @rows, which is empty, with the @limit most visited of what stands in any of @queries
 * (their rows) and passes @sieve (nullable). FALSE, with @rows empty, if they are too far apart to
 * be found soon: then the whole list has to be read. */
gboolean news_visits_read_top (NewsDatabase *database,
                               GArray *queries,
                               NewsSieve *sieve,
                               guint limit,
                               GArray *rows);

G_END_DECLS
