/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-letters-table.h"

#include <glib.h>

G_BEGIN_DECLS

/* Takes a text apart into what it is found by. Words are runs of letters and digits, folded as
 * news-letters-table.h says; everything else is between them, apostrophes and quotes of any form
 * too. In Han, kana, Hangul and the like, where a reader may look for any part of a run, each run
 * gives all its overlapping pairs of characters and its last one alone: so every part of two or
 * more characters is a row of pairs, and every character begins a pair or is a last one. The stock
 * tokenizers of SQLite find no word of two characters inside a run.
 *
 * Allocates nothing; the text is borrowed. */
typedef enum
{
  NEWS_TOKEN_WORD,
  NEWS_TOKEN_PAIR,
  NEWS_TOKEN_LAST, /* a run's last character */
} NewsTokenKind;

typedef struct
{
  const char *word; /* folded, not ended; until the next token */
  guint length;     /* of it, in bytes */
  guint start;      /* where it stands in the text, in bytes */
  guint end;
  NewsTokenKind kind;
} NewsToken;

/* No longer word is told apart; what is beyond does not count. */
#define NEWS_TOKEN_BYTES 64

/* A paired character that has been read. */
typedef struct
{
  guint start;
  guint end;
  guint length; /* 0 for none */
  char bytes[8];
} NewsTokenizerCharacter;

typedef struct
{
  const char *text;
  gsize length;
  gsize at;
  NewsLetter letter;           /* at the place; of no kind at the end */
  gsize next;                  /* where the one after it is */
  NewsTokenizerCharacter held; /* the first half of the next pair */
  char word[NEWS_TOKEN_BYTES + 8];
} NewsTokenizer;

/* @text: valid UTF-8. @length in bytes, -1 if it is ended by a zero. */
void news_tokenizer_init (NewsTokenizer *self, const char *text, gssize length);

/* The next token; FALSE at the end. */
gboolean news_tokenizer_next (NewsTokenizer *self, NewsToken *token);

G_END_DECLS
