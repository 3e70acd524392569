/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-store-keeping.h"
#include "store-fixture.h"

#define NOW STORE_FIXTURE_NOW
#define DAY 86400
#define REQUEST "https://a.example/posts"

static NewsArticle *
create (const char *id, const char *text)
{
  NewsArticle *article = store_fixture_article (id, id, 100);

  article->standfirst = g_strdup ("A summary");
  article->url = g_strconcat ("https://a.example/", id, NULL);
  article->text = g_strdup (text);
  article->lead = news_picture_new ();
  news_picture_add_file (article->lead, "https://a.example/p.jpg", 800, 600);

  return article;
}

static void
lapse (StoreFixture *fixture, gint64 before, int expected)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (news_store_lapse_older (fixture->store, "one", before, &error), ==, expected);
  g_assert_no_error (error);
}

static void
assert_text (StoreFixture *fixture, const char *source, const char *id, const char *text)
{
  g_autoptr (NewsStory) story
    = store_fixture_story (fixture, store_fixture_number (fixture, source, id));
  g_autofree char *url = g_strconcat ("https://a.example/", id, NULL);

  g_assert_cmpstr (story->article->text, ==, text);
  g_assert_cmpint (story->article->lapsed, ==, text == NULL);
  g_assert_cmpint (story->article->lead != NULL, ==, text != NULL);
  g_assert_cmpstr (story->article->title, ==, id);
  g_assert_cmpstr (story->article->standfirst, ==, "A summary");
  g_assert_cmpstr (story->article->url, ==, url);
}

/* The text goes, of bookmarks too and of earlier versions; the rest stays, also of other sources.
 */
static void
test_old (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_set_now (fixture, NOW - 2 * DAY);
  store_fixture_take (fixture, "one", NULL, create ("a", "First"), NULL);
  store_fixture_take (fixture, "one", NULL, create ("a", "Second"), create ("b", "Text"), NULL);
  store_fixture_take (fixture, "two", NULL, create ("c", "Text"), NULL);
  store_fixture_set_bookmarked (fixture, 1, TRUE);
  lapse (fixture, NOW - 3 * DAY, 0);
  lapse (fixture, NOW - DAY, 2);

  assert_text (fixture, "one", "a", NULL);
  assert_text (fixture, "one", "b", NULL);
  assert_text (fixture, "two", "c", "Text");
  g_assert_cmpint (
    store_fixture_ask (fixture, "SELECT count (*) FROM revisions WHERE pack IS NOT NULL"), ==, 0);
  lapse (fixture, NOW, 0);
}

/* What the source tells again may be kept again, and is no other version of it. */
static void
test_told_again (StoreFixture *fixture, gconstpointer data)
{
  NewsTaken taken;

  store_fixture_set_now (fixture, NOW - 2 * DAY);
  store_fixture_take (fixture, "one", NULL, create ("a", "Text"), create ("b", "Text"), NULL);
  store_fixture_set_now (fixture, NOW - DAY);
  store_fixture_take (fixture, "one", NULL, create ("b", "Text"), NULL);
  lapse (fixture, NOW - DAY, 1);
  assert_text (fixture, "one", "b", "Text");

  taken = store_fixture_take (fixture, "one", NULL, create ("a", "Text"), NULL);
  g_assert_cmpuint (taken.changed, ==, 0);
  assert_text (fixture, "one", "a", "Text");
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM revisions"), ==, 0);

  /* A list without bodies does not bring it back, nor the words away. */
  store_fixture_set_now (fixture, NOW);
  lapse (fixture, NOW, 2);
  store_fixture_take (fixture, "one", NULL, store_fixture_article ("a", "a", 100), NULL);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT lapsed FROM bodies WHERE article = 1"), ==,
                   1);
}

static void
take_with (StoreFixture *fixture, NewsValidators *validators)
{
  g_autoptr (NewsSource) source = news_source_new ("one", "One", "test");
  g_autoptr (GPtrArray) articles
    = g_ptr_array_new_with_free_func ((GDestroyNotify) news_article_unref);
  NewsBatch batch
    = { .source = source, .articles = articles, .request = REQUEST, .validators = validators };

  g_ptr_array_add (articles, create ("a", "Text"));
  g_assert_true (news_store_take_in (fixture->store, &batch, NULL, NULL));
}

/* An answer without news tells again what the last one told. Once the text has gone, what would
 * keep the source from telling it goes too. */
static void
test_unchanged (StoreFixture *fixture, gconstpointer data)
{
  NewsValidators validators = { .etag = (char *) "\"e\"", .answered = NOW - 3 * DAY };
  g_autoptr (NewsValidators) kept = NULL;
  g_autoptr (NewsValidators) gone = NULL;

  store_fixture_set_now (fixture, NOW - 3 * DAY);
  take_with (fixture, &validators);
  store_fixture_set_now (fixture, NOW - DAY);
  g_assert_true (news_store_set_validators (fixture->store, REQUEST, &validators, NULL));
  lapse (fixture, NOW - DAY, 0);
  kept = news_store_get_validators (fixture->store, REQUEST, NULL);
  g_assert_nonnull (kept);

  lapse (fixture, NOW, 1);
  assert_text (fixture, "one", "a", NULL);
  gone = news_store_get_validators (fixture->store, REQUEST, NULL);
  g_assert_null (gone);
}

/* More than are looked at in one transaction. */
static void
test_many (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_set_now (fixture, NOW - DAY);
  for (guint i = 0; i < 450; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      store_fixture_take (fixture, "one", NULL, create (id, "Text"), NULL);
    }
  lapse (fixture, NOW, 450);
  g_assert_cmpint (
    store_fixture_ask (fixture, "SELECT count (*) FROM bodies WHERE pack IS NOT NULL"), ==, 0);
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
  add ("/lapsing/old", test_old);
  add ("/lapsing/told-again", test_told_again);
  add ("/lapsing/unchanged", test_unchanged);
  add ("/lapsing/many", test_many);

  return g_test_run ();
}
