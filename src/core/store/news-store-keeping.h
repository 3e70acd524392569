/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-store.h"

G_BEGIN_DECLS

/* What of the store is kept, and in how much room. All of this works through the store in small
 * transactions, so that a mark or an answer that comes meanwhile never waits for long. Worker
 * threads only. */

/* Removes articles that were taken in before @before (seconds since 1970) and are neither
 * bookmarked nor still told by their source in its newest answer; their marks stay known. Returns
 * how many, -1 on error. */
int news_store_drop_older (NewsStore *self, gint64 before, GError **error);

/* Takes away the bodies and lead pictures of the articles of @source that were neither taken in nor
 * told again since @before (seconds since 1970), those of bookmarks too; an answer without news
 * tells again what the one before it told. The rest of the articles stays. So do the marks. Returns
 * how many, -1 on error. */
int news_store_lapse_older (NewsStore *self, const char *source, gint64 before, GError **error);

/* Packs the bodies that earlier versions wrote, see news-body.h; once that is done there is nothing
 * to do. Returns how many, -1 on error. */
int news_store_pack (NewsStore *self, GError **error);

G_END_DECLS
