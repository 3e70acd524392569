/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-registry.h"
#include "news-store.h"

G_BEGIN_DECLS

/* How much a reader wants to keep. Bookmarks stay whatever it is. */
typedef struct
{
  guint days;   /* for how long; 0 for ever */
  guint number; /* of each source; 0 for all */
  gint64 shown; /* the article on show, which stays, or 0 */
} NewsKeep;

/* What the store need not, or must not, keep any longer, and what can be kept in less room. Made on
 * the main thread, for a worker. */
typedef struct _NewsUpkeep NewsUpkeep;

/* Articles go that are beyond *@keep at @now, seconds since 1970; and texts and pictures whose API
 * lets them be kept for less (NewsTerms.keep_s), of every source in @editions (NewsEdition). A
 * source that is in none is no longer known to have such terms. */
NewsUpkeep *news_upkeep_new (GPtrArray *editions,
                             NewsRegistry *registry,
                             const NewsKeep *keep,
                             gint64 now);
void news_upkeep_free (NewsUpkeep *self);

/* Returns how many articles went, -1 on error. Worker threads only. */
int news_upkeep_run (NewsUpkeep *self, NewsStore *store, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsUpkeep, news_upkeep_free)

G_END_DECLS
