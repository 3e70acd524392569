/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-article.h"
#include "news-database.h"

G_BEGIN_DECLS

/* The index of the search. Two FTS5 tables without contents, by the numbers of the articles:
 * "heads" tells what words stand where in title, byline, outlet, topics and standfirst; "texts"
 * tells only which words an article has anywhere, which takes a third of the room, so that whether
 * they stand together has to be looked up in the text itself. "indexed" has a narrow row for each
 * article that is in them, with what hits are ranked and sifted by; "unindexed" lists those that an
 * earlier version has stored, until news_search_index_more() comes to them.
 *
 * The tables get words that NewsTokenizer has made, apart by blanks, which SQLite's tokenizer for
 * ASCII leaves as they are. So no connection needs a tokenizer of ours, any sqlite3 can check the
 * file, and words that come again need not go through FTS5.
 *
 * Inside a transaction that writes. */

/* Writes what is not there yet of @view, as it is stored: with its text, even if that came earlier.
 * @topics and the rest that hangs on it are read from the store. @source is the row of its source,
 * @sorted the time that lists go by. */
void news_search_index_write (NewsDatabase *database,
                              gint64 article,
                              gint64 source,
                              gint64 sorted,
                              const NewsArticle *view);

/* The same of what is stored. */
void news_search_index_renew (NewsDatabase *database, gint64 article);

/* Before the article itself is removed. */
void news_search_index_remove (NewsDatabase *database, gint64 article);

/* Renews the newest @most of those that are not indexed. Returns how many are left. */
guint news_search_index_more (NewsDatabase *database, guint most);

/* The plain text of the article's body as it is stored, or NULL; in any transaction. */
char *news_search_index_read_text (NewsDatabase *database, gint64 article);

G_END_DECLS
