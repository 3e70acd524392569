/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-editor.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NEWS_TYPE_QUERY_ROW (news_query_row_get_type ())

/* One query of a section: its source, what of the source is asked for, and what can be done. */
G_DECLARE_FINAL_TYPE (NewsQueryRow, news_query_row, NEWS, QUERY_ROW, AdwActionRow)

/* For the query at @index of @section. */
GtkWidget *news_query_row_new (NewsEditor *editor, NewsSection *section, guint index);

G_END_DECLS
