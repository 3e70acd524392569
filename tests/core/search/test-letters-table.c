/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-letters-table.h"

#include <string.h>

static void
assert_letter (gunichar character, NewsLetterKind kind, const char *folded)
{
  NewsLetter letter;

  news_letters_table_look_up (character, &letter);
  g_assert_cmpint (letter.kind, ==, kind);
  if (kind == NEWS_LETTER_WORD || kind == NEWS_LETTER_PAIRED)
    g_assert_cmpmem (letter.bytes, letter.length, folded, strlen (folded));
}

static void
test_words (void)
{
  assert_letter ('a', NEWS_LETTER_WORD, "a");
  assert_letter ('Z', NEWS_LETTER_WORD, "z");
  assert_letter ('7', NEWS_LETTER_WORD, "7");
  assert_letter (0xe9, NEWS_LETTER_WORD, "e");      /* é */
  assert_letter (0xdf, NEWS_LETTER_WORD, "ss");     /* ß */
  assert_letter (0xd8, NEWS_LETTER_WORD, "o");      /* Ø */
  assert_letter (0x130, NEWS_LETTER_WORD, "i");     /* İ */
  assert_letter (0xff21, NEWS_LETTER_WORD, "a");    /* full width */
  assert_letter (0xfb01, NEWS_LETTER_WORD, "fi");   /* ligature */
  assert_letter (0x2167, NEWS_LETTER_WORD, "viii"); /* Roman eight */
  assert_letter (0x401, NEWS_LETTER_WORD, "е");     /* Ё */
  assert_letter (0x3a3, NEWS_LETTER_WORD, "σ");
  assert_letter (0x3c2, NEWS_LETTER_WORD, "σ");
  assert_letter (0x93f, NEWS_LETTER_WORD, "ि");   /* a vowel of Devanagari is no accent */
  assert_letter (0x1d400, NEWS_LETTER_WORD, "a"); /* mathematical bold, of a later plane */
}

static void
test_paired (void)
{
  assert_letter (0x9280, NEWS_LETTER_PAIRED, "银");
  assert_letter (0x304c, NEWS_LETTER_PAIRED, "が");
  assert_letter (0xff76, NEWS_LETTER_PAIRED, "カ"); /* half width */
  assert_letter (0x30fc, NEWS_LETTER_PAIRED, "ー");
  assert_letter (0x3005, NEWS_LETTER_PAIRED, "々");
  assert_letter (0xd55c, NEWS_LETTER_PAIRED, "한");
  assert_letter (0x0e01, NEWS_LETTER_PAIRED, "ก");
  assert_letter (0x20000, NEWS_LETTER_PAIRED, "𠀀");
  assert_letter (0xf900, NEWS_LETTER_PAIRED, "岂"); /* a compatibility ideograph of 豈 */
}

static void
test_others (void)
{
  static const gunichar none[] = { ' ',    '_',     '-',    '\'', 0x2019, 0x201c, 0x3002, 0x30fb,
                                   0xff0c, 0x1f600, 0x2026, 0x01, 0xf8ff, 0x2014, 0x20ac, 0x0e3f };
  static const gunichar unseen[] = { 0x301, 0xad, 0x200b, 0xfe0f, 0xe0101 };

  for (gsize i = 0; i < G_N_ELEMENTS (none); i++)
    assert_letter (none[i], NEWS_LETTER_NONE, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (unseen); i++)
    assert_letter (unseen[i], NEWS_LETTER_UNSEEN, NULL);
  assert_letter (0x3099, NEWS_LETTER_JOINED, NULL);
  assert_letter (0xff9f, NEWS_LETTER_JOINED, NULL);
}

/* Whatever the character, what it is folded to is text, and there is some of it where it counts. */
static void
test_all (void)
{
  for (gunichar character = 1; character <= 0x10ffff; character++)
    {
      NewsLetter letter;
      char bytes[8] = { 0 };

      if (!g_unichar_validate (character))
        continue;

      news_letters_table_look_up (character, &letter);
      g_assert_cmpuint (letter.length, <=, sizeof letter.bytes);
      memcpy (bytes, letter.bytes, letter.length);
      g_assert_true (g_utf8_validate_len (bytes, letter.length, NULL));
      g_assert_true ((letter.kind == NEWS_LETTER_WORD || letter.kind == NEWS_LETTER_PAIRED
                      || letter.kind == NEWS_LETTER_JOINED)
                     == (letter.length > 0));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letters-table/words", test_words);
  g_test_add_func ("/letters-table/paired", test_paired);
  g_test_add_func ("/letters-table/others", test_others);
  g_test_add_func ("/letters-table/all", test_all);

  return g_test_run ();
}
