/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-tokenizer.h"

#include <glib.h>

G_BEGIN_DECLS

/* What the index of the search knows of an article: terms, each a word or a number in a field. */
typedef enum
{
  NEWS_FIELD_WORD,       /* anywhere in the article */
  NEWS_FIELD_TITLE,      /* in the title */
  NEWS_FIELD_NAME,       /* in byline, outlet or topics */
  NEWS_FIELD_STANDFIRST, /* in the standfirst */
  NEWS_FIELD_BYLINE,     /* in the byline */
  NEWS_FIELD_OUTLET,     /* in the outlet's name */
  NEWS_FIELD_FOLLOWING,  /* a word of the title with the one before it: both as one number */
  NEWS_FIELD_SOURCE,     /* what follows has numbers: the row of the source */
  NEWS_FIELD_TOPIC,      /* the row of a topic */
  NEWS_FIELD_YEAR,       /* by UTC */
  NEWS_FIELD_MONTH,      /* the year times 12, and the month from 0 */
  NEWS_FIELD_PICTURED,   /* 1 if it has a picture */
} NewsField;

/* A term as it is kept: its field, a byte, and the bytes of the word, or of the number. */
typedef struct
{
  guint length;
  guint8 bytes[1 + NEWS_TOKEN_BYTES + 8];
} NewsTerm;

/* @word is a token's (news-tokenizer.h), and so not longer than these are. */
void news_term_init_word (NewsTerm *self, NewsField field, const char *word, gsize length);
void news_term_init_number (NewsTerm *self, NewsField field, gint64 number);

/* Of a word of a title that follows @before, as a number of 32 bits: two pairs of words may fall
 * together, which is as rare as it is harmless, as a title is only ranked by it. */
void news_term_init_following (NewsTerm *self,
                               const char *before,
                               gsize before_length,
                               const char *word,
                               gsize length);

/* What all terms that begin with the same letters have in common, so that they can be looked up
 * together: 0 to NEWS_TERM_HEADS - 1. A beginning can be looked up if it has
 * news_term_get_least() letters in its field, or is one character of a script that has pairs. */
#define NEWS_TERM_HEADS 1024
guint news_term_get_head (const guint8 *bytes, gsize length);
guint news_term_get_least (NewsField field);

/* The year and the month, as above, of @time, seconds since 1970. What is older is of 1970. */
void news_search_terms_get_month (gint64 time, int *year, int *month);

/* Some terms, each once. */
typedef struct _NewsTermSet NewsTermSet;

NewsTermSet *news_term_set_new (void);
void news_term_set_free (NewsTermSet *self);
void news_term_set_add (NewsTermSet *self, const NewsTerm *term);
guint news_term_set_get_length (NewsTermSet *self);

/* The terms as they came, each behind its length, which is a byte; those of NEWS_FIELD_WORD come
 * last, so that the others are soon looked through. */
GBytes *news_term_set_to_bytes (NewsTermSet *self);

/* Takes the next term of such bytes: its length, or 0 at the end, which is also where they are
 * damaged. */
static inline gsize
news_term_take (const guint8 **at, const guint8 *end, const guint8 **term)
{
  gsize length = *at < end ? **at : 0;

  if (length >= (gsize) (end - *at))
    return 0;

  *term = *at + 1;
  *at += length + 1;

  return length;
}

/* Of the machine's order of bytes, and so never kept. */
guint32 news_term_hash (const guint8 *bytes, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsTermSet, news_term_set_free)

G_END_DECLS
