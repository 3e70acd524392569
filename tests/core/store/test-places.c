/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "store-fixture.h"

static void
keep (StoreFixture *fixture, gint64 article, guint block, guint part)
{
  StoreFixtureWait wait = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  news_store_keep_place_async (fixture->store, article, (NewsReadingPlace) { block, part }, NULL,
                               store_fixture_answer_cb, &wait);
  result = store_fixture_wait (&wait);
  g_assert_true (news_store_keep_place_finish (fixture->store, result, &error));
  g_assert_no_error (error);
}

static void
assert_place (StoreFixture *fixture, gint64 article, guint block, guint part)
{
  g_autoptr (NewsStory) story = store_fixture_story (fixture, article);

  g_assert_cmpuint (story->place.block, ==, block);
  g_assert_cmpuint (story->place.part, ==, part);
}

static void
test_kept (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_take (fixture, "one", NULL, store_fixture_article ("1", "A", 1),
                      store_fixture_article ("2", "B", 2), NULL);
  assert_place (fixture, 1, 0, 0);
  keep (fixture, 1, 7, 2500);
  assert_place (fixture, 1, 7, 2500);
  assert_place (fixture, 2, 0, 0);

  keep (fixture, 1, 8, 1);
  store_fixture_reopen (fixture);
  assert_place (fixture, 1, 8, 1);
}

/* The beginning takes no room. */
static void
test_beginning (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_take (fixture, "one", NULL, store_fixture_article ("1", "A", 1), NULL);
  keep (fixture, 1, 7, 2500);
  keep (fixture, 1, 0, 0);
  assert_place (fixture, 1, 0, 0);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM places"), ==, 0);
}

/* It makes no mark: an article that goes is forgotten with it, and has none when it is gone. */
static void
test_gone (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_take (fixture, "one", NULL, store_fixture_article ("1", "A", 1), NULL);
  keep (fixture, 1, 7, 2500);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM statuses"), ==, 0);
  keep (fixture, 99, 7, 2500);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM places"), ==, 1);
}

/* What no version of ours wrote does no harm. */
static void
test_nonsense (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_take (fixture, "one", NULL, store_fixture_article ("1", "A", 1), NULL);
  keep (fixture, 1, G_MAXUINT, G_MAXUINT);
  assert_place (fixture, 1, G_MAXINT, NEWS_READING_PLACE_WHOLE);
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
  add ("/places/kept", test_kept);
  add ("/places/beginning", test_beginning);
  add ("/places/gone", test_gone);
  add ("/places/nonsense", test_nonsense);

  return g_test_run ();
}
