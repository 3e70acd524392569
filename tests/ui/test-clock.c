/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-clock.h"

static void
count_cb (NewsClock *clock, guint *count)
{
  (*count)++;
}

static void
test_shared (void)
{
  g_autoptr (NewsClock) one = news_clock_dup ();
  NewsClock *other = news_clock_dup ();

  g_assert_true (one == other);
  g_object_unref (other);
}

/* When nobody holds it, nothing wakes the machine. */
static void
test_stops (void)
{
  NewsClock *clock = news_clock_dup ();

  g_assert_nonnull (g_main_context_find_source_by_user_data (NULL, clock));
  g_assert_finalize_object (clock);
  g_assert_null (g_main_context_find_source_by_user_data (NULL, clock));
}

static void
test_now (void)
{
  NewsClock *clock = news_clock_dup ();
  gint64 before = g_get_real_time () / G_USEC_PER_SEC;
  gint64 now = news_clock_get_now (clock);
  guint count = 0;

  g_assert_cmpint (now, >=, before);
  g_assert_cmpint (now, <=, g_get_real_time () / G_USEC_PER_SEC);

  g_signal_connect (clock, "minute", G_CALLBACK (count_cb), &count);
  news_clock_set_now (clock, 1000);
  g_assert_cmpint (news_clock_get_now (clock), ==, 1000);
  g_assert_cmpuint (count, ==, 1);
  g_assert_null (g_main_context_find_source_by_user_data (NULL, clock));

  news_clock_set_now (clock, 0);
  g_assert_cmpint (news_clock_get_now (clock), >=, now);
  g_assert_cmpuint (count, ==, 2);
  g_assert_finalize_object (clock);
}

/* The next tick is at the beginning of a minute, and one follows another. */
static void
test_minute (void)
{
  g_autoptr (NewsClock) clock = news_clock_dup ();
  GSource *source = g_main_context_find_source_by_user_data (NULL, clock);
  gint64 left = g_source_get_ready_time (source) - g_get_monotonic_time ();

  g_assert_cmpint (left, <=, 61 * G_USEC_PER_SEC);
  g_source_set_ready_time (source, 0);
  while (g_main_context_find_source_by_user_data (NULL, clock) == source)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (g_main_context_find_source_by_user_data (NULL, clock));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock/shared", test_shared);
  g_test_add_func ("/clock/stops", test_stops);
  g_test_add_func ("/clock/now", test_now);
  g_test_add_func ("/clock/minute", test_minute);

  return g_test_run ();
}
