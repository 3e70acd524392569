/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-store.h"

G_BEGIN_DECLS

#define NEWS_TYPE_PLACE_KEEPER (news_place_keeper_get_type ())

/* Has the store keep where articles are read on: some seconds after the last move, or at once when
 * it is told so, so that scrolling writes nothing. For the main thread. */
G_DECLARE_FINAL_TYPE (NewsPlaceKeeper, news_place_keeper, NEWS, PLACE_KEEPER, GObject)

NewsPlaceKeeper *news_place_keeper_new (NewsStore *store);

/* @article is read at @place now. */
void news_place_keeper_note (NewsPlaceKeeper *self, gint64 article, NewsReadingPlace place);

/* Gives to the store what it has not yet. */
void news_place_keeper_flush (NewsPlaceKeeper *self);

/* Where to read @story on: the last place that was noted, as the store may still be writing it, or
 * else the story's own. */
NewsReadingPlace news_place_keeper_get (NewsPlaceKeeper *self, NewsStory *story);

G_END_DECLS
