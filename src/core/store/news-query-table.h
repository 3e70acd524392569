/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-database.h"
#include "news-section.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 number; /* the store's */
  guint unread;
} NewsQueryRow;

/* All queries of a store as they are in one transaction, read at once: for what goes through
 * hundreds of them, as a front page does. Of a thread of the store. */
typedef struct _NewsQueryTable NewsQueryTable;

NewsQueryTable *news_query_table_new (NewsDatabase *database);
void news_query_table_free (NewsQueryTable *self);

/* NULL if nothing was ever taken in for it. Borrowed. @section is NULL or "" for everything. */
const NewsQueryRow *news_query_table_find (NewsQueryTable *self,
                                           const char *source,
                                           const char *section);

/* The numbers (gint64) of the queries of @section that are known. */
GArray *news_query_table_list (NewsQueryTable *self, NewsSection *section);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsQueryTable, news_query_table_free)

G_END_DECLS
