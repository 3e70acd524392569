/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-edition.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEWS_TYPE_DATELINE (news_dateline_get_type ())

/* The date over the paper: that of the edition's city, in the reader's locale, turning at that
 * city's midnight. */
G_DECLARE_FINAL_TYPE (NewsDateline, news_dateline, NEWS, DATELINE, GtkWidget)

/* @edition is borrowed for the call. */
void news_dateline_set_edition (NewsDateline *self, NewsEdition *edition);

G_END_DECLS
