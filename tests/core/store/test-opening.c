/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-opening.h"
#include "news-store-keeping.h"
#include "store-fixture.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define PAGE 4096
#define ARTICLES 300

/* --- a store with many marks --------------------------------------------------------------------
 */

static NewsArticle *
create (guint number)
{
  g_autofree char *id = g_strdup_printf ("%u", number);
  NewsArticle *article = store_fixture_article (id, id, 1000 + number);

  article->text = store_fixture_text (number, 700);
  article->url = g_strdup_printf ("https://a.example/%u", number);
  article->standfirst = g_strdup ("Standfirst");
  article->topics = store_fixture_names ("t u");
  article->sections = store_fixture_names (number % 2 == 0 ? "5" : "7");
  article->related = store_fixture_names ("1 2");

  return article;
}

/* Every third is read, every tenth bookmarked. */
static void
fill (StoreFixture *fixture)
{
  for (guint i = 1; i <= ARTICLES; i++)
    {
      store_fixture_take (fixture, "one", NULL, create (i), NULL);
      if (i % 3 == 0)
        store_fixture_set_read (fixture, i, TRUE);
      if (i % 10 == 0)
        store_fixture_set_bookmarked (fixture, i, TRUE);
    }
  /* The last comes third, in an order of the reader's own. */
  store_fixture_move_bookmark (fixture, 10, ARTICLES - 20);
}

static char *
get_expected_bookmarks (void)
{
  GString *ids = g_string_new (NULL);

  for (guint i = ARTICLES; i > 10; i -= 10)
    g_string_append_printf (ids, "%s%u%s", ids->len > 0 ? " " : "", i,
                            i == ARTICLES - 10 ? " 10" : "");

  return g_string_free_and_steal (ids);
}

/* All marks are as they were. */
static void
assert_marks (StoreFixture *fixture)
{
  g_autofree char *expected = get_expected_bookmarks ();
  g_autofree char *bookmarks = store_fixture_bookmark_ids (fixture, 0);

  g_assert_cmpstr (bookmarks, ==, expected);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM statuses s JOIN identities i"
                                               " ON i.id = s.identity WHERE s.read = 1"
                                               " AND i.remote % 3 = 0"),
                   ==, ARTICLES / 3);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM statuses WHERE read = 1"), ==,
                   ARTICLES / 3);
}

static void
assert_set_aside (StoreFixture *fixture, gconstpointer contents, gsize length)
{
  g_autofree char *prefix = g_strconcat (fixture->path, ".damaged-", NULL);
  g_autofree char *mark = g_strconcat (fixture->path, ".suspect", NULL);
  g_autofree char *kept = NULL;
  gsize kept_length;

  g_assert_nonnull (fixture->set_aside);
  g_assert_true (g_str_has_prefix (fixture->set_aside, prefix));
  g_assert_true (g_file_get_contents (fixture->set_aside, &kept, &kept_length, NULL));
  if (contents != NULL)
    g_assert_cmpmem (kept, kept_length, contents, length);
  g_assert_false (g_file_test (mark, G_FILE_TEST_EXISTS));
}

/* The store can be worked with, and is whole. */
static void
assert_works (StoreFixture *fixture)
{
  g_autofree char *ids = NULL;

  store_fixture_take (fixture, "fresh", NULL, create (1), NULL);
  ids = store_fixture_section_ids (fixture, "fresh/");
  g_assert_cmpstr (ids, ==, "1");
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM pragma_integrity_check"
                                               " WHERE integrity_check = 'ok'"),
                   ==, 1);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM pragma_foreign_key_check"),
                   ==, 0);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM queries q WHERE unread <>"
                                               " (SELECT count (*) FROM placements p"
                                               "  WHERE p.query = q.id AND NOT EXISTS"
                                               "  (SELECT 1 FROM statuses s"
                                               "   WHERE s.identity = p.article AND s.read = 1))"),
                   ==, 0);
}

static void
write_at (const char *path, goffset offset, gconstpointer data, gsize length)
{
  int descriptor = g_open (path, O_WRONLY | O_CLOEXEC, 0);

  g_assert_cmpint (pwrite (descriptor, data, length, offset), ==, (gssize) length);
  g_assert_cmpint (close (descriptor), ==, 0);
}

/* --- single damages -----------------------------------------------------------------------------
 */

static void
test_no_database (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strnfill (20000, 'A');
  g_autofree char *first = NULL;

  store_fixture_close (fixture);
  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  store_fixture_reopen (fixture);
  assert_set_aside (fixture, text, 20000);
  assert_works (fixture);
  first = g_strdup (fixture->set_aside);

  /* Another one on the same day does not take the place of the first. */
  store_fixture_close (fixture);
  g_assert_true (g_file_set_contents (fixture->path, text, 5000, NULL));
  store_fixture_reopen (fixture);
  assert_set_aside (fixture, text, 5000);
  g_assert_cmpstr (fixture->set_aside, !=, first);

  /* And then nothing is set aside any more. */
  store_fixture_reopen (fixture);
  g_assert_null (fixture->set_aside);
}

static void
test_truncated (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *expected = get_expected_bookmarks ();
  g_autofree char *bookmarks = NULL;
  g_auto (GStrv) words = NULL;
  GStatBuf info;

  fill (fixture);
  store_fixture_close (fixture);
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (truncate (fixture->path, info.st_size * 9 / 10), ==, 0);
  store_fixture_reopen (fixture);
  assert_set_aside (fixture, NULL, 0);
  assert_works (fixture);

  /* Pages that are gone are gone, the others were read. */
  bookmarks = store_fixture_bookmark_ids (fixture, 0);
  words = g_strsplit (bookmarks, " ", -1);
  g_test_message ("%u of %u bookmarks", g_strv_length (words), ARTICLES / 10);
  g_assert_cmpuint (g_strv_length (words), >, ARTICLES / 20);
}

static void
test_missing_table (StoreFixture *fixture, gconstpointer data)
{
  sqlite3 *handle;

  fill (fixture);
  store_fixture_close (fixture);
  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "DROP TABLE tellings", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
  store_fixture_reopen (fixture);
  assert_set_aside (fixture, NULL, 0);
  assert_marks (fixture);
  assert_works (fixture);
}

/* A version that forgot its tables is damage too, and not another program's file. */
static void
test_version_lost (StoreFixture *fixture, gconstpointer data)
{
  static const guint8 zero[4] = { 0 };

  fill (fixture);
  store_fixture_close (fixture);
  write_at (fixture->path, 60, zero, sizeof zero);
  store_fixture_reopen (fixture);
  assert_set_aside (fixture, NULL, 0);
  assert_marks (fixture);
}

/* The last page of @table that holds rows and that @condition is true of. 0 if SQLite can't tell.
 */
static gint64
find_page (StoreFixture *fixture, const char *table, const char *condition)
{
  g_autofree char *sql
    = g_strdup_printf ("SELECT max (pageno) FROM dbstat WHERE name = '%s' AND pagetype = 'leaf'"
                       " AND %s",
                       table, condition);
  sqlite3_stmt *statement = NULL;
  sqlite3 *handle;
  gint64 page = 0;

  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  if (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL) == SQLITE_OK
      && sqlite3_step (statement) == SQLITE_ROW)
    page = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (handle);

  return page;
}

/* Reads all stories, and gives the error of the last one that failed. */
static GError *
read_stories (StoreFixture *fixture)
{
  GError *error = NULL;

  for (gint64 i = 1; i <= ARTICLES; i++)
    {
      StoreFixtureWait wait = { NULL };
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (NewsStory) story = NULL;
      g_autoptr (GError) local = NULL;

      news_store_story_async (fixture->store, i, NULL, store_fixture_answer_cb, &wait);
      result = store_fixture_wait (&wait);
      story = news_store_story_finish (fixture->store, result, &local);
      if (local != NULL)
        {
          g_clear_error (&error);
          error = g_steal_pointer (&local);
        }
    }

  return error;
}

/* Damage that only a later read finds: it is told, the rest goes on, and the next opening puts the
 * file aside. */
static void
test_found_later (StoreFixture *fixture, gconstpointer data)
{
  g_autofree guint8 *zeros = g_malloc0 (PAGE);
  g_autoptr (GError) error = NULL;
  gint64 page;

  fill (fixture);
  store_fixture_close (fixture);
  page = find_page (fixture, "bodies", "1");
  if (page == 0)
    {
      g_test_skip ("this SQLite does not tell which page is whose");
      return;
    }
  write_at (fixture->path, (page - 1) * PAGE, zeros, PAGE);

  store_fixture_reopen (fixture);
  g_assert_null (fixture->set_aside);
  error = read_stories (fixture);
  g_assert_error (error, NEWS_STORE_ERROR, NEWS_STORE_ERROR_CORRUPT);
  g_test_message ("%s", error->message);
  store_fixture_set_read (fixture, 1, TRUE);
  store_fixture_set_read (fixture, 1, FALSE);

  store_fixture_reopen (fixture);
  assert_set_aside (fixture, NULL, 0);
  assert_marks (fixture);
  assert_works (fixture);
  store_fixture_reopen (fixture);
  g_assert_null (fixture->set_aside);
  assert_marks (fixture);
}

#define MANY 20000

/* A damaged page in the middle of the statuses costs what it holds, and no more. */
static void
test_many_statuses (StoreFixture *fixture, gconstpointer data)
{
  g_autofree guint8 *zeros = g_malloc0 (PAGE);
  gint64 left;
  gint64 page;

  store_fixture_take (fixture, "one", NULL, create (1), NULL);
  store_fixture_ask (fixture, "WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n"
                              " WHERE i < 20000) INSERT INTO identities (id, source, remote)"
                              " SELECT i, 1, 'remote ' || i FROM n");
  store_fixture_ask (fixture, "INSERT INTO statuses (identity, read) SELECT id, 1 FROM identities");
  store_fixture_close (fixture);
  page = find_page (fixture, "statuses",
                    "pageno < (SELECT avg (pageno) FROM dbstat"
                    " WHERE name = 'statuses')");
  if (page == 0)
    {
      g_test_skip ("this SQLite does not tell which page is whose");
      return;
    }
  write_at (fixture->path, (page - 1) * PAGE, zeros, PAGE);
  news_opening_mark_damaged (fixture->path);
  store_fixture_reopen (fixture);
  assert_set_aside (fixture, NULL, 0);

  left = store_fixture_ask (fixture, "SELECT count (*) FROM statuses WHERE read = 1");
  g_test_message ("%" G_GINT64_FORMAT " of %d", left, MANY);
  g_assert_cmpint (left, <, MANY);
  g_assert_cmpint (left, >, MANY - 800);
}

/* A bookmark whose article can't be read is known when the article comes again. */
static void
test_without_article (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *name = g_strconcat (fixture->path, ".suspect", NULL);
  sqlite3 *handle;

  fill (fixture);
  store_fixture_close (fixture);
  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "DROP TABLE articles", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
  store_fixture_reopen (fixture);
  assert_set_aside (fixture, NULL, 0);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM articles"), ==, 0);

  for (guint i = 1; i <= ARTICLES; i++)
    store_fixture_take (fixture, "one", NULL, create (i), NULL);
  assert_marks (fixture);
}

/* --- interrupted openings -----------------------------------------------------------------------
 */

/* Stopped after the damaged file was moved away and before the new one came into its place. */
static void
test_between_moves (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *fresh = g_strconcat (fixture->path, ".new", NULL);
  g_autofree char *mark = g_strconcat (fixture->path, ".suspect", NULL);

  fill (fixture);
  store_fixture_close (fixture);
  g_assert_cmpint (g_rename (fixture->path, fresh), ==, 0);
  g_assert_true (g_file_set_contents (mark, "", 0, NULL));
  store_fixture_reopen (fixture);
  g_assert_null (fixture->set_aside);
  assert_marks (fixture);
  g_assert_false (g_file_test (fresh, G_FILE_TEST_EXISTS));
}

/* Stopped while the new file was being made: what there is of it is thrown away. */
static void
test_half_made (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *fresh = g_strconcat (fixture->path, ".new", NULL);

  fill (fixture);
  store_fixture_close (fixture);
  news_opening_mark_damaged (fixture->path);
  g_assert_true (g_file_set_contents (fresh, "half", 4, NULL));
  store_fixture_reopen (fixture);
  assert_set_aside (fixture, NULL, 0);
  assert_marks (fixture);
  assert_works (fixture);
  g_assert_false (g_file_test (fresh, G_FILE_TEST_EXISTS));
}

static gpointer
open_elsewhere (gpointer data)
{
  return news_store_open (((StoreFixture *) data)->path, NULL, NULL);
}

/* Two that open at the same time do it one after the other. */
static void
test_locked (StoreFixture *fixture, gconstpointer data)
{
  int lock = g_open (fixture->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  g_autoptr (NewsStore) store = NULL;
  GThread *opener;

  store_fixture_close (fixture);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (flock (lock, LOCK_EX), ==, 0);
  opener = g_thread_new ("opener", open_elsewhere, fixture);

  /* However long this waits, nothing happens before the lock is gone. */
  g_usleep (100000);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_cmpint (close (lock), ==, 0);
  store = g_thread_join (opener);
  g_assert_nonnull (store);
  news_store_close (store);
}

/* A mark without a file, which somebody has removed. */
static void
test_mark_alone (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_close (fixture);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  news_opening_mark_damaged (fixture->path);
  store_fixture_reopen (fixture);
  g_assert_null (fixture->set_aside);
  assert_works (fixture);
}

/* --- every page ---------------------------------------------------------------------------------
 */

static void
list (StoreFixture *fixture, NewsScope *scope)
{
  StoreFixtureWait wait = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (NewsSnapshot) snapshot = NULL;

  news_store_list_async (fixture->store, scope, 0, ARTICLES, NULL, store_fixture_answer_cb, &wait);
  result = store_fixture_wait (&wait);
  snapshot = news_store_list_finish (fixture->store, result, NULL);
}

/* What the window counts all the time; errors are found when the store is opened next. */
static void
count_bookmarks (StoreFixture *fixture)
{
  g_autoptr (GPtrArray) sections = g_ptr_array_new ();
  StoreFixtureWait wait = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) counts = NULL;

  news_store_count_async (fixture->store, sections, NULL, store_fixture_answer_cb, &wait);
  result = store_fixture_wait (&wait);
  counts = news_store_count_finish (fixture->store, result, NULL);
}

/* Uses all that there is, as far as it goes: a damage may hide anywhere. */
static void
use_everything (StoreFixture *fixture)
{
  g_autoptr (NewsSource) source = news_source_new ("one", "one", "test");
  g_autoptr (GPtrArray) articles
    = g_ptr_array_new_with_free_func ((GDestroyNotify) news_article_unref);
  NewsBatch batch = { .source = source, .articles = articles };
  g_autoptr (GError) error = read_stories (fixture);
  g_autoptr (NewsSection) section = store_fixture_section ("s", "one/ one/5");
  g_autoptr (NewsScope) all = news_scope_new_section (section);
  g_autoptr (NewsScope) bookmarks = news_scope_new_bookmarks ();
  g_autoptr (NewsScope) topic = news_scope_new_topic ("t");

  list (fixture, all);
  list (fixture, bookmarks);
  list (fixture, topic);
  count_bookmarks (fixture);

  for (guint i = 1; i <= ARTICLES; i += 7)
    {
      NewsArticle *article = create (i);

      g_set_str (&article->byline, "changed");
      g_ptr_array_add (articles, article);
    }
  news_store_take_in (fixture->store, &batch, NULL, NULL);
  news_store_get_extent (fixture->store, "one", "5", NULL, NULL, NULL);
  news_store_drop_older (fixture->store, 1, 0, NULL);
}

/* Which pages hold the definitions of the tables, and which the statuses. */
static GHashTable *
list_pages (StoreFixture *fixture, const char *condition)
{
  g_autofree char *sql = g_strdup_printf ("SELECT pageno FROM dbstat WHERE %s", condition);
  GHashTable *pages = g_hash_table_new (NULL, NULL);
  sqlite3_stmt *statement = NULL;
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL);
  while (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    g_hash_table_add (pages, GINT_TO_POINTER (sqlite3_column_int (statement, 0)));
  sqlite3_finalize (statement);
  sqlite3_close (handle);

  return pages;
}

typedef struct
{
  char *contents;
  gsize length;
  GHashTable *schema;
  GHashTable *statuses;
} Sound;

/* Damages one page of a sound file. Whatever page it is, no bookmark is lost, unless it was the
 * definitions of the tables. */
static void
damage_page (StoreFixture *fixture, const Sound *sound, guint page, gboolean random)
{
  g_autofree guint8 *garbage = g_malloc0 (PAGE);
  g_autofree char *aside = NULL;
  gboolean lost = g_hash_table_contains (sound->schema, GUINT_TO_POINTER (page));

  for (guint i = 0; random && i < PAGE; i++)
    garbage[i] = (guint8) g_test_rand_int_range (0, 256);
  g_assert_true (
    g_file_set_contents (fixture->path, sound->contents, (gssize) sound->length, NULL));
  write_at (fixture->path, (page - 1) * PAGE, garbage, PAGE);

  store_fixture_reopen (fixture);
  if (fixture->set_aside == NULL)
    {
      use_everything (fixture);
      store_fixture_reopen (fixture);
    }

  g_test_message ("page %u%s%s", page, lost ? ", definitions" : "",
                  fixture->set_aside != NULL ? ", set aside" : "");
  if (!lost)
    {
      g_autofree char *expected = get_expected_bookmarks ();
      g_autofree char *bookmarks = store_fixture_bookmark_ids (fixture, 0);

      /* One whose article went has no row, but it is known. */
      g_assert_cmpint (
        store_fixture_ask (fixture, "SELECT count (*) FROM statuses WHERE bookmarked = 1"), ==,
        ARTICLES / 10);
      g_assert_true (fixture->set_aside != NULL || g_strcmp0 (bookmarks, expected) == 0);
      if (!g_hash_table_contains (sound->statuses, GUINT_TO_POINTER (page)))
        g_assert_cmpint (
          store_fixture_ask (fixture, "SELECT count (*) FROM statuses WHERE read = 1"), ==,
          ARTICLES / 3);
    }

  aside = g_strdup (fixture->set_aside);
  store_fixture_close (fixture);
  if (aside != NULL)
    g_assert_cmpint (g_unlink (aside), ==, 0);
}

static void
test_every_page (StoreFixture *fixture, gconstpointer data)
{
  Sound sound = { 0 };

  fill (fixture);
  store_fixture_close (fixture);
  sound.schema = list_pages (fixture, "name = 'sqlite_schema'");
  sound.statuses = list_pages (fixture, "name = 'statuses'");
  if (g_hash_table_size (sound.schema) == 0)
    g_test_skip ("this SQLite does not tell which page is whose");
  g_assert_true (g_file_get_contents (fixture->path, &sound.contents, &sound.length, NULL));

  for (guint page = 1; g_hash_table_size (sound.schema) > 0 && page <= sound.length / PAGE; page++)
    damage_page (fixture, &sound, page, page % 2 == 0);

  g_hash_table_unref (sound.schema);
  g_hash_table_unref (sound.statuses);
  g_free (sound.contents);
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
  add ("/opening/no-database", test_no_database);
  add ("/opening/truncated", test_truncated);
  add ("/opening/missing-table", test_missing_table);
  add ("/opening/version-lost", test_version_lost);
  add ("/opening/found-later", test_found_later);
  add ("/opening/many-statuses", test_many_statuses);
  add ("/opening/without-article", test_without_article);
  add ("/opening/between-moves", test_between_moves);
  add ("/opening/half-made", test_half_made);
  add ("/opening/locked", test_locked);
  add ("/opening/mark-alone", test_mark_alone);
  add ("/opening/every-page", test_every_page);

  return g_test_run ();
}
