/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* What the store tells of its index of the search; test-search-index.c has how that is filled. */

#include "store-fixture.h"

#define ARTICLES 60

static void
fill (StoreFixture *fixture)
{
  g_autoptr (NewsSource) source = news_source_new ("one", "One", "test");
  g_autoptr (GPtrArray) articles
    = g_ptr_array_new_with_free_func ((GDestroyNotify) news_article_unref);
  NewsBatch batch = { .source = source, .articles = articles };
  g_autoptr (GError) error = NULL;

  store_fixture_set_now (fixture, STORE_FIXTURE_NOW);
  for (guint i = 0; i < ARTICLES; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      g_ptr_array_add (articles, store_fixture_article (id, id, STORE_FIXTURE_NOW - i));
    }
  news_store_take_in (fixture->store, &batch, NULL, &error);
  g_assert_no_error (error);
}

static int
count (StoreFixture *fixture)
{
  StoreFixtureWait wait = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  int left;

  news_store_count_unindexed_async (fixture->store, NULL, store_fixture_answer_cb, &wait);
  result = store_fixture_wait (&wait);
  left = news_store_count_unindexed_finish (fixture->store, result, &error);
  g_assert_no_error (error);

  return left;
}

static int
index_more (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  int left = news_store_index_more (fixture->store, &error);

  g_assert_no_error (error);

  return left;
}

static void
changed_cb (guint *changes)
{
  (*changes)++;
}

/* The lists, of which one may be of a search, are told to have changed when the last one is there,
 * and only then. */
static void
test_unindexed (StoreFixture *fixture, gconstpointer data)
{
  guint changes = 0;

  g_signal_connect_swapped (fixture->store, "lists-changed", G_CALLBACK (changed_cb), &changes);
  fill (fixture);
  while (changes == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (count (fixture), ==, 0);
  g_assert_cmpint (index_more (fixture), ==, 0);

  store_fixture_ask (fixture, "INSERT INTO unindexed SELECT id FROM articles");
  g_assert_cmpint (count (fixture), ==, ARTICLES);
  g_assert_cmpint (index_more (fixture), ==, 10);
  g_assert_cmpint (count (fixture), ==, 10);
  g_assert_cmpuint (changes, ==, 1);

  g_assert_cmpint (index_more (fixture), ==, 0);
  g_assert_cmpint (count (fixture), ==, 0);
  while (changes == 1)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_closed (StoreFixture *fixture, gconstpointer data)
{
  StoreFixtureWait wait = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  news_store_close (fixture->store);
  news_store_count_unindexed_async (fixture->store, NULL, store_fixture_answer_cb, &wait);
  result = store_fixture_wait (&wait);
  g_assert_cmpint (news_store_count_unindexed_finish (fixture->store, result, &error), ==, -1);
  g_assert_error (error, NEWS_STORE_ERROR, NEWS_STORE_ERROR_CLOSED);
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
  add ("/store-search/unindexed", test_unindexed);
  add ("/store-search/closed", test_closed);

  return g_test_run ();
}
