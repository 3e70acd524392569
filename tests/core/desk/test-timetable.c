/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-timetable.h"

#include "news-descriptor.h"
#include "news-fetcher.h"

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define START (1000 * HOUR)

static void
fail (NewsAsking *asking, GQuark domain, int code, guint retry_after, gint64 now)
{
  g_autoptr (GError) error = g_error_new_literal (domain, code, "failed");

  news_timetable_note_failure (asking, error, retry_after, now);
}

static void
assert_hold (const NewsAsking *asking, gboolean patient, guint max_age, gint64 now, NewsHold hold)
{
  g_assert_cmpint (news_timetable_check (asking, patient, max_age, now), ==, hold);
}

/* A clock waits longer after each failure in a row; a person need not. */
static void
test_back_off (void)
{
  g_auto (NewsAsking) asking = { 0 };
  gint64 now = START;
  gint64 before = 0;

  for (int i = 0; i < 5; i++)
    {
      gint64 wait;

      fail (&asking, NEWS_NET_ERROR, NEWS_NET_ERROR_TIMED_OUT, 0, now);
      assert_hold (&asking, FALSE, 0, now, NEWS_HOLD_NONE);
      assert_hold (&asking, TRUE, 1800, now + 50, NEWS_HOLD_BACK_OFF);
      wait = asking.patient_until - now;
      g_assert_cmpint (wait, >, before * 3 / 2);
      before = wait;
      now = asking.patient_until;
      assert_hold (&asking, TRUE, 1800, now, NEWS_HOLD_NONE);
    }

  for (int i = 0; i < 100; i++)
    fail (&asking, NEWS_NET_ERROR, NEWS_NET_ERROR_TIMED_OUT, 0, now);
  g_assert_cmpint (asking.patient_until - now, <=, 5 * HOUR);
  g_assert_cmpint (asking.patient_until - now, >=, 3 * HOUR);

  news_timetable_note_answer (&asking, 0, now);
  g_assert_null (asking.error);
  fail (&asking, NEWS_NET_ERROR, NEWS_NET_ERROR_TIMED_OUT, 0, now);
  g_assert_cmpint (asking.patient_until - now, <=, 2 * MINUTE);
}

/* Two that failed together do not come back together. */
static void
test_jitter (void)
{
  gint64 least = G_MAXINT64, most = 0;

  for (int i = 0; i < 200; i++)
    {
      g_auto (NewsAsking) asking = { .failures = 8 };

      fail (&asking, NEWS_NET_ERROR, NEWS_NET_ERROR_TIMED_OUT, 0, START);
      least = MIN (least, asking.patient_until);
      most = MAX (most, asking.patient_until);
    }

  g_assert_cmpint (most - least, >, 10 * MINUTE);
}

/* What the server says holds for everybody. */
static void
test_retry_after (void)
{
  static const struct
  {
    int code;
    guint retry_after;
    gint64 wait;
  } cases[] = {
    { NEWS_API_ERROR_RATE_LIMITED, 3600, HOUR },
    { NEWS_API_ERROR_SERVER, 300, 5 * MINUTE },
    { NEWS_API_ERROR_RATE_LIMITED, 0, 10 * MINUTE },
    { NEWS_API_ERROR_QUOTA, 0, HOUR },
    { NEWS_API_ERROR_RATE_LIMITED, G_MAXUINT, 24 * HOUR },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (NewsAsking) asking = { 0 };

      fail (&asking, NEWS_API_ERROR, cases[i].code, cases[i].retry_after, START);
      assert_hold (&asking, FALSE, 0, START + cases[i].wait - 1, NEWS_HOLD_FORBIDDEN);
      assert_hold (&asking, FALSE, 0, START + cases[i].wait, NEWS_HOLD_NONE);
    }
}

/* Our age and the server's word both have to be over, and the word counts within limits. */
static void
test_age (void)
{
  static const struct
  {
    guint lifetime;
    guint max_age;
    gint64 due;
  } cases[] = {
    { 0, 60, 9 * MINUTE },        { 60, 60, 9 * MINUTE },   { 0, 1800, 30 * MINUTE },
    { 3600, 1800, HOUR },         { 3600, 7200, 2 * HOUR }, { 1000000, 1800, 5 * HOUR },
    { G_MAXINT, 1800, 5 * HOUR },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (NewsAsking) asking = { 0 };

      news_timetable_note_answer (&asking, cases[i].lifetime, START);
      assert_hold (&asking, TRUE, cases[i].max_age, START + cases[i].due - 1, NEWS_HOLD_FRESH);
      assert_hold (&asking, TRUE, cases[i].max_age, START + cases[i].due, NEWS_HOLD_NONE);
      assert_hold (&asking, FALSE, 0, START, NEWS_HOLD_NONE);
    }
}

/* What has ended is for persons to ask again, and no clock does. Its older pages are still
 * there. */
static void
test_ended (void)
{
  g_auto (NewsAsking) asking = { .expired = TRUE };

  assert_hold (&asking, TRUE, 1800, START, NEWS_HOLD_ENDED);
  assert_hold (&asking, TRUE, 1800, START + 10000 * HOUR, NEWS_HOLD_ENDED);
  assert_hold (&asking, TRUE, 0, START, NEWS_HOLD_NONE);
  assert_hold (&asking, FALSE, 0, START, NEWS_HOLD_NONE);
}

static void
test_offline (void)
{
  g_auto (NewsAsking) asking = { 0 };

  fail (&asking, NEWS_NET_ERROR, NEWS_NET_ERROR_OFFLINE, 0, START);
  g_assert_cmpuint (asking.failures, ==, 0);
  g_assert_nonnull (asking.error);
  assert_hold (&asking, TRUE, 1800, START, NEWS_HOLD_NONE);
}

static void
test_limit (void)
{
  g_auto (NewsAsking) asking = { 0 };
  g_autoptr (GError) error = g_error_new_literal (NEWS_API_ERROR, NEWS_API_ERROR_QUOTA, "Enough");

  news_timetable_forbid (&asking, error, START + HOUR, START);
  assert_hold (&asking, FALSE, 0, START + 1, NEWS_HOLD_FORBIDDEN);
  assert_hold (&asking, FALSE, 0, START + HOUR, NEWS_HOLD_NONE);
  g_assert_cmpuint (asking.failures, ==, 0);
}

/* A clock that was years ahead does not silence a source for years. */
static void
test_wrong_clock (void)
{
  g_auto (NewsAsking) asking = { 0 };
  gint64 ahead = START + 24 * 365 * HOUR;

  fail (&asking, NEWS_API_ERROR, NEWS_API_ERROR_RATE_LIMITED, 3600, ahead);
  assert_hold (&asking, TRUE, 1800, START, NEWS_HOLD_NONE);
  news_timetable_note_answer (&asking, 3600, ahead);
  assert_hold (&asking, TRUE, 1800, START, NEWS_HOLD_NONE);
}

static void
test_errors (void)
{
  static const struct
  {
    GQuark (*domain) (void);
    int code;
  } cases[] = {
    { news_net_error_quark, NEWS_NET_ERROR_TLS },
    { news_api_error_quark, NEWS_API_ERROR_GONE },
    { news_store_error_quark, NEWS_STORE_ERROR_FAILED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (NewsAsking) asking = { 0 };
      g_autoptr (GError) kept = NULL;

      g_assert_null (news_timetable_dup_error (&asking));
      fail (&asking, cases[i].domain (), cases[i].code, 0, START);
      kept = news_timetable_dup_error (&asking);
      g_assert_error (kept, cases[i].domain (), cases[i].code);
      g_assert_cmpstr (kept->message, ==, "failed");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timetable/back-off", test_back_off);
  g_test_add_func ("/timetable/jitter", test_jitter);
  g_test_add_func ("/timetable/retry-after", test_retry_after);
  g_test_add_func ("/timetable/age", test_age);
  g_test_add_func ("/timetable/ended", test_ended);
  g_test_add_func ("/timetable/offline", test_offline);
  g_test_add_func ("/timetable/limit", test_limit);
  g_test_add_func ("/timetable/wrong-clock", test_wrong_clock);
  g_test_add_func ("/timetable/errors", test_errors);

  return g_test_run ();
}
