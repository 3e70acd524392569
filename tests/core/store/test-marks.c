/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-store-keeping.h"
#include "store-fixture.h"

#define NOW STORE_FIXTURE_NOW

/* What the store told since the last look: "l" for lists, "c" for counts, and articles as in
 * "3rb". */
static GString *told;

static void
lists_changed_cb (NewsStore *store, gpointer data)
{
  g_string_append (told, "l ");
}

static void
counts_changed_cb (NewsStore *store, gpointer data)
{
  g_string_append (told, "c ");
}

static void
status_changed_cb (NewsStore *store, gint64 article, gboolean read, gboolean bookmarked)
{
  g_string_append_printf (told, "%" G_GINT64_FORMAT "%s%s ", article, read ? "r" : "",
                          bookmarked ? "b" : "");
}

static void
listen (StoreFixture *fixture)
{
  g_signal_connect (fixture->store, "lists-changed", G_CALLBACK (lists_changed_cb), NULL);
  g_signal_connect (fixture->store, "counts-changed", G_CALLBACK (counts_changed_cb), NULL);
  g_signal_connect (fixture->store, "status-changed", G_CALLBACK (status_changed_cb), NULL);
}

/* Waits for @expected, and that nothing but this comes. */
static void
assert_told (const char *expected)
{
  while (told->len == 0)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpstr (told->str, ==, expected);
  g_string_truncate (told, 0);
}

/* Waits until everything that was taken in has been told. */
static void
forget_told (StoreFixture *fixture)
{
  while (told->len == 0)
    g_main_context_iteration (NULL, TRUE);
  g_string_truncate (told, 0);
}

static void
take_some (StoreFixture *fixture)
{
  store_fixture_take (fixture, "one", "5", store_fixture_article ("a", "a", 100),
                      store_fixture_article ("b", "b", 200), store_fixture_article ("c", "c", 300),
                      NULL);
}

static void
assert_marks (StoreFixture *fixture, gint64 article, gboolean read, gboolean bookmarked)
{
  g_autoptr (NewsHeadline) headline = store_fixture_headline (fixture, article);
  g_autoptr (NewsStory) story = store_fixture_story (fixture, article);

  g_assert_cmpint (headline->read, ==, read);
  g_assert_cmpint (headline->bookmarked, ==, bookmarked);
  g_assert_cmpint (story->read, ==, read);
  g_assert_cmpint (story->bookmarked, ==, bookmarked);
}

/* Marks stay over a restart, a refresh, and a change of the article. */
static void
test_stay (StoreFixture *fixture, gconstpointer data)
{
  take_some (fixture);
  g_assert_cmpuint (store_fixture_set_read (fixture, 1, TRUE), ==, 1);
  store_fixture_set_bookmarked (fixture, 1, TRUE);
  store_fixture_set_bookmarked (fixture, 2, TRUE);
  assert_marks (fixture, 1, TRUE, TRUE);

  store_fixture_reopen (fixture);
  assert_marks (fixture, 1, TRUE, TRUE);
  assert_marks (fixture, 2, FALSE, TRUE);
  assert_marks (fixture, 3, FALSE, FALSE);

  take_some (fixture);
  store_fixture_take (fixture, "one", NULL, store_fixture_article ("a", "Another", 900), NULL);
  assert_marks (fixture, 1, TRUE, TRUE);
}

/* Marks stay while the article is away. */
static void
test_return (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *ids = NULL;
  g_autofree char *counts = NULL;

  store_fixture_set_now (fixture, NOW - 100000);
  take_some (fixture);
  store_fixture_set_read (fixture, 1, TRUE);
  store_fixture_set_bookmarked (fixture, 2, TRUE);
  store_fixture_set_now (fixture, NOW);
  store_fixture_take (fixture, "one", "5", store_fixture_article ("d", "d", 400), NULL);
  g_assert_cmpint (news_store_drop_older (fixture->store, NOW, 0, NULL), ==, 2);
  ids = store_fixture_section_ids (fixture, "one/5");
  g_assert_cmpstr (ids, ==, "d b");

  take_some (fixture);
  assert_marks (fixture, 1, TRUE, FALSE);
  assert_marks (fixture, 2, FALSE, TRUE);
  counts = store_fixture_count (fixture, "one/5", "one/", NULL);
  g_assert_cmpstr (counts, ==, "3 3 1");
}

static GArray *
set_read (StoreFixture *fixture, const gint64 *articles, guint length, gboolean read)
{
  StoreFixtureWait wait = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GArray *changed;

  news_store_set_read_async (fixture->store, articles, length, read, NULL, store_fixture_answer_cb,
                             &wait);
  result = store_fixture_wait (&wait);
  changed = news_store_set_read_finish (fixture->store, result, &error);
  g_assert_no_error (error);

  return changed;
}

/* Exactly what changed comes back, so that an undo turns back just that. */
static void
test_changed (StoreFixture *fixture, gconstpointer data)
{
  static const gint64 articles[] = { 3, 1, 77, 1, 2 };
  g_autoptr (GArray) none = NULL;
  g_autoptr (GArray) changed = NULL;
  g_autoptr (GArray) again = NULL;
  g_autoptr (GArray) undone = NULL;
  g_autoptr (GArray) nothing = NULL;

  take_some (fixture);
  none = set_read (fixture, articles, 5, FALSE);
  g_assert_cmpuint (none->len, ==, 0);

  store_fixture_set_read (fixture, 1, TRUE);
  changed = set_read (fixture, articles, 5, TRUE);
  g_assert_cmpuint (changed->len, ==, 2);
  g_assert_cmpint (g_array_index (changed, gint64, 0), ==, 2);
  g_assert_cmpint (g_array_index (changed, gint64, 1), ==, 3);
  again = set_read (fixture, articles, 5, TRUE);
  g_assert_cmpuint (again->len, ==, 0);

  undone = set_read (fixture, (gint64 *) (gpointer) changed->data, changed->len, FALSE);
  g_assert_cmpuint (undone->len, ==, 2);
  assert_marks (fixture, 1, TRUE, FALSE);
  assert_marks (fixture, 2, FALSE, FALSE);
  assert_marks (fixture, 3, FALSE, FALSE);
  nothing = set_read (fixture, NULL, 0, TRUE);
  g_assert_cmpuint (nothing->len, ==, 0);
}

/* Some rows of a list: of two spans, each article once. */
static void
test_rows (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (NewsSection) section = store_fixture_section ("s", "one/");
  g_autoptr (NewsScope) scope = news_scope_new_section (section);
  g_autoptr (NewsSnapshot) snapshot = NULL;
  g_autoptr (NewsPackedRows) rows = NULL;
  g_autoptr (GArray) changed = NULL;
  g_autoptr (GArray) none = NULL;
  NewsRowSpan spans[2] = { 0 };

  take_some (fixture);
  snapshot = store_fixture_list (fixture, scope, 0, 0);
  g_assert_cmpuint (snapshot->rows->len, >=, 2);
  rows = news_packed_rows_new (snapshot->rows);
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    spans[i] = (NewsRowSpan) { rows, i, 2 };
  changed = store_fixture_read_rows (fixture, spans, G_N_ELEMENTS (spans));
  g_assert_cmpuint (changed->len, ==, 2);
  for (guint i = 0; i < snapshot->rows->len; i++)
    assert_marks (fixture, g_array_index (snapshot->rows, NewsRow, i).article, i < 2, FALSE);

  spans[0].to = spans[0].from;
  none = store_fixture_read_rows (fixture, spans, 1);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
assert_read_all (StoreFixture *fixture, NewsScope *scope, const char *expected)
{
  g_autoptr (GArray) changed = store_fixture_read_all (fixture, scope);
  g_autoptr (GArray) undone = NULL;
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < changed->len; i++)
    {
      g_autoptr (NewsStory) story
        = store_fixture_story (fixture, g_array_index (changed, gint64, i));

      g_assert_true (story->read);
      g_string_append (ids, story->article->id);
    }
  g_assert_cmpstr (ids->str, ==, expected);
  g_string_free (ids, TRUE);

  undone = set_read (fixture, (gint64 *) (gpointer) changed->data, changed->len, FALSE);
  g_assert_cmpuint (undone->len, ==, changed->len);
}

static void
test_read_all (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (NewsSection) section = store_fixture_section ("s", "one/5 two/ one/");
  g_autoptr (NewsScope) all = news_scope_new_section (section);
  g_autoptr (NewsScope) bookmarks = news_scope_new_bookmarks ();
  g_autoptr (NewsScope) topic = news_scope_new_topic ("TRADE");
  g_autoptr (GPtrArray) sections = g_ptr_array_new ();
  g_autoptr (NewsScope) home = NULL;
  NewsArticle *traded = store_fixture_article ("d", "d", 400);

  traded->topics = store_fixture_names ("trade");
  take_some (fixture);
  store_fixture_take (fixture, "two", NULL, traded, NULL);
  store_fixture_take (fixture, "three", NULL, store_fixture_article ("e", "e", 500), NULL);
  store_fixture_set_read (fixture, 2, TRUE);
  store_fixture_set_bookmarked (fixture, 2, TRUE);
  store_fixture_set_bookmarked (fixture, 5, TRUE);
  g_ptr_array_add (sections, section);
  home = news_scope_new_home (sections);

  assert_read_all (fixture, all, "acd");
  assert_read_all (fixture, bookmarks, "e");
  assert_read_all (fixture, topic, "d");
  assert_read_all (fixture, home, "acd");
}

static void
test_bookmarks (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *without = NULL;
  g_autofree char *never = NULL;
  g_autofree char *again = NULL;

  take_some (fixture);
  store_fixture_take (fixture, "one", NULL, store_fixture_article ("d", "d", 50), NULL);
  store_fixture_set_now (fixture, NOW);
  store_fixture_set_bookmarked (fixture, 3, TRUE);
  store_fixture_set_now (fixture, NOW + 1);
  store_fixture_set_bookmarked (fixture, 1, TRUE);
  store_fixture_set_bookmarked (fixture, 1, TRUE);
  store_fixture_set_now (fixture, NOW + 2);
  store_fixture_set_bookmarked (fixture, 2, TRUE);
  first = store_fixture_bookmark_ids (fixture, 0);
  g_assert_cmpstr (first, ==, "b a c");

  store_fixture_set_now (fixture, NOW + 3);
  store_fixture_set_bookmarked (fixture, 1, FALSE);
  kept = store_fixture_bookmark_ids (fixture, 1);
  without = store_fixture_bookmark_ids (fixture, 0);
  never = store_fixture_bookmark_ids (fixture, 4);
  g_assert_cmpstr (kept, ==, "b a c");
  g_assert_cmpstr (without, ==, "b c");
  g_assert_cmpstr (never, ==, "b c");

  store_fixture_set_bookmarked (fixture, 1, TRUE);
  again = store_fixture_bookmark_ids (fixture, 0);
  g_assert_cmpstr (again, ==, "a b c");
}

/* What is not stored can't be bookmarked. */
static void
test_not_found (StoreFixture *fixture, gconstpointer data)
{
  StoreFixtureWait wait = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  news_store_set_bookmarked_async (fixture->store, 5, TRUE, NULL, store_fixture_answer_cb, &wait);
  result = store_fixture_wait (&wait);
  g_assert_false (news_store_set_bookmarked_finish (fixture->store, result, &error));
  g_assert_error (error, NEWS_STORE_ERROR, NEWS_STORE_ERROR_NOT_FOUND);
}

static void
test_signals (StoreFixture *fixture, gconstpointer data)
{
  listen (fixture);
  take_some (fixture);
  take_some (fixture);
  assert_told ("l c ");

  store_fixture_set_read (fixture, 1, TRUE);
  assert_told ("1r c ");
  store_fixture_set_bookmarked (fixture, 1, TRUE);
  assert_told ("1rb l c ");

  /* Without a change nothing is told: the next thing that is told is another. */
  store_fixture_set_read (fixture, 1, TRUE);
  store_fixture_set_bookmarked (fixture, 1, TRUE);
  take_some (fixture);
  store_fixture_set_read (fixture, 2, TRUE);
  assert_told ("2r c ");
}

/* Above 200 the lists tell it. */
static void
test_many (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (NewsSection) section = store_fixture_section ("s", "one/");
  g_autoptr (NewsScope) scope = news_scope_new_section (section);
  g_autoptr (GArray) changed = NULL;
  g_autoptr (GArray) undone = NULL;

  for (guint i = 0; i < 201; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      store_fixture_take (fixture, "one", NULL, store_fixture_article (id, id, i), NULL);
    }
  listen (fixture);
  forget_told (fixture);

  changed = store_fixture_read_all (fixture, scope);
  g_assert_cmpuint (changed->len, ==, 201);
  assert_told ("l c ");

  g_array_set_size (changed, 200);
  undone = set_read (fixture, (gint64 *) (gpointer) changed->data, 200, FALSE);
  g_assert_cmpuint (undone->len, ==, 200);
  while (told->len == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_str_has_prefix (told->str, "1 2 3 4 "));
  g_assert_true (g_str_has_suffix (told->str, " 199 200 c "));
  g_string_truncate (told, 0);
}

static gpointer
take_in_context (gpointer data)
{
  StoreFixture *fixture = data;
  g_autoptr (GMainContext) context = g_main_context_new ();

  g_main_context_push_thread_default (context);
  take_some (fixture);
  g_main_context_pop_thread_default (context);

  return NULL;
}

/* Signals come where the store was opened, whoever made the change. */
static void
test_context (StoreFixture *fixture, gconstpointer data)
{
  listen (fixture);
  g_thread_join (g_thread_new ("taker", take_in_context, fixture));
  g_assert_cmpstr (told->str, ==, "");
  assert_told ("l c ");
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
  told = g_string_new (NULL);
  add ("/marks/stay", test_stay);
  add ("/marks/return", test_return);
  add ("/marks/changed", test_changed);
  add ("/marks/rows", test_rows);
  add ("/marks/read-all", test_read_all);
  add ("/marks/bookmarks", test_bookmarks);
  add ("/marks/not-found", test_not_found);
  add ("/marks/signals", test_signals);
  add ("/marks/many", test_many);
  add ("/marks/context", test_context);

  return g_test_run ();
}
