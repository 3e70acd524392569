/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-headline.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEWS_TYPE_HEADLINE_MENU (news_headline_menu_get_type ())

/* The menu of a headline in a list: what can be done with it and with what stands above and below.
 * It opens by the second button of a mouse, a long touch, or the menu key and Shift+F10 on the row
 * that has the focus. Its actions are the window's, "headline.…", which get the article's number.
 */
G_DECLARE_FINAL_TYPE (NewsHeadlineMenu, news_headline_menu, NEWS, HEADLINE_MENU, GObject)

/* For the rows of @view, inside @host, which is what the menu belongs to and must outlive it. */
NewsHeadlineMenu *news_headline_menu_new (GtkWidget *host, GtkListView *view);

/* What the menu of @headline has. The caller owns it. */
GMenuModel *news_headline_menu_create_model (NewsHeadline *headline);

G_END_DECLS
