/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-edition.h"
#include "news-headline.h"
#include "news-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEWS_TYPE_HEADLINE_MODEL (news_headline_model_get_type ())

/* A list of the store as a GListModel of NewsHeadline, with sections (days, or the sections of a
 * front page). It holds a snapshot of numbers; headlines are read in batches as they are looked at,
 * and changes of the store come as splices, so that what is on show stays where it is.
 *
 * The first rows of a list are read and shown by themselves; all of it follows. Nothing that is
 * done here takes longer for a longer list: the store reads it, and a worker compares it with what
 * is on show (NewsListChange).
 *
 * Signals: loaded (error: GError, nullable), each time that a snapshot has come and is on show;
 * changing (), when one has come to a model that is paced; emptying (), when all rows are about to
 * go. */
G_DECLARE_FINAL_TYPE (NewsHeadlineModel, news_headline_model, NEWS, HEADLINE_MODEL, GObject)

NewsHeadlineModel *news_headline_model_new (void);

/* A model that is paced does not take a snapshot at once, as many new rows would have to be made in
 * one frame: when it is "changing", whoever shows its rows calls news_headline_model_go_on() until
 * it returns FALSE, which changes up to @most rows; or news_headline_model_finish(), which does all
 * that is left. */
void news_headline_model_set_paced (NewsHeadlineModel *self, gboolean paced);
gboolean news_headline_model_go_on (NewsHeadlineModel *self, guint most);
void news_headline_model_finish (NewsHeadlineModel *self);

/* Shows another list; empty until its first snapshot has come. */
void news_headline_model_set_scope (NewsHeadlineModel *self, NewsStore *store, NewsScope *scope);

/* The same, of the same store, but the rows of the list before stay until the first snapshot of the
 * new one comes, as changes of them: a search has another list with each letter that is typed. */
void news_headline_model_change_scope (NewsHeadlineModel *self, NewsScope *scope);

/* Shows nothing, and asks for nothing. */
void news_headline_model_clear (NewsHeadlineModel *self);

/* NULL while nothing is shown. Borrowed. */
NewsScope *news_headline_model_get_scope (NewsHeadlineModel *self);

/* Leaves out of a list of what is unread what was read before @since (seconds since 1970), which
 * had stayed as nothing is to vanish under the eye. */
void news_headline_model_renew (NewsHeadlineModel *self, gint64 since);

/* The article that stays in the list whatever happens; 0 for none. */
void news_headline_model_set_kept (NewsHeadlineModel *self, gint64 article);

/* Whether the first snapshot of the list has not come yet. */
gboolean news_headline_model_is_loading (NewsHeadlineModel *self);

/* Whether all of the list is there. */
gboolean news_headline_model_is_whole (NewsHeadlineModel *self);

/* The number of the article in the row at @position, 0 if there is none; reads nothing. */
gint64 news_headline_model_get_article (NewsHeadlineModel *self, guint position);

/* GTK_INVALID_LIST_POSITION if it is not there. */
guint news_headline_model_find (NewsHeadlineModel *self, gint64 article);

/* The same, soon if it is at @position, where it is looked for first. */
guint news_headline_model_find_near (NewsHeadlineModel *self, gint64 article, guint position);

/* The rows from @from up to @to, as they are at this moment, as one or two spans, whose number is
 * returned. Borrowed, until the list changes. */
guint news_headline_model_get_spans (NewsHeadlineModel *self,
                                     guint from,
                                     guint to,
                                     NewsRowSpan spans[2]);

/* The heading over the row at @position: a section of the front page, or that of a list by visits;
 * NULL in other lists. Borrowed. */
const char *news_headline_model_get_heading (NewsHeadlineModel *self, guint position);

/* In lists by time, a time in the day under whose name the row at @position stands
 * (seconds since 1970, UTC), or 0 if that is not known. */
gint64 news_headline_model_get_day (NewsHeadlineModel *self, guint position);

/* The first row after (@step 1) or before (@step -1) the row @from (-1 for the beginning) that is
 * unread, going by what is known; or GTK_INVALID_LIST_POSITION. */
guint news_headline_model_find_unread (NewsHeadlineModel *self, gint64 from, int step);

G_END_DECLS
