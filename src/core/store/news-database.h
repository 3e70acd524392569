/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-statement.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A connection to the store's file. It belongs to the thread that opened it, which every function
 * asserts.
 *
 * Errors stick, as cairo's do: the first thing that fails is remembered, and from then on nothing
 * is done and no statement gives a row, until news_database_end() undoes the transaction and hands
 * the error out. So what runs inside a transaction needs no checks: what it reads after a failure
 * looks empty, and what it writes is undone. */
typedef struct _NewsDatabase NewsDatabase;

typedef enum
{
  NEWS_DATABASE_WRITER, /* makes the file if there is none */
  NEWS_DATABASE_READER, /* can't write */
  NEWS_DATABASE_WRECK,  /* reads a damaged file as far as that goes, and does not touch it */
} NewsDatabaseRole;

typedef enum
{
  NEWS_TRANSACTION_READ,    /* sees one state of the file, and waits for nobody */
  NEWS_TRANSACTION_WRITE,   /* survives the end of the process */
  NEWS_TRANSACTION_DURABLE, /* survives a power cut too: it is on the disk when it has ended */
} NewsTransaction;

/* The time, in microseconds since 1970. */
typedef gint64 (*NewsClock) (void);

NewsDatabase *news_database_open (const char *path, NewsDatabaseRole role, GError **error);
void news_database_close (NewsDatabase *self);

/* Free pages of a file can be given back a few at a time if it was made so, as every new one is. Of
 * any other this says that it is to be so once it is made anew (VACUUM). */
void news_database_make_shrinkable (NewsDatabase *self);

/* The log of a file is folded into it whenever it has grown long, which takes some moments, and by
 * itself is part of the transaction that makes it so. After news_database_put_off_folding() that is
 * done by news_database_fold_log(), outside of transactions: then nobody need wait for it. */
void news_database_put_off_folding (NewsDatabase *self);
void news_database_fold_log (NewsDatabase *self);

/* Gives back the memory in which parts of the file are kept, for who will not ask for a while: the
 * system keeps them too. Not in a transaction. */
void news_database_rest (NewsDatabase *self);

/* Every transaction ends with news_database_end(), which keeps what was done, or undoes it if
 * anything failed and then returns FALSE with that error. */
void news_database_begin (NewsDatabase *self, NewsTransaction transaction);
gboolean news_database_end (NewsDatabase *self, GError **error);

/* The same for what runs outside of a transaction: FALSE with the error of what failed. */
gboolean news_database_check (NewsDatabase *self, GError **error);

/* Remembers a failure: SQLite's result code, or an error that is taken. */
void news_database_latch (NewsDatabase *self, int code);
void news_database_take_error (NewsDatabase *self, GError *error);
gboolean news_database_has_failed (NewsDatabase *self);

/* SQLite's result code of what failed, SQLITE_OK if nothing did or the error was taken. */
int news_database_get_failure (NewsDatabase *self);

/* Forgets a failure, for who can go on without what failed. */
void news_database_forgive (NewsDatabase *self);

/* A statement that is prepared once and kept. @sql must be a literal, for it is known again by its
 * address. Never NULL; borrowed. It must have ended before it is asked for again. */
NewsStatement *news_database_prepare (NewsDatabase *self, const char *sql);

/* Prepares a statement as news_database_prepare() does, whose one parameter is a number, and runs
 * it; it gives no rows. */
void news_database_run_for (NewsDatabase *self, const char *sql, gint64 number);

/* Runs statements that give nothing and are needed once. */
void news_database_execute (NewsDatabase *self, const char *sql);

/* Rows that the last statement changed; the number of the row that was last inserted. */
int news_database_get_changes (NewsDatabase *self);
gint64 news_database_get_last_row (NewsDatabase *self);

/* Queries stop soon after @cancellable (nullable, borrowed) is cancelled. */
void news_database_set_cancellable (NewsDatabase *self, GCancellable *cancellable);

/* Seconds and microseconds since 1970. Tests bring their own clock. */
gint64 news_database_get_now (NewsDatabase *self);
gint64 news_database_get_now_precise (NewsDatabase *self);
void news_database_set_clock (NewsDatabase *self, NewsClock clock);

/* The SQL of the kept statements that went through a whole table so far, which none should: for
 * tests. */
char **news_database_list_scans (NewsDatabase *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsDatabase, news_database_close)

G_END_DECLS
