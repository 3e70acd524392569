/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-answer.h"
#include "news-context.h"

G_BEGIN_DECLS

/* How an API divides a long list into pages. Compiled once; immutable. */
typedef struct _NewsPaging NewsPaging;

/* What has been asked, and what came: enough to know what comes next. All borrowed. */
typedef struct
{
  const NewsPlace *place; /* NULL for the first page */
  const char *first;      /* address of the first page */
  const char *asked;      /* address of this one */
  guint n_rows;           /* in the answer, whether they could be understood or not */
  gint64 oldest;          /* when the oldest article of the answer was published, or 0 */
} NewsPagingStep;

/* Reads "paging" of a request; a @node of NULL means that there is one page only.
 * NEWS_API_ERROR_INVALID. */
NewsPaging *news_paging_new_from_json (JsonNode *node,
                                       const NewsParameters *parameters,
                                       const char *where,
                                       GError **error);
void news_paging_free (NewsPaging *self);

/* Rows that a page has by default; 0 if the API decides. */
guint news_paging_get_size (const NewsPaging *self);

/* The whole address of @place, where the API tells it itself; NULL if it is made of the request's
 * address with news_paging_append_query(). Borrowed. */
const char *news_paging_get_address (const NewsPaging *self, const NewsPlace *place);
void news_paging_append_query (const NewsPaging *self, const NewsPlace *place, GString *address);

/* Which time @place is of, if the API divides its list by time: a day is [@from, @to] with both the
 * same, and both are 0 where there is no bound. @now is in seconds. */
void news_paging_find_times (const NewsPaging *self,
                             const NewsPlace *place,
                             gint64 now,
                             gint64 *from,
                             gint64 *to);

/* Whether the list is divided by days, or by what is older than the last article: NEWS_NAME_DAY, or
 * both of _FROM and _TO; else 0. */
guint news_paging_get_names (const NewsPaging *self);

/* Whether an answer has the whole list; of its rows, those of @place are from *@first on, and as
 * many as *@size. */
gboolean news_paging_slices (const NewsPaging *self,
                             const NewsPlace *place,
                             guint *first,
                             guint *size);

/* What comes after the answer in @context; NULL at the end of the list, which is also where the API
 * would lead round in a circle. */
NewsPlace *news_paging_find_next (const NewsPaging *self,
                                  const NewsContext *context,
                                  const NewsPagingStep *step);

/* Rows in the whole list, -1 if the answer does not tell. */
gint64 news_paging_get_total (const NewsPaging *self, const NewsContext *context);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsPaging, news_paging_free)

G_END_DECLS
