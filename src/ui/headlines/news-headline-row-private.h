/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-clock.h"
#include "news-headline-facts.h"
#include "news-headline-row.h"
#include "news-headline-words.h"

G_BEGIN_DECLS

/* What of a row is not as its headline is. */
typedef enum
{
  NEWS_HEADLINE_ROW_SET,
  NEWS_HEADLINE_ROW_OTHER_MARKS,
  NEWS_HEADLINE_ROW_OTHER_WORDS,
} NewsHeadlineRowState;

struct _NewsHeadlineRow
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *lead;
  GtkWidget *thumbnail;

  /* Owned */
  NewsHeadlineWords *words;
  NewsHeadlineFacts *facts;
  NewsPictureLoader *loader;
  NewsHeadline *headline;
  NewsListSetter *setter; /* NULL where all is set at once */
  GSignalGroup *signals;
  NewsClock *clock;

  NewsHeadlineRowState state;
  gboolean placed;
  gboolean far;  /* nothing of this headline is set yet */
  gboolean told; /* its name */
  gboolean leading;
  gboolean selected;
  gboolean read; /* as it is drawn */
  guint title_serial;
  guint text_serial;
  PangoContext *text_context; /* borrowed: only to be compared */
};

/* What the row draws itself; both are the row's. */
NewsHeadlineWords *_news_headline_row_get_words (NewsHeadlineRow *self);
NewsHeadlineFacts *_news_headline_row_get_facts (NewsHeadlineRow *self);

/* How wide the words are in a row of @width. */
int _news_headline_row_get_words_width (NewsHeadlineRow *self, int width);

/* That label, or label and description, are others. */
void _news_headline_row_notify_label (NewsHeadlineRow *self);
void _news_headline_row_notify (NewsHeadlineRow *self);

/* Has what is drawn be what the headline says: all of it, or what changes often. They are told of
 * to whoever follows the label. */
void _news_headline_row_show (NewsHeadlineRow *self);
void _news_headline_row_show_marks (NewsHeadlineRow *self);
void _news_headline_row_show_facts (NewsHeadlineRow *self);
void _news_headline_row_show_pictures (NewsHeadlineRow *self);

/* Whether it has a headline, and that has come. */
gboolean _news_headline_row_is_filled (NewsHeadlineRow *self);

/* Leaves it to the setter to bring the row up to date, of which that much is to be done anew. */
void _news_headline_row_wait (NewsHeadlineRow *self, NewsHeadlineRowState state);

/* The same after the headline was changed for another. Signals of that are followed from when it is
 * set, as many rows never are. */
void _news_headline_row_leave_to_setter (NewsHeadlineRow *self);

/* Draws nothing from now on, until it is shown. */
void _news_headline_row_hide (NewsHeadlineRow *self);

G_END_DECLS
