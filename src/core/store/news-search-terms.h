/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the index of the search knows of an article: terms, each a word or a number in a field. A
 * term is kept as 32 bits of a hash. Two terms may fall together: an article of some 2,600 terms
 * has a word that is not in it by such a chance once in 1.6 millions. What only the text can tell
 * is proved by it (NewsSearchPlan.unproven); a single word is not. */
typedef enum
{
  NEWS_FIELD_WORD,       /* anywhere in the article */
  NEWS_FIELD_TITLE,      /* in the title */
  NEWS_FIELD_NAME,       /* in byline, outlet or topics */
  NEWS_FIELD_STANDFIRST, /* in the standfirst */
  NEWS_FIELD_FOLLOWING,  /* a word of the title with the one before it */
  NEWS_FIELD_BYLINE,     /* in the byline */
  NEWS_FIELD_OUTLET,     /* in the outlet's name */
  NEWS_FIELD_SOURCE,     /* what follows has numbers: the row of the source */
  NEWS_FIELD_TOPIC,      /* the row of a topic */
  NEWS_FIELD_YEAR,       /* by UTC */
  NEWS_FIELD_MONTH,      /* the year times 12, and the month from 0 */
  NEWS_FIELD_PICTURED,   /* 1 if it has a picture */
} NewsField;

/* @beginning: that a word begins with it, and is longer. */
guint32 news_search_terms_hash (NewsField field,
                                const char *word,
                                gsize length,
                                gboolean beginning);
guint32 news_search_terms_hash_number (NewsField field, gint64 number);

/* Of a word of a title that follows @seed, which is news_search_terms_hash() of the one before it
 * as a whole word of NEWS_FIELD_TITLE. */
guint32 news_search_terms_hash_following (guint32 seed, const char *word, gsize length);

/* What a word may begin with and is kept as such: of one character in a script that has pairs, of
 * up to that many letters otherwise, and in @field of no fewer than these: of one in what is short.
 */
#define NEWS_SEARCH_MOST_LETTERS 6
guint news_search_terms_get_least (NewsField field);

/* The year and the month, as above, of @time, seconds since 1970. What is older is of 1970. */
void news_search_terms_get_month (gint64 time, int *year, int *month);

/* Some terms, each once. */
typedef struct _NewsTermSet NewsTermSet;

NewsTermSet *news_term_set_new (void);
void news_term_set_free (NewsTermSet *self);
void news_term_set_add (NewsTermSet *self, guint32 term);

/* Adds the word of @field, and its beginnings of at least @least letters. @paired: it is a pair or
 * the last character of a run. */
void news_term_set_add_word (NewsTermSet *self,
                             NewsField field,
                             const char *word,
                             gsize length,
                             guint least,
                             gboolean paired);

/* The terms (guint32) as they came, and as the machine has them. */
GBytes *news_term_set_to_bytes (NewsTermSet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsTermSet, news_term_set_free)

G_END_DECLS
