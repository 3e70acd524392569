/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEWS_TYPE_TABLE (news_table_get_type ())

/* A table of rows and cells, which may reach over more than one row and column. GtkGrid has the
 * cells without rows, and who listens to a table goes through it by rows. */
G_DECLARE_FINAL_TYPE (NewsTable, news_table, NEWS, TABLE, GtkWidget)

GtkWidget *news_table_new (void);

/* Begins a row below the last one. */
void news_table_add_row (NewsTable *self);

/* Puts @cell into the last row, in the first column that is free there: where a cell from above
 * reaches down, the next ones move to the right. It reaches over @columns and @rows, of which those
 * below the last row of all are not counted. */
void news_table_add_cell (NewsTable *self, GtkWidget *cell, int columns, int rows);

/* Which column a cell begins in; -1 for what is none of our cells. */
int news_table_get_column (NewsTable *self, GtkWidget *cell);

/* Over how many columns and rows a cell reaches; 1 each for what is none of our cells. */
void news_table_get_span (NewsTable *self, GtkWidget *cell, int *columns, int *rows);

G_END_DECLS
