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

  /* Owned */
  NewsHeadlineWords *words; /* NULL where no headline is set, as in most rows */
  NewsHeadlineFacts *facts; /* the same */
  GtkWidget *picture;       /* NULL where there is none */
  NewsPictureLoader *loader;
  NewsHeadline *headline;
  NewsListSetter *setter; /* NULL where all is set at once */
  NewsClock *clock;

  /* Borrowed */
  GtkListItem *item; /* NULL where it is in none */

  NewsHeadlineRowState state;
  gboolean followed; /* the headline */
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

/* What the row draws itself, made if it was not yet; both are the row's. */
NewsHeadlineWords *_news_headline_row_get_words (NewsHeadlineRow *self);
NewsHeadlineFacts *_news_headline_row_get_facts (NewsHeadlineRow *self);

/* How wide the words are in a row of @width. */
int _news_headline_row_get_words_width (NewsHeadlineRow *self, int width);

/* Hears of what becomes of the headline, if there is one. */
void _news_headline_row_follow (NewsHeadlineRow *self);

/* Has the item say what the row shows: its label, or the description too. */
void _news_headline_row_tell_label (NewsHeadlineRow *self);
void _news_headline_row_tell (NewsHeadlineRow *self);

/* Has what is drawn, and said, be what the headline says: all of it, or what changes often. */
void _news_headline_row_show (NewsHeadlineRow *self);
void _news_headline_row_show_marks (NewsHeadlineRow *self);
void _news_headline_row_show_facts (NewsHeadlineRow *self);
void _news_headline_row_show_picture (NewsHeadlineRow *self);

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
