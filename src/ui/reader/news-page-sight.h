/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-page-places.h"

G_BEGIN_DECLS

/* Opens the folded parts of @root (GtkExpander) that @paragraph is in. Whether there were any. */
gboolean news_page_sight_unfold (GtkWidget *root, NewsParagraph *paragraph);

/* Has the scrolled windows around @paragraph show its letters from @start to @end, with some of
 * what leads to them. What is in sight already stays where it is. @wait: until it is laid out, as
 * what has just been unfolded is not. */
void news_page_sight_show (NewsParagraph *paragraph, guint start, guint end, gboolean wait);

/* Scrolls just as far as needed to show a caret at @place. */
void news_page_sight_follow (const NewsPagePlace *place);

/* Gives the focus to @widget, which may be longer than the screen, without scrolling to it. */
gboolean news_page_sight_focus (GtkWidget *widget);

/* The scrolled window that the page is read in, or NULL. */
GtkScrolledWindow *news_page_sight_get_scroller (GtkWidget *root);

/* The part of @root that can be seen, from its corner. FALSE where it is not shown. */
gboolean news_page_sight_get_visible (GtkWidget *root, graphene_rect_t *visible);

/* The first of @root and of what is in it that @wants says yes to and that does not end above @y of
 * @around; NULL for none. In the order of the page; what is not on the screen is passed over. */
GtkWidget *news_page_sight_find (GtkWidget *root,
                                 GtkWidget *around,
                                 double y,
                                 gboolean (*wants) (GtkWidget *widget));

G_END_DECLS
