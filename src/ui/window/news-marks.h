/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-store.h"

G_BEGIN_DECLS

#define NEWS_TYPE_MARKS (news_marks_get_type ())

/* Marks articles read, unread and bookmarked, moves bookmarks, and knows how to turn it back.
 * Belongs to the main thread.
 *
 * Signals: failed (message: string); marked (count: uint, read: gboolean) after many were marked at
 * once, when it is worth to offer an undo; moved (article: int64, elsewhere: boolean) when a move
 * of a bookmark has ended, also where it stands as before. */
G_DECLARE_FINAL_TYPE (NewsMarks, news_marks, NEWS, MARKS, GObject)

NewsMarks *news_marks_new (NewsStore *store);

void news_marks_set_read (NewsMarks *self, gint64 article, gboolean read);
void news_marks_read_all (NewsMarks *self, NewsScope *scope);

/* See news_store_read_rows_async(). */
void news_marks_read_rows (NewsMarks *self, const NewsRowSpan *spans, guint length);
void news_marks_set_bookmarked (NewsMarks *self, gint64 article, gboolean bookmarked);

/* Moves a bookmark in its list, see news_store_move_bookmark_async(). */
void news_marks_move_bookmark (NewsMarks *self, gint64 article, gint64 before);

/* Notes that @articles (gint64; must not change any more) became bookmarks by an import, which can
 * be turned back like a mark. */
void news_marks_note_import (NewsMarks *self, GArray *articles);

/* Turns the last of these back, when it is done if it is on its way. FALSE if there is none. */
gboolean news_marks_undo (NewsMarks *self);

G_END_DECLS
