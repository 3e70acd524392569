/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-packed-rows.h"
#include "news-scope.h"

G_BEGIN_DECLS

/* What stands over the rows of a list. */
typedef enum
{
  NEWS_LIST_HEADINGS_NONE,   /* one heading over all */
  NEWS_LIST_HEADINGS_GROUPS, /* those of a front page */
  NEWS_LIST_HEADINGS_DAYS,   /* in the time zone of the reader */
} NewsListHeadings;

NewsListHeadings news_list_headings_of_scope (NewsScope *scope);

/* The rows of a list, with where each article stands and where sections begin. Immutable, and
 * shared between threads: to make it takes as long as the list is long, and is for a worker; to ask
 * it does not. */
typedef struct _NewsListRows NewsListRows;

/* @rows holds NewsRow and must not change any more. */
NewsListRows *news_list_rows_new (GArray *rows, NewsListHeadings headings);

/* The same of rows that take the place of @before: where something was looked for in these, it is
 * found as quickly in the new ones from the beginning. */
NewsListRows *news_list_rows_new_after (NewsListRows *before,
                                        GArray *rows,
                                        NewsListHeadings headings);

NewsListRows *news_list_rows_ref (NewsListRows *self);
void news_list_rows_unref (NewsListRows *self);

/* All of them, for a span. Borrowed. */
NewsPackedRows *news_list_rows_get_packed (NewsListRows *self);
guint news_list_rows_get_length (NewsListRows *self);
NewsRow news_list_rows_get (NewsListRows *self, guint position);

/* Where @article stands, or G_MAXUINT. Of the main thread. */
guint news_list_rows_find (NewsListRows *self, gint64 article);

/* The first row from @position on, but before @end, that begins a section; @end if there is none.
 */
guint news_list_rows_find_start (NewsListRows *self, guint position, guint end);

/* Whether @row begins a section if it stands behind @before. */
gboolean news_list_rows_parts (NewsListRows *self, NewsRow before, NewsRow row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsListRows, news_list_rows_unref)

G_END_DECLS
