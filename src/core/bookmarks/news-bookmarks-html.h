/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-bookmark.h"

G_BEGIN_DECLS

/* Bookmarks as Netscape's browser kept them in a file, which all browsers write and read since, and
 * services that keep articles for later write too. There is no specification: what is written is
 * what Firefox and Chrome write; what is read is any link with what its attributes tell (HREF,
 * ADD_DATE or TIME_ADDED, TAGS), the description behind it (DD), and the folders (H3) around it,
 * whose names become topics like the tags. Whatever is not closed, or not opened, is made the best
 * of. In linear time.
 *
 * What Broadsheet writes is in the reader's order, and is taken in with it; the links of others
 * stand by their times, and as they come in the file where they have none. */

/* @html: any bytes. */
NewsBookmarkList *news_bookmarks_html_read (const char *html, gsize length);

/* Whether it looks like such a file at all. */
gboolean news_bookmarks_html_recognise (const char *html, gsize length);

void news_bookmarks_html_begin (GString *html);
void news_bookmarks_html_append (GString *html, const NewsBookmark *bookmark);
void news_bookmarks_html_end (GString *html);

G_END_DECLS
