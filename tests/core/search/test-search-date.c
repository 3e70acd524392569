/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-search-date.h"

static void
test_dates (void)
{
  const struct
  {
    const char *text;
    const char *date;
  } cases[] = {
    { "2026", "2026-01-01" },
    { "2026-02", "2026-02-01" },
    { "2026-2-5", "2026-02-05" },
    { "2026/02/05", "2026-02-05" },
    { "2026.12.31", "2026-12-31" },
    { "2026年2月5日", "2026-02-05" },
    { "2026年2月", "2026-02-01" },
    { "2024-02-29", "2024-02-29" },
    { "2026-02-29", NULL },
    { "2026-13", NULL },
    { "2026-0", NULL },
    { "26", NULL },
    { "", NULL },
    { "today", NULL },
    { "2026-02-05-1", NULL },
    { "2026x", NULL },
    { "20260205", NULL },
    { "2026-02-051", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 time;
      gboolean found = news_search_date_parse (cases[i].text, &time);
      g_autoptr (GDateTime) date = NULL;
      g_autofree char *written = NULL;

      g_assert_cmpint (found, ==, cases[i].date != NULL);
      if (!found)
        continue;

      date = g_date_time_new_from_unix_local (time);
      written = g_date_time_format (date, "%Y-%m-%d %H:%M:%S");
      g_assert_true (g_str_has_prefix (written, cases[i].date));
      g_assert_true (g_str_has_suffix (written, " 00:00:00"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-date/dates", test_dates);

  return g_test_run ();
}
