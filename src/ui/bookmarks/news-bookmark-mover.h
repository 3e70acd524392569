/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-marks.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEWS_TYPE_BOOKMARK_MOVER (news_bookmark_mover_get_type ())

/* Brings the bookmarks of a list into an order of the reader's own: by dragging them, or by keys
 * with news_bookmark_mover_step(). Whoever has a screen reader hears where one came to stand.
 * Belongs to the main thread. */
G_DECLARE_FINAL_TYPE (NewsBookmarkMover, news_bookmark_mover, NEWS, BOOKMARK_MOVER, GObject)

typedef enum
{
  NEWS_BOOKMARK_UP,
  NEWS_BOOKMARK_DOWN,
  NEWS_BOOKMARK_FIRST,
  NEWS_BOOKMARK_LAST,
} NewsBookmarkStep;

/* @view shows a single selection of a NewsHeadlineModel, in rows that are NewsHeadlineRow; it is
 * borrowed, and may go first. */
NewsBookmarkMover *news_bookmark_mover_new (GtkListView *view);

/* Whom the moves go to; NULL while the list is none of bookmarks, when nothing can be moved. */
void news_bookmark_mover_set_marks (NewsBookmarkMover *self, NewsMarks *marks);

/* Moves the selected bookmark. FALSE if there is none, or it stands there already. */
gboolean news_bookmark_mover_step (NewsBookmarkMover *self, NewsBookmarkStep step);

/* To be called each time that the list is on show as it is stored: the focus goes with the bookmark
 * that was moved. */
void news_bookmark_mover_settle (NewsBookmarkMover *self);

G_END_DECLS
