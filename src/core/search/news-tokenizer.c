/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-tokenizer.h"

#include "news-letters-table.h"

#include <string.h>

void
news_tokenizer_init (NewsTokenizer *self, const char *text, gssize length)
{
  self->text = text;
  self->length = length >= 0 ? (gsize) length : strlen (text);
  self->at = 0;
  self->held.length = 0;
}

/* The letter at the place, and where the next one is. */
static gsize
look (NewsTokenizer *self, NewsLetter *letter)
{
  const char *at = self->text + self->at;

  if (g_ascii_isalnum (*at))
    {
      letter->kind = NEWS_LETTER_WORD;
      letter->length = 1;
      letter->bytes[0] = g_ascii_tolower (*at);
      return self->at + 1;
    }

  if ((guchar) *at < 0x80)
    {
      letter->kind = NEWS_LETTER_NONE;
      return self->at + 1;
    }

  news_letters_table_look_up (g_utf8_get_char (at), letter);

  return MIN ((gsize) (g_utf8_next_char (at) - self->text), self->length);
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

/* Takes a paired character, which is @letter, with the marks after it. */
static void
read_character (NewsTokenizer *self,
                NewsLetter *letter,
                gsize next,
                NewsTokenizerCharacter *character)
{
  character->start = (guint) self->at;
  character->length = letter->length;
  memcpy (character->bytes, letter->bytes, letter->length);

  do
    {
      if (letter->kind == NEWS_LETTER_JOINED)
        join (character, letter);
      self->at = next;
      if (self->at == self->length)
        break;
      next = look (self, letter);
    }
  while (letter->kind == NEWS_LETTER_UNSEEN || letter->kind == NEWS_LETTER_JOINED);

  character->end = (guint) self->at;
}

/* Takes a word, which begins with @letter. */
static void
read_word (NewsTokenizer *self, NewsLetter *letter, gsize next, NewsToken *token)
{
  guint length = 0;

  token->kind = NEWS_TOKEN_WORD;
  token->start = (guint) self->at;
  do
    {
      if (letter->kind == NEWS_LETTER_WORD && length + letter->length <= NEWS_TOKEN_BYTES)
        {
          memcpy (self->word + length, letter->bytes, letter->length);
          length += letter->length;
        }

      self->at = next;
      while (self->at < self->length && length < NEWS_TOKEN_BYTES
             && g_ascii_isalnum (self->text[self->at]))
        self->word[length++] = g_ascii_tolower (self->text[self->at++]);
      if (self->at == self->length)
        break;
      next = look (self, letter);
    }
  while (letter->kind == NEWS_LETTER_WORD || letter->kind == NEWS_LETTER_UNSEEN);

  token->end = (guint) self->at;
  token->word = self->word;
  token->length = length;
}

/* The held character, alone. */
static void
give_last (NewsTokenizer *self, NewsToken *token)
{
  memcpy (self->word, self->held.bytes, self->held.length);
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
  memcpy (self->word, self->held.bytes, self->held.length);
  memcpy (self->word + self->held.length, second->bytes, second->length);
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
    {
      NewsLetter letter;
      gsize next = look (self, &letter);
      NewsTokenizerCharacter character;

      if (letter.kind == NEWS_LETTER_PAIRED)
        {
          read_character (self, &letter, next, &character);
          if (self->held.length > 0)
            {
              give_pair (self, &character, token);
              return TRUE;
            }
          self->held = character;
          continue;
        }

      if (self->held.length > 0)
        {
          give_last (self, token);
          return TRUE;
        }

      if (letter.kind == NEWS_LETTER_WORD)
        {
          read_word (self, &letter, next, token);
          return TRUE;
        }

      self->at = next;
    }

  if (self->held.length == 0)
    return FALSE;

  give_last (self, token);

  return TRUE;
}
