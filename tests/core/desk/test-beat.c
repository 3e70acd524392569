/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-beat.h"

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
fail (Fixture *fixture, GQuark domain, int code)
{
  g_autoptr (GError) error = g_error_new_literal (domain, code, "failed");

  fixture->beat->refreshing = TRUE;
  news_beat_note (fixture->beat, fixture->assignment, error);
  g_assert_false (fixture->beat->refreshing);
}

/* The last failure is told until it goes well again. */
static void
test_errors (Fixture *fixture, gconstpointer data)
{
  fail (fixture, NEWS_NET_ERROR, NEWS_NET_ERROR_TIMED_OUT);
  fail (fixture, NEWS_API_ERROR, NEWS_API_ERROR_SERVER);
  g_assert_error (fixture->beat->error, NEWS_API_ERROR, NEWS_API_ERROR_SERVER);
  news_beat_note (fixture->beat, fixture->assignment, NULL);
  g_assert_null (fixture->beat->error);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  fail (fixture, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (fixture->beat->error);
}

static void
test_places (Fixture *fixture, gconstpointer data)
{
  fixture->assignment->next = news_place_new (2, 0, "cursor");
  news_beat_note (fixture->beat, fixture->assignment, NULL);
  g_assert_cmpstr (fixture->beat->next->cursor, ==, "cursor");

  /* An answer that has not changed does not say where the list goes on. */
  g_clear_pointer (&fixture->assignment->next, news_place_free);
  news_beat_note (fixture->beat, fixture->assignment, NULL);
  g_assert_cmpstr (fixture->beat->next->cursor, ==, "cursor");

  fixture->assignment->older = TRUE;
  fixture->assignment->ended = TRUE;
  news_beat_note (fixture->beat, fixture->assignment, NULL);
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

/* Known until the source is described anew. */
static void
test_server (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsRegistry) registry = news_registry_load (NULL, NULL);
  g_autoptr (NewsSource) near = news_source_new ("a", "A", "wordpress");
  g_autoptr (NewsSource) nowhere = news_source_new ("a", "A", "no-such-api");

  news_source_set_parameter (fixture->source, "site", "https://a.example/");
  news_source_set_parameter (fixture->source, "api", "https://a.example:8080/wp-json/");
  news_beat_find_server (fixture->beat, registry);
  g_assert_cmpstr (fixture->beat->lane, ==, "a.example:8080");
  g_assert_false (fixture->beat->here);

  news_source_set_parameter (near, "site", "http://127.0.0.1:8080/");
  news_source_set_parameter (near, "api", "http://127.0.0.1:8080/wp-json/");
  news_beat_set_source (fixture->beat, near);
  news_beat_find_server (fixture->beat, registry);
  g_assert_cmpstr (fixture->beat->lane, ==, "127.0.0.1:8080");
  g_assert_true (fixture->beat->here);

  news_beat_set_source (fixture->beat, nowhere);
  news_beat_find_server (fixture->beat, registry);
  g_assert_cmpstr (fixture->beat->lane, ==, "a");
  g_assert_true (fixture->beat->here);
}

#define ADD(name, function) g_test_add ("/beat/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("errors", test_errors);
  ADD ("cancelled", test_cancelled);
  ADD ("places", test_places);
  ADD ("keys", test_keys);
  ADD ("server", test_server);

  return g_test_run ();
}
