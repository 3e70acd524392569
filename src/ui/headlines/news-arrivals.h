/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-headline-model.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NEWS_TYPE_ARRIVALS (news_arrivals_get_type ())

/* What comes in at the top of a list. Where the reader looks at the top, it is simply there. Where
 * the reader looks further down, nothing moves, and a button over the list says how many new
 * stories there are, and leads to them; a screen reader is told. Stands in an overlay over the
 * list. */
G_DECLARE_FINAL_TYPE (NewsArrivals, news_arrivals, NEWS, ARRIVALS, AdwBin)

/* All are kept alive by others for as long as this is shown. */
void news_arrivals_watch (NewsArrivals *self,
                          GtkScrolledWindow *scroller,
                          GtkListView *view,
                          NewsHeadlineModel *model);

/* Another list is shown from its top. */
void news_arrivals_reset (NewsArrivals *self);

/* To be called whenever rows came or went; @settled, if no more are on their way: then it is told.
 * A list that is at its top stays there unless it is @held, as by the article on show, which is not
 * to move either. */
void news_arrivals_update (NewsArrivals *self, gboolean held, gboolean settled);

/* How many new stories it speaks of. */
guint news_arrivals_get_count (NewsArrivals *self);

/* Goes to the top of the list. */
void news_arrivals_go_to_top (NewsArrivals *self);

G_END_DECLS
