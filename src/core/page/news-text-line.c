/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-text-line.h"

#include "news-letters.h"
#include "news-utf8.h"

#include <string.h>

/* Eight bytes are looked at as one number, since all of an article passes here: the same byte in
 * each of them, and the highest bit of each. */
#define EACH(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))
#define TOPS EACH (0x80)

typedef struct
{
  const char *at;
  const char *end;
  gsize limit;
  gsize n_letters;
  gboolean space; /* whether the last letter was a space, or there was none */
} Line;

/* The top bit of each of eight bytes of ASCII that is a space. */
static guint64
find_spaces (guint64 bytes)
{
  guint64 other = bytes ^ EACH (' ');

  /* Adding sets the top bit of all but zero, and carries nothing over. */
  return ~(other + EACH (0x7f)) & TOPS;
}

/* Whether each of eight bytes is a letter of ASCII or a space: none is beyond it, or DEL, which one
 * more is; nor, with the top bit set to borrow from, a control character. */
static gboolean
are_plain (guint64 bytes)
{
  return ((bytes | (bytes + EACH (1)) | ~((bytes | TOPS) - EACH (' '))) & TOPS) == 0;
}

/* Past eight bytes, if they belong to the line. */
static gboolean
skip_eight (Line *self)
{
  guint64 bytes, spaces, doubles;

  if (self->end - self->at < 8 || self->limit - self->n_letters < 8)
    return FALSE;

  memcpy (&bytes, self->at, 8);
  bytes = GUINT64_FROM_LE (bytes);
  if (!are_plain (bytes))
    return FALSE;

  spaces = find_spaces (bytes);
  doubles = spaces & (spaces << 8 | (self->space ? 0x80 : 0));
  if (doubles != 0)
    return FALSE;

  /* The sum of the bytes, each 0 or 1, ends up in the highest. */
  self->n_letters += 8 - (((spaces >> 7) * EACH (1)) >> 56);
  self->space = spaces >> 63;
  self->at += 8;

  return TRUE;
}

/* Past the letters of Han and all others from U+4000 to U+D7FF: by their first byte they are seen
 * to have three of them, and to be usual. */
static void
skip_wide (Line *self)
{
  while (self->end - self->at >= 3 && self->n_letters < self->limit && (guchar) *self->at >= 0xe4
         && (guchar) *self->at <= 0xed)
    {
      self->at += 3;
      self->n_letters++;
      self->space = FALSE;
    }
}

/* Whether @letter is one that stays as it is. */
static gboolean
is_usual (gunichar letter)
{
  if (letter < 0x7f)
    return letter > ' ';

  return news_letter_mend (letter) == letter && news_letter_classify (letter) == NEWS_LETTER_USUAL;
}

/* Past one letter or space, if it belongs to the line. */
static gboolean
skip_one (Line *self)
{
  guchar byte = *self->at;
  gboolean space = byte == ' ';

  if (self->n_letters == self->limit)
    return FALSE;
  if (space ? self->space : !is_usual (news_utf8_get_char (self->at)))
    return FALSE;

  self->space = space;
  self->n_letters += !space;
  self->at += byte < 0x80 ? 1 : g_utf8_skip[byte];

  return TRUE;
}

/* Past some letters. Where eight at once were none of the line, they are looked at one by one. */
static gboolean
skip_some (Line *self)
{
  const char *stop;

  skip_wide (self);
  while (skip_eight (self))
    ;

  stop = self->at + MIN (self->end - self->at, 8);
  while (self->at < stop)
    if (!skip_one (self))
      return FALSE;

  return self->at < self->end;
}

gsize
news_text_line_measure (const char *text, const char *end, gsize limit, gsize *n_letters)
{
  Line line = { text, end, limit, 0, TRUE };

  while (skip_some (&line))
    ;
  *n_letters = line.n_letters;

  return line.at > text && line.space ? line.at - text - 1 : line.at - text;
}
