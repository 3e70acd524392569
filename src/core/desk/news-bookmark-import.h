/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-bookmarks-file.h"
#include "news-store.h"

G_BEGIN_DECLS

/* Bookmarks of a file on their way into the store: read whole, so that a reader can be told what
 * would come, and then taken in piece by piece, so that they see it go on and may stop it. One
 * thread at a time. */
typedef struct
{
  NewsBookmarkList *list;
  NewsBookmarkTally tally;
  guint left;     /* how many of the list are still to be taken in */
  GArray *marked; /* gint64: articles that became bookmarks by it, for an undo */
} NewsBookmarkImport;

/* The id of the source that has what nobody else does. */
#define NEWS_BOOKMARK_IMPORT_SOURCE "imported"

/* Reads the file and compares it with the store. NULL with an error whose message is for people.
 * Worker threads only. */
NewsBookmarkImport *news_bookmark_import_read (NewsStore *store,
                                               GFile *file,
                                               GCancellable *cancellable,
                                               GError **error);
void news_bookmark_import_free (NewsBookmarkImport *self);

/* Takes in the next piece, from the end of the list on. Pages are checked, or made of plain texts.
 * Worker threads only. */
gboolean news_bookmark_import_take (NewsBookmarkImport *self, NewsStore *store, GError **error);

/* Writes all bookmarks of @store to @file in their order, in place of what it had, whole or not at
 * all. Of the sources in @limited (their ids, char*) there is no text, as their terms let nobody
 * keep it for good. Returns how many, -1 on error. Worker threads only. */
int news_bookmark_export_write (NewsStore *store,
                                GFile *file,
                                NewsBookmarksFormat format,
                                GHashTable *limited,
                                GCancellable *cancellable,
                                GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsBookmarkImport, news_bookmark_import_free)

G_END_DECLS
