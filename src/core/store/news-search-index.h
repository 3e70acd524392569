/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-article.h"
#include "news-database.h"

G_BEGIN_DECLS

/* The index of the search, inside a transaction that writes. What an article has is written as a
 * row of terms ("pending"); as soon as there are enough of these, they become a segment: its
 * articles are in "segments", its buckets in "postings". "indexed" has a narrow row for each
 * article that is in the index, with what hits are ranked and sifted by, and the segment (0 for
 * none) that tells of it: what another segment says of it is no longer so. "unindexed" lists the
 * articles that an earlier version has stored, until news_search_index_more() comes to them.
 *
 * Not FTS5, which we tried first: to index an article so that any word, pair and beginning of a
 * word is found took ten times as long as here, more than all else that is done with it; and here
 * what is asked besides of source, date or exclusion are some bits that are compared, of 512
 * articles at once. */

/* Writes what is not there yet of @view, as it is stored: with its text, even if that came earlier.
 * Its topics are read from the store. @source is the row of its source, @sorted the time that lists
 * go by. */
void news_search_index_write (NewsDatabase *database,
                              gint64 article,
                              gint64 source,
                              gint64 sorted,
                              const NewsArticle *view);

/* After a batch of these: makes segments of what is pending, if there is enough. */
void news_search_index_settle (NewsDatabase *database);

/* The same as news_search_index_write() of what is stored. */
void news_search_index_renew (NewsDatabase *database, gint64 article);

/* Before the article itself is removed. */
void news_search_index_remove (NewsDatabase *database, gint64 article);

/* Renews the newest @most of those that are not indexed. Returns how many are left, counted up to
 * 1,000: it is asked after each of many steps. */
guint news_search_index_more (NewsDatabase *database, guint most);

/* Empties the index, which is far quicker than to remove most of what is in it. All that is stored
 * is to be indexed anew. */
void news_search_index_clear (NewsDatabase *database);

/* The row of a bucket in "postings". */
gint64 news_search_index_get_posting (gint64 segment, guint bucket);

G_END_DECLS
