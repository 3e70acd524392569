/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A prepared statement of a NewsDatabase, which owns it: news_database_prepare(). For the thread of
 * its database only. What fails is remembered by the database; see there. */
typedef struct _NewsStatement NewsStatement;

/* Parameters count from 1. Texts and bytes are not copied: they must stay until the statement has
 * ended. NULL binds NULL. */
void news_statement_bind_int (NewsStatement *self, int parameter, gint64 value);
void news_statement_bind_text (NewsStatement *self, int parameter, const char *value);
void news_statement_bind_bytes (NewsStatement *self, int parameter, GBytes *value);

/* For the argument of news_numbers (?), a table with the column value, which has a row for each of
 * @numbers (gint64). They are not copied either. */
void news_statement_bind_numbers (NewsStatement *self, int parameter, GArray *numbers);

/* Binds all parameters of a statement that has only numbers. */
#define news_statement_bind_ints(self, ...)                              \
  news_statement_bind_int_array (self, (const gint64[]) { __VA_ARGS__ }, \
                                 G_N_ELEMENTS (((const gint64[]) { __VA_ARGS__ })))
void news_statement_bind_int_array (NewsStatement *self, const gint64 *values, gsize length);

/* Goes to the next row. FALSE after the last one, or if anything failed; the statement has then
 * ended. */
gboolean news_statement_next (NewsStatement *self);

/* Runs a statement that gives no rows. Returns how many rows it changed, 0 if it failed. */
int news_statement_run (NewsStatement *self);

/* Ends a statement before its last row. Whoever stops early must, for an open statement keeps the
 * transaction open. */
void news_statement_end (NewsStatement *self);

/* Runs a statement that gives at most one row of one number. Returns @fallback if it gives none. */
gint64 news_statement_run_int (NewsStatement *self, gint64 fallback);

/* The columns of the current row count from 0. A text is always valid UTF-8, whatever the file
 * holds. */
gint64 news_statement_get_int (NewsStatement *self, int column);
gboolean news_statement_is_null (NewsStatement *self, int column);
char *news_statement_dup_text (NewsStatement *self, int column);
GBytes *news_statement_dup_bytes (NewsStatement *self, int column);

/* A text as it is in the file, be that UTF-8 or not, for what is compared alone. Borrowed until the
 * next row; NULL where there is none. */
const char *news_statement_get_text (NewsStatement *self, int column);

G_END_DECLS
