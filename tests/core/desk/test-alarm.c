/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "fake-network.h"
#include "news-alarm.h"

typedef struct
{
  NewsAlarm *alarm;
  GNetworkMonitor *network;
  guint due; /* how often it was */
} Fixture;

static void
due_cb (NewsAlarm *alarm, Fixture *fixture)
{
  fixture->due++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->alarm = news_alarm_new ();
  fixture->network = fake_network_new ();
  news_alarm_set_network (fixture->alarm, fixture->network);
  g_signal_connect (fixture->alarm, "due", G_CALLBACK (due_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->alarm);
  g_assert_finalize_object (fixture->network);
}

/* What the alarm waits for, or NULL. */
static GSource *
find_source (Fixture *fixture)
{
  return g_main_context_find_source_by_user_data (NULL, fixture->alarm);
}

/* What it waits for besides the clock: the source that was made right after that one's. */
static GSource *
find_second (Fixture *fixture)
{
  return g_main_context_find_source_by_id (NULL, g_source_get_id (find_source (fixture)) + 1);
}

/* How many seconds it waits still. */
static gint64
get_left (GSource *source)
{
  return (g_source_get_ready_time (source) - g_get_monotonic_time ()) / G_USEC_PER_SEC;
}

/* Has the time come at once that @source waits for. */
static void
ring (Fixture *fixture, GSource *source)
{
  guint before = fixture->due;

  g_source_set_ready_time (source, 0);
  while (fixture->due == before)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_interval (Fixture *fixture, gconstpointer data)
{
  g_assert_false (news_alarm_is_set (fixture->alarm));
  g_assert_null (find_source (fixture));
  g_assert_cmpuint (news_alarm_get_age (fixture->alarm), ==, 1800);

  news_alarm_set_interval (fixture->alarm, 90);
  g_assert_true (news_alarm_is_set (fixture->alarm));
  g_assert_cmpuint (news_alarm_get_age (fixture->alarm), ==, 5400);
  g_assert_cmpint (get_left (find_source (fixture)), >, 5300);
  g_assert_cmpint (get_left (find_source (fixture)), <=, 5401);

  /* Again and again. */
  ring (fixture, find_source (fixture));
  g_assert_cmpint (get_left (find_source (fixture)), >, 5300);
  ring (fixture, find_source (fixture));
  g_assert_cmpuint (fixture->due, ==, 2);

  news_alarm_set_interval (fixture->alarm, 0);
  g_assert_null (find_source (fixture));
}

/* Who comes home, or from a network that costs, has not to wait for the clock. */
static void
test_network (Fixture *fixture, gconstpointer data)
{
  fake_network_set (fixture->network, FALSE, FALSE);
  g_assert_false (news_alarm_is_online (fixture->alarm));
  news_alarm_set_interval (fixture->alarm, 60);
  g_assert_null (find_second (fixture));
  fake_network_set (fixture->network, TRUE, FALSE);
  g_assert_true (news_alarm_is_online (fixture->alarm));

  /* A moment after all of its changes, once. */
  fake_network_set (fixture->network, TRUE, TRUE);
  fake_network_set (fixture->network, TRUE, FALSE);
  g_assert_cmpint (get_left (find_second (fixture)), <=, 4);
  ring (fixture, find_second (fixture));
  g_assert_cmpuint (fixture->due, ==, 1);
  g_assert_null (find_second (fixture));
}

/* Nobody who asks for no clock is served by it, and nothing is due where there is no network. */
static void
test_quiet (Fixture *fixture, gconstpointer data)
{
  fake_network_set (fixture->network, FALSE, FALSE);
  fake_network_set (fixture->network, TRUE, FALSE);
  g_assert_null (find_source (fixture));

  news_alarm_set_interval (fixture->alarm, 60);
  fake_network_set (fixture->network, FALSE, FALSE);
  g_assert_null (find_second (fixture));
  fake_network_set (fixture->network, TRUE, FALSE);
  g_assert_nonnull (find_second (fixture));
  news_alarm_stop (fixture->alarm);
  g_assert_null (find_source (fixture));
  g_assert_false (news_alarm_is_set (fixture->alarm));
}

static void
test_metered (Fixture *fixture, gconstpointer data)
{
  fake_network_set (fixture->network, TRUE, TRUE);
  g_assert_false (news_alarm_is_paused (fixture->alarm));
  news_alarm_set_pause_on_metered (fixture->alarm, TRUE);
  g_assert_true (news_alarm_is_paused (fixture->alarm));
  fake_network_set (fixture->network, TRUE, FALSE);
  g_assert_false (news_alarm_is_paused (fixture->alarm));
}

/* Of the network that it went by before it hears no more. */
static void
test_other_network (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GNetworkMonitor) other = fake_network_new ();

  news_alarm_set_network (fixture->alarm, other);
  news_alarm_set_interval (fixture->alarm, 60);
  fake_network_set (fixture->network, TRUE, FALSE);
  g_assert_null (find_second (fixture));
  fake_network_set (other, TRUE, FALSE);
  g_assert_nonnull (find_second (fixture));
}

#define ADD(name, test) g_test_add ("/alarm/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("interval", test_interval);
  ADD ("network", test_network);
  ADD ("quiet", test_quiet);
  ADD ("metered", test_metered);
  ADD ("other-network", test_other_network);

  return g_test_run ();
}
