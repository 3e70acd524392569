/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-feed-date.h"

/* 2026-11-23T10:00:00Z, and the beginning of that day. */
#define TEN G_GINT64_CONSTANT (1795428000)
#define DAY G_GINT64_CONSTANT (1795392000)

static const struct
{
  const char *text;
  gint64 seconds;
} cases[] = {
  { "Mon, 23 Nov 2026 10:00:00 GMT", TEN },
  { "Mon, 23 Nov 2026 11:00:00 +0100", TEN },
  { "2026-11-23T10:00:00Z", TEN },
  { "2026-11-23T10:00:00.000+00:00", TEN },
  { "2026-11-23", DAY },
  { "2026-11-23 10:00:00", TEN },
  { "2026-11-23T10:00", TEN },
  { "Monday, 23 November 2026 10:00:00 GMT", TEN },
  { "Mon 23 Nov 2026 10:00:00 UTC", TEN },
  { "Mon Nov 23 10:00:00 2026", TEN },
  { "Mon Nov 23 10:00:00 +0000 2026", TEN },
  { "23 Nov 2026", DAY },
  { "November 23, 2026", DAY },
  { "Nov. 23, 2026 10:00 AM", TEN },
  { "Nov 23, 2026 12:00 AM", DAY },
  { "Nov 23, 2026 10:00 PM", TEN + 12 * 3600 },
  { "23.11.2026 10:00", TEN },
  { "23/11/2026", DAY },
  { "11/23/2026 10:00", TEN },
  { "2026/11/23 10:00:00", TEN },
  { "Mon, 23 Nov 2026 11:00:00 CET", TEN },
  { "Mon, 23 Nov 2026 18:00:00 GMT+8", TEN },
  { "Mon, 23 Nov 2026 18:00:00 HKT", TEN },
  { "Mon, 23 Nov 2026 05:00:00 EST", TEN },
  { "Mon, 23 Nov 2026 10:00:00", TEN },
  { "lun., 23 nov. 2026 11:00:00 +0100", TEN },
  { "mar 24 nov 2026", DAY + 86400 },
  { "Mo, 23 Dez 2026 10:00:00 +0000", TEN + 30 * 86400 },
  { "2026年11月23日", DAY },
  { "2026年11月23日 18:00:00 +0800", TEN },
  { "2026年11月23日 下午6:00 +0800", TEN },
  { "", 0 },
  { "yesterday", 0 },
  { "10:00", 0 },
  { "Mon, 31 Feb 2026 10:00:00 GMT", 0 },
  { "0000-00-00 00:00:00", 0 },
  { "99999-99-99", 0 },
  { "\xff\xfe 2026", 0 },
};

static void
test_read (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (news_feed_date_read (cases[i].text), ==, cases[i].seconds);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/feed-date/read", test_read);

  return g_test_run ();
}
