/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-headline-model.h"

G_BEGIN_DECLS

#define NEWS_TYPE_LIST_PACER (news_list_pacer_get_type ())

/* Has a paced model change a little in each frame of the widget that shows it, so that no frame is
 * held; at once, where there are no frames because the widget is not on the screen. In a window
 * that is still to be shown, the first rows come at once, and the others when it is.
 *
 * The widgets of rows that all go at once are freed some a frame, too.
 *
 * Signals: stepped (more: gboolean), after each such change; more are to come or not. */
G_DECLARE_FINAL_TYPE (NewsListPacer, news_list_pacer, NEWS, LIST_PACER, GObject)

/* @widget is on the screen while the list is what a reader waits for; the rows are children of
 * @view, which is @widget or within it, and may be hidden for a while. All are kept alive by others
 * for as long as this is. */
NewsListPacer *news_list_pacer_new (GtkWidget *widget, GtkWidget *view, NewsHeadlineModel *model);

/* Whether changes are still to come. */
gboolean news_list_pacer_is_changing (NewsListPacer *self);

/* Has all changes come now. Also to be called when the widget is unmapped. */
void news_list_pacer_finish (NewsListPacer *self);

G_END_DECLS
