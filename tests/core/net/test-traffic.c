/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-traffic.h"

#define NOW (1000 * G_TIME_SPAN_SECOND)

static void
begin (NewsTraffic *traffic, const char *host)
{
  g_assert_cmpint (news_traffic_check (traffic, host, 0, 0, NOW), ==, NEWS_TRAFFIC_GO);
  news_traffic_begin (traffic, host, 0, NOW);
}

static void
test_places (void)
{
  g_autoptr (NewsTraffic) traffic = news_traffic_new ();

  begin (traffic, "a");
  begin (traffic, "a");
  g_assert_cmpint (news_traffic_check (traffic, "a", 0, 0, NOW), ==, NEWS_TRAFFIC_FULL);
  begin (traffic, "b");
  begin (traffic, "b");
  begin (traffic, "c");
  begin (traffic, "c");
  begin (traffic, "d");
  begin (traffic, "d");
  g_assert_cmpuint (news_traffic_count (traffic), ==, 8);
  g_assert_cmpint (news_traffic_check (traffic, "e", 0, 0, NOW), ==, NEWS_TRAFFIC_FULL);

  news_traffic_end (traffic, "a", FALSE);
  begin (traffic, "e");
}

/* A request with an interval waits for it, others do not. */
static void
test_interval (void)
{
  g_autoptr (NewsTraffic) traffic = news_traffic_new ();
  gint64 later = NOW + 10 * G_TIME_SPAN_SECOND;

  g_assert_cmpint (news_traffic_check (traffic, "a", 10000, 0, NOW), ==, NEWS_TRAFFIC_GO);
  news_traffic_begin (traffic, "a", 10000, NOW);
  news_traffic_end (traffic, "a", FALSE);
  g_assert_cmpint (news_traffic_check (traffic, "a", 10000, 0, NOW + 1), ==, later);
  g_assert_cmpint (news_traffic_check (traffic, "a", 0, 0, NOW + 1), ==, NEWS_TRAFFIC_GO);
  g_assert_cmpint (news_traffic_check (traffic, "b", 10000, 0, NOW + 1), ==, NEWS_TRAFFIC_GO);
  g_assert_cmpint (news_traffic_check (traffic, "a", 10000, 0, later), ==, NEWS_TRAFFIC_GO);
}

/* An API may allow fewer than we would send, and never more. */
static void
test_at_once (void)
{
  g_autoptr (NewsTraffic) traffic = news_traffic_new ();

  begin (traffic, "a");
  g_assert_cmpint (news_traffic_check (traffic, "a", 0, 1, NOW), ==, NEWS_TRAFFIC_FULL);
  g_assert_cmpint (news_traffic_check (traffic, "b", 0, 1, NOW), ==, NEWS_TRAFFIC_GO);
  g_assert_cmpint (news_traffic_check (traffic, "a", 0, 9, NOW), ==, NEWS_TRAFFIC_GO);
  begin (traffic, "a");
  g_assert_cmpint (news_traffic_check (traffic, "a", 0, 9, NOW), ==, NEWS_TRAFFIC_FULL);
}

/* Hosts that were silent share two places until they speak. */
static void
test_slow (void)
{
  static const char *const hosts[] = { "a", "b", "c" };
  g_autoptr (NewsTraffic) traffic = news_traffic_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (hosts); i++)
    {
      begin (traffic, hosts[i]);
      news_traffic_end (traffic, hosts[i], TRUE);
      g_assert_true (news_traffic_is_slow (traffic, hosts[i]));
    }

  begin (traffic, "a");
  begin (traffic, "b");
  g_assert_cmpint (news_traffic_check (traffic, "c", 0, 0, NOW), ==, NEWS_TRAFFIC_FULL);
  begin (traffic, "d");

  news_traffic_end (traffic, "a", FALSE);
  g_assert_false (news_traffic_is_slow (traffic, "a"));
  begin (traffic, "c");
  g_assert_cmpint (news_traffic_check (traffic, "b", 0, 0, NOW), ==, NEWS_TRAFFIC_FULL);
  begin (traffic, "a");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traffic/places", test_places);
  g_test_add_func ("/traffic/interval", test_interval);
  g_test_add_func ("/traffic/at-once", test_at_once);
  g_test_add_func ("/traffic/slow", test_slow);

  return g_test_run ();
}
