/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-changes.h"
#include "news-database.h"

G_BEGIN_DECLS

/* Writes the reader's bookmarks, inside a transaction; see news-bulk-marks.h for what is read. */

/* Returns whether the mark was another one before. @time is in microseconds since 1970, @rank what
 * bookmarks are sorted by, see news-bookmark-order.h; neither matters to one that goes. They stay
 * when a bookmark is unmarked, for a list that still shows it. */
gboolean news_status_writer_set_bookmarked (NewsDatabase *database,
                                            gint64 article,
                                            gboolean bookmarked,
                                            gint64 time,
                                            gint64 rank);

/* Marks @article again with the time and the rank that it had. */
gboolean news_status_writer_return_bookmark (NewsDatabase *database, gint64 article);

/* Notes in @changes how @article is marked now. */
void news_status_writer_note (NewsDatabase *database, gint64 article, NewsChanges *changes);

G_END_DECLS
