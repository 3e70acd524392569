/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-database.h"
#include "news-section.h"
#include "news-sieve.h"
#include "news-snapshot.h"

G_BEGIN_DECLS

/* Rows of a list while it is being made: an array of NewsRow. In the order of lists the newer one
 * comes first, and of two of the same time the one with the higher number. */

GArray *news_rows_new (void);

/* < 0 if @one comes before @other. */
int news_rows_compare (const NewsRow *one, const NewsRow *other);

/* Adds the rows that @statement gives: article, time; already in the order of lists. */
void news_rows_add (GArray *rows, NewsStatement *statement);

/* Brings @rows into the order of lists, and drops repeated articles, which must have the same time
 * each time. */
void news_rows_sort (GArray *rows);

/* The index of @article, or -1. */
int news_rows_find (GArray *rows, gint64 article);

/* Inserts @row where it belongs among the rows of its group, which stand together. */
void news_rows_insert (GArray *rows, NewsRow row);

/* The row of a query in the store, 0 if it has never been asked. */
gint64 news_rows_get_query (NewsDatabase *database, const NewsQuery *query);

/* The rows (gint64) of all queries of @section that have ever been asked. */
GArray *news_rows_get_queries (NewsDatabase *database, NewsSection *section);

/* Fills @rows, which is empty, with what stands in any of @queries, or with the first @limit rows
 * of that (-1 for all). */
void news_rows_read (NewsDatabase *database, GArray *queries, int limit, GArray *rows);

/* Fills @rows, which is empty, with the first @limit rows of what stands in any of @queries, newest
 * or oldest first, and passes @sieve (nullable). */
void news_rows_read_top (NewsDatabase *database,
                         GArray *queries,
                         NewsOrder order,
                         NewsSieve *sieve,
                         guint limit,
                         GArray *rows);

void news_rows_reverse (GArray *rows);

G_END_DECLS
