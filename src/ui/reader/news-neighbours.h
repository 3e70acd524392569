/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-headline.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEWS_TYPE_NEIGHBOURS (news_neighbours_get_type ())

/* The ways to the articles before and after the one on show, as they stand in the list: two buttons
 * with their headlines, which activate "list.previous" and "list.next". */
G_DECLARE_FINAL_TYPE (NewsNeighbours, news_neighbours, NEWS, NEIGHBOURS, GtkBox)

GtkWidget *news_neighbours_new (void);

/* Either may be NULL, at an end of the list, and still unknown: it is then named once it is filled.
 * Without both, nothing is shown. */
void news_neighbours_set (NewsNeighbours *self, NewsHeadline *previous, NewsHeadline *next);

G_END_DECLS
