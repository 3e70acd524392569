/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "fuzz.h"
#include "news-date.h"

#include <string.h>

/* A line with a form or pattern, and then the text to read. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char *const forms[]
    = { "rfc3339", "rfc3339-utc", "rfc822", "date", "unix", "unix-ms", "unix-us" };
  g_autofree char *text = g_strndup ((const char *) data, size);
  char *rest = strchr (text, '\n');
  gint64 seconds = 0;

  fuzz_expect_silence ();

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (NewsDate) date = news_date_new (forms[i]);

      news_date_read (date, text, &seconds);
    }

  if (rest != NULL)
    {
      g_autoptr (NewsDate) date = NULL;

      *rest = '\0';
      date = news_date_new (text);
      if (date != NULL)
        news_date_read (date, rest + 1, &seconds);
    }

  return 0;
}
