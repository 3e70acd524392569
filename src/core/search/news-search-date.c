/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-search-date.h"

#include <string.h>

/* What may stand after a number of a date; at its end nothing need. */
static const char *const separators[] = { "-", "/", ".", "年", "月", "日" };

static const char *
skip_separator (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    if (g_str_has_prefix (text, separators[i]))
      return text + strlen (separators[i]);

  return NULL;
}

/* The next number, of at most @digits digits. NULL if there is none, or something else after it. */
static const char *
read_number (const char *text, guint digits, int *number)
{
  guint n = 0;

  for (*number = 0; g_ascii_isdigit (text[n]) && n < digits; n++)
    *number = *number * 10 + g_ascii_digit_value (text[n]);
  text += n;

  if (n == 0)
    return NULL;

  return *text == '\0' ? text : skip_separator (text);
}

gboolean
news_search_date_parse (const char *text, gint64 *time)
{
  g_autoptr (GDateTime) date = NULL;
  int year, month = 1, day = 1;

  text = read_number (text, 4, &year);
  if (text != NULL && *text != '\0')
    text = read_number (text, 2, &month);
  if (text != NULL && *text != '\0')
    text = read_number (text, 2, &day);
  if (text == NULL || *text != '\0' || year < 1000)
    return FALSE;

  /* NULL for a day that there is not. */
  date = g_date_time_new_local (year, month, day, 0, 0, 0);
  if (date == NULL)
    return FALSE;

  *time = g_date_time_to_unix (date);

  return TRUE;
}
