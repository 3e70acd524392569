/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-database.h"

G_BEGIN_DECLS

/* Keeps queries.unread, the number of unread articles in each query, while an operation marks, adds
 * or removes articles: it gathers what changes, and writes it once. Inside a transaction that
 * writes. Not triggers, which would take most of the time of marking a long list read. */
typedef struct _NewsUnreadTally NewsUnreadTally;

NewsUnreadTally *news_unread_tally_new (NewsDatabase *database);
void news_unread_tally_free (NewsUnreadTally *self);

/* Notes that @query (its row) has @change more unread articles. */
void news_unread_tally_add (NewsUnreadTally *self, gint64 query, int change);

/* The same for each query that @article stands in. */
void news_unread_tally_add_article (NewsUnreadTally *self, gint64 article, int change);

/* Writes what was noted. Without it all is forgotten, as after a failure. */
void news_unread_tally_write (NewsUnreadTally *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsUnreadTally, news_unread_tally_free)

G_END_DECLS
