/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-store-keeping.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#define ARTICLES 200

static void
fill (StoreFixture *fixture, guint articles)
{
  for (guint i = 1; i <= articles; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      NewsArticle *article = store_fixture_article (id, id, 100 + i);

      article->text = store_fixture_text (i, 12000);
      store_fixture_take (fixture, "one", NULL, article, NULL);
    }
}

static goffset
get_file_size (StoreFixture *fixture)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);

  return info.st_size;
}

static void
give_back (StoreFixture *fixture, gboolean all)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (news_store_give_back (fixture->store, all, &error));
  g_assert_no_error (error);
}

static void
assert_whole (StoreFixture *fixture)
{
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM pragma_integrity_check"
                                               " WHERE integrity_check = 'ok'"),
                   ==, 1);
}

static gint64
count_free (StoreFixture *fixture)
{
  return store_fixture_ask (fixture, "PRAGMA freelist_count");
}

/* The file becomes smaller while it is in use, and what is left in it is whole. */
static void
test_all (StoreFixture *fixture, gconstpointer data)
{
  goffset before;

  fill (fixture, ARTICLES);
  store_fixture_set_bookmarked (fixture, 5, TRUE);
  store_fixture_reopen (fixture);
  give_back (fixture, TRUE);
  before = get_file_size (fixture);
  give_back (fixture, TRUE);
  g_assert_cmpint (get_file_size (fixture), ==, before);

  g_assert_cmpint (news_store_drop_all (fixture->store, 0, NULL, NULL, NULL), ==, ARTICLES - 1);
  g_assert_cmpint (count_free (fixture), >, 400);
  give_back (fixture, TRUE);
  g_assert_cmpint (count_free (fixture), ==, 0);
  g_assert_cmpint (get_file_size (fixture), <, before / 8);
  assert_whole (fixture);
  g_assert_cmpint (store_fixture_number (fixture, "one", "5"), ==, 5);
}

/* A little room stays for what comes next; much of it does not. */
static void
test_much (StoreFixture *fixture, gconstpointer data)
{
  fill (fixture, ARTICLES);
  store_fixture_ask (fixture, "DELETE FROM articles WHERE id <= 10");
  give_back (fixture, FALSE);
  g_assert_cmpint (count_free (fixture), >, 10);
  store_fixture_ask (fixture, "DELETE FROM articles WHERE id <= 100");
  give_back (fixture, FALSE);
  g_assert_cmpint (count_free (fixture), ==, 0);
  assert_whole (fixture);
}

/* A file as earlier versions made it is made anew where it holds little, and else left as it is. */
static void
make_early (StoreFixture *fixture)
{
  sqlite3 *handle;

  store_fixture_close (fixture);
  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "PRAGMA auto_vacuum = NONE; VACUUM", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  sqlite3_close (handle);
  store_fixture_reopen (fixture);
  g_assert_cmpint (store_fixture_ask (fixture, "PRAGMA auto_vacuum"), ==, 0);
}

static void
test_early (StoreFixture *fixture, gconstpointer data)
{
  goffset before;

  fill (fixture, ARTICLES);
  store_fixture_set_bookmarked (fixture, 5, TRUE);
  make_early (fixture);
  before = get_file_size (fixture);
  news_store_drop_all (fixture->store, 0, NULL, NULL, NULL);
  give_back (fixture, TRUE);
  g_assert_cmpint (store_fixture_ask (fixture, "PRAGMA auto_vacuum"), ==, 2);
  g_assert_cmpint (get_file_size (fixture), <, before / 8);
  assert_whole (fixture);
  g_assert_cmpint (store_fixture_number (fixture, "one", "5"), ==, 5);

  /* From then on it is as any other. */
  fill (fixture, 20);
  news_store_drop_all (fixture->store, 0, NULL, NULL, NULL);
  give_back (fixture, TRUE);
  g_assert_cmpint (count_free (fixture), ==, 0);
}

static void
test_early_large (StoreFixture *fixture, gconstpointer data)
{
  fill (fixture, ARTICLES);
  make_early (fixture);
  store_fixture_ask (fixture, "CREATE TABLE weight (much BLOB)");
  store_fixture_ask (fixture, "INSERT INTO weight VALUES (zeroblob (20000000))");
  store_fixture_ask (fixture, "DELETE FROM articles");
  give_back (fixture, TRUE);
  g_assert_cmpint (store_fixture_ask (fixture, "PRAGMA auto_vacuum"), ==, 0);
  g_assert_cmpint (count_free (fixture), >, 400);
}

static void
test_size (StoreFixture *fixture, gconstpointer data)
{
  NewsStoreSize size = { 0 };
  g_autoptr (GError) error = NULL;

  fill (fixture, 20);
  store_fixture_ask (fixture, "DELETE FROM articles WHERE id = 7");
  store_fixture_reopen (fixture);
  g_assert_true (news_store_get_size (fixture->store, &size, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (size.articles, ==, 19);
  g_assert_cmpint ((goffset) size.bytes, ==, get_file_size (fixture));
}

/* A store that is closed meanwhile answers, and does not go on. */
static void
test_closed (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  news_store_close (fixture->store);
  g_assert_false (news_store_give_back (fixture->store, TRUE, &error));
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
  add ("/room/all", test_all);
  add ("/room/much", test_much);
  add ("/room/early", test_early);
  add ("/room/early-large", test_early_large);
  add ("/room/size", test_size);
  add ("/room/closed", test_closed);

  return g_test_run ();
}
