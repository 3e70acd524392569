/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-list-rows.h"
#include "news-splices.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A list that turns from what it was into what it is to be, piece by piece: its rows are those of
 * the new list down to some place, and those of the old one from there on. So no piece moves rows
 * in memory, and the last one is as quick as the first, however long the list is. */
typedef struct _NewsListChange NewsListChange;

/* A list that does not change. Takes @rows. */
NewsListChange *news_list_change_new_still (NewsListRows *rows);

/* From @before to @after, which it holds. Compares all their rows: for a worker. */
NewsListChange *news_list_change_new (NewsListRows *before, NewsListRows *after);
void news_list_change_free (NewsListChange *self);

/* The same on a worker, with what the list is as NewsRow, in an array that does not change any
 * more. */
void news_list_change_find_async (NewsListRows *before,
                                  GArray *after,
                                  NewsListHeadings headings,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
NewsListChange *news_list_change_find_finish (GAsyncResult *result, GError **error);

/* Carries out the next piece, @most rows that go or that come, and says which. FALSE if all is
 * done. */
gboolean news_list_change_take (NewsListChange *self, guint most, NewsSplice *piece);
gboolean news_list_change_is_done (NewsListChange *self);

/* To be called once when all is done: the old list is let go. Of the rows from *@first up to *@end
 * (none if these are the same) some stayed, but are of another time or group than before. */
void news_list_change_settle (NewsListChange *self, guint *first, guint *end);

/* The list as it is. See news-list-rows.h; find_start() also knows where the old rows join the
 * new. */
guint news_list_change_get_length (NewsListChange *self);
NewsRow news_list_change_get (NewsListChange *self, guint position);
guint news_list_change_find (NewsListChange *self, gint64 article);
guint news_list_change_find_start (NewsListChange *self, guint position, guint end);

/* The rows from @from up to @to as one or two spans (*@spans), whose number it returns. They are
 * borrowed, until the list changes further. */
guint news_list_change_get_spans (NewsListChange *self, guint from, guint to, NewsRowSpan spans[2]);

/* The list as it is, by itself. */
NewsListRows *news_list_change_dup_rows (NewsListChange *self);

/* What the list was or will be when all is done. Borrowed. */
NewsListRows *news_list_change_get_after (NewsListChange *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsListChange, news_list_change_free)

G_END_DECLS
