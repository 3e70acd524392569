/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-bookmark.h"

G_BEGIN_DECLS

/* Bookmarks as a list in Markdown (CommonMark 0.31), one an item:
 *
 *   - [Title](https://a.example/article) — Outlet, 2026-11-29
 *
 * with the day on which it was published. Of any other text in Markdown the first link of each item
 * of its lists is read, whether in brackets, between < and >, or bare. In linear time. */

/* @text: any bytes. */
NewsBookmarkList *news_bookmarks_markdown_read (const char *text, gsize length);

void news_bookmarks_markdown_begin (GString *text);
void news_bookmarks_markdown_append (GString *text, const NewsBookmark *bookmark);

G_END_DECLS
