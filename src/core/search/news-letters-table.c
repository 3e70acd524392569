/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-letters-table.h"

#include "news-folding.h"
#include "news-simplified.h"

#include <string.h>

/* Unicode's longest compatibility decomposition. */
#define MOST_PARTS 18

#define PAGE_BITS 8
#define PAGE_LETTERS (1 << PAGE_BITS)
#define PAGES (0x10000 >> PAGE_BITS)

/* The letters of the first plane, a page at a time as they come up. Kept until the process ends. */
static NewsLetter *pages[PAGES];

static gboolean
is_between (gunichar character, gunichar first, gunichar last)
{
  return character >= first && character <= last;
}

/* Han, kana, bopomofo, Hangul, Yi; and the scripts of South East Asia that write no blanks. */
static gboolean
is_paired (gunichar character)
{
  if (character < 0x0e00)
    return FALSE;

  if (character >= 0x20000)
    return is_between (character, 0x20000, 0x3ffff) && character < 0x323b0;

  return is_between (character, 0x3400, 0x9fff)     /* Han */
         || is_between (character, 0x3005, 0x3007)  /* what stands for it */
         || is_between (character, 0x3041, 0x3096)  /* hiragana */
         || is_between (character, 0x309d, 0x309f)  /* its iteration marks */
         || is_between (character, 0x30a1, 0x30fa)  /* katakana */
         || is_between (character, 0x30fc, 0x30ff)  /* its long vowel and iteration marks */
         || is_between (character, 0x3105, 0x318e)  /* bopomofo, letters of Hangul */
         || is_between (character, 0x31a0, 0x31bf)  /* more of bopomofo */
         || is_between (character, 0x31f0, 0x31ff)  /* small katakana */
         || is_between (character, 0xac00, 0xd7a3)  /* Hangul */
         || is_between (character, 0x1100, 0x115f)  /* the beginnings of its syllables */
         || is_between (character, 0xa000, 0xa48c)  /* Yi */
         || (is_between (character, 0x0e01, 0x0edf) /* Thai, Lao */
             && character != 0x0e3f && !g_unichar_isdigit (character))
         || is_between (character, 0x1000, 0x103f)  /* Burmese */
         || is_between (character, 0x1780, 0x17d3); /* Khmer */
}

static gboolean
is_joined (gunichar character)
{
  return is_between (character, 0x3099, 0x309a) || is_between (character, 0xff9e, 0xff9f)
         || is_between (character, 0x1160, 0x11ff);
}

static gboolean
is_unseen (gunichar character)
{
  return news_folding_leaves_out (character) || is_between (character, 0xe0100, 0xe01ef);
}

static void
append (NewsLetter *letter, const char *bytes, gsize length, NewsLetterKind kind)
{
  if (letter->length + length > sizeof letter->bytes)
    return;

  for (gsize i = 0; i < length; i++)
    letter->bytes[letter->length++] = bytes[i];
  if (letter->kind == NEWS_LETTER_NONE)
    letter->kind = (guint8) kind;
}

static void
append_character (NewsLetter *letter, gunichar character, NewsLetterKind kind)
{
  char bytes[6];

  append (letter, bytes, (gsize) g_unichar_to_utf8 (character, bytes), kind);
}

/* One part of a character that was taken apart. A form such as a word in a square holds letters of
 * one kind; the marks around a letter are nothing. */
static void
append_part (NewsLetter *letter, gunichar part)
{
  gunichar lower = g_unichar_tolower (part);
  const char *typed = news_folding_get_typed (lower);

  if (is_unseen (part))
    return;

  if (is_paired (part))
    append_character (letter, news_simplified_get (part), NEWS_LETTER_PAIRED);
  else if (typed != NULL)
    append (letter, typed, strlen (typed), NEWS_LETTER_WORD);
  else if (g_unichar_isalnum (lower) || g_unichar_ismark (lower))
    append_character (letter, lower, NEWS_LETTER_WORD);
}

static void
compute (gunichar character, NewsLetter *letter)
{
  gunichar parts[MOST_PARTS];
  gsize n;

  letter->kind = NEWS_LETTER_NONE;
  letter->length = 0;

  if (is_unseen (character))
    {
      letter->kind = NEWS_LETTER_UNSEEN;
    }
  else if (is_joined (character))
    {
      letter->kind = NEWS_LETTER_JOINED;
      append_character (letter, character >= 0xff9e ? character - 0xff9e + 0x3099 : character,
                        NEWS_LETTER_JOINED);
    }
  else if (is_paired (character))
    {
      append_character (letter, news_simplified_get (character), NEWS_LETTER_PAIRED);
    }
  else if (g_unichar_type (character) != G_UNICODE_PRIVATE_USE)
    {
      n = g_unichar_fully_decompose (character, TRUE, parts, MOST_PARTS);
      for (gsize i = 0; i < MIN (n, MOST_PARTS); i++)
        append_part (letter, parts[i]);
    }
}

static NewsLetter *
make_page (gunichar number)
{
  NewsLetter *page = g_new (NewsLetter, PAGE_LETTERS);

  for (gunichar i = 0; i < PAGE_LETTERS; i++)
    compute ((number << PAGE_BITS) + i, &page[i]);

  /* Another thread may have been faster. */
  if (!g_atomic_pointer_compare_and_exchange (&pages[number], NULL, page))
    g_free (page);

  return g_atomic_pointer_get (&pages[number]);
}

void
news_letters_table_look_up (gunichar character, NewsLetter *letter)
{
  gunichar number = character >> PAGE_BITS;
  const NewsLetter *page;

  if (number >= PAGES)
    {
      compute (character, letter);
      return;
    }

  page = g_atomic_pointer_get (&pages[number]);
  if (page == NULL)
    page = make_page (number);
  *letter = page[character & (PAGE_LETTERS - 1)];
}
