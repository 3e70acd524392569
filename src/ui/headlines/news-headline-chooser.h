/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-list-pacer.h"

G_BEGIN_DECLS

#define NEWS_TYPE_HEADLINE_CHOOSER (news_headline_chooser_get_type ())

/* Which article of a list is on show, and how the reader goes from one to another. The one on show
 * is selected as long as it is in the list, and stays there.
 *
 * Signals: open (article: gint64, go: gboolean) when an article is chosen; @go if the reader wants
 * to be taken to it, as by a click, and not only to see it beside the list. */
G_DECLARE_FINAL_TYPE (NewsHeadlineChooser, news_headline_chooser, NEWS, HEADLINE_CHOOSER, GObject)

/* Gives @view the rows of @model, which is paced by @pacer. All are kept alive by others for as
 * long as this is. */
NewsHeadlineChooser *news_headline_chooser_new (GtkListView *view,
                                                NewsHeadlineModel *model,
                                                NewsListPacer *pacer);

/* Another list is shown, or the same in another view, with nothing chosen in it yet. */
void news_headline_chooser_reset (NewsHeadlineChooser *self);

/* What is shown now is the same list in another view, of which nothing has come yet: @article, that
 * was on show (0 for none), stays in it. */
void news_headline_chooser_keep (NewsHeadlineChooser *self, gint64 article);

/* To be called when rows came or went. */
void news_headline_chooser_update (NewsHeadlineChooser *self);

/* The article on show, 0 for none; one that came from elsewhere, as by a link, selects nothing. */
void news_headline_chooser_set_shown (NewsHeadlineChooser *self, gint64 article);
gint64 news_headline_chooser_get_shown (NewsHeadlineChooser *self);

/* The position of the row that is selected, or GTK_INVALID_LIST_POSITION. */
guint news_headline_chooser_get_selected (NewsHeadlineChooser *self);

/* Opens the row at @position. */
void news_headline_chooser_open (NewsHeadlineChooser *self, guint position);

/* Opens the next (@step 1) or previous (@step -1) article, or the next unread one with @unread.
 * FALSE if there is none. */
gboolean news_headline_chooser_step (NewsHeadlineChooser *self, int step, gboolean unread);

/* The headline before (@step -1) or after (@step 1) the article on show, or NULL; it may not be
 * filled yet. The caller owns it. */
NewsHeadline *news_headline_chooser_dup_neighbour (NewsHeadlineChooser *self, int step);

/* The rows above (@side -1) or below (@side 1) @article, or the one that is selected if it is 0, as
 * they are at this moment: one or two spans, whose number is returned. Borrowed, until the list
 * changes. */
guint news_headline_chooser_get_spans (NewsHeadlineChooser *self,
                                       gint64 article,
                                       int side,
                                       NewsRowSpan spans[2]);

G_END_DECLS
