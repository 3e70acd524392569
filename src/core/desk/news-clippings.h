/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-page.h"
#include "news-picture-cache.h"
#include "news-store.h"

G_BEGIN_DECLS

/* Pictures of bookmarks are kept for good, on the shelf of the picture cache, as their texts are in
 * the store: one file of each, which serves at every size. For worker threads, one at a time: a
 * picture that has come but is not noted yet belongs to no bookmark. */

/* Of one article at most so many pictures, and so many bytes; the first ones of its page. */
#define NEWS_CLIPPINGS_PICTURES 40
#define NEWS_CLIPPINGS_BYTES (50 * 1024 * 1024)

/* Device pixels that a picture is fetched for: a column of text on a fine screen. */
#define NEWS_CLIPPINGS_WIDTH 1600

/* All pictures of an article (NewsPicture, borrowed from it and from @page, which may be NULL) in
 * the order in which they are wanted: first that of its row in lists. */
GPtrArray *news_clippings_list_pictures (NewsArticle *article, NewsPage *page);

/* Fetches what up to @length bookmarks want that was not seen to yet, or is to be tried again, one
 * after another. *@more tells whether there may be others. FALSE with an error if there is no
 * network, when all that is left stays as it is, or the store fails. */
gboolean news_clippings_keep (NewsStore *store,
                              NewsPictureCache *cache,
                              guint length,
                              GCancellable *cancellable,
                              gboolean *more,
                              GError **error);

/* Removes from the shelf what no bookmark wants. */
gboolean news_clippings_tidy (NewsStore *store, NewsPictureCache *cache, GError **error);

G_END_DECLS
