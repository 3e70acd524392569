/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-headline-row-private.h"

#include "news-headline-speech.h"
#include "news-picture-view.h"

gboolean
_news_headline_row_is_filled (NewsHeadlineRow *self)
{
  return self->headline != NULL && self->headline->title != NULL;
}

static void
show_words (NewsHeadlineRow *self)
{
  NewsHeadline *headline = self->headline;
  gboolean found = headline != NULL && headline->snippet != NULL;

  if (headline == NULL)
    news_headline_words_set_text (self->words, "", NULL, NULL);
  else
    news_headline_words_set_text (self->words, headline->title != NULL ? headline->title : "",
                                  found ? headline->snippet : headline->preview,
                                  headline->language);
  news_headline_words_set_matches (self->words, headline != NULL ? headline->title_ranges : NULL,
                                   found ? headline->snippet_ranges : NULL);
}

static void
set_read (NewsHeadlineRow *self, gboolean read)
{
  news_headline_words_set_read (self->words, read);
  self->read = read;
}

static void
set_marks (NewsHeadlineRow *self)
{
  gboolean filled = _news_headline_row_is_filled (self);
  gboolean read = filled && self->headline->read;
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  news_headline_facts_set_marks (self->facts, filled && !read,
                                 filled && self->headline->bookmarked);
  news_headline_facts_set_walled (self->facts,
                                  filled && (self->headline->protected || self->headline->consent));
  if (read != self->read)
    {
      if (read && width > 0)
        news_headline_words_hold (self->words, _news_headline_row_get_words_width (self, width));
      set_read (self, read);
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }

  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* FALSE if they are what they were. */
static gboolean
set_facts (NewsHeadlineRow *self)
{
  g_autofree char *behind
    = self->headline != NULL
        ? news_headline_dup_facts (self->headline, news_clock_get_now (self->clock))
        : g_strdup ("");
  const char *outlet = self->headline != NULL ? self->headline->outlet : NULL;
  gboolean same = g_str_equal (news_headline_facts_get_behind (self->facts), behind);

  news_headline_facts_set_text (self->facts, outlet, behind);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return !same;
}

static void
set_pictures (NewsHeadlineRow *self, NewsPicture *lead, NewsPicture *thumbnail)
{
  news_picture_view_set_picture (NEWS_PICTURE_VIEW (self->lead), self->loader, lead);
  news_picture_view_set_picture (NEWS_PICTURE_VIEW (self->thumbnail), self->loader, thumbnail);
  gtk_widget_set_visible (self->lead, lead != NULL);
  gtk_widget_set_visible (self->thumbnail, thumbnail != NULL);
}

void
_news_headline_row_show (NewsHeadlineRow *self)
{
  /* Nothing is held of the headline before. */
  if (self->far && _news_headline_row_is_filled (self) && self->read != self->headline->read)
    set_read (self, self->headline->read);
  self->far = FALSE;
  self->state = NEWS_HEADLINE_ROW_SET;
  show_words (self);
  set_facts (self);
  _news_headline_row_show_pictures (self);
  set_marks (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  _news_headline_row_notify (self);
}

void
_news_headline_row_show_marks (NewsHeadlineRow *self)
{
  self->state = NEWS_HEADLINE_ROW_SET;
  set_marks (self);
  _news_headline_row_notify_label (self);
}

void
_news_headline_row_show_facts (NewsHeadlineRow *self)
{
  if (set_facts (self))
    _news_headline_row_notify_label (self);
}

void
_news_headline_row_show_pictures (NewsHeadlineRow *self)
{
  NewsPicture *picture = self->headline != NULL ? self->headline->lead : NULL;

  set_pictures (self, self->leading ? picture : NULL, self->leading ? NULL : picture);
}

void
_news_headline_row_hide (NewsHeadlineRow *self)
{
  self->far = TRUE;
  set_pictures (self, NULL, NULL);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
