/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-store-keeping.h"
#include "store-fixture.h"

#define ROWS 250

/* Bodies and revisions as version 4 of the schema wrote them, where the number is part of the text.
 */
static void
unpack_all (StoreFixture *fixture)
{
  store_fixture_ask (fixture, "UPDATE bodies SET pack = NULL, page = x'7061676500',"
                              " text = 'Text ' || article WHERE article % 10 <> 0");
  store_fixture_ask (fixture, "UPDATE bodies SET pack = NULL WHERE article % 10 = 0");
  store_fixture_ask (fixture, "INSERT INTO revisions (article, replaced_at, title, text)"
                              " SELECT id, 5, 'Earlier', 'Earlier ' || id FROM articles");
  store_fixture_ask (fixture, "INSERT INTO chores (name, next) VALUES ('pack bodies', "
                              "(SELECT max (article) FROM bodies)), ('pack revisions',"
                              " (SELECT max (id) FROM revisions))");
}

static void
fill (StoreFixture *fixture)
{
  for (guint i = 1; i <= ROWS; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      store_fixture_take (fixture, "one", NULL, store_fixture_article (id, id, i), NULL);
    }
  unpack_all (fixture);
}

static void
assert_story (StoreFixture *fixture, gint64 number)
{
  g_autoptr (NewsStory) story = store_fixture_story (fixture, number);
  g_autofree char *text
    = number % 10 != 0 ? g_strdup_printf ("Text %" G_GINT64_FORMAT, number) : NULL;

  g_assert_cmpstr (story->article->text, ==, text);
  if (number % 10 != 0)
    g_assert_cmpmem (g_bytes_get_data (story->article->page, NULL),
                     g_bytes_get_size (story->article->page), "page", 5);
  else
    g_assert_null (story->article->page);
}

static void
assert_stories (StoreFixture *fixture)
{
  for (gint64 i = 1; i <= ROWS; i++)
    assert_story (fixture, i);
}

/* They are read as they are before and as they are after. */
static void
test_all (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fill (fixture);
  assert_stories (fixture);
  g_assert_cmpint (news_store_pack (fixture->store, &error), ==, ROWS - ROWS / 10 + ROWS);
  g_assert_no_error (error);
  assert_stories (fixture);

  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM bodies"
                                               " WHERE coalesce (page, text) IS NOT NULL"),
                   ==, 0);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM bodies"
                                               " WHERE pack IS NOT NULL"),
                   ==, ROWS - ROWS / 10);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM revisions"
                                               " WHERE text IS NULL AND pack IS NOT NULL"),
                   ==, ROWS);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM chores"), ==, 0);
  g_assert_cmpint (news_store_pack (fixture->store, &error), ==, 0);
}

/* It goes on where it was interrupted, and what was written since is left alone. */
static void
test_resumed (StoreFixture *fixture, gconstpointer data)
{
  fill (fixture);
  store_fixture_ask (fixture, "UPDATE chores SET next = 55 WHERE name = 'pack bodies'");
  store_fixture_ask (fixture, "DELETE FROM chores WHERE name = 'pack revisions'");
  g_assert_cmpint (news_store_pack (fixture->store, NULL), ==, 50);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT max (article) FROM bodies"
                                               " WHERE pack IS NOT NULL"),
                   ==, 55);
  assert_stories (fixture);
}

/* An earlier version that comes in another body is packed with it, and what lapses is gone. */
static void
test_rewritten (StoreFixture *fixture, gconstpointer data)
{
  NewsArticle *article = store_fixture_article ("1", "1", 1);

  fill (fixture);
  article->text = g_strdup ("Another");
  store_fixture_take (fixture, "one", NULL, article, NULL);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM bodies WHERE article = 1"
                                               " AND coalesce (page, text) IS NULL"),
                   ==, 1);
  g_assert_cmpint (news_store_lapse_older (fixture->store, "one", G_MAXINT64, NULL), ==, ROWS);
  g_assert_cmpint (news_store_pack (fixture->store, NULL), ==, 0);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM chores"), ==, 0);
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
  add ("/packing/all", test_all);
  add ("/packing/resumed", test_resumed);
  add ("/packing/rewritten", test_rewritten);

  return g_test_run ();
}
