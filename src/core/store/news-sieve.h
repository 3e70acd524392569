/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-database.h"
#include "news-scope.h"

G_BEGIN_DECLS

/* Which articles a filter lets through. Where many are asked for, what is marked is read once, as a
 * bit an article: to ask for each row of a long list takes several times as long. */
typedef struct _NewsSieve NewsSieve;

/* Inside a transaction; NULL if @filter lets everything through. That of what is unread lets
 * through too what was read at @since or later (seconds since 1970; G_MAXINT64 for nothing). @kept
 * (0 for none) passes whatever it is. */
NewsSieve *news_sieve_new (NewsDatabase *database, NewsFilter filter, gint64 since, gint64 kept);
void news_sieve_free (NewsSieve *self);

/* @self may be NULL: then everything passes. */
gboolean news_sieve_passes (NewsSieve *self, gint64 article);

/* How many articles of @query can pass, going by the counters; G_MAXUINT if that is not known. Of a
 * query where all is read nothing has to be looked at. */
guint news_sieve_get_most (NewsSieve *self, gint64 query);

/* Takes out of @rows (NewsRow) what does not pass; the rest stays in its order. */
void news_sieve_sift (NewsSieve *self, GArray *rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsSieve, news_sieve_free)

G_END_DECLS
