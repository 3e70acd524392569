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
  gint64 time; /* when it was bookmarked, seconds since 1970; 0 where that is not known */
} NewsBookmark;

/* @article is taken. */
NewsBookmark *news_bookmark_new_take (NewsArticle *article, gint64 time);
void news_bookmark_free (NewsBookmark *self);

/* What a list may hold; the rest is left out. */
#define NEWS_BOOKMARK_LIST_MOST 100000

/* What a file of bookmarks has. */
typedef struct
{
  GPtrArray *bookmarks; /* NewsBookmark, in the order of the file; each with an http or https url */
  gboolean ordered;     /* that order is one that a reader chose, whatever the times say */
  guint left_out;       /* entries that are no web addresses, can't be read, or are too many */
} NewsBookmarkList;

NewsBookmarkList *news_bookmark_list_new (void);
void news_bookmark_list_free (NewsBookmarkList *self);

/* Adds a bookmark, or counts it as left out if it is one too many. @article is taken. */
void news_bookmark_list_take (NewsBookmarkList *self, NewsArticle *article, gint64 time);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsBookmark, news_bookmark_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsBookmarkList, news_bookmark_list_free)

G_END_DECLS
