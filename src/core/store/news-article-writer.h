/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-changes.h"
#include "news-database.h"
#include "news-source.h"
#include "news-store.h"
#include "news-unread-tally.h"

G_BEGIN_DECLS

/* Puts articles of one answer of a source into the store, inside a transaction that writes. */
typedef struct
{
  NewsTaken taken;

  gint64 source;       /* row of the source */
  gint64 everything;   /* row of the query for all that the source has */
  gint64 asked;        /* row of the query that was asked */
  gint64 now;          /* seconds since 1970 */
  GHashTable *queries; /* char*, id of a section, to gint64*, the row of its query */
  NewsUnreadTally *tally;

  NewsDatabase *database; /* borrowed */
  NewsChanges *changes;   /* borrowed */
} NewsArticleWriter;

/* @section is the source's own id of the section that was asked for, NULL for everything, as in
 * NewsBatch. */
void news_article_writer_init (NewsArticleWriter *self,
                               NewsDatabase *database,
                               NewsChanges *changes,
                               NewsSource *source,
                               const char *section);
void news_article_writer_clear (NewsArticleWriter *self);

/* The row of the query for @section (NULL for everything). */
gint64 news_article_writer_get_query (NewsArticleWriter *self, const char *section);

/* Ends it, after the last article. @answered tells whether the query that was asked has been
 * answered, and did not only come up. */
void news_article_writer_finish (NewsArticleWriter *self, gboolean answered);

/* The number of what the source calls @remote, whether or not there is such an article. */
gint64 news_article_writer_identify (NewsArticleWriter *self, const char *remote);

/* Takes in @article, see news_store_take_in(). Returns its number. */
gint64 news_article_writer_take (NewsArticleWriter *self, NewsArticle *article);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NewsArticleWriter, news_article_writer_clear)

G_END_DECLS
