/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "store-fixture.h"

#define NOW STORE_FIXTURE_NOW
#define DAY 86400

static void
note (StoreFixture *fixture, const char *source, const char *section, const NewsAsking *asking)
{
  NewsToll toll = { .requests = 2, .bytes = 1000, .articles = 3 };
  g_autoptr (GError) error = NULL;

  news_store_note_asking (fixture->store, source, section, asking, &toll, &error);
  g_assert_no_error (error);
}

static guint
read_back (StoreFixture *fixture, const char *source, const char *section, NewsAsking *asking)
{
  g_autoptr (GError) error = NULL;
  guint today = G_MAXUINT;

  news_store_get_asking (fixture->store, source, section, asking, &today, &error);
  g_assert_no_error (error);

  return today;
}

static NewsRecord *
get_record (StoreFixture *fixture, const char *source)
{
  StoreFixtureWait wait = { 0 };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  NewsRecord *record;

  news_store_record_async (fixture->store, source, 1800, NULL, store_fixture_answer_cb, &wait);
  result = store_fixture_wait (&wait);
  record = news_store_record_finish (fixture->store, result, &error);
  g_assert_no_error (error);

  return record;
}

static void
test_kept (StoreFixture *fixture, gconstpointer data)
{
  NewsAsking asking = { .tried = NOW,
                        .answered = NOW - 5,
                        .failures = 3,
                        .patient_until = NOW + 1,
                        .forbidden_until = NOW + 2,
                        .fresh_until = NOW + 3,
                        .error_kind = 2,
                        .error_code = 7,
                        .error = (char *) "It failed" };
  g_auto (NewsAsking) none = { 0 };
  g_auto (NewsAsking) kept = { 0 };
  g_auto (NewsAsking) same = { 0 };

  g_assert_cmpuint (read_back (fixture, "one", NULL, &none), ==, 0);
  g_assert_cmpint (none.tried, ==, 0);

  note (fixture, "one", "5", &asking);
  store_fixture_reopen (fixture);
  g_assert_cmpuint (read_back (fixture, "one", "5", &kept), ==, 2);
  g_assert_cmpint (kept.tried, ==, NOW);
  g_assert_cmpint (kept.answered, ==, NOW - 5);
  g_assert_cmpuint (kept.failures, ==, 3);
  g_assert_cmpint (kept.patient_until, ==, NOW + 1);
  g_assert_cmpint (kept.forbidden_until, ==, NOW + 2);
  g_assert_cmpint (kept.fresh_until, ==, NOW + 3);
  g_assert_cmpuint (kept.error_kind, ==, 2);
  g_assert_cmpint (kept.error_code, ==, 7);
  g_assert_cmpstr (kept.error, ==, "It failed");

  /* A toll alone leaves the rest. */
  note (fixture, "one", "5", NULL);
  g_assert_cmpuint (read_back (fixture, "one", "5", &same), ==, 4);
  g_assert_cmpstr (same.error, ==, "It failed");
}

/* Requests are counted over all of a source, and begin anew at midnight. The clock of those who
 * read can't be stopped, so that yesterday is made. */
static void
test_today (StoreFixture *fixture, gconstpointer data)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_auto (NewsAsking) asking = { 0 };

  store_fixture_set_now (fixture, now - DAY);
  note (fixture, "one", "5", NULL);
  note (fixture, "one", "6", NULL);
  g_assert_cmpuint (read_back (fixture, "one", "5", &asking), ==, 0);

  store_fixture_set_now (fixture, now);
  note (fixture, "one", "5", NULL);
  g_assert_cmpuint (read_back (fixture, "one", "5", &asking), ==, 2);
  note (fixture, "one", NULL, NULL);
  note (fixture, "two", NULL, NULL);
  g_assert_cmpuint (read_back (fixture, "one", "5", &asking), ==, 4);
}

static void
test_record (StoreFixture *fixture, gconstpointer data)
{
  NewsAsking good = { .tried = NOW, .answered = NOW, .fresh_until = NOW + 540 };
  NewsAsking bad = { .tried = NOW + 5,
                     .answered = NOW - 100,
                     .failures = 1,
                     .patient_until = NOW + 3000,
                     .error_kind = 1,
                     .error = (char *) "Too slow" };
  NewsAsking gone = { .tried = NOW - 5 * DAY, .failures = 9, .error = (char *) "Long ago" };
  g_autoptr (NewsRecord) empty = get_record (fixture, "one");
  g_autoptr (NewsRecord) record = NULL;

  g_assert_cmpuint (empty->queries, ==, 0);
  g_assert_cmpint (empty->due, ==, 0);
  g_assert_null (empty->error);

  note (fixture, "one", "5", &good);
  note (fixture, "one", "6", &bad);
  note (fixture, "one", "7", &gone);
  note (fixture, "one", NULL, NULL);
  record = get_record (fixture, "one");
  g_assert_cmpuint (record->queries, ==, 2);
  g_assert_cmpuint (record->failing, ==, 1);
  g_assert_cmpint (record->tried, ==, NOW + 5);
  g_assert_cmpint (record->answered, ==, NOW);
  g_assert_cmpint (record->due, ==, NOW + 1800);
  g_assert_cmpstr (record->error, ==, "Too slow");
  g_assert_cmpuint (record->today, ==, 8);
  g_assert_cmpuint (record->bytes, ==, 4000);
  g_assert_cmpuint (record->articles, ==, 12);
}

static void
test_moves (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  NewsValidators moved = { .etag = (char *) "e", .moved = (char *) "https://b.example/" };
  NewsValidators same = { .etag = (char *) "f" };
  g_autoptr (NewsValidators) first = NULL;
  g_autoptr (NewsValidators) second = NULL;
  g_autoptr (NewsValidators) third = NULL;

  news_store_set_validators (fixture->store, "https://a.example/", &moved, &error);
  g_assert_no_error (error);
  first = news_store_get_validators (fixture->store, "https://a.example/", &error);
  g_assert_cmpstr (first->moved, ==, "https://b.example/");

  /* What was asked at the new address moves no further, which does not mean that it came back. */
  news_store_set_validators (fixture->store, "https://a.example/", &same, &error);
  second = news_store_get_validators (fixture->store, "https://a.example/", &error);
  g_assert_cmpstr (second->etag, ==, "f");
  g_assert_cmpstr (second->moved, ==, "https://b.example/");

  g_assert_true (news_store_forget_move (fixture->store, "https://a.example/", &error));
  third = news_store_get_validators (fixture->store, "https://a.example/", &error);
  g_assert_null (third->moved);
}

static void
test_lifted (StoreFixture *fixture, gconstpointer data)
{
  NewsAsking asking = { .tried = NOW, .patient_until = NOW + 1, .forbidden_until = NOW + 2 };
  g_auto (NewsAsking) lifted = { 0 };
  g_auto (NewsAsking) other = { 0 };

  note (fixture, "a", "one", &asking);
  note (fixture, "b", NULL, &asking);
  g_assert_true (news_store_lift_restraint (fixture->store, "a", NULL));
  read_back (fixture, "a", "one", &lifted);
  g_assert_cmpint (lifted.patient_until, ==, 0);
  g_assert_cmpint (lifted.forbidden_until, ==, 0);
  g_assert_cmpint (lifted.tried, ==, NOW);
  read_back (fixture, "b", NULL, &other);
  g_assert_cmpint (other.forbidden_until, ==, NOW + 2);
}

#define ADD(name, function)                                                         \
  g_test_add ("/askings/" name, StoreFixture, NULL, store_fixture_set_up, function, \
              store_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("kept", test_kept);
  ADD ("today", test_today);
  ADD ("record", test_record);
  ADD ("lifted", test_lifted);
  ADD ("moves", test_moves);

  return g_test_run ();
}
