/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a reader asks for: words, all of which must be there, and
 *
 *   "a phrase"           words that follow one another
 *   -word  -"a phrase"   that must not be there; of operators too
 *   source:  section:  topic:  author:   with a value, in quotes if it has blanks
 *   before:  after:      a date, as news-search-date.h has it
 *   is:unread  is:read  is:bookmarked  has:picture
 *
 * The names may be Chinese too, and the colon full width. Nothing is a mistake: what is not
 * understood is a word, a quote that is not closed goes on to the end, and an operator without a
 * value asks for nothing. The last word may still be being typed: it is open, and finds what begins
 * with it. */
typedef enum
{
  NEWS_TERM_TEXT,
  NEWS_TERM_SOURCE,
  NEWS_TERM_SECTION,
  NEWS_TERM_TOPIC,
  NEWS_TERM_AUTHOR,
  NEWS_TERM_BEFORE,
  NEWS_TERM_AFTER,
  NEWS_TERM_UNREAD,
  NEWS_TERM_READ,
  NEWS_TERM_BOOKMARKED,
  NEWS_TERM_PICTURE,
} NewsTermKind;

typedef struct
{
  NewsTermKind kind;
  gboolean excluded;
  gboolean open; /* its last word is only a beginning */
  gboolean quoted;
  gboolean unfinished; /* nothing comes after it: no blank, and no quote that closes it */
  char *text;          /* as it was typed, without quotes */
  char **words;        /* news_search_words_split() of that */
  gint64 time;         /* of BEFORE and AFTER, seconds since 1970 */
  guint start;         /* where it stands in what was typed, in bytes */
  guint value;         /* where its value begins there, with its quote */
  guint end;
} NewsSearchTerm;

/* Immutable; may be shared between threads. */
typedef struct
{
  GPtrArray *terms; /* NewsSearchTerm, in their order */
} NewsSearchQuery;

/* @text: UTF-8. Never NULL. More than NEWS_SEARCH_TERMS terms are not looked at. */
#define NEWS_SEARCH_TERMS 32
NewsSearchQuery *news_search_query_new (const char *text);
NewsSearchQuery *news_search_query_ref (NewsSearchQuery *self);
void news_search_query_unref (NewsSearchQuery *self);

/* Whether it asks for nothing. */
gboolean news_search_query_is_empty (NewsSearchQuery *self);

/* The same query in one spelling: news_search_query_new() makes the same terms of it. It ends with
 * a blank if the last word is whole, as one that is kept had better be. */
char *news_search_query_to_string (NewsSearchQuery *self);

/* The English name of an operator that takes a value, or that is one with its value, such as
 * "is:unread"; NULL for TEXT. */
const char *news_search_query_get_name (NewsTermKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsSearchQuery, news_search_query_unref)

G_END_DECLS
