/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-article.h"

G_BEGIN_DECLS

/* A bookmark on its way to a file, or from one: the article as far as it is known, and when it was
 * marked. Belongs to one thread at a time. */
typedef struct
{
  NewsArticle *article;
  char *source; /* the name of the source that had it, or NULL */
  gint64 time;  /* when it was bookmarked, seconds since 1970; 0 where that is not known */
} NewsBookmark;

/* @article is taken. */
NewsBookmark *news_bookmark_new_take (NewsArticle *article);
void news_bookmark_free (NewsBookmark *self);

/* An array that owns its NewsBookmark. */
GPtrArray *news_bookmark_list_new (void);

/* What a file of bookmarks may hold: beyond it the rest is left out. */
#define NEWS_BOOKMARK_LIST_MOST 100000

/* What came out of a file. */
typedef struct
{
  GPtrArray *bookmarks; /* NewsBookmark, in the order of the file; only with http and https */
  gboolean ordered;     /* that order is the reader's own, and not only one of times */
  guint left_out;       /* entries that are no web addresses, or too many */
} NewsBookmarkList;

/* An empty one, and its end. */
NewsBookmarkList *news_bookmark_list_create (void);
void news_bookmark_list_free (NewsBookmarkList *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsBookmark, news_bookmark_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsBookmarkList, news_bookmark_list_free)

G_END_DECLS
