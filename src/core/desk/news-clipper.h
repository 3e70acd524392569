/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-alarm.h"
#include "news-picture-cache.h"
#include "news-store.h"
#include "news-workers.h"

G_BEGIN_DECLS

#define NEWS_TYPE_CLIPPER (news_clipper_get_type ())

/* Has the pictures of bookmarks kept for good, see news-clippings.h, a few bookmarks at a time, so
 * that it looks at the network again and again and holds nobody up. Belongs to the main thread. */
G_DECLARE_FINAL_TYPE (NewsClipper, news_clipper, NEWS, CLIPPER, GObject)

/* All are kept but @workers, which must outlive its stopping. The cache has a shelf. */
NewsClipper *news_clipper_new (NewsWorkers *workers,
                               NewsStore *store,
                               NewsPictureCache *cache,
                               NewsAlarm *alarm);

/* Whether it may fetch where the network is paid for by what goes over it; not at first. */
void news_clipper_set_metered (NewsClipper *self, gboolean allowed);

/* Removes what no bookmark wants any more, and fetches what they do. */
void news_clipper_tidy (NewsClipper *self);

/* There may be other bookmarks now: fetches their pictures. Does nothing before the first
 * news_clipper_tidy(), so that whoever opens a paper says when the network may be asked. */
void news_clipper_run (NewsClipper *self);

/* Nothing more is fetched. */
void news_clipper_stop (NewsClipper *self);

G_END_DECLS
