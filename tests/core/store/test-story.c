/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "store-fixture.h"

static NewsArticle *
create (const char *id, gint64 published, const char *url)
{
  NewsArticle *article = store_fixture_article (id, id, published);

  article->url = g_strdup (url);

  return article;
}

static void
test_not_found (StoreFixture *fixture, gconstpointer data)
{
  StoreFixtureWait wait = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  news_store_story_async (fixture->store, 5, NULL, store_fixture_answer_cb, &wait);
  result = store_fixture_wait (&wait);
  g_assert_null (news_store_story_finish (fixture->store, result, &error));
  g_assert_error (error, NEWS_STORE_ERROR, NEWS_STORE_ERROR_NOT_FOUND);
}

static void
test_outlet (StoreFixture *fixture, gconstpointer data)
{
  NewsArticle *told = create ("2", 1, NULL);
  g_autoptr (NewsStory) first = NULL;
  g_autoptr (NewsStory) second = NULL;

  told->outlet = g_strdup ("Business Insider");
  store_fixture_take (fixture, "one", NULL, create ("1", 1, NULL), told, NULL);
  first = store_fixture_story (fixture, 1);
  second = store_fixture_story (fixture, 2);
  g_assert_cmpstr (first->article->outlet, ==, "one");
  g_assert_cmpstr (second->article->outlet, ==, "Business Insider");
  g_assert_null (first->article->topics);
  g_assert_null (first->article->sections);
  g_assert_null (first->article->related);
  g_assert_null (first->article->page);
}

static NewsArticle *
create_summary (const char *id, const char *standfirst, gboolean whole)
{
  NewsArticle *article = create (id, 1, NULL);

  article->standfirst = g_strdup (standfirst);
  article->summary_only = !whole;
  if (whole)
    article->text = g_strdup ("The whole text.");

  return article;
}

static void
assert_summary (StoreFixture *fixture, gboolean expected)
{
  g_autoptr (NewsStory) story = store_fixture_story (fixture, 1);

  g_assert_cmpint (story->article->summary_only, ==, expected);
}

static void
test_walls (StoreFixture *fixture, gconstpointer data)
{
  NewsArticle *teaser = create ("1", 1, NULL);
  NewsArticle *question = create ("2", 1, NULL);
  g_autoptr (NewsStory) one = NULL;
  g_autoptr (NewsStory) two = NULL;
  g_autoptr (NewsStory) again = NULL;
  g_autoptr (NewsHeadline) first = NULL;
  g_autoptr (NewsHeadline) second = NULL;

  teaser->protected = TRUE;
  teaser->text = g_strdup ("A teaser.");
  question->consent = TRUE;
  store_fixture_take (fixture, "one", NULL, teaser, question, NULL);
  one = store_fixture_story (fixture, 1);
  two = store_fixture_story (fixture, 2);
  g_assert_true (one->article->protected);
  g_assert_false (one->article->consent);
  g_assert_false (two->article->protected);
  g_assert_true (two->article->consent);

  /* Lists say it too. */
  first = store_fixture_headline (fixture, 1);
  second = store_fixture_headline (fixture, 2);
  g_assert_true (first->protected);
  g_assert_false (first->consent);
  g_assert_false (second->protected);
  g_assert_true (second->consent);

  /* A list without bodies knows nothing of walls, and the teaser stays one. */
  store_fixture_take (fixture, "one", NULL, create ("1", 2, NULL), NULL);
  again = store_fixture_story (fixture, 1);
  g_assert_cmpstr (again->article->text, ==, "A teaser.");
  g_assert_true (again->article->protected);
}

/* An article that is known stays so where only a question for consent is to be had today. */
static void
test_consent_after_text (StoreFixture *fixture, gconstpointer data)
{
  NewsArticle *whole = create ("1", 1, NULL);
  NewsArticle *question = create ("1", 1, NULL);
  g_autoptr (NewsStory) story = NULL;

  whole->text = g_strdup ("The whole text.");
  question->consent = TRUE;
  store_fixture_take (fixture, "one", NULL, whole, NULL);
  store_fixture_take (fixture, "one", NULL, question, NULL);
  story = store_fixture_story (fixture, 1);
  g_assert_cmpstr (story->article->text, ==, "The whole text.");
  g_assert_false (story->article->consent);
}

/* That there is no more is kept with the article and with each of its versions, until there is
 * more; then a list without bodies does not take it back. */
static void
test_summary (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_take (fixture, "one", NULL, create_summary ("1", "First", FALSE), NULL);
  assert_summary (fixture, TRUE);
  store_fixture_take (fixture, "one", NULL, create_summary ("1", "Second", FALSE), NULL);
  assert_summary (fixture, TRUE);
  store_fixture_reopen (fixture);
  assert_summary (fixture, TRUE);

  store_fixture_take (fixture, "one", NULL, create_summary ("1", "Third", TRUE), NULL);
  assert_summary (fixture, FALSE);
  store_fixture_take (fixture, "one", NULL, create_summary ("1", "Fourth", FALSE), NULL);
  assert_summary (fixture, FALSE);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT sum (summary_only * 10 + 1) FROM revisions"),
                   ==, 23);
}

/* The source begins to say so of an article that is stored. */
static void
test_summary_later (StoreFixture *fixture, gconstpointer data)
{
  NewsArticle *article = create_summary ("1", "First", FALSE);

  article->summary_only = FALSE;
  store_fixture_take (fixture, "one", NULL, article, NULL);
  assert_summary (fixture, FALSE);
  store_fixture_take (fixture, "one", NULL, create_summary ("1", "First", FALSE), NULL);
  assert_summary (fixture, TRUE);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM revisions"), ==, 0);
}

static void
test_find (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_take (fixture, "one", NULL, create ("1", 1, "https://a.example/x/y"),
                      create ("2", 1, "http://A.example/z/?utm_source=feed"), create ("3", 1, NULL),
                      create ("4", 1, "mailto:jo@a.example"), NULL);

  g_assert_cmpint (store_fixture_find (fixture, "http://a.example/x/y/?fbclid=1#top"), ==, 1);
  g_assert_cmpint (store_fixture_find (fixture, "https://a.example/z"), ==, 2);
  g_assert_cmpint (store_fixture_find (fixture, "https://a.example/x"), ==, 0);
  g_assert_cmpint (store_fixture_find (fixture, "mailto:jo@a.example"), ==, 0);
  g_assert_cmpint (store_fixture_find (fixture, ""), ==, 0);
  g_assert_cmpint (store_fixture_find (fixture, "https://"), ==, 0);

  /* The newest of several; and an address that changed. */
  store_fixture_take (fixture, "two", NULL, create ("5", 9, "https://a.example/x/y"), NULL);
  g_assert_cmpint (store_fixture_find (fixture, "https://a.example/x/y"), ==, 5);
  store_fixture_take (fixture, "two", NULL, create ("5", 9, "https://a.example/moved"), NULL);
  g_assert_cmpint (store_fixture_find (fixture, "https://a.example/x/y"), ==, 1);
  g_assert_cmpint (store_fixture_find (fixture, "https://a.example/moved"), ==, 5);
}

/* Two addresses of one hash are two addresses. */
static void
test_find_same_hash (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_take (fixture, "one", NULL, create ("1", 1, "https://a.example/x"),
                      create ("2", 2, "https://a.example/y"), NULL);
  store_fixture_ask (fixture, "UPDATE articles SET address = (SELECT address FROM articles"
                              " WHERE id = 1)");

  g_assert_cmpint (store_fixture_find (fixture, "https://a.example/x"), ==, 1);
  g_assert_cmpint (store_fixture_find (fixture, "https://a.example/z"), ==, 0);
}

static NewsArticle *
create_next (const char *id, gint64 published, const char *topics, const char *sections)
{
  NewsArticle *article = store_fixture_article (id, id, published);

  article->topics = store_fixture_names (topics);
  article->sections = store_fixture_names (sections);

  return article;
}

static void
assert_more (StoreFixture *fixture, const char *id, guint length, const char *expected)
{
  g_autofree char *titles
    = store_fixture_more (fixture, store_fixture_number (fixture, "one", id), length);

  g_assert_cmpstr (titles, ==, expected);
}

static void
read_one (StoreFixture *fixture, const char *id)
{
  store_fixture_set_read (fixture, store_fixture_number (fixture, "one", id), TRUE);
}

/* Related, then of the same topics, then visited, then of the same sections; unread first. */
static void
test_more (StoreFixture *fixture, gconstpointer data)
{
  NewsArticle *me = create_next ("me", 100, "t u", "5");
  NewsArticle *visited = create_next ("v1", 1, NULL, "5");
  NewsArticle *most_visited = create_next ("v2", 2, NULL, "5");

  me->related = store_fixture_names ("r2 none r1 me");
  visited->visits = 7;
  most_visited->visits = 70;
  store_fixture_take (fixture, "one", NULL, me, visited, most_visited,
                      create_next ("r1", 1, NULL, "9"), create_next ("r2", 2, NULL, "9"),
                      create_next ("t1", 1, "u", "9"), create_next ("t2", 2, "T u", "9"),
                      create_next ("s1", 1, NULL, "5"), create_next ("s2", 2, NULL, "5"),
                      create_next ("x1", 3, NULL, "9"), NULL);

  /* The same id of another source is not related. */
  store_fixture_take (fixture, "two", NULL, create_next ("r1", 50, NULL, "5"), NULL);

  assert_more (fixture, "me", 20, "r2 r1 t2 t1 v2 v1 s2 s1");
  assert_more (fixture, "me", 3, "r2 r1 t2");
  assert_more (fixture, "me", 0, "");

  read_one (fixture, "r2");
  read_one (fixture, "t2");
  read_one (fixture, "v2");
  read_one (fixture, "s2");
  assert_more (fixture, "me", 20, "r1 r2 t1 t2 v1 v2 s1 s2");
}

/* Where the source tells no sections, all it has is one. */
static void
test_more_without_sections (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_take (fixture, "one", NULL, create_next ("me", 5, NULL, NULL),
                      create_next ("a", 1, NULL, NULL), create_next ("b", 9, NULL, "7"), NULL);
  assert_more (fixture, "me", 20, "b a");
  assert_more (fixture, "b", 20, "");
}

/* Only so far down. */
static void
test_more_bounded (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *titles = NULL;
  g_auto (GStrv) words = NULL;

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      store_fixture_take (fixture, "one", NULL, create_next (id, 100 + i, "t", NULL), NULL);
    }

  titles = store_fixture_more (fixture, store_fixture_number (fixture, "one", "299"), 1000);
  words = g_strsplit (titles, " ", -1);
  g_assert_cmpuint (g_strv_length (words), ==, 200);
  g_assert_cmpstr (words[0], ==, "298");
  g_assert_cmpstr (words[199], ==, "99");
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
  add ("/story/not-found", test_not_found);
  add ("/story/outlet", test_outlet);
  add ("/story/summary", test_summary);
  add ("/story/summary-later", test_summary_later);
  add ("/story/walls", test_walls);
  add ("/story/consent-after-text", test_consent_after_text);
  add ("/story/find", test_find);
  add ("/story/find-same-hash", test_find_same_hash);
  add ("/story/more", test_more);
  add ("/story/more-without-sections", test_more_without_sections);
  add ("/story/more-bounded", test_more_bounded);

  return g_test_run ();
}
