/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-schema.h"
#include "news-store-keeping.h"
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

/* The definitions of all tables and indexes, sorted. */
static char *
dump (const char *path)
{
  GString *dump = g_string_new (NULL);
  sqlite3_stmt *statement;
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle,
                                       "SELECT replace (replace (sql, char (10), ''), '  ', ' ')"
                                       " FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name",
                                       -1, &statement, NULL),
                   ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (dump, "%s\n", sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (handle);

  return g_string_free_and_steal (dump);
}

static char *
read_data (const char *name)
{
  g_autofree char *path
    = g_build_filename (g_getenv ("TEST_SOURCE_DIR"), "core", "store", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

/* Makes the file as @version had it, without anything in it. */
static void
make_version (const char *path, guint version)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsDatabase) database = news_database_open (path, NEWS_DATABASE_WRITER, &error);

  g_assert_no_error (error);
  g_assert_true (news_schema_migrate (database, version, &error));
  g_assert_no_error (error);
}

static void
assert_works (StoreFixture *fixture)
{
  g_autofree char *ids = NULL;

  g_assert_null (fixture->set_aside);
  g_assert_cmpint (store_fixture_ask (fixture, "PRAGMA user_version"), ==,
                   news_schema_get_version ());
  store_fixture_take (fixture, "new", NULL, store_fixture_article ("1", "Title", 5), NULL);
  ids = store_fixture_section_ids (fixture, "new/");
  g_assert_cmpstr (ids, ==, "1");
}

static void
remove_store (StoreFixture *fixture)
{
  store_fixture_close (fixture);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
}

/* An empty file and every older version. */
static void
test_versions (StoreFixture *fixture, gconstpointer data)
{
  for (guint version = 0; version <= news_schema_get_version (); version++)
    {
      remove_store (fixture);
      make_version (fixture->path, version);
      store_fixture_reopen (fixture);
      assert_works (fixture);
    }

  remove_store (fixture);
  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  store_fixture_reopen (fixture);
  assert_works (fixture);
}

/* A step that was released makes what it made then. */
static void
test_unedited (StoreFixture *fixture, gconstpointer data)
{
  for (guint version = 1; version <= news_schema_get_version (); version++)
    {
      g_autofree char *name = g_strdup_printf ("schema-%u.sql", version);
      g_autofree char *sql = read_data (name);
      g_autofree char *expected = NULL;
      g_autofree char *made = NULL;

      remove_store (fixture);
      run_sql (fixture->path, sql);
      expected = dump (fixture->path);
      g_assert_cmpint (g_unlink (fixture->path), ==, 0);
      make_version (fixture->path, version);
      made = dump (fixture->path);
      g_assert_cmpstr (made, ==, expected);
      store_fixture_reopen (fixture);
    }
}

/* What was stored by an older version is there afterwards. */
static void
test_contents (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *sql = read_data ("schema-1.sql");
  g_autofree char *section = NULL;
  g_autofree char *bookmarks = NULL;
  g_autofree char *topic = NULL;
  g_autofree char *counts = NULL;
  g_autoptr (NewsStory) story = NULL;

  remove_store (fixture);
  run_sql (fixture->path, sql);
  store_fixture_reopen (fixture);

  section = store_fixture_section_ids (fixture, "one/5");
  bookmarks = store_fixture_bookmark_ids (fixture, 0);
  topic = store_fixture_topic_ids (fixture, "trade");
  counts = store_fixture_count (fixture, "one/", "one/5", NULL);
  g_assert_cmpstr (section, ==, "b a");
  g_assert_cmpstr (bookmarks, ==, "a");
  g_assert_cmpstr (topic, ==, "a");
  g_assert_cmpstr (counts, ==, "1 1 1");
  g_assert_cmpint (store_fixture_find (fixture, "http://a.example/a"), ==, 1);

  story = store_fixture_story (fixture, 1);
  g_assert_true (story->bookmarked && !story->read);
  g_assert_cmpstr (story->article->title, ==, "A harbour opens");
  g_assert_cmpstr (story->article->text, ==, "The whole body.");
  g_assert_cmpstr (story->article->outlet, ==, "The One");
  assert_works (fixture);
}

/* The place in an article that version 4 kept. */
static void
test_place (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *sql = read_data ("schema-4.sql");
  g_autoptr (NewsStory) story = NULL;

  remove_store (fixture);
  run_sql (fixture->path, sql);
  store_fixture_reopen (fixture);
  story = store_fixture_story (fixture, 1);
  g_assert_cmpuint (story->place.block, ==, 3);
  g_assert_cmpuint (story->place.part, ==, 2500);
}

static void
assert_too_new (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *set_aside = NULL;
  g_autoptr (NewsStore) store = news_store_open (fixture->path, &set_aside, &error);

  g_assert_null (store);
  g_assert_null (set_aside);
  g_assert_error (error, NEWS_STORE_ERROR, NEWS_STORE_ERROR_TOO_NEW);
}

/* A file of a later version is left as it is, to the byte. */
static void
test_too_new (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *mark = g_strconcat (fixture->path, ".suspect", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length, length_after;

  store_fixture_close (fixture);
  run_sql (fixture->path, "PRAGMA user_version = 1000; DROP TABLE related; CREATE TABLE x (y)");
  g_assert_true (g_file_get_contents (fixture->path, &before, &length, NULL));
  assert_too_new (fixture);

  /* Even if it was once found damaged. */
  g_assert_true (g_file_set_contents (mark, "", 0, NULL));
  assert_too_new (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length, after, length_after);
}

/* Nor is one whose tables are in a language that SQLite does not know yet. */
static void
test_unreadable (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length, length_after;

  store_fixture_close (fixture);
  run_sql (fixture->path, "PRAGMA writable_schema = ON; PRAGMA user_version = 1000;"
                          "UPDATE sqlite_schema SET sql = 'CREATE TABLE places (a) ODDLY'"
                          " WHERE name = 'places'");
  g_assert_true (g_file_get_contents (fixture->path, &before, &length, NULL));
  assert_too_new (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length, after, length_after);
}

/* What version 4 kept of a body is read as it was, and then packed. */
static void
test_body (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *sql = read_data ("schema-4.sql");
  g_autoptr (NewsStory) before = NULL;
  g_autoptr (NewsStory) after = NULL;

  remove_store (fixture);
  run_sql (fixture->path, sql);
  store_fixture_reopen (fixture);
  before = store_fixture_story (fixture, 1);
  g_assert_cmpstr (before->article->text, ==, "The whole body.");
  g_assert_cmpint (news_store_pack (fixture->store, NULL), ==, 1);
  after = store_fixture_story (fixture, 1);
  g_assert_cmpstr (after->article->text, ==, "The whole body.");
  g_assert_true (g_bytes_equal (after->article->page, before->article->page));
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
  add ("/schema/versions", test_versions);
  add ("/schema/unedited", test_unedited);
  add ("/schema/contents", test_contents);
  add ("/schema/place", test_place);
  add ("/schema/too-new", test_too_new);
  add ("/schema/unreadable", test_unreadable);
  add ("/schema/body", test_body);

  return g_test_run ();
}
