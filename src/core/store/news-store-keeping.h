/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-store.h"

G_BEGIN_DECLS

/* What of the store is kept, and in how much room. All of this works through the store in small
 * transactions, so that a mark or an answer that comes meanwhile never waits for long. Worker
 * threads only. */

/* The functions that drop articles never drop a bookmark, nor @shown, the number of the one that is
 * on show (0 for none). The marks of what is dropped stay known. They return how many went, -1 on
 * error. */

/* Drops articles that were taken in before @before (seconds since 1970) and that their source no
 * longer tells in its newest answer. */
int news_store_drop_older (NewsStore *self, gint64 before, gint64 shown, GError **error);

/* Drops of each source the oldest articles, as lists go, beyond the newest @number, at least 1,
 * unless it still tells them in its newest answer. */
int news_store_drop_beyond (NewsStore *self, guint number, gint64 shown, GError **error);

/* How many articles have been looked at so far; called by the thread that waits. */
typedef void (*NewsProgressFunc) (guint looked, gpointer data);

/* Drops all articles, and what is known of the last answers, so that a source that is asked again
 * tells all anew. @progress (nullable) gets @data after each step. */
int news_store_drop_all (NewsStore *self,
                         gint64 shown,
                         NewsProgressFunc progress,
                         gpointer data,
                         GError **error);

/* Takes away the bodies and lead pictures of the articles of @source that were neither taken in nor
 * told again since @before (seconds since 1970), those of bookmarks too; an answer without news
 * tells again what the one before it told. The rest of the articles stays. So do the marks. Returns
 * how many, -1 on error. */
int news_store_lapse_older (NewsStore *self, const char *source, gint64 before, GError **error);

/* Packs the bodies that earlier versions wrote, see news-body.h; once that is done there is nothing
 * to do. Returns how many, -1 on error. */
int news_store_pack (NewsStore *self, GError **error);

/* Gives the room of what was dropped back to the disk: where @all, down to the last page, else only
 * if there is much of it, for what comes next needs some anyway. A file that an earlier version
 * made can't be made smaller: it is made anew where it holds so little that this is done at once,
 * and else keeps its free room for what comes. */
gboolean news_store_give_back (NewsStore *self, gboolean all, GError **error);

/* How much there is. */
typedef struct
{
  guint64 bytes; /* of the file, with what is free in it */
  guint articles;
} NewsStoreSize;

gboolean news_store_get_size (NewsStore *self, NewsStoreSize *size, GError **error);

G_END_DECLS
