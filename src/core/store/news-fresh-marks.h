/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-store.h"

G_BEGIN_DECLS

#define NEWS_TYPE_FRESH_MARKS (news_fresh_marks_get_type ())

/* What is marked while something is asked of a store: the answer may have been found before, and is
 * not to undo it. Of the thread that hears of the store's signals. */
G_DECLARE_FINAL_TYPE (NewsFreshMarks, news_fresh_marks, NEWS, FRESH_MARKS, GObject)

/* @store is borrowed, and may go before. */
NewsFreshMarks *news_fresh_marks_new (NewsStore *store);

/* Something is asked for now. */
void news_fresh_marks_expect (NewsFreshMarks *self);

/* Corrects an answer (NewsHeadline) by what was marked since it was asked for. */
void news_fresh_marks_apply (NewsFreshMarks *self, GPtrArray *headlines);

/* The same of a single @article; neither is changed if it was not marked. */
void news_fresh_marks_get (NewsFreshMarks *self,
                           gint64 article,
                           gboolean *read,
                           gboolean *bookmarked);

/* Once for each that was expected: it is on show, or does not come any more. What was marked is
 * forgotten with the last: what is asked for after this knows of it. */
void news_fresh_marks_arrived (NewsFreshMarks *self);

G_END_DECLS
