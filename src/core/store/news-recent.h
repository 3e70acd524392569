/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-database.h"
#include "news-sieve.h"

G_BEGIN_DECLS

/* Fills @rows, which is empty, with the first @limit rows of what stands in any of @queries, newest
 * first, and passes @sieve (nullable), by going through all articles from the newest on. Where what
 * is listed comes from many queries, each of them would have to be looked up only to be told that
 * its newest article is too old. FALSE, with @rows empty, if there are few queries, or if too many
 * other articles come between. */
gboolean news_recent_read_top (NewsDatabase *database,
                               GArray *queries,
                               NewsSieve *sieve,
                               guint limit,
                               GArray *rows);

/* The same for several lists of queries (GArray of gint64) at once, which takes little longer than
 * for one of them: an array of their rows, owned by the caller, with NULL for those of which
 * news_recent_read_top() would be FALSE. */
GPtrArray *news_recent_read_tops (NewsDatabase *database, GPtrArray *lists, guint limit);

G_END_DECLS
