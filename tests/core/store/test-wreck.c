/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-schema.h"
#include "news-wreck.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

/* Puts a file of that version, with a bookmark, in the place of the store. */
static void
make_version (StoreFixture *fixture, guint version)
{
  g_autofree char *name = g_strdup_printf ("schema-%u.sql", version);
  g_autofree char *path
    = g_build_filename (g_getenv ("TEST_SOURCE_DIR"), "core", "store", name, NULL);
  g_autofree char *sql = NULL;

  g_assert_true (g_file_get_contents (path, &sql, NULL, NULL));
  store_fixture_close (fixture);
  g_unlink (fixture->path);
  run_sql (fixture->path, sql);
}

/* The bookmark of every version, with its text, is read as it is. */
static void
test_versions (StoreFixture *fixture, gconstpointer data)
{
  for (guint version = 1; version <= news_schema_get_version (); version++)
    {
      NewsWreck *wreck;
      g_autoptr (NewsStory) story = NULL;

      make_version (fixture, version);
      wreck = news_wreck_open (fixture->path);
      g_assert_nonnull (wreck);
      story = news_wreck_get_story (wreck, 1);
      g_assert_nonnull (story);
      g_assert_cmpstr (story->article->title, ==, "A harbour opens");
      g_assert_cmpstr (story->article->text, ==, "The whole body.");
      g_assert_cmpstr (story->article->outlet, ==, "The One");
      g_assert_cmpstr (story->article->topics[0], ==, "Trade");
      g_assert_null (news_wreck_get_story (wreck, 3));
      news_wreck_close (wreck);
    }
}

/* A file of an earlier version that can't be brought up to date keeps its bookmark, whole. */
static void
test_replaced (StoreFixture *fixture, gconstpointer data)
{
  for (guint version = 1; version < news_schema_get_version (); version++)
    {
      g_autoptr (NewsStory) story = NULL;

      make_version (fixture, version);
      run_sql (fixture->path, "DROP TABLE revisions");
      store_fixture_reopen (fixture);
      g_assert_nonnull (fixture->set_aside);
      story = store_fixture_story (fixture, store_fixture_number (fixture, "one", "a"));
      g_assert_true (story->bookmarked);
      g_assert_cmpstr (story->article->text, ==, "The whole body.");
      g_assert_cmpint (g_unlink (fixture->set_aside), ==, 0);
    }
}

/* A body that can't be unpacked is not there; the rest is. */
static void
test_damaged_body (StoreFixture *fixture, gconstpointer data)
{
  NewsWreck *wreck;
  g_autoptr (NewsStory) story = NULL;

  make_version (fixture, news_schema_get_version ());
  run_sql (fixture->path, "UPDATE bodies SET standfirst = 'In short', pack = x'0102'");
  wreck = news_wreck_open (fixture->path);
  story = news_wreck_get_story (wreck, 1);
  g_assert_cmpstr (story->article->standfirst, ==, "In short");
  g_assert_null (story->article->text);
  g_assert_null (story->article->page);
  g_assert_cmpstr (story->article->topics[0], ==, "Trade");
  news_wreck_close (wreck);
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
  add ("/wreck/versions", test_versions);
  add ("/wreck/replaced", test_replaced);
  add ("/wreck/damaged-body", test_damaged_body);

  return g_test_run ();
}
