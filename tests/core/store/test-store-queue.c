/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-store-keeping.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

/* A place where an operation stops until the test lets it go on. */
typedef struct
{
  GMutex mutex;
  GCond cond;
  guint arrived;
  gboolean open;
} Gate;

static void
gate_init (Gate *self)
{
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  self->arrived = 0;
  self->open = FALSE;
}

static void
gate_clear (Gate *self)
{
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
}

static void
gate_pass (Gate *self)
{
  g_mutex_lock (&self->mutex);
  self->arrived++;
  g_cond_broadcast (&self->cond);
  while (!self->open)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
}

static void
gate_wait_for (Gate *self, guint arrived)
{
  g_mutex_lock (&self->mutex);
  while (self->arrived < arrived)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
}

static void
gate_open (Gate *self)
{
  g_mutex_lock (&self->mutex);
  self->open = TRUE;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
}

/* Writes something, and stops before it is kept. */
static gpointer
write_slowly (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  news_database_execute (database, "INSERT INTO sources (name) VALUES ('slow')");
  gate_pass (data);

  return NULL;
}

static gpointer
read_slowly (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  gate_pass (data);

  return g_strdup ("read");
}

/* Notes in which order things ran. */
static GString *order;

static gpointer
note (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  g_string_append (order, data);

  return data;
}

static const NewsOperation slow_write
  = { .name = "Slow write", .lane = NEWS_LANE_BULK, .run = write_slowly };
static const NewsOperation slow_read
  = { .name = "Slow read", .lane = NEWS_LANE_READ, .run = read_slowly, .free_result = g_free };
static const NewsOperation mark = { .name = "Mark", .lane = NEWS_LANE_MARK, .run = note };
static const NewsOperation bulk = { .name = "Bulk", .lane = NEWS_LANE_BULK, .run = note };

static void
start (StoreFixture *fixture,
       const NewsOperation *operation,
       gconstpointer data,
       GCancellable *cancellable,
       StoreFixtureWait *wait)
{
  news_store_start (fixture->store, operation, (gpointer) data, cancellable,
                    store_fixture_answer_cb, wait);
}

static void
finish (StoreFixture *fixture,
        const NewsOperation *operation,
        StoreFixtureWait *wait,
        GQuark domain,
        int code)
{
  g_autoptr (GAsyncResult) result = store_fixture_wait (wait);
  g_autoptr (GError) error = NULL;
  gpointer value = news_store_finish (fixture->store, operation, result, &error);

  if (domain != 0)
    g_assert_error (error, domain, code);
  else
    g_assert_no_error (error);
  if (operation->free_result != NULL && value != NULL)
    operation->free_result (value);
}

/* Readers go on while something is written, and see what was there before. */
static void
test_readers_go_on (StoreFixture *fixture, gconstpointer data)
{
  StoreFixtureWait wait = { NULL };
  Gate gate;

  gate_init (&gate);
  store_fixture_take (fixture, "one", NULL, store_fixture_article ("1", "Title", 5), NULL);
  start (fixture, &slow_write, &gate, NULL, &wait);
  gate_wait_for (&gate, 1);

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *ids = store_fixture_section_ids (fixture, "one/");

      g_assert_cmpstr (ids, ==, "1");
    }
  g_assert_null (wait.result);

  gate_open (&gate);
  finish (fixture, &slow_write, &wait, 0, 0);
  gate_clear (&gate);
}

/* Two readers read at a time, a third waits. */
static void
test_two_readers (StoreFixture *fixture, gconstpointer data)
{
  StoreFixtureWait waits[3] = { 0 };
  Gate gate;

  gate_init (&gate);
  for (guint i = 0; i < 3; i++)
    start (fixture, &slow_read, &gate, NULL, &waits[i]);
  gate_wait_for (&gate, 2);
  g_assert_cmpuint (gate.arrived, ==, 2);

  gate_open (&gate);
  for (guint i = 0; i < 3; i++)
    finish (fixture, &slow_read, &waits[i], 0, 0);
  gate_clear (&gate);
}

/* What a person waits for goes before bulk; each in its own order. */
static void
test_order (StoreFixture *fixture, gconstpointer data)
{
  StoreFixtureWait slow = { NULL };
  StoreFixtureWait waits[6] = { 0 };
  Gate gate;

  gate_init (&gate);
  order = g_string_new (NULL);
  start (fixture, &slow_write, &gate, NULL, &slow);
  start (fixture, &bulk, "a", NULL, &waits[0]);
  start (fixture, &bulk, "b", NULL, &waits[1]);
  start (fixture, &mark, "1", NULL, &waits[2]);
  start (fixture, &bulk, "c", NULL, &waits[3]);
  start (fixture, &mark, "2", NULL, &waits[4]);
  start (fixture, &mark, "3", NULL, &waits[5]);
  gate_open (&gate);

  finish (fixture, &slow_write, &slow, 0, 0);
  for (guint i = 0; i < 6; i++)
    finish (fixture, i == 0 || i == 1 || i == 3 ? &bulk : &mark, &waits[i], 0, 0);
  g_assert_cmpstr (order->str, ==, "123abc");
  g_string_free (g_steal_pointer (&order), TRUE);
  gate_clear (&gate);
}

/* What was cancelled before its turn is not run; what was cancelled after it was written says that
 * it was written. */
static void
test_cancelled (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  StoreFixtureWait slow = { NULL };
  StoreFixtureWait cancelled = { NULL };
  StoreFixtureWait other = { NULL };
  Gate gate;

  gate_init (&gate);
  order = g_string_new (NULL);
  start (fixture, &slow_write, &gate, cancellable, &slow);
  gate_wait_for (&gate, 1);
  start (fixture, &mark, "1", cancellable, &cancelled);
  start (fixture, &mark, "2", NULL, &other);
  g_cancellable_cancel (cancellable);
  gate_open (&gate);

  finish (fixture, &mark, &cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  finish (fixture, &mark, &other, 0, 0);
  finish (fixture, &slow_write, &slow, 0, 0);
  g_assert_cmpstr (order->str, ==, "2");
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM sources WHERE name = 'slow'"),
                   ==, 1);
  g_string_free (g_steal_pointer (&order), TRUE);
  gate_clear (&gate);
}

static gpointer
read_for_ever (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  const char *sql = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                    " SELECT count (*) FROM n";

  gate_pass (data);
  news_statement_run_int (news_database_prepare (database, sql), 0);

  return NULL;
}

/* A query that runs stops when it is cancelled. */
static void
test_cancelled_while_reading (StoreFixture *fixture, gconstpointer data)
{
  static const NewsOperation endless
    = { .name = "Endless", .lane = NEWS_LANE_READ, .run = read_for_ever };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  StoreFixtureWait wait = { NULL };
  g_autofree char *ids = NULL;
  Gate gate;

  gate_init (&gate);
  start (fixture, &endless, &gate, cancellable, &wait);
  gate_wait_for (&gate, 1);
  gate_open (&gate);
  g_cancellable_cancel (cancellable);
  finish (fixture, &endless, &wait, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  /* And the reader serves the next one. */
  for (guint i = 0; i < 4; i++)
    {
      g_clear_pointer (&ids, g_free);
      ids = store_fixture_section_ids (fixture, "one/");
      g_assert_cmpstr (ids, ==, "");
    }
  gate_clear (&gate);
}

static gpointer
close_store (gpointer data)
{
  news_store_close (data);

  return NULL;
}

/* What waits to be written is written before the end; what waits to be read is not read. */
static void
test_close (StoreFixture *fixture, gconstpointer data)
{
  StoreFixtureWait slow = { NULL };
  StoreFixtureWait reads[4] = { 0 };
  StoreFixtureWait marks[2] = { 0 };
  StoreFixtureWait late = { NULL };
  GThread *closer;
  Gate gate;

  gate_init (&gate);
  order = g_string_new (NULL);
  start (fixture, &slow_write, &gate, NULL, &slow);
  start (fixture, &slow_read, &gate, NULL, &reads[0]);
  start (fixture, &slow_read, &gate, NULL, &reads[1]);
  gate_wait_for (&gate, 3);
  start (fixture, &slow_read, &gate, NULL, &reads[2]);
  start (fixture, &slow_read, &gate, NULL, &reads[3]);
  start (fixture, &bulk, "b", NULL, &marks[0]);
  start (fixture, &mark, "m", NULL, &marks[1]);

  closer = g_thread_new ("closer", close_store, fixture->store);
  finish (fixture, &slow_read, &reads[2], NEWS_STORE_ERROR, NEWS_STORE_ERROR_CLOSED);
  finish (fixture, &slow_read, &reads[3], NEWS_STORE_ERROR, NEWS_STORE_ERROR_CLOSED);
  gate_open (&gate);
  g_thread_join (closer);
  g_assert_cmpstr (order->str, ==, "mb");

  finish (fixture, &slow_write, &slow, 0, 0);
  finish (fixture, &bulk, &marks[0], 0, 0);
  finish (fixture, &mark, &marks[1], 0, 0);
  finish (fixture, &slow_read, &reads[0], 0, 0);
  finish (fixture, &slow_read, &reads[1], 0, 0);

  start (fixture, &mark, "late", NULL, &late);
  finish (fixture, &mark, &late, NEWS_STORE_ERROR, NEWS_STORE_ERROR_CLOSED);
  news_store_close (fixture->store);
  g_assert_cmpstr (order->str, ==, "mb");
  g_string_free (g_steal_pointer (&order), TRUE);
  gate_clear (&gate);
}

/* The functions that wait know the end too. */
static void
test_closed (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsValidators) validators = NULL;

  news_store_close (fixture->store);
  validators = news_store_get_validators (fixture->store, "https://a.example/", &error);
  g_assert_null (validators);
  g_assert_error (error, NEWS_STORE_ERROR, NEWS_STORE_ERROR_CLOSED);
  g_clear_error (&error);
  g_assert_cmpint (news_store_drop_older (fixture->store, 5, 0, &error), ==, -1);
  g_assert_error (error, NEWS_STORE_ERROR, NEWS_STORE_ERROR_CLOSED);
}

/* SQLite removes what it keeps beside a database when the last one closes it. */
static gboolean
is_closed (StoreFixture *fixture)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *index = g_strconcat (fixture->path, "-shm", NULL);

  return !g_file_test (log, G_FILE_TEST_EXISTS) && !g_file_test (index, G_FILE_TEST_EXISTS);
}

/* A store that nobody closed ends with its last reference, whoever holds it. */
static void
test_dropped (StoreFixture *fixture, gconstpointer data)
{
  StoreFixtureWait waits[8] = { 0 };

  order = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (waits); i++)
    start (fixture, &mark, "x", NULL, &waits[i]);
  g_clear_object (&fixture->store);

  for (guint i = 0; i < G_N_ELEMENTS (waits); i++)
    g_object_unref (store_fixture_wait (&waits[i]));
  g_assert_cmpstr (order->str, ==, "xxxxxxxx");
  g_string_free (g_steal_pointer (&order), TRUE);
  /* That may be a thread of the store's own, which is not through yet. */
  while (!is_closed (fixture))
    g_usleep (1000);
}

typedef struct
{
  StoreFixture *fixture;
  guint number;
  guint failures;
} Worker;

static gpointer
take_in_many (gpointer data)
{
  Worker *worker = data;

  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u-%u", worker->number, i);
      NewsTaken taken = store_fixture_take (worker->fixture, "one", NULL,
                                            store_fixture_article (id, id, 100 + i), NULL);
      guint articles = 0;

      worker->failures += taken.added != 1;
      worker->failures
        += !news_store_get_extent (worker->fixture->store, "one", NULL, &articles, NULL, NULL);
      worker->failures += articles == 0;
    }

  return NULL;
}

/* Several threads take in while the main thread reads and marks. */
static void
test_many_threads (StoreFixture *fixture, gconstpointer data)
{
  Worker workers[4] = { 0 };
  GThread *threads[4];
  guint articles = 0;

  for (guint i = 0; i < G_N_ELEMENTS (workers); i++)
    {
      workers[i].fixture = fixture;
      workers[i].number = i;
      threads[i] = g_thread_new ("worker", take_in_many, &workers[i]);
    }

  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *ids = store_fixture_section_ids (fixture, "one/");

      store_fixture_set_read (fixture, 1 + i, TRUE);
    }

  for (guint i = 0; i < G_N_ELEMENTS (workers); i++)
    {
      g_thread_join (threads[i]);
      g_assert_cmpuint (workers[i].failures, ==, 0);
    }
  g_assert_true (news_store_get_extent (fixture->store, "one", NULL, &articles, NULL, NULL));
  g_assert_cmpuint (articles, ==, 200);
}

/* Whoever owns the main context may not wait. */
static gboolean
wait_on_main_cb (gpointer data)
{
  StoreFixture *fixture = data;

  news_store_get_extent (fixture->store, "one", NULL, NULL, NULL, NULL);

  return G_SOURCE_REMOVE;
}

static void
test_main_context (StoreFixture *fixture, gconstpointer data)
{
  if (g_test_subprocess ())
    {
      g_idle_add (wait_on_main_cb, fixture);
      g_main_context_iteration (NULL, TRUE);
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*assertion*g_main_context_is_owner*");
}

static gpointer
wait_for_both (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  gate_pass (data);

  return news_database_list_scans (database);
}

/* All rows of the indexes of bookmarks are bookmarks; cleaning up looks at everything; and the
 * tables of all sources and queries (NewsQueryTable), hundreds of each, are read for what goes
 * through all of them. */
static void
assert_no_scans (char **scans)
{
  for (gsize i = 0; scans[i] != NULL; i++)
    {
      g_test_message ("a whole table: %s", scans[i]);
      g_assert_true (strstr (scans[i], "INDEXED BY statuses_bookmarked") != NULL
                     || strstr (scans[i], "INDEXED BY statuses_ranked") != NULL
                     || g_str_has_prefix (scans[i], "DELETE FROM requests")
                     || g_str_has_prefix (scans[i], "DELETE FROM topics")
                     || g_str_equal (scans[i], "SELECT name, id FROM sources")
                     || g_str_equal (scans[i], "SELECT section, source, id, unread FROM queries"));
    }
}

static gpointer
list_scans (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  return news_database_list_scans (database);
}

static void
use_everything (StoreFixture *fixture)
{
  g_autoptr (GPtrArray) sections
    = g_ptr_array_new_with_free_func ((GDestroyNotify) news_section_unref);
  g_autoptr (NewsScope) home = NULL;
  g_autoptr (NewsSection) listed = store_fixture_section ("s", "one/ one/5 two/");
  g_autoptr (NewsScope) scope = news_scope_new_section (listed);
  g_autofree char *section = store_fixture_section_ids (fixture, "one/ one/5 two/");
  g_autofree char *bookmarks = store_fixture_bookmark_ids (fixture, 3);
  g_autofree char *topic = store_fixture_topic_ids (fixture, "topic");
  g_autofree char *more = store_fixture_more (fixture, 2, 10);
  g_autofree char *counts = store_fixture_count (fixture, "one/4 one/5", "two/", NULL);
  g_autofree char *front = NULL;
  g_autoptr (NewsHeadline) headline = store_fixture_headline (fixture, 1);
  g_autoptr (NewsValidators) validators
    = news_store_get_validators (fixture->store, "https://a.example/", NULL);

  g_ptr_array_add (sections, store_fixture_section ("a", "one/"));
  g_ptr_array_add (sections, store_fixture_section ("b", "one/5 two/"));
  home = news_scope_new_home (sections);
  front = store_fixture_list_ids (fixture, home, 90);
  store_fixture_find (fixture, "https://a.example/1");
  for (guint i = 0; i < 9; i++)
    {
      g_autoptr (NewsScope) view = news_scope_new_view (scope, i / 3, i % 3, G_MAXINT64);
      g_autoptr (NewsSnapshot) top = store_fixture_list_top (fixture, view, 5);
      g_autofree char *ids = store_fixture_list_ids (fixture, view, 0);
    }
  g_assert_true (news_store_get_extent (fixture->store, "one", "5", NULL, NULL, NULL));
}

static void
fill (StoreFixture *fixture)
{
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      NewsArticle *article = store_fixture_article (id, id, 1000 + i);

      article->topics = store_fixture_names ("topic");
      article->related = store_fixture_names ("4 7");
      article->sections = store_fixture_names ("4 5");
      article->url = g_strdup_printf ("https://a.example/%u", i);
      article->text = g_strdup (id);
      store_fixture_take (fixture, i % 2 == 0 ? "one" : "two", "5", news_article_ref (article),
                          NULL);
      g_set_str (&article->title, "another");
      store_fixture_take (fixture, i % 2 == 0 ? "one" : "two", "5", article, NULL);
      if (i % 3 == 0)
        store_fixture_set_read (fixture, i, TRUE);
      if (i % 7 == 0)
        store_fixture_set_bookmarked (fixture, i + 1, TRUE);
    }
}

/* No question goes through a whole table. */
static void
test_plans (StoreFixture *fixture, gconstpointer data)
{
  static const NewsOperation read_scans = { .name = "Scans",
                                            .lane = NEWS_LANE_READ,
                                            .run = wait_for_both,
                                            .free_result = (GDestroyNotify) g_strfreev };
  static const NewsOperation write_scans = { .name = "Scans",
                                             .lane = NEWS_LANE_BULK,
                                             .run = list_scans,
                                             .free_result = (GDestroyNotify) g_strfreev };
  StoreFixtureWait waits[2] = { 0 };
  gpointer result;
  Gate gate;

  fill (fixture);
  for (guint i = 0; i < 10; i++)
    use_everything (fixture);
  g_assert_cmpint (news_store_drop_older (fixture->store, G_MAXINT64, 0, NULL), ==, 0);

  gate_init (&gate);
  for (guint i = 0; i < 2; i++)
    start (fixture, &read_scans, &gate, NULL, &waits[i]);
  gate_wait_for (&gate, 2);
  gate_open (&gate);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GAsyncResult) answer = store_fixture_wait (&waits[i]);
      g_auto (GStrv) scans = news_store_finish (fixture->store, &read_scans, answer, NULL);

      assert_no_scans (scans);
    }

  g_assert_true (news_store_wait (fixture->store, &write_scans, NULL, &result, NULL));
  assert_no_scans (result);
  g_strfreev (result);
  gate_clear (&gate);
}

static gint64
get_size (StoreFixture *fixture)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);

  return (gint64) status.st_size;
}

/* What has made the log long is answered, and what comes next finds it folded into the file. */
static void
test_folding (StoreFixture *fixture, gconstpointer data)
{
  gint64 before;

  store_fixture_ask (fixture, "INSERT INTO sources (name, title) VALUES ('a', 'short')");
  before = get_size (fixture);
  store_fixture_ask (fixture, "UPDATE sources SET title = hex (randomblob (4000000))");
  store_fixture_ask (fixture, "SELECT 1");
  g_assert_cmpint (get_size (fixture), >, before + 8000000);
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
  add ("/store-queue/readers-go-on", test_readers_go_on);
  add ("/store-queue/two-readers", test_two_readers);
  add ("/store-queue/order", test_order);
  add ("/store-queue/cancelled", test_cancelled);
  add ("/store-queue/cancelled-while-reading", test_cancelled_while_reading);
  add ("/store-queue/close", test_close);
  add ("/store-queue/closed", test_closed);
  add ("/store-queue/dropped", test_dropped);
  add ("/store-queue/many-threads", test_many_threads);
  add ("/store-queue/main-context", test_main_context);
  add ("/store-queue/plans", test_plans);
  add ("/store-queue/folding", test_folding);

  return g_test_run ();
}
