/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-number.h"

#include <string.h>

gboolean
news_number_parse (const char *text, gint64 *number)
{
  gboolean negative = *text == '-';
  gint64 value = 0;

  text += negative;
  if (!g_ascii_isdigit (*text))
    return FALSE;

  for (; g_ascii_isdigit (*text); text++)
    if (__builtin_mul_overflow (value, 10, &value)
        || __builtin_add_overflow (value, *text - '0', &value))
      return FALSE;

  if (*text == '.')
    text += 1 + strspn (text + 1, "0123456789");
  if (*text != '\0')
    return FALSE;

  *number = negative ? -value : value;

  return TRUE;
}
