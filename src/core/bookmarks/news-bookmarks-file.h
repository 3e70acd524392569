/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-bookmark.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define NEWS_BOOKMARKS_ERROR (news_bookmarks_error_quark ())

/* All with messages for people. */
typedef enum
{
  NEWS_BOOKMARKS_ERROR_INVALID, /* there are no bookmarks in it, or it is damaged */
  NEWS_BOOKMARKS_ERROR_TOO_NEW, /* a later version of Broadsheet has written it */
  NEWS_BOOKMARKS_ERROR_LARGE,   /* it is larger than NEWS_BOOKMARKS_LIMIT */
} NewsBookmarksError;

typedef enum
{
  NEWS_BOOKMARKS_JSON,     /* whole articles, see news-bookmarks-json.h */
  NEWS_BOOKMARKS_HTML,     /* what browsers read, see news-bookmarks-html.h */
  NEWS_BOOKMARKS_MARKDOWN, /* a list for people, see news-bookmarks-markdown.h */
} NewsBookmarksFormat;

/* The largest file that is read, in bytes. */
#define NEWS_BOOKMARKS_LIMIT (512 * 1024 * 1024)

GQuark news_bookmarks_error_quark (void);

/* How names of files of a format end, without the dot. */
const char *news_bookmarks_format_get_suffix (NewsBookmarksFormat format);

/* Reads what was in a file, which is known by that, whatever its name. NULL with an error also
 * where it has no bookmark at all. For worker threads; in proportion to the bytes. */
NewsBookmarkList *news_bookmarks_file_read (GBytes *bytes, GError **error);

/* Writes a file of bookmarks piece by piece, so that there is one article in memory at a time.
 * @stream is borrowed; it is neither flushed nor closed. */
typedef struct _NewsBookmarksWriter NewsBookmarksWriter;

NewsBookmarksWriter *news_bookmarks_writer_new (NewsBookmarksFormat format, GOutputStream *stream);
void news_bookmarks_writer_free (NewsBookmarksWriter *self);

/* One without an address is passed over: there is nothing that it could lead to. */
gboolean news_bookmarks_writer_add (NewsBookmarksWriter *self,
                                    const NewsBookmark *bookmark,
                                    GCancellable *cancellable,
                                    GError **error);
gboolean news_bookmarks_writer_end (NewsBookmarksWriter *self,
                                    GCancellable *cancellable,
                                    GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsBookmarksWriter, news_bookmarks_writer_free)

G_END_DECLS
