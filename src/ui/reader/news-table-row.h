/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEWS_TYPE_TABLE_ROW (news_table_row_get_type ())

/* A row of a NewsTable: it holds the cells that begin in it, for screen readers, and is laid out by
 * the table, since what is as wide and as high as what is known to the table alone. */
G_DECLARE_FINAL_TYPE (NewsTableRow, news_table_row, NEWS, TABLE_ROW, GtkWidget)

GtkWidget *news_table_row_new (void);

/* At the end of the row. */
void news_table_row_append (NewsTableRow *self, GtkWidget *cell);

/* Where the cell is, from the row's own corner, once the row is allocated. */
void news_table_row_place (NewsTableRow *self, GtkWidget *cell, const GdkRectangle *place);

G_END_DECLS
