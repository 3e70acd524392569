/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-headline-model-private.h"

#include <glib/gi18n.h>

static gint64
get_article (NewsHeadlineModel *self, guint position)
{
  return news_list_change_get (self->rows, position).article;
}

guint
_news_headline_model_get_length (NewsHeadlineModel *self)
{
  return news_list_change_get_length (self->rows);
}

gint64
news_headline_model_get_article (NewsHeadlineModel *self, guint position)
{
  g_return_val_if_fail (NEWS_IS_HEADLINE_MODEL (self), 0);

  return position < _news_headline_model_get_length (self) ? get_article (self, position) : 0;
}

guint
news_headline_model_find (NewsHeadlineModel *self, gint64 article)
{
  g_return_val_if_fail (NEWS_IS_HEADLINE_MODEL (self), GTK_INVALID_LIST_POSITION);

  return news_list_change_find (self->rows, article);
}

guint
news_headline_model_find_near (NewsHeadlineModel *self, gint64 article, guint position)
{
  g_return_val_if_fail (NEWS_IS_HEADLINE_MODEL (self), GTK_INVALID_LIST_POSITION);

  if (position < _news_headline_model_get_length (self) && get_article (self, position) == article)
    return position;

  return news_headline_model_find (self, article);
}

guint
news_headline_model_get_spans (NewsHeadlineModel *self, guint from, guint to, NewsRowSpan spans[2])
{
  g_return_val_if_fail (NEWS_IS_HEADLINE_MODEL (self), 0);
  g_return_val_if_fail (from <= to && to <= _news_headline_model_get_length (self), 0);

  return news_list_change_get_spans (self->rows, from, to, spans);
}

const char *
news_headline_model_get_heading (NewsHeadlineModel *self, guint position)
{
  guint group;

  g_return_val_if_fail (NEWS_IS_HEADLINE_MODEL (self), NULL);

  if (position >= _news_headline_model_get_length (self))
    return NULL;
  if (news_headline_model_get_scope (self)->order == NEWS_ORDER_MOST_VISITED)
    return _ ("Most visited");
  if (news_headline_model_get_scope (self)->kind != NEWS_SCOPE_HOME)
    return NULL;

  group = news_list_change_get (self->rows, position).group;
  if (group == 0 || group > news_headline_model_get_scope (self)->sections->len)
    return _ ("Top stories");

  return ((NewsSection *) g_ptr_array_index (news_headline_model_get_scope (self)->sections,
                                             group - 1))
    ->title;
}

gint64
news_headline_model_get_day (NewsHeadlineModel *self, guint position)
{
  g_return_val_if_fail (NEWS_IS_HEADLINE_MODEL (self), 0);

  if (position >= _news_headline_model_get_length (self)
      || news_list_headings_of_scope (news_headline_model_get_scope (self))
           != NEWS_LIST_HEADINGS_DAYS)
    return 0;

  return news_list_change_get (self->rows, position).time;
}

guint
news_headline_model_find_unread (NewsHeadlineModel *self, gint64 from, int step)
{
  g_return_val_if_fail (NEWS_IS_HEADLINE_MODEL (self), GTK_INVALID_LIST_POSITION);

  for (gint64 i = from + step; i >= 0 && i < _news_headline_model_get_length (self); i += step)
    {
      NewsHeadline *headline = news_headline_cache_get (self->cache, get_article (self, (guint) i));

      /* One that was not looked at yet is as good as unread: it is found out when it is shown. */
      if (headline == NULL || !headline->read)
        return (guint) i;
    }

  return GTK_INVALID_LIST_POSITION;
}
