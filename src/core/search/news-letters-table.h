/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a character is in a text that is searched. */
typedef enum
{
  NEWS_LETTER_NONE,   /* it ends words */
  NEWS_LETTER_WORD,   /* of words that stand apart */
  NEWS_LETTER_PAIRED, /* of a script without blanks between words, or with other ones */
  NEWS_LETTER_UNSEEN, /* an accent, or what nobody sees: as if it were not there */
  NEWS_LETTER_JOINED, /* changes the paired one before it: a voice mark, the rest of a syllable */
} NewsLetterKind;

/* A character and what it is searched as: without case, accents, width and printers' forms;
 * traditional Han as simplified. */
typedef struct
{
  guint8 kind; /* NewsLetterKind */
  guint8 length;
  char bytes[6]; /* UTF-8, not ended */
} NewsLetter;

/* Fills *@letter for @character. Any thread; costs little for what has been asked before. */
void news_letters_table_look_up (gunichar character, NewsLetter *letter);

G_END_DECLS
