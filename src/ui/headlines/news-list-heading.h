/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEWS_TYPE_LIST_HEADING (news_list_heading_get_type ())

/* A heading in a list. One over a day says which that is seen from now: at midnight, what was
 * "Today" is "Yesterday". */
G_DECLARE_FINAL_TYPE (NewsListHeading, news_list_heading, NEWS, LIST_HEADING, GtkWidget)

GtkWidget *news_list_heading_new (void);
void news_list_heading_set_title (NewsListHeading *self, const char *title);

/* The day that @when is in (seconds since 1970, UTC); 0 for one that is not known. */
void news_list_heading_set_day (NewsListHeading *self, gint64 when);

G_END_DECLS
