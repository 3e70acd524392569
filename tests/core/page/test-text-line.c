/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-text-line.h"

#include <string.h>

static void
assert_line (const char *text, gsize limit, gsize length, gsize letters)
{
  g_autofree char *bytes = g_memdup2 (text, MAX (strlen (text), 1));
  gsize n_letters;

  g_assert_cmpuint (news_text_line_measure (bytes, bytes + strlen (text), limit, &n_letters), ==,
                    length);
  g_assert_cmpuint (n_letters, ==, letters);
}

static void
test_lines (void)
{
  assert_line ("", 100, 0, 0);
  assert_line ("a", 100, 1, 1);
  assert_line ("one two", 100, 7, 6);
  assert_line ("one two three four", 100, 18, 15);
  assert_line ("one two three four ", 100, 18, 15);
  assert_line ("café’s — ", 100, strlen ("café’s —"), 7);
  assert_line ("中文字符", 100, 12, 4);
  assert_line ("中文, 字符。 Zeitung", 100, strlen ("中文, 字符。 Zeitung"), 13);
  assert_line ("한국 かな ꀀ 豈", 100, strlen ("한국 かな ꀀ 豈"), 6);
  assert_line ("~}{|!", 100, 5, 5);
}

static void
test_stops (void)
{
  assert_line (" a", 100, 0, 0);
  assert_line ("\na", 100, 0, 0);
  assert_line ("\u00a0", 100, 0, 0);
  assert_line ("a  b", 100, 1, 1);
  assert_line ("abcdefg  hijklmn", 100, 7, 7);
  assert_line ("abcdefgh  ijklmn", 100, 8, 8);
  assert_line ("a\tb", 100, 1, 1);
  assert_line ("a \u00a0b", 100, 1, 1);
  assert_line ("a\xc2\x85"
               "b",
               100, 1, 1);
  assert_line ("a\u200bb", 100, 1, 1);
  assert_line ("中文\u3000字", 100, 6, 2);
  assert_line ("中文\ufeff字", 100, 6, 2);
  assert_line ("中  文", 100, 3, 1);
  assert_line ("a\x7f"
               "b",
               100, 1, 1);
}

/* Each byte of ASCII at each place among eight. */
static void
test_places (void)
{
  for (guint place = 0; place < 20; place++)
    for (guint byte = 1; byte < 0x80; byte++)
      {
        char text[] = "abcdefghijklmnopqrstu";
        gboolean letter = byte > ' ' && byte < 0x7f;

        text[place] = (char) byte;
        if (letter)
          assert_line (text, 100, 21, 21);
        else if (byte == ' ' && place > 0)
          assert_line (text, 100, 21, 20);
        else
          assert_line (text, 100, place, place);
      }
}

static void
test_limit (void)
{
  assert_line ("abc", 0, 0, 0);
  assert_line ("abcdefghijkl", 3, 3, 3);
  assert_line ("abcdefghijkl", 8, 8, 8);
  assert_line ("abcdefghijkl", 9, 9, 9);
  assert_line ("a b c d e f g h", 4, 7, 4);
  assert_line ("中文字符", 2, 6, 2);
  assert_line ("a 中文字符", 3, 8, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-line/lines", test_lines);
  g_test_add_func ("/text-line/stops", test_stops);
  g_test_add_func ("/text-line/places", test_places);
  g_test_add_func ("/text-line/limit", test_limit);

  return g_test_run ();
}
