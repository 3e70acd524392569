/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-store-keeping.h"
#include "store-fixture.h"

#define NOW STORE_FIXTURE_NOW

/* Bookmarks of addresses, each with a time, apart by spaces: "https://a.example/=5". */
static NewsBookmarkList *
create (const char *told)
{
  g_auto (GStrv) entries = store_fixture_names (told);
  NewsBookmarkList *list = news_bookmark_list_new ();

  for (guint i = 0; entries[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (entries[i], "=", 2);
      NewsArticle *article = news_article_new ();

      article->url = g_strdup (parts[0]);
      article->title = g_strdup (parts[0]);
      news_bookmark_list_take (list, article, g_ascii_strtoll (parts[1], NULL, 10));
    }

  return list;
}

static GArray *
take (StoreFixture *fixture, NewsBookmarkList *list, gboolean ordered)
{
  g_autoptr (NewsSource) source = news_source_new ("imported", "Imported", "");
  g_autoptr (GError) error = NULL;
  GArray *marked = news_store_take_bookmarks (fixture->store, source, list->bookmarks, 0,
                                              list->bookmarks->len, ordered, &error);

  g_assert_no_error (error);

  return marked;
}

static void
assert_tally (StoreFixture *fixture, NewsBookmarkList *list, guint added, guint stored, guint known)
{
  NewsBookmarkTally tally;

  g_assert_true (news_store_compare_bookmarks (fixture->store, list->bookmarks, &tally, NULL));
  g_assert_cmpuint (tally.added, ==, added);
  g_assert_cmpuint (tally.stored, ==, stored);
  g_assert_cmpuint (tally.known, ==, known);
}

static void
assert_order (StoreFixture *fixture, const char *expected)
{
  g_autofree char *ids = store_fixture_bookmark_ids (fixture, 0);

  g_assert_cmpstr (ids, ==, expected);
}

static void
take_stored (StoreFixture *fixture)
{
  NewsArticle *one = store_fixture_article ("a", "a", 100);
  NewsArticle *two = store_fixture_article ("b", "b", 200);

  one->url = g_strdup ("https://one.example/a");
  two->url = g_strdup ("https://one.example/b");
  store_fixture_set_now (fixture, NOW);
  store_fixture_take (fixture, "one", NULL, one, two, NULL);
  store_fixture_set_bookmarked (fixture, 1, TRUE);
}

/* What is stored is bookmarked, what is a bookmark stays one, the rest comes; each address once,
 * however it is written. */
static void
test_take (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (NewsBookmarkList) list
    = create ("http://one.example/a/=5 https://one.example/b/=1000 "
              "https://two.example/c=2000 https://two.example/c#there=3000");
  g_autoptr (GArray) marked = NULL;
  g_autoptr (GArray) again = NULL;
  g_autoptr (NewsStory) story = NULL;

  take_stored (fixture);
  assert_tally (fixture, list, 1, 1, 1);

  marked = take (fixture, list, FALSE);
  g_assert_cmpuint (marked->len, ==, 2);
  assert_order (fixture, "a two.example/c b");
  assert_tally (fixture, list, 0, 0, 3);
  again = take (fixture, list, FALSE);
  g_assert_cmpuint (again->len, ==, 0);

  story
    = store_fixture_story (fixture, store_fixture_number (fixture, "imported", "two.example/c"));
  g_assert_cmpstr (story->source, ==, "imported");
  g_assert_cmpint (story->bookmarked_at, ==, 3000);
}

/* An order that was chosen stays, whatever the times; what has no time comes first. */
static void
test_order (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (NewsBookmarkList) ordered
    = create ("https://two.example/x=10 https://two.example/y=90 https://two.example/z=50");
  g_autoptr (NewsBookmarkList) timeless
    = create ("https://two.example/p=0 https://two.example/q=0");
  g_autoptr (GArray) marked = NULL;
  g_autoptr (GArray) more = NULL;

  take_stored (fixture);
  marked = take (fixture, ordered, TRUE);
  assert_order (fixture, "two.example/x two.example/y two.example/z a");
  more = take (fixture, timeless, FALSE);
  assert_order (fixture, "two.example/p two.example/q"
                         " two.example/x two.example/y two.example/z a");
}

/* An order by times, taken in where nothing is, is one by times. */
static void
test_times (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (NewsBookmarkList) list
    = create ("https://two.example/x=90 https://two.example/y=50 https://two.example/z=10");
  g_autoptr (GArray) marked = take (fixture, list, TRUE);
  g_autoptr (NewsScope) scope = news_scope_new_bookmarks ();
  g_autoptr (NewsSnapshot) snapshot = store_fixture_list (fixture, scope, 0, 0);

  g_assert_cmpuint (marked->len, ==, 3);
  g_assert_cmpint (g_array_index (snapshot->rows, NewsRow, 0).time, ==, 90);
  g_assert_cmpint (g_array_index (snapshot->rows, NewsRow, 2).time, ==, 10);
}

/* All of it is turned back, and nothing else. */
static void
test_back (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (NewsBookmarkList) list
    = create ("https://one.example/a=5 https://one.example/b=6 https://two.example/c=7");
  g_autoptr (GArray) marked = NULL;
  StoreFixtureWait wait = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) unmarked = NULL;

  take_stored (fixture);
  marked = take (fixture, list, TRUE);
  news_store_unmark_bookmarks_async (fixture->store, marked, NULL, store_fixture_answer_cb, &wait);
  result = store_fixture_wait (&wait);
  unmarked = news_store_unmark_bookmarks_finish (fixture->store, result, NULL);
  g_assert_cmpuint (unmarked->len, ==, 2);
  assert_order (fixture, "a");

  /* The one that came goes as any other does. */
  store_fixture_set_now (fixture, NOW + 100000);
  store_fixture_take (fixture, "one", NULL, store_fixture_article ("a", "a", 100), NULL);
  news_store_drop_older (fixture->store, NOW + 50000, 0, NULL);
  g_assert_cmpint (store_fixture_find (fixture, "https://two.example/c"), ==, 0);
  assert_order (fixture, "a");
}

static void
test_list (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) articles = NULL;

  take_stored (fixture);
  store_fixture_set_bookmarked (fixture, 2, TRUE);
  articles = news_store_list_bookmarks (fixture->store, NULL);
  g_assert_cmpuint (articles->len, ==, 2);
  g_assert_cmpint (g_array_index (articles, gint64, 0), ==, 2);
}

static void
add (const char *path, void (*test) (StoreFixture *fixture, gconstpointer data))
{
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, test, store_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/store-import/take", test_take);
  add ("/store-import/order", test_order);
  add ("/store-import/times", test_times);
  add ("/store-import/back", test_back);
  add ("/store-import/list", test_list);

  return g_test_run ();
}
