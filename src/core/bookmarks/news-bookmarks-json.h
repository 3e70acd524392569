/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-bookmark.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Bookmarks with all that is known of their articles, for another Broadsheet:
 *
 *   {
 *     "format": "broadsheet-bookmarks",
 *     "version": 1,
 *     "bookmarks": [
 *       {
 *         "url": "https://a.example/article",     the only one that must be there
 *         "title": "…", "outlet": "…", "byline": "…", "language": "en",
 *         "topics": ["…"],
 *         "published": "2026-11-29T10:00:00Z",    RFC 3339, as are the next two
 *         "updated": "…", "bookmarked": "…",
 *         "standfirst": "…",                      plain text, as is the next
 *         "text": "…",                            the whole article, paragraphs apart by blank
 * lines "page": "…",                            the same as Broadsheet shows it: base64 of
 *                                                 news_page_to_bytes(), for nobody else
 *         "picture": { "files": [{ "url": "…", "width": 640, "height": 480 }],
 *                      "alt": "…", "caption": "…", "credit": "…" },
 *         "summary": true                         "text" is not the whole article
 *       }
 *     ]
 *   }
 *
 * in the reader's order. Members that are not known are passed over, those that are not what they
 * should be too. "page" is not to be trusted, and to be checked before it is stored. */

#define NEWS_BOOKMARKS_VERSION 1

/* NULL with NEWS_BOOKMARKS_ERROR where it is no such file, or one of a later version. In linear
 * time. */
NewsBookmarkList *news_bookmarks_json_read (const char *json, gsize length, GError **error);

/* All between the first and the last of the bookmarks is theirs. */
void news_bookmarks_json_begin (GString *json);
void news_bookmarks_json_append (GString *json, const NewsBookmark *bookmark, gboolean first);
void news_bookmarks_json_end (GString *json);

G_END_DECLS
