/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-date.h"

/* 1795428000 is 2026-11-23T10:00:00Z. */
#define TEN G_GINT64_CONSTANT (1795428000)
#define ABSENT G_MININT64

static const struct
{
  const char *form;
  const char *text;
  gint64 seconds;
} cases[] = {
  { "rfc3339", "2026-11-23T10:00:00Z", TEN },
  { "rfc3339", "2026-11-23t10:00:00z", TEN },
  { "rfc3339", "2026-11-23 10:00:00Z", TEN },
  { "rfc3339", "2026-11-23T10:00:00.123456789Z", TEN },
  { "rfc3339", "2026-11-23T10:00:00,5Z", TEN },
  { "rfc3339", "2026-11-23T10:00Z", TEN },
  { "rfc3339", "2026-11-23T11:00:00+01:00", TEN },
  { "rfc3339", "2026-11-23T11:00:00+0100", TEN },
  { "rfc3339", "2026-11-23T11:00:00+01", TEN },
  { "rfc3339", "2026-11-23T04:30:00-05:30", TEN },
  { "rfc3339", "2026-11-23T11:00:00 +01:00", TEN },
  { "rfc3339", "  2026-11-23T10:00:00Z\n", TEN },
  { "rfc3339", "2024-02-29T00:00:00Z", 1709164800 },
  { "rfc3339", "1969-12-31T23:59:59Z", -1 },
  { "rfc3339", "2000-03-01T00:00:00Z", 951868800 },
  { "rfc3339", "2016-12-31T23:59:60Z", 1483228799 },
  { "rfc3339", "0001-01-01T00:00:00Z", G_GINT64_CONSTANT (-62135596800) },
  { "rfc3339", "9999-12-31T23:59:59Z", G_GINT64_CONSTANT (253402300799) },
  { "rfc3339", "2026-11-23T10:00:00", ABSENT },
  { "rfc3339", "2026-11-23", ABSENT },
  { "rfc3339", "2026-02-30T10:00:00Z", ABSENT },
  { "rfc3339", "2025-02-29T10:00:00Z", ABSENT },
  { "rfc3339", "2026-13-01T10:00:00Z", ABSENT },
  { "rfc3339", "2026-00-10T10:00:00Z", ABSENT },
  { "rfc3339", "2026-11-23T24:00:00Z", ABSENT },
  { "rfc3339", "2026-11-23T10:60:00Z", ABSENT },
  { "rfc3339", "2026-11-23T10:00:61Z", ABSENT },
  { "rfc3339", "2026-11-23T10:00:00+24:00", ABSENT },
  { "rfc3339", "2026-11-23T10:00:00+01:60", ABSENT },
  { "rfc3339", "2026-11-23T10:00:00ZZ", ABSENT },
  { "rfc3339", "2026-11-23T10:00:00Zulu", ABSENT },
  { "rfc3339", "0000-00-00T00:00:00Z", ABSENT },
  { "rfc3339", "-001-11-30T00:00:00Z", ABSENT },
  { "rfc3339", "", ABSENT },
  { "rfc3339", "yesterday", ABSENT },
  { "rfc3339", "2026-1-1T10:00:00Z", ABSENT },

  { "rfc3339-utc", "2026-11-23T10:00:00", TEN },
  { "rfc3339-utc", "2026-11-23 10:00:00", TEN },
  { "rfc3339-utc", "2026-11-23T11:00:00+01:00", TEN },
  { "rfc3339-utc", "0000-00-00T00:00:00", ABSENT },
  { "rfc3339-utc", "0000-00-00 00:00:00", ABSENT },
  { "rfc3339-utc", "-0001-11-30T00:00:00", ABSENT },
  { "rfc3339-utc", "2026-11-23", ABSENT },

  { "date", "2026-11-23", 1795392000 },
  { "date", "2026-11-23T10:00:00Z", ABSENT },
  { "date", "2026-11-31", ABSENT },
  { "date", "0000-00-00", ABSENT },

  { "rfc822", "Mon, 23 Nov 2026 10:00:00 GMT", TEN },
  { "rfc822", "23 Nov 2026 10:00:00 +0000", TEN },
  { "rfc822", "Mon, 23 Nov 2026 11:00:00 +0100 (CET)", TEN },
  { "rfc822", "Mon, 23 nov 26 05:00 EST", TEN },
  { "rfc822", "Monday, 23-Nov-26 10:00:00 UTC", TEN },
  { "rfc822", "Mon, 23 Nov 2026 10:00:00 CEST", TEN },
  { "rfc822", "Mon,  3 Nov 1997 10:00:00 Z", 878551200 },
  { "rfc822", "Mon, 23 Nov 2026 10:00:00", TEN },
  { "rfc822", "Mon, 31 Nov 2026 10:00:00 GMT", ABSENT },
  { "rfc822", "Mon, 23 Foo 2026 10:00:00 GMT", ABSENT },
  { "rfc822", "Mon,", ABSENT },
  { "rfc822", "23 Nov 2026", ABSENT },
  { "rfc822", "23 Nov 2 10:00 GMT", ABSENT },

  { "unix", "1795428000", TEN },
  { "unix", "1795428000.75", TEN },
  { "unix", "0", ABSENT },
  { "unix", "soon", ABSENT },
  { "unix", "99999999999999", ABSENT },
  { "unix-ms", "1795428000999", TEN },
  { "unix-us", "1795428000999999", TEN },
  { "unix-us", "9223372036854775807", ABSENT },

  { "%Y%m%dT%H%M%SZ", "20261123T100000Z", TEN },
  { "%Y%m%dT%H%M%SZ", "20261123T100000", ABSENT },
  { "%d %b %y, %H:%M %z", "23 Nov 26, 11:00 +0100", TEN },
  { "%d/%m/%Y", "23/11/2026", 1795392000 },
  { "%d/%m/%Y", "31/11/2026", ABSENT },
  { "%d%% %m %Y", "23% 11 2026", 1795392000 },
};

static void
test_read (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NewsDate) date = news_date_new (cases[i].form);
      gint64 seconds = ABSENT;

      g_assert_nonnull (date);
      g_test_message ("%s: %s", cases[i].form, cases[i].text);
      if (!news_date_read (date, cases[i].text, &seconds))
        seconds = ABSENT;
      g_assert_cmpint (seconds, ==, cases[i].seconds);
    }
}

/* Every day of four centuries, against GLib's own calendar. */
static void
test_calendar (void)
{
  g_autoptr (NewsDate) form = news_date_new ("date");
  GDate date;
  char text[16];

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, 1800);
  for (gint64 day = -62091; g_date_get_year (&date) < 2200; day++, g_date_add_days (&date, 1))
    {
      gint64 seconds = 0;

      g_date_strftime (text, sizeof text, "%Y-%m-%d", &date);
      g_assert_true (news_date_read (form, text, &seconds));
      g_assert_cmpint (seconds, ==, day * 86400);
    }
}

static void
test_mistakes (void)
{
  static const char *const forms[] = { "", "rfc", "now", "%Y", "%Y-%m-%d %Q", "%Y%d%", "RFC3339" };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    g_assert_null (news_date_new (forms[i]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/read", test_read);
  g_test_add_func ("/date/calendar", test_calendar);
  g_test_add_func ("/date/mistakes", test_mistakes);

  return g_test_run ();
}
