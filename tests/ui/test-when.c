/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-when.h"

#define HOUR 3600
#define DAY (24 * HOUR)

/* Monday, 23 November 2026, 15:30 UTC */
#define NOW G_GINT64_CONSTANT (1795447800)

static void
assert_short (gint64 when, const char *expected)
{
  g_autofree char *text = news_when_dup_short (when, NOW);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_short (void)
{
  assert_short (0, NULL);
  assert_short (NOW - 10, "now");
  assert_short (NOW + 60, "now");
  assert_short (NOW - 60, "1 min");
  assert_short (NOW - HOUR + 1, "59 min");
  assert_short (NOW - HOUR, "1 h");
  assert_short (NOW - 11 * HOUR, "11 h");
  assert_short (NOW - 15 * HOUR, "00:30");
  assert_short (NOW - 16 * HOUR, "Yesterday");
  assert_short (NOW - 2 * DAY, "Sat");
  assert_short (NOW - 6 * DAY, "Tue");
  assert_short (NOW - 7 * DAY, "16 Nov");
  assert_short (NOW - 400 * DAY, "19 Oct 2025");
  assert_short (NOW + 3 * DAY, "26 Nov");
}

static void
test_day (void)
{
  g_autofree char *today = news_when_dup_day (NOW - 15 * HOUR, NOW);
  g_autofree char *yesterday = news_when_dup_day (NOW - 16 * HOUR, NOW);
  g_autofree char *before = news_when_dup_day (NOW - 3 * DAY, NOW);
  g_autofree char *long_ago = news_when_dup_day (NOW - 400 * DAY, NOW);

  g_assert_cmpstr (today, ==, "Today");
  g_assert_cmpstr (yesterday, ==, "Yesterday");
  g_assert_cmpstr (before, ==, "Friday, November 20");
  g_assert_cmpstr (long_ago, ==, "Sunday, October 19, 2025");
  g_assert_cmpint (news_when_get_day (NOW), ==, NOW - 15 * HOUR - HOUR / 2);
}

static void
test_long (void)
{
  g_autofree char *text = news_when_dup_long (NOW);

  g_assert_cmpstr (text, ==, "Monday, November 23, 2026, 15:30");
  g_assert_null (news_when_dup_long (0));
}

static void
assert_dateline (const char *city, const char *zone_name, gint64 when, const char *expected)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_name);
  g_autofree char *text = NULL;

  g_assert_nonnull (zone);
  text = news_when_dup_dateline (city, zone, when);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_dateline (void)
{
  gint64 midnight = NOW + 13 * HOUR + HOUR / 2;

  assert_dateline ("New York", "America/New_York", midnight - 1,
                   "New York: Monday, November 23, 2026");
  assert_dateline ("New York", "America/New_York", midnight,
                   "New York: Tuesday, November 24, 2026");
  assert_dateline ("Shanghai", "Asia/Shanghai", NOW + HOUR, "Shanghai: Tuesday, November 24, 2026");
}

static void
test_visits (void)
{
  g_autofree char *none = news_when_dup_visits (0);
  g_autofree char *one = news_when_dup_visits (1);
  g_autofree char *many = news_when_dup_visits (655);

  g_assert_null (news_when_dup_visits (-1));
  g_assert_cmpstr (none, ==, "0 visits");
  g_assert_cmpstr (one, ==, "1 visit");
  g_assert_cmpstr (many, ==, "655 visits");
}

static void
assert_reading_time (double minutes, const char *shown, const char *spoken)
{
  g_autofree char *text = news_when_dup_reading_time (minutes);
  g_autofree char *words = news_when_dup_reading_time_words (minutes);

  g_assert_cmpstr (text, ==, shown);
  g_assert_cmpstr (words, ==, spoken);
}

static void
test_reading_time (void)
{
  assert_reading_time (0, NULL, NULL);
  assert_reading_time (0.1, "1 min read", "1 minute to read");
  assert_reading_time (1.4, "1 min read", "1 minute to read");
  assert_reading_time (3.6, "4 min read", "4 minutes to read");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/when/short", test_short);
  g_test_add_func ("/when/day", test_day);
  g_test_add_func ("/when/long", test_long);
  g_test_add_func ("/when/dateline", test_dateline);
  g_test_add_func ("/when/visits", test_visits);
  g_test_add_func ("/when/reading-time", test_reading_time);

  return g_test_run ();
}
