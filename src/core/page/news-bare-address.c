/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-bare-address.h"

#include "news-letters.h"

#include <string.h>

const char *
news_bare_address_find_end (const char *text)
{
  const char *end = text;
  int open = 0;

  for (; *end != '\0'; end = g_utf8_next_char (end))
    {
      gunichar letter = g_utf8_get_char (end);

      if (letter <= ' ' || (letter < 0x80 && strchr ("\"<>`", letter) != NULL)
          || g_unichar_isspace (letter) || news_letter_is_wide (letter)
          || (letter >= 0x2018 && letter <= 0x201f))
        break;
      open += (letter == '(') - (letter == ')');
      if (open < 0)
        break;
    }

  while (end > text && strchr (".,;:!?'*_]", end[-1]) != NULL)
    end--;

  return end;
}

gboolean
news_bare_address_begins (const char *start, const char *at)
{
  if (at > start && (g_ascii_isalnum (at[-1]) || at[-1] == '/'))
    return FALSE;

  return g_ascii_strncasecmp (at, "http://", 7) == 0
         || g_ascii_strncasecmp (at, "https://", 8) == 0;
}
