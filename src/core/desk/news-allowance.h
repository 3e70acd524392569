/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-protocol.h"

G_BEGIN_DECLS

/* How many requests a day a source allows: by its own word in the edition, else by its API's; 0 for
 * as many as needed. */
guint news_allowance_get (NewsSource *source, NewsProtocol *protocol);

/* Whether there may be another request today, after @used ones. NEWS_API_ERROR_QUOTA. */
gboolean news_allowance_check (NewsSource *source,
                               NewsProtocol *protocol,
                               guint used,
                               GError **error);

G_END_DECLS
