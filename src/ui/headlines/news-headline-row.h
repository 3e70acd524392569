/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-headline.h"
#include "news-list-setter.h"
#include "news-picture-loader.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEWS_TYPE_HEADLINE_ROW (news_headline_row_get_type ())

/* A headline in the list: title, preview, source, time and visits, thumbnail, unread and bookmark
 * marks. The time stays true, and the row as high as it was, when its article is read.
 *
 * It draws its words itself (see news-headline-words.h), so a screen reader has them from the item
 * that holds it: its accessible label is title, source, state and time, in that order; its
 * description the preview. */
G_DECLARE_FINAL_TYPE (NewsHeadlineRow, news_headline_row, NEWS, HEADLINE_ROW, GtkWidget)

GtkWidget *news_headline_row_new (void);

/* Leaves to @setter when a headline is set, once: a row that has one draws nothing until then, and
 * takes as much room as others. Without a setter, all is set at once. */
void news_headline_row_set_setter (NewsHeadlineRow *self, NewsListSetter *setter);

/* The item of a list that holds the row, or NULL. Borrowed, until another is told. */
void news_headline_row_set_item (NewsHeadlineRow *self, GtkListItem *item);
GtkListItem *news_headline_row_get_item (NewsHeadlineRow *self);

/* For the setter: the row is where its headline is to be, and not where another one was; FALSE if
 * it was. Whether it is, and has something to set; and to set it, in an item of that @width. */
gboolean news_headline_row_place (NewsHeadlineRow *self);
gboolean news_headline_row_is_waiting (NewsHeadlineRow *self);
void news_headline_row_set (NewsHeadlineRow *self, int width);

/* Has the name of a row that is not set be heard of; FALSE if it was. */
gboolean news_headline_row_tell (NewsHeadlineRow *self);

/* A minute has passed; the setter tells it to its rows, others know by themselves. */
void news_headline_row_grow_old (NewsHeadlineRow *self);

/* @headline NULL empties the row. */
void news_headline_row_set_headline (NewsHeadlineRow *self,
                                     NewsPictureLoader *loader,
                                     NewsHeadline *headline);

/* What it shows, or NULL. Borrowed. */
NewsHeadline *news_headline_row_get_headline (NewsHeadlineRow *self);

/* The first of a list is larger, with its picture above. */
void news_headline_row_set_leading (NewsHeadlineRow *self, gboolean leading);

/* Whether the item that holds it is selected, and has another ground. */
void news_headline_row_set_selected (NewsHeadlineRow *self, gboolean selected);

/* What a screen reader says of the row; also for the item that holds it. */
char *news_headline_row_dup_label (NewsHeadlineRow *self);

G_END_DECLS
