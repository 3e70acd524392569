/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-changes.h"
#include "news-database.h"

G_BEGIN_DECLS

/* Writes the reader's bookmarks, inside a transaction; see news-bulk-marks.h for what is read. */

/* Returns whether the mark was another one before. @time is in microseconds since 1970, what
 * bookmarks are sorted by. It stays when a bookmark is unmarked, for a list that still shows it. */
gboolean news_status_writer_set_bookmarked (NewsDatabase *database,
                                            gint64 article,
                                            gboolean bookmarked,
                                            gint64 time);

/* Notes in @changes how @article is marked now. */
void news_status_writer_note (NewsDatabase *database, gint64 article, NewsChanges *changes);

G_END_DECLS
