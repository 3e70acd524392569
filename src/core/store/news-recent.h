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

G_END_DECLS
