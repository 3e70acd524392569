/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-beat.h"

#define SECOND G_TIME_SPAN_SECOND
#define MINUTE (60 * SECOND)
#define START (1000 * MINUTE)

typedef struct
{
  NewsSource *source;
  NewsBeat *beat;
  NewsAssignment *assignment;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->source = news_source_new ("a", "A", "wordpress");
  fixture->beat = news_beat_new (fixture->source, "7");
  fixture->assignment = news_assignment_new (fixture->source, "7");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  news_assignment_free (fixture->assignment);
  news_beat_free (fixture->beat);
  news_source_unref (fixture->source);
}

static void
fail (Fixture *fixture, GQuark domain, int code, gint64 now)
{
  g_autoptr (GError) error = g_error_new_literal (domain, code, "failed");

  fixture->beat->refreshing = TRUE;
  news_beat_note (fixture->beat, fixture->assignment, error, now);
  g_assert_false (fixture->beat->refreshing);
}

/* The clock waits longer after each failure in a row; a person need not. */
static void
test_back_off (Fixture *fixture, gconstpointer data)
{
  gint64 now = START;
  gint64 before = 0;

  for (int i = 0; i < 5; i++)
    {
      gint64 wait;

      fail (fixture, NEWS_NET_ERROR, NEWS_NET_ERROR_TIMED_OUT, now);
      g_assert_true (news_beat_may_ask (fixture->beat, FALSE, now));
      g_assert_false (news_beat_may_ask (fixture->beat, TRUE, now + 50 * SECOND));
      wait = fixture->beat->patient_at - now;
      g_assert_cmpint (wait, >, before * 3 / 2);
      before = wait;
      now = fixture->beat->patient_at;
      g_assert_true (news_beat_may_ask (fixture->beat, TRUE, now));
    }

  for (int i = 0; i < 100; i++)
    fail (fixture, NEWS_NET_ERROR, NEWS_NET_ERROR_TIMED_OUT, now);
  g_assert_cmpint (fixture->beat->patient_at - now, <=, 5 * 60 * MINUTE);

  news_beat_note (fixture->beat, fixture->assignment, NULL, now);
  g_assert_true (news_beat_may_ask (fixture->beat, TRUE, now));
  g_assert_null (fixture->beat->error);
  fail (fixture, NEWS_NET_ERROR, NEWS_NET_ERROR_TIMED_OUT, now);
  g_assert_cmpint (fixture->beat->patient_at - now, <=, 2 * MINUTE);
}

/* What the server says holds for everybody. */
static void
test_retry_after (Fixture *fixture, gconstpointer data)
{
  fixture->assignment->retry_after = 3600;
  fail (fixture, NEWS_API_ERROR, NEWS_API_ERROR_RATE_LIMITED, START);
  g_assert_false (news_beat_may_ask (fixture->beat, FALSE, START + 59 * MINUTE));
  g_assert_true (news_beat_may_ask (fixture->beat, FALSE, START + 60 * MINUTE));

  fixture->assignment->retry_after = 0;
  fail (fixture, NEWS_API_ERROR, NEWS_API_ERROR_RATE_LIMITED, START);
  g_assert_false (news_beat_may_ask (fixture->beat, FALSE, START + 9 * MINUTE));
  g_assert_true (news_beat_may_ask (fixture->beat, FALSE, START + 10 * MINUTE));

  fixture->assignment->retry_after = G_MAXUINT;
  fail (fixture, NEWS_API_ERROR, NEWS_API_ERROR_RATE_LIMITED, START);
  g_assert_true (news_beat_may_ask (fixture->beat, FALSE, START + 24 * 60 * MINUTE));
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  fail (fixture, G_IO_ERROR, G_IO_ERROR_CANCELLED, START);
  g_assert_null (fixture->beat->error);
  g_assert_cmpuint (fixture->beat->failures, ==, 0);
}

static void
test_places (Fixture *fixture, gconstpointer data)
{
  fixture->assignment->next = news_place_new (2, 0, "cursor");
  news_beat_note (fixture->beat, fixture->assignment, NULL, START);
  g_assert_cmpstr (fixture->beat->next->cursor, ==, "cursor");

  /* An answer that has not changed does not say where the list goes on. */
  g_clear_pointer (&fixture->assignment->next, news_place_free);
  news_beat_note (fixture->beat, fixture->assignment, NULL, START);
  g_assert_cmpstr (fixture->beat->next->cursor, ==, "cursor");

  fixture->assignment->older = TRUE;
  fixture->assignment->ended = TRUE;
  news_beat_note (fixture->beat, fixture->assignment, NULL, START);
  g_assert_null (fixture->beat->next);
  g_assert_true (fixture->beat->ended);
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  g_autofree char *one = news_beat_dup_key ("a", NULL);
  g_autofree char *two = news_beat_dup_key ("a", "b");
  g_autofree char *three = news_beat_dup_key ("ab", NULL);

  g_assert_cmpstr (one, !=, two);
  g_assert_cmpstr (two, !=, three);
}

#define ADD(name, function) g_test_add ("/beat/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("back-off", test_back_off);
  ADD ("retry-after", test_retry_after);
  ADD ("cancelled", test_cancelled);
  ADD ("places", test_places);
  ADD ("keys", test_keys);

  return g_test_run ();
}
