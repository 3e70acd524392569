/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-upkeep.h"
#include "store-fixture.h"

#define NOW STORE_FIXTURE_NOW
#define DAY (24 * 60 * 60)

/* One of each of the last ten days, of which each answer told one alone. */
static void
take (StoreFixture *fixture)
{
  for (guint i = 1; i <= 10; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      gint64 time = NOW - (gint64) (10 - i) * DAY;
      NewsArticle *article = store_fixture_article (id, id, time);

      article->text = store_fixture_text (i, 20000);
      store_fixture_set_now (fixture, time);
      store_fixture_take (fixture, "one", NULL, article, NULL);
    }
}

static void
run (StoreFixture *fixture, NewsKeep keep, int dropped)
{
  g_autofree char *apis = g_build_filename (fixture->folder, "apis", NULL);
  g_autoptr (NewsRegistry) registry = news_registry_load (apis, NULL);
  g_autoptr (GPtrArray) editions = g_ptr_array_new ();
  g_autoptr (NewsUpkeep) upkeep = news_upkeep_new (editions, registry, &keep, NOW);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (news_upkeep_run (upkeep, fixture->store, &error), ==, dropped);
  if (dropped >= 0)
    g_assert_no_error (error);
  else
    g_assert_error (error, NEWS_STORE_ERROR, NEWS_STORE_ERROR_CLOSED);
}

static void
assert_stored (StoreFixture *fixture, const char *expected)
{
  g_autofree char *ids = store_fixture_section_ids (fixture, "one/");

  g_assert_cmpstr (ids, ==, expected);
}

static void
test_none (StoreFixture *fixture, gconstpointer data)
{
  take (fixture);
  run (fixture, (NewsKeep) { 0 }, 0);
  run (fixture, (NewsKeep) { .days = 30, .number = 10 }, 0);
  assert_stored (fixture, "10 9 8 7 6 5 4 3 2 1");
}

/* By days, and then by number; bookmarks and the story on show stay. */
static void
test_both (StoreFixture *fixture, gconstpointer data)
{
  take (fixture);
  store_fixture_set_bookmarked (fixture, 1, TRUE);
  run (fixture, (NewsKeep) { .days = 6, .shown = 2 }, 1);
  assert_stored (fixture, "10 9 8 7 6 5 4 2 1");
  run (fixture, (NewsKeep) { .number = 4, .shown = 2 }, 3);
  assert_stored (fixture, "10 9 8 7 2 1");
}

/* What was dropped makes the file smaller, and what an earlier version wrote is packed. */
static void
test_room (StoreFixture *fixture, gconstpointer data)
{
  take (fixture);
  store_fixture_ask (fixture, "UPDATE bodies SET pack = NULL, text = 'Text' WHERE article = 10");
  store_fixture_ask (fixture, "INSERT INTO chores (name, next) VALUES ('pack bodies', 10)");
  run (fixture, (NewsKeep) { .number = 2 }, 8);
  g_assert_cmpint (store_fixture_ask (fixture, "PRAGMA freelist_count"), ==, 0);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM bodies WHERE pack IS NULL"),
                   ==, 0);
}

static void
test_closed (StoreFixture *fixture, gconstpointer data)
{
  take (fixture);
  news_store_close (fixture->store);
  run (fixture, (NewsKeep) { .days = 1, .number = 1 }, -1);
}

static void
add (const char *path, void (*test) (StoreFixture *fixture, gconstpointer data))
{
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, test, store_fixture_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/upkeep/none", test_none);
  add ("/upkeep/both", test_both);
  add ("/upkeep/room", test_room);
  add ("/upkeep/closed", test_closed);

  return g_test_run ();
}
