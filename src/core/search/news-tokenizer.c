/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-tokenizer.h"

#include "news-utf8.h"

#include <string.h>

/* Letters and characters are copied with all their room, which is more than they may have: so each
 * takes a move or two. What is behind them is written over or left out. */

/* The small letter or the digit of an ASCII letter or digit: they have the bit that capitals lack.
 */
#define LOWER(c) ((char) ((c) | 0x20))

/* Goes to a place, and looks at the letter there. */
static void
go_to (NewsTokenizer *self, gsize place)
{
  const char *at = self->text + place;

  self->at = place;
  self->next = place + 1;
  if (place == self->length)
    {
      self->letter.kind = NEWS_LETTER_NONE;
    }
  else if (g_ascii_isalnum (*at))
    {
      self->letter.kind = NEWS_LETTER_WORD;
      self->letter.length = 1;
      self->letter.bytes[0] = LOWER (*at);
    }
  else if ((guchar) *at < 0x80)
    {
      self->letter.kind = NEWS_LETTER_NONE;
    }
  else
    {
      news_letters_table_look_up (news_utf8_get_char (at), &self->letter);
      self->next = MIN ((gsize) (g_utf8_next_char (at) - self->text), self->length);
    }
}

void
news_tokenizer_init (NewsTokenizer *self, const char *text, gssize length)
{
  self->text = text;
  self->length = length >= 0 ? (gsize) length : strlen (text);
  self->held.length = 0;
  go_to (self, 0);
}

/* か and a mark are が; a vowel makes a syllable of Hangul. */
static void
join (NewsTokenizerCharacter *character, const NewsLetter *mark)
{
  gunichar composed;
  gunichar base;

  /* Of a form that holds several characters, only one could take it. */
  if ((guint) g_utf8_skip[(guchar) *character->bytes] != character->length)
    return;

  base = g_utf8_get_char (character->bytes);
  if (g_unichar_compose (base, g_utf8_get_char_validated (mark->bytes, mark->length), &composed))
    character->length = (guint) g_unichar_to_utf8 (composed, character->bytes);
}

/* Takes a paired character, which the letter at the place is, with the marks after it. */
static void
read_character (NewsTokenizer *self, NewsTokenizerCharacter *character)
{
  character->start = (guint) self->at;
  character->length = self->letter.length;
  memcpy (character->bytes, self->letter.bytes, sizeof self->letter.bytes);

  do
    {
      if (self->letter.kind == NEWS_LETTER_JOINED)
        join (character, &self->letter);
      go_to (self, self->next);
    }
  while (self->letter.kind == NEWS_LETTER_UNSEEN || self->letter.kind == NEWS_LETTER_JOINED);

  character->end = (guint) self->at;
}

/* Takes a word, which the letter at the place begins. */
static void
read_word (NewsTokenizer *self, NewsToken *token)
{
  guint length = 0;

  token->kind = NEWS_TOKEN_WORD;
  token->start = (guint) self->at;
  do
    {
      gsize at = self->next;

      if (self->letter.kind == NEWS_LETTER_WORD && length + self->letter.length <= NEWS_TOKEN_BYTES)
        {
          memcpy (self->word + length, self->letter.bytes, sizeof self->letter.bytes);
          length += self->letter.length;
        }
      while (at < self->length && length < NEWS_TOKEN_BYTES && g_ascii_isalnum (self->text[at]))
        self->word[length++] = LOWER (self->text[at++]);
      go_to (self, at);
    }
  while (self->letter.kind == NEWS_LETTER_WORD || self->letter.kind == NEWS_LETTER_UNSEEN);

  token->end = (guint) self->at;
  token->word = self->word;
  token->length = length;
}

/* The held character, alone. */
static void
give_last (NewsTokenizer *self, NewsToken *token)
{
  memcpy (self->word, self->held.bytes, sizeof self->held.bytes);
  token->kind = NEWS_TOKEN_LAST;
  token->word = self->word;
  token->length = self->held.length;
  token->start = self->held.start;
  token->end = self->held.end;
  self->held.length = 0;
}

static void
give_pair (NewsTokenizer *self, const NewsTokenizerCharacter *second, NewsToken *token)
{
  memcpy (self->word, self->held.bytes, sizeof self->held.bytes);
  memcpy (self->word + self->held.length, second->bytes, sizeof second->bytes);
  token->kind = NEWS_TOKEN_PAIR;
  token->word = self->word;
  token->length = self->held.length + second->length;
  token->start = self->held.start;
  token->end = second->end;
  self->held = *second;
}

gboolean
news_tokenizer_next (NewsTokenizer *self, NewsToken *token)
{
  while (self->at < self->length)
    if (self->letter.kind == NEWS_LETTER_PAIRED)
      {
        NewsTokenizerCharacter character;

        read_character (self, &character);
        if (self->held.length > 0)
          {
            give_pair (self, &character, token);
            return TRUE;
          }
        self->held = character;
      }
    else if (self->held.length > 0)
      {
        give_last (self, token);
        return TRUE;
      }
    else if (self->letter.kind == NEWS_LETTER_WORD)
      {
        read_word (self, token);
        return TRUE;
      }
    else
      {
        go_to (self, self->next);
      }

  if (self->held.length == 0)
    return FALSE;

  give_last (self, token);

  return TRUE;
}
