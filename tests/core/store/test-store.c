/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "store-fixture.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static NewsArticle *
create (const char *id)
{
  return store_fixture_article (id, id, 100);
}

/* Tries to take in an article with a large body. */
static gboolean
take_large (NewsStore *store, const char *id, GError **error)
{
  g_autoptr (NewsSource) source = news_source_new ("one", "One", "test");
  g_autoptr (GPtrArray) articles
    = g_ptr_array_new_with_free_func ((GDestroyNotify) news_article_unref);
  NewsBatch batch = { .source = source, .articles = articles };
  NewsArticle *article = create (id);

  article->text = store_fixture_text (1, 5 << 18);
  g_ptr_array_add (articles, article);

  return news_store_take_in (store, &batch, NULL, error);
}

/* --- the folder and the file --------------------------------------------------------------------
 */

/* A folder that is missing is made, for its owner alone. */
static void
test_folder (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *outer = g_build_filename (fixture->folder, "a", NULL);
  g_autofree char *inner = g_build_filename (outer, "b", NULL);
  g_autofree char *path = g_build_filename (inner, "cache.sqlite", NULL);
  g_autoptr (GError) error = NULL;
  NewsStore *store = news_store_open (path, NULL, &error);
  GStatBuf info;

  g_assert_no_error (error);
  g_assert_cmpint (g_stat (inner, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);

  news_store_close (store);
  g_assert_finalize_object (store);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (inner), ==, 0);
  g_assert_cmpint (g_rmdir (outer), ==, 0);
}

static void
assert_open_fails (const char *path, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsStore) store = news_store_open (path, NULL, &error);

  g_assert_null (store);
  g_assert_error (error, NEWS_STORE_ERROR, code);
  g_test_message ("%s", error->message);
}

/* Where the folder should be there is a file; where the file should be there is a folder. */
static void
test_in_the_way (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *inside = g_build_filename (fixture->path, "cache.sqlite", NULL);

  assert_open_fails (inside, NEWS_STORE_ERROR_FAILED);
  assert_open_fails (fixture->folder, NEWS_STORE_ERROR_FAILED);
}

/* Nobody is kept out as root, so that this needs another user for a while. */
static gboolean
become_nobody (StoreFixture *fixture)
{
  if (geteuid () != 0)
    return TRUE;

  return chown (fixture->folder, 65534, 65534) == 0 && chown (fixture->path, 65534, 65534) == 0
         && seteuid (65534) == 0;
}

static void
test_read_only (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other", "cache.sqlite", NULL);
  uid_t user = geteuid ();

  store_fixture_close (fixture);
  if (!become_nobody (fixture))
    {
      g_test_skip ("root can write anywhere, and can't become another user here");
      return;
    }

  g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);
  assert_open_fails (fixture->path, NEWS_STORE_ERROR_READ_ONLY);
  assert_open_fails (other, NEWS_STORE_ERROR_READ_ONLY);
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
  g_assert_cmpint (g_chmod (fixture->path, 0400), ==, 0);
  assert_open_fails (fixture->path, NEWS_STORE_ERROR_READ_ONLY);
  g_assert_cmpint (g_chmod (fixture->path, 0600), ==, 0);
  store_fixture_reopen (fixture);
  store_fixture_close (fixture);
  g_assert_cmpint (seteuid (user), ==, 0);
}

/* --- a full disk --------------------------------------------------------------------------------
 */

/* Takes in until the disk is full. What was there is there, and small things still fit. */
static void
fill_up (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = store_fixture_section_ids (fixture, "one/");
  g_autofree char *after = NULL;

  for (guint i = 0; i < 1000 && error == NULL; i++)
    take_large (fixture->store, "large", &error);
  g_assert_error (error, NEWS_STORE_ERROR, NEWS_STORE_ERROR_FULL);
  g_test_message ("%s", error->message);

  after = store_fixture_section_ids (fixture, "one/");
  g_assert_cmpstr (after, ==, before);
}

static void
test_full (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_take (fixture, "one", NULL, create ("1"), NULL);
  store_fixture_set_bookmarked (fixture, 1, TRUE);
  g_assert_cmpint (store_fixture_ask (fixture, "PRAGMA max_page_count = 100"), ==, 100);
  fill_up (fixture);

  store_fixture_set_read (fixture, 1, TRUE);
  store_fixture_reopen (fixture);
  g_assert_null (fixture->set_aside);
  g_assert_true (take_large (fixture->store, "large", NULL));
}

/* A quota: the operating system allows no larger files. */
static void
test_quota (StoreFixture *fixture, gconstpointer data)
{
  struct rlimit limit, before;

  if (g_test_subprocess ())
    {
      signal (SIGXFSZ, SIG_IGN);
      g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
      limit = before;
      limit.rlim_cur = 600000;
      store_fixture_take (fixture, "one", NULL, create ("1"), NULL);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
      fill_up (fixture);
      store_fixture_set_read (fixture, 1, TRUE);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
      store_fixture_reopen (fixture);
      g_assert_null (fixture->set_aside);
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

/* --- two processes ------------------------------------------------------------------------------
 */

#define ROUNDS 40

static void
work_on (StoreFixture *fixture, const char *source)
{
  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      g_autofree char *ids = NULL;

      store_fixture_take (fixture, source, NULL, create (id), NULL);
      store_fixture_set_read (fixture, store_fixture_number (fixture, source, id), TRUE);
      ids = store_fixture_section_ids (fixture, "mine/ theirs/");
      g_assert_cmpstr (ids, !=, "");
    }
}

static GSubprocess *
spawn (const char *test, StoreFixture *fixture)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GSubprocessLauncher) launcher
    = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  g_subprocess_launcher_setenv (launcher, "STORE_PATH", fixture->path, TRUE);
  process = g_subprocess_launcher_spawn (launcher, &error, program, "-p", test, NULL);
  g_assert_no_error (error);

  return process;
}

/* Two processes work on one file at the same time, and both get all of it done. */
static void
test_two_processes (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *counts = NULL;

  /* Both begin with nothing, and make the tables. */
  store_fixture_close (fixture);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  process = spawn ("/store/other-process", fixture);
  store_fixture_reopen (fixture);
  work_on (fixture, "mine");
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);

  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM articles"), ==, 2 * ROUNDS);
  counts = store_fixture_count (fixture, "mine/ theirs/", NULL);
  g_assert_cmpstr (counts, ==, "0 0");
}

static void
test_other_process (void)
{
  StoreFixture fixture = { .path = g_strdup (g_getenv ("STORE_PATH")) };

  if (fixture.path == NULL)
    return;

  store_fixture_reopen (&fixture);
  work_on (&fixture, "theirs");
  store_fixture_close (&fixture);
  g_free (fixture.path);
}

/* --- reopening ----------------------------------------------------------------------------------
 */

/* Closing folds the log into the file, which is then all there is. */
static void
test_close (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  g_autofree char *ids = NULL;

  store_fixture_take (fixture, "one", NULL, create ("1"), NULL);
  store_fixture_close (fixture);
  dir = g_dir_open (fixture->folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "cache.sqlite");
  g_assert_null (g_dir_read_name (dir));

  store_fixture_reopen (fixture);
  ids = store_fixture_section_ids (fixture, "one/");
  g_assert_cmpstr (ids, ==, "1");
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
  add ("/store/folder", test_folder);
  add ("/store/in-the-way", test_in_the_way);
  add ("/store/read-only", test_read_only);
  add ("/store/full", test_full);
  add ("/store/quota", test_quota);
  add ("/store/two-processes", test_two_processes);
  g_test_add_func ("/store/other-process", test_other_process);
  add ("/store/close", test_close);

  return g_test_run ();
}
