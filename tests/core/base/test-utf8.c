/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-utf8.h"

/* Each letter, and what is none. */
static void
test_letters (void)
{
  for (gunichar letter = 0; letter < 0x110000; letter++)
    {
      char text[8] = { 0 };

      g_unichar_to_utf8 (letter, text);
      g_assert_cmphex (news_utf8_get_char (text), ==, g_utf8_get_char (text));
    }
}

/* All rows of three bytes that begin a letter: broken ones, and such as the text ends in. */
static void
test_broken (void)
{
  for (guint i = 0x80; i < 0x100; i++)
    for (guint j = 0; j < 0x100; j++)
      for (guint k = 0; k < 0x100; k += 0x15)
        {
          const char text[] = { (char) i, (char) j, (char) k, '\0' };

          g_assert_cmphex (news_utf8_get_char (text), ==, g_utf8_get_char (text));
        }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/utf8/letters", test_letters);
  g_test_add_func ("/utf8/broken", test_broken);

  return g_test_run ();
}
