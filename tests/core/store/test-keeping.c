/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-store-keeping.h"
#include "store-fixture.h"

#define NOW STORE_FIXTURE_NOW
#define DAY 86400
#define REQUEST "https://a.example/posts?page=1"

static NewsArticle *
create (const char *id, const char *sections)
{
  NewsArticle *article = store_fixture_article (id, id, 100);

  article->sections = store_fixture_names (sections);
  article->topics = store_fixture_names ("t");
  article->related = store_fixture_names ("x");
  article->text = g_strdup (id);

  return article;
}

/* Takes one article in, with @validators. */
static void
take_with (StoreFixture *fixture, const char *section, NewsValidators *validators)
{
  g_autoptr (NewsSource) source = news_source_new ("one", "One", "test");
  g_autoptr (GPtrArray) articles
    = g_ptr_array_new_with_free_func ((GDestroyNotify) news_article_unref);
  NewsBatch batch = { .source = source,
                      .section = section,
                      .articles = articles,
                      .request = REQUEST,
                      .validators = validators };

  g_ptr_array_add (articles, create ("1", NULL));
  g_assert_true (news_store_take_in (fixture->store, &batch, NULL, NULL));
}

static void
assert_validators (StoreFixture *fixture,
                   const char *etag,
                   const char *last_modified,
                   gint64 answered,
                   guint64 hash)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsValidators) validators
    = news_store_get_validators (fixture->store, REQUEST, &error);

  g_assert_no_error (error);
  g_assert_nonnull (validators);
  g_assert_cmpstr (validators->etag, ==, etag);
  g_assert_cmpstr (validators->last_modified, ==, last_modified);
  g_assert_cmpint (validators->answered, ==, answered);
  g_assert_cmpuint (validators->hash, ==, hash);
}

static void
assert_extent (StoreFixture *fixture, const char *section, guint articles, gint64 answered)
{
  guint stored = 12345;
  gint64 last = 12345;

  g_assert_true (news_store_get_extent (fixture->store, "one", section, &stored, &last, NULL));
  g_assert_cmpuint (stored, ==, articles);
  g_assert_cmpint (last, ==, answered);
}

static void
test_validators (StoreFixture *fixture, gconstpointer data)
{
  NewsValidators first = { (char *) "\"e1\"", (char *) "Sun, 22 Feb 2026", NOW - 5, G_MAXUINT64 };
  NewsValidators second = { NULL, NULL, NOW + 50, 7 };
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsValidators) none = news_store_get_validators (fixture->store, REQUEST, &error);

  g_assert_null (none);
  g_assert_no_error (error);

  store_fixture_set_now (fixture, NOW);
  take_with (fixture, "5", &first);
  assert_validators (fixture, "\"e1\"", "Sun, 22 Feb 2026", NOW - 5, G_MAXUINT64);
  store_fixture_reopen (fixture);
  store_fixture_set_now (fixture, NOW);
  assert_validators (fixture, "\"e1\"", "Sun, 22 Feb 2026", NOW - 5, G_MAXUINT64);

  g_assert_true (news_store_set_validators (fixture->store, REQUEST, &second, &error));
  assert_validators (fixture, NULL, NULL, NOW + 50, 7);

  /* An answer without validators takes away those that no longer hold. */
  take_with (fixture, "5", &first);
  take_with (fixture, "5", NULL);
  assert_validators (fixture, NULL, NULL, NOW, 0);
}

static void
test_extent (StoreFixture *fixture, gconstpointer data)
{
  NewsValidators same = { NULL, NULL, NOW, 0 };

  assert_extent (fixture, NULL, 0, 0);
  store_fixture_set_now (fixture, NOW);
  store_fixture_take (fixture, "one", "5", create ("1", "5 7"), create ("2", "5"), NULL);
  assert_extent (fixture, "5", 2, NOW);
  assert_extent (fixture, "7", 1, 0);
  assert_extent (fixture, NULL, 2, 0);
  assert_extent (fixture, "9", 0, 0);

  /* An answer without news is an answer too. */
  take_with (fixture, "5", NULL);
  assert_extent (fixture, "5", 2, NOW);
  store_fixture_set_now (fixture, NOW + 500);
  g_assert_true (news_store_set_validators (fixture->store, REQUEST, &same, NULL));
  assert_extent (fixture, "5", 2, NOW + 500);
  g_assert_true (news_store_get_extent (fixture->store, "one", NULL, NULL, NULL, NULL));
}

static void
assert_stored (StoreFixture *fixture, const char *expected)
{
  g_autofree char *ids = store_fixture_section_ids (fixture, "one/ two/");

  g_assert_cmpstr (ids, ==, expected);
}

static void
drop (StoreFixture *fixture, gint64 before, int dropped)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (news_store_drop_older (fixture->store, before, 0, &error), ==, dropped);
  g_assert_no_error (error);
}

/* What is told in the newest answer stays, however long ago that was; so do bookmarks. */
static void
test_drop (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_set_now (fixture, NOW - 9 * DAY);
  store_fixture_take (fixture, "one", NULL, create ("a", NULL), create ("b", NULL),
                      create ("c", NULL), create ("d", NULL), NULL);
  store_fixture_take (fixture, "two", NULL, create ("e", NULL), NULL);
  drop (fixture, NOW, 0);

  store_fixture_set_bookmarked (fixture, store_fixture_number (fixture, "one", "b"), TRUE);
  store_fixture_set_now (fixture, NOW - 5 * DAY);
  store_fixture_take (fixture, "one", NULL, create ("d", NULL), create ("f", NULL), NULL);
  drop (fixture, NOW - 9 * DAY, 0);
  drop (fixture, NOW, 2);
  assert_stored (fixture, "f e d b");
  drop (fixture, NOW, 0);

  /* What has a mark is remembered, the rest is forgotten whole. */
  g_assert_cmpint (store_fixture_number (fixture, "one", "a"), ==, 0);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM bodies"), ==, 4);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM placements"), ==, 4);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM article_topics"), ==, 4);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM related"), ==, 4);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM tellings"), ==, 4);

  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM topics"), ==, 1);

  /* A number is never given to another article. */
  g_assert_cmpint (store_fixture_number (fixture, "one", "f"), ==, 6);
  store_fixture_set_bookmarked (fixture, store_fixture_number (fixture, "one", "b"), FALSE);
  drop (fixture, NOW, 1);
  g_assert_cmpint (store_fixture_number (fixture, "one", "b"), ==, 0);

  /* Nor is a topic kept that nothing is about. */
  store_fixture_ask (fixture, "INSERT INTO topics (key, name) VALUES ('x', 'X')");
  drop (fixture, NOW, 0);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM topics"), ==, 1);
}

/* The newest answer is that of the article's own sections, and may come in pages. */
static void
test_drop_sections (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_set_now (fixture, NOW - 9 * DAY);
  store_fixture_take (fixture, "one", "5", create ("a", "5"), NULL);
  store_fixture_take (fixture, "one", "7", create ("b", "7"), NULL);
  store_fixture_set_now (fixture, NOW - 9 * DAY + 600);
  store_fixture_take (fixture, "one", "5", create ("c", "5"), NULL);
  store_fixture_set_now (fixture, NOW - 2 * DAY);
  store_fixture_take (fixture, "one", "7", create ("d", "7"), NULL);

  drop (fixture, NOW, 1);
  assert_stored (fixture, "d c a");
}

/* An answer without news tells again what the last one told. */
static void
test_drop_unchanged (StoreFixture *fixture, gconstpointer data)
{
  NewsValidators later = { NULL, NULL, NOW - DAY, 0 };

  store_fixture_set_now (fixture, NOW - 9 * DAY);
  take_with (fixture, "5", NULL);
  g_assert_true (news_store_set_validators (fixture->store, REQUEST, &later, NULL));
  drop (fixture, NOW - DAY, 0);
  assert_validators (fixture, NULL, NULL, NOW - DAY, 0);
  drop (fixture, NOW, 0);
  assert_stored (fixture, "1");
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM requests"), ==, 0);
}

static void
test_drop_many (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *counts = NULL;

  store_fixture_set_now (fixture, NOW - 9 * DAY);
  for (guint i = 0; i < 1200; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      store_fixture_take (fixture, "one", "5", create (id, "5 7"), NULL);
      if (i % 100 == 0)
        store_fixture_set_bookmarked (fixture, i + 1, TRUE);
      if (i % 10 == 0)
        store_fixture_set_read (fixture, i + 1, TRUE);
    }
  store_fixture_set_now (fixture, NOW);
  store_fixture_take (fixture, "one", "5", create ("new", "5"), NULL);

  drop (fixture, NOW, 1188);
  counts = store_fixture_count (fixture, "one/5", "one/7", "one/", NULL);
  g_assert_cmpstr (counts, ==, "1 0 1 12");
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM identities"), ==, 121);
  drop (fixture, NOW, 0);
}

/* The story on show stays, and goes the next time. */
static void
test_drop_shown (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_set_now (fixture, NOW - 9 * DAY);
  store_fixture_take (fixture, "one", NULL, create ("a", NULL), create ("b", NULL), NULL);
  store_fixture_set_now (fixture, NOW);
  store_fixture_take (fixture, "one", NULL, create ("c", NULL), NULL);
  g_assert_cmpint (news_store_drop_older (fixture->store, NOW, 2, NULL), ==, 1);
  assert_stored (fixture, "c b");
  drop (fixture, NOW, 1);
}

/* --- a number of each source --------------------------------------------------------------------
 */

static void
drop_beyond (StoreFixture *fixture, guint number, gint64 shown, int dropped)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (news_store_drop_beyond (fixture->store, number, shown, &error), ==, dropped);
  g_assert_no_error (error);
}

static void
take_days (StoreFixture *fixture, const char *source, guint articles)
{
  for (guint i = 1; i <= articles; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      NewsArticle *article = create (id, "5");

      article->published = NOW - (gint64) (articles - i) * DAY;
      store_fixture_set_now (fixture, article->published);
      store_fixture_take (fixture, source, NULL, article, NULL);
    }
}

static void
test_beyond (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *counts = NULL;

  take_days (fixture, "one", 9);
  take_days (fixture, "two", 4);
  store_fixture_set_read (fixture, 1, TRUE);
  store_fixture_set_bookmarked (fixture, 2, TRUE);
  drop_beyond (fixture, 9, 0, 0);
  drop_beyond (fixture, 5, 3, 2);
  assert_stored (fixture, "4 9 3 8 2 7 1 6 5 3 2");
  drop_beyond (fixture, 5, 0, 1);
  counts = store_fixture_count (fixture, "one/", "one/5", NULL);
  g_assert_cmpstr (counts, ==, "6 6 1");
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT read FROM statuses WHERE identity = 1"), ==,
                   1);
}

/* What the newest answer still tells stays, though it is more; and so do those at the same time as
 * the last one that stays, as far as the number goes. */
static void
test_beyond_told (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_set_now (fixture, NOW);
  store_fixture_take (fixture, "one", NULL, create ("a", NULL), create ("b", NULL),
                      create ("c", NULL), create ("d", NULL), NULL);
  drop_beyond (fixture, 2, 0, 0);
  store_fixture_set_now (fixture, NOW + DAY);
  store_fixture_take (fixture, "one", NULL, create ("a", NULL), NULL);
  drop_beyond (fixture, 2, 0, 1);
  assert_stored (fixture, "d c a");
}

static void
test_beyond_many (StoreFixture *fixture, gconstpointer data)
{
  take_days (fixture, "one", 1300);
  for (guint i = 100; i <= 1300; i += 100)
    store_fixture_set_bookmarked (fixture, i, TRUE);
  drop_beyond (fixture, 10, 0, 1300 - 10 - 12);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM articles"), ==, 22);
  drop_beyond (fixture, 10, 0, 0);
}

/* --- everything ---------------------------------------------------------------------------------
 */

static void
count_cb (guint looked, gpointer data)
{
  guint *last = data;

  g_assert_cmpuint (looked, >=, *last);
  *last = looked;
}

/* Bookmarks, the story on show and all marks stay; validators don't, so that all may come again. */
static void
test_all (StoreFixture *fixture, gconstpointer data)
{
  NewsValidators validators = { (char *) "\"e1\"", NULL, NOW, 1 };
  guint looked = 0;

  take_days (fixture, "one", 1100);
  store_fixture_set_read (fixture, 7, TRUE);
  store_fixture_set_bookmarked (fixture, 8, TRUE);
  g_assert_true (news_store_set_validators (fixture->store, REQUEST, &validators, NULL));

  g_assert_cmpint (news_store_drop_all (fixture->store, 9, count_cb, &looked, NULL), ==, 1098);
  g_assert_cmpuint (looked, ==, 1100);
  assert_stored (fixture, "9 8");
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM requests"), ==, 0);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM topics"), ==, 1);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT unread FROM queries WHERE section = ''"), ==,
                   2);

  store_fixture_take (fixture, "one", NULL, create ("7", NULL), NULL);
  g_assert_cmpint (store_fixture_number (fixture, "one", "7"), ==, 7);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT unread FROM queries WHERE section = ''"), ==,
                   2);
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
  add ("/keeping/validators", test_validators);
  add ("/keeping/extent", test_extent);
  add ("/keeping/drop", test_drop);
  add ("/keeping/drop-sections", test_drop_sections);
  add ("/keeping/drop-unchanged", test_drop_unchanged);
  add ("/keeping/drop-many", test_drop_many);
  add ("/keeping/drop-shown", test_drop_shown);
  add ("/keeping/beyond", test_beyond);
  add ("/keeping/beyond-told", test_beyond_told);
  add ("/keeping/beyond-many", test_beyond_many);
  add ("/keeping/all", test_all);

  return g_test_run ();
}
