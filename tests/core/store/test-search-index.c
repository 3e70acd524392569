/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-search-suggestions.h"
#include "news-search.h"
#include "news-store-keeping.h"
#include "store-fixture.h"

#define NOW STORE_FIXTURE_NOW
#define DAY (24 * 60 * 60)

static NewsArticle *
create (const char *id, const char *title, const char *text)
{
  NewsArticle *article = store_fixture_article (id, title, NOW - DAY);

  g_set_str (&article->text, text);

  return article;
}

static void
assert_found (StoreFixture *fixture, const char *query, const char *expected)
{
  g_autoptr (NewsScope) scope = news_scope_new_search (query, NULL, NULL);
  g_autofree char *found = store_fixture_list_ids (fixture, scope, 0);

  g_assert_cmpstr (found, ==, expected);
}

/* Every stored article is in the index, and in as many places as it should be. */
static void
assert_whole (StoreFixture *fixture)
{
  gint64 articles = store_fixture_ask (fixture, "SELECT count (*) FROM articles");
  gint64 pending = store_fixture_ask (fixture, "SELECT count (*) FROM pending");

  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM indexed"), ==, articles);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM indexed WHERE segment = 0"),
                   ==, pending);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT coalesce (sum (live), 0) FROM segments"), ==,
                   articles - pending);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM postings"), ==,
                   1024 * store_fixture_ask (fixture, "SELECT count (*) FROM segments"));
}

static void
test_changes (StoreFixture *fixture, gconstpointer data)
{
  NewsArticle *visited;

  store_fixture_set_now (fixture, NOW);
  store_fixture_take (fixture, "one", NULL, create ("a", "First", "alpha"), NULL);
  store_fixture_take (fixture, "one", NULL, create ("a", "Second", "beta"), NULL);
  assert_found (fixture, "first ", "");
  assert_found (fixture, "alpha ", "");
  assert_found (fixture, "second beta ", "a");

  /* A list that has no texts leaves those that are stored, in the index too. */
  store_fixture_take (fixture, "one", NULL, create ("a", "Third", NULL), NULL);
  assert_found (fixture, "third beta ", "a");

  /* What does not change what is found writes nothing. */
  visited = create ("a", "Third", "beta");
  visited->visits = 5;
  store_fixture_take (fixture, "one", NULL, visited, NULL);
  assert_found (fixture, "third beta ", "a");
  assert_whole (fixture);
}

static void
test_dates (StoreFixture *fixture, gconstpointer data)
{
  NewsArticle *moved = create ("a", "First", "alpha");

  store_fixture_set_now (fixture, NOW);
  store_fixture_take (fixture, "one", NULL, create ("a", "First", "alpha"), NULL);
  assert_found (fixture, "after:2026-02-20 ", "a");
  moved->published = NOW - 400 * DAY;
  store_fixture_take (fixture, "one", NULL, moved, NULL);
  assert_found (fixture, "after:2026-02-20 ", "");
  assert_found (fixture, "before:2025-02 ", "a");
  assert_whole (fixture);
}

static void
test_topics (StoreFixture *fixture, gconstpointer data)
{
  NewsArticle *one = create ("a", "First", "alpha");
  NewsArticle *other = create ("a", "First", "alpha");

  one->topics = store_fixture_names ("Trade");
  other->topics = store_fixture_names ("War");
  store_fixture_take (fixture, "one", NULL, one, NULL);
  assert_found (fixture, "trade ", "a");
  store_fixture_take (fixture, "one", NULL, other, NULL);
  assert_found (fixture, "trade ", "");
  assert_found (fixture, "topic:war ", "a");

  /* What a list does not tell stays. */
  store_fixture_take (fixture, "one", NULL, create ("a", "Second", "alpha"), NULL);
  assert_found (fixture, "topic:war second ", "a");
}

static void
test_lapse (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  NewsArticle *article = create ("a", "First", "alpha");

  article->lead = news_picture_new ();
  news_picture_add_file (article->lead, "https://a.example/p.jpg", 800, 600);
  store_fixture_set_now (fixture, NOW - 2 * DAY);
  store_fixture_take (fixture, "one", NULL, article, NULL);
  assert_found (fixture, "alpha has:picture ", "a");

  store_fixture_set_now (fixture, NOW);
  g_assert_cmpint (news_store_lapse_older (fixture->store, "one", NOW - DAY, &error), ==, 1);
  g_assert_no_error (error);
  assert_found (fixture, "alpha ", "");
  assert_found (fixture, "has:picture ", "");
  assert_found (fixture, "first ", "a");
  assert_whole (fixture);
}

static void
test_drop (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_set_now (fixture, NOW - 2 * DAY);
  store_fixture_take (fixture, "one", NULL, create ("a", "First", "alpha"), NULL);
  store_fixture_set_now (fixture, NOW);
  store_fixture_take (fixture, "one", NULL, create ("b", "Second", "alpha"), NULL);
  store_fixture_ask (fixture, "UPDATE queries SET told = told + 100000");
  g_assert_cmpint (news_store_drop_older (fixture->store, NOW - DAY, 0, &error), ==, 1);
  g_assert_no_error (error);
  assert_found (fixture, "alpha ", "b");
  assert_whole (fixture);
}

/* As an earlier version left the store: without an index. */
static void
forget_index (StoreFixture *fixture)
{
  store_fixture_ask (fixture, "DELETE FROM pending");
  store_fixture_ask (fixture, "DELETE FROM indexed");
  store_fixture_ask (fixture, "INSERT INTO unindexed SELECT id FROM articles");
}

static void
test_more (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  int left = 0;
  int before = G_MAXINT;
  guint chunks = 0;

  for (guint i = 0; i < 120; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      store_fixture_take (fixture, "one", NULL, create (id, "Title", "alpha"), NULL);
    }
  forget_index (fixture);
  assert_found (fixture, "alpha ", "");

  /* A new one is found at once, and one that is told again need not wait. */
  store_fixture_take (fixture, "one", NULL, create ("new", "Title", "beta"), NULL);
  store_fixture_take (fixture, "one", NULL, create ("5", "Title", "beta"), NULL);
  assert_found (fixture, "beta ", "new 5");
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM unindexed"), ==, 119);

  do
    {
      left = news_store_index_more (fixture->store, &error);
      g_assert_no_error (error);
      g_assert_cmpint (left, <, before);
      before = left;
      chunks++;

      /* The newest come first. */
      if (chunks == 1)
        assert_found (fixture, "alpha 119 ", "");
    }
  while (left > 0);

  g_assert_cmpuint (chunks, >, 1);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM unindexed"), ==, 0);
  assert_whole (fixture);
  g_assert_cmpint (news_store_index_more (fixture->store, &error), ==, 0);
}

/* Takes in so many, each with a word of its own, in one batch. */
static void
take_many (StoreFixture *fixture, guint from, guint to)
{
  g_autoptr (NewsSource) source = news_source_new ("one", "One", "test");
  g_autoptr (GPtrArray) articles
    = g_ptr_array_new_with_free_func ((GDestroyNotify) news_article_unref);
  NewsBatch batch = { .source = source, .articles = articles };
  g_autoptr (GError) error = NULL;

  for (guint i = from; i < to; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      g_autofree char *text = g_strdup_printf ("alpha number%u", i);

      g_ptr_array_add (articles, create (id, "Title", text));
    }

  news_store_take_in (fixture->store, &batch, NULL, &error);
  g_assert_no_error (error);
}

static gint64
count_segments (StoreFixture *fixture)
{
  return store_fixture_ask (fixture, "SELECT count (*) FROM segments");
}

static void
test_segments (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_set_now (fixture, NOW);
  take_many (fixture, 0, 511);
  g_assert_cmpint (count_segments (fixture), ==, 0);
  take_many (fixture, 511, 1100);
  g_assert_cmpint (count_segments (fixture), ==, 2);
  assert_whole (fixture);

  assert_found (fixture, "number0 ", "0");
  assert_found (fixture, "number511 ", "511");
  assert_found (fixture, "number512 ", "512");
  assert_found (fixture, "number1023 ", "1023");
  assert_found (fixture, "number1099 ", "1099");
  assert_found (fixture, "number9999", "");
  assert_found (fixture, "alpha number7 ", "7");

  /* What a segment said of an article is no longer so. */
  store_fixture_take (fixture, "one", NULL, create ("7", "Title", "beta"), NULL);
  assert_found (fixture, "number7 ", "");
  assert_found (fixture, "beta ", "7");
  assert_whole (fixture);
}

/* A segment that hardly tells of any article is given up, and the rest is still found. */
static void
test_given_up (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_set_now (fixture, NOW - 2 * DAY);
  take_many (fixture, 0, 520);
  g_assert_cmpint (count_segments (fixture), ==, 1);
  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      store_fixture_set_bookmarked (fixture, store_fixture_number (fixture, "one", id), TRUE);
    }

  store_fixture_set_now (fixture, NOW);
  store_fixture_ask (fixture, "UPDATE queries SET told = told + 100000");
  g_assert_cmpint (news_store_drop_older (fixture->store, NOW - DAY, 0, &error), ==, 510);
  g_assert_no_error (error);
  g_assert_cmpint (count_segments (fixture), ==, 0);
  assert_whole (fixture);
  assert_found (fixture, "number3 ", "3");
  assert_found (fixture, "number30 ", "");
}

/* Whatever is asked, no statement goes through a whole table. */
static void
test_scans (StoreFixture *fixture, gconstpointer data)
{
  static const char *const queries[] = { "alpha ",
                                         "al",
                                         "\"alpha number3\" -beta",
                                         "source:one section:none topic:x author:y",
                                         "is:unread after:2020",
                                         "is:bookmarked title",
                                         "银行 has:picture" };
  g_autoptr (NewsDatabase) database = NULL;
  g_auto (GStrv) scans = NULL;
  g_autoptr (GError) error = NULL;

  take_many (fixture, 0, 600);
  database = news_database_open (fixture->path, NEWS_DATABASE_READER, &error);
  g_assert_no_error (error);
  news_database_begin (database, NEWS_TRANSACTION_READ);
  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (NewsScope) scope = news_scope_new_search (queries[i], NULL, NULL);
      g_autoptr (NewsSnapshot) snapshot = news_snapshot_new ();
      g_autoptr (GPtrArray) sections = g_ptr_array_new ();
      g_autoptr (GPtrArray) suggestions = NULL;

      news_search_read (database, scope, 0, -1, snapshot);
      news_search_count_unread (database, scope, 100);
      suggestions = news_search_suggestions_read (database, queries[i], 2, 8, sections);
    }
  g_assert_true (news_database_end (database, &error));

  scans = news_database_list_scans (database);
  g_assert_cmpstr (scans[0], ==, NULL);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (StoreFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/search-index/changes", test_changes },   { "/search-index/dates", test_dates },
    { "/search-index/topics", test_topics },     { "/search-index/lapse", test_lapse },
    { "/search-index/drop", test_drop },         { "/search-index/more", test_more },
    { "/search-index/segments", test_segments }, { "/search-index/given-up", test_given_up },
    { "/search-index/scans", test_scans },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, StoreFixture, NULL, store_fixture_set_up, tests[i].test,
                store_fixture_tear_down);

  return g_test_run ();
}
