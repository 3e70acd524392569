/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-article.h"

G_DEFINE_BOXED_TYPE (NewsArticle, news_article, news_article_ref, news_article_unref)

static void
clear (NewsArticle *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->url);
  g_free (self->byline);
  g_free (self->outlet);
  g_free (self->standfirst);
  g_free (self->language);
  g_free (self->body_html);
  g_free (self->body_text);
  g_free (self->body_base);
  g_strfreev (self->key_points);
  g_free (self->key_points_html);
  g_strfreev (self->topics);
  g_strfreev (self->sections);
  g_strfreev (self->related);
  g_clear_pointer (&self->lead, news_picture_unref);
  g_clear_pointer (&self->page, g_bytes_unref);
  g_free (self->text);
  g_free (self->preview);
}

NewsArticle *
news_article_new (void)
{
  NewsArticle *self = g_atomic_rc_box_new0 (NewsArticle);

  self->visits = -1;

  return self;
}

NewsArticle *
news_article_ref (NewsArticle *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
news_article_unref (NewsArticle *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}
