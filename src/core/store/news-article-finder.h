/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-database.h"

G_BEGIN_DECLS

/* The number of the article at @canonical, an address as news_canonical_url() makes it; of several
 * the newest, 0 if there is none. Inside a transaction. */
gint64 news_article_finder_find (NewsDatabase *database, const char *canonical);

G_END_DECLS
