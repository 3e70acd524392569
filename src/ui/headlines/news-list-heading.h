/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-list-setter.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEWS_TYPE_LIST_HEADING (news_list_heading_get_type ())

/* A heading in a list. One over a day says which that is seen from now: at midnight, what was
 * "Today" is "Yesterday". */
G_DECLARE_FINAL_TYPE (NewsListHeading, news_list_heading, NEWS, LIST_HEADING, GtkWidget)

/* @setter, which it is left to when it is set, may be NULL: then it is at once. */
GtkWidget *news_list_heading_new (NewsListSetter *setter);
void news_list_heading_set_title (NewsListHeading *self, const char *title);

/* The day that @when is in (seconds since 1970, UTC); 0 for one that is not known. */
void news_list_heading_set_day (NewsListHeading *self, gint64 when);

/* For the setter: the heading is where its text is to be; whether it is, and has something to set;
 * and to set it. */
void news_list_heading_place (NewsListHeading *self);
gboolean news_list_heading_is_waiting (NewsListHeading *self);
void news_list_heading_set (NewsListHeading *self);

G_END_DECLS
