/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-bookmark.h"

NewsBookmark *
news_bookmark_new_take (NewsArticle *article, gint64 time)
{
  NewsBookmark *self = g_new0 (NewsBookmark, 1);

  self->article = article;
  self->time = time;

  return self;
}

void
news_bookmark_free (NewsBookmark *self)
{
  news_article_unref (self->article);
  g_free (self);
}

NewsBookmarkList *
news_bookmark_list_new (void)
{
  NewsBookmarkList *self = g_new0 (NewsBookmarkList, 1);

  self->bookmarks = g_ptr_array_new_with_free_func ((GDestroyNotify) news_bookmark_free);

  return self;
}

void
news_bookmark_list_free (NewsBookmarkList *self)
{
  g_ptr_array_unref (self->bookmarks);
  g_free (self);
}

void
news_bookmark_list_take (NewsBookmarkList *self, NewsArticle *article, gint64 time)
{
  if (self->bookmarks->len < NEWS_BOOKMARK_LIST_MOST)
    {
      g_ptr_array_add (self->bookmarks, news_bookmark_new_take (article, time));
      return;
    }

  self->left_out++;
  news_article_unref (article);
}
