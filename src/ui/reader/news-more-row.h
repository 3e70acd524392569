/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-headline.h"
#include "news-picture-loader.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEWS_TYPE_MORE_ROW (news_more_row_get_type ())

/* A headline under the page. */
G_DECLARE_FINAL_TYPE (NewsMoreRow, news_more_row, NEWS, MORE_ROW, GtkListBoxRow)

GtkWidget *news_more_row_new (NewsHeadline *headline, NewsPictureLoader *loader);
gint64 news_more_row_get_article (NewsMoreRow *self);

G_END_DECLS
