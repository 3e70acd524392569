/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-caret.h"

G_BEGIN_DECLS

#define NEWS_TYPE_PAGE_MENU (news_page_menu_get_type ())

/* The menu of a page, which the secondary button, a long press, the menu key and Shift+F10 open:
 * what can be done with what is selected, with the link that it is opened at, and with all. Its
 * actions are the window's: "story.copy", "story.copy-quote", "story.copy-address" (s),
 * "story.select-all", "story.find". For the main thread. */
G_DECLARE_FINAL_TYPE (NewsPageMenu, news_page_menu, NEWS, PAGE_MENU, GObject)

/* Listens in @page; does not keep it alive. */
NewsPageMenu *news_page_menu_new (GtkWidget *page, NewsSelection *selection, NewsCaret *caret);

/* What the menu has where the link of @address is, or, if that is NULL, where none is. The caller
 * owns it. */
GMenuModel *news_page_menu_create_model (NewsPageMenu *self, const char *address);

G_END_DECLS
