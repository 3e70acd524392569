/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-bookmark-order.h"
#include "store-fixture.h"

#include <string.h>

#define NOW STORE_FIXTURE_NOW

static void
mark (StoreFixture *fixture, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("%c", 'a' + i);

      store_fixture_take (fixture, "one", NULL, store_fixture_article (id, id, 100), NULL);
      store_fixture_set_bookmarked (fixture, i + 1, TRUE);
    }
}

static void
assert_order (StoreFixture *fixture, const char *expected)
{
  g_autofree char *ids = store_fixture_bookmark_ids (fixture, 0);

  g_assert_cmpstr (ids, ==, expected);
}

static void
assert_times (StoreFixture *fixture, gboolean expected)
{
  g_autoptr (NewsScope) scope = news_scope_new_bookmarks ();
  g_autoptr (NewsSnapshot) snapshot = store_fixture_list (fixture, scope, 0, 0);

  for (guint i = 0; i < snapshot->rows->len; i++)
    g_assert_cmpint (g_array_index (snapshot->rows, NewsRow, i).time != 0, ==, expected);
}

/* Up, down, to both ends, and back by what each move says. */
static void
test_move (StoreFixture *fixture, gconstpointer data)
{
  mark (fixture, 5);
  assert_order (fixture, "e d c b a");
  assert_times (fixture, TRUE);

  g_assert_cmpint (store_fixture_move_bookmark (fixture, 2, 4), ==, 1);
  assert_order (fixture, "e b d c a");
  assert_times (fixture, FALSE);
  g_assert_cmpint (store_fixture_move_bookmark (fixture, 3, 5), ==, 1);
  assert_order (fixture, "c e b d a");
  g_assert_cmpint (store_fixture_move_bookmark (fixture, 3, 0), ==, 5);
  assert_order (fixture, "e b d a c");
  g_assert_cmpint (store_fixture_move_bookmark (fixture, 3, 5), ==, 0);
  assert_order (fixture, "c e b d a");
  store_fixture_reopen (fixture);
  assert_order (fixture, "c e b d a");

  /* Back where it was. */
  store_fixture_move_bookmark (fixture, 3, 1);
  store_fixture_move_bookmark (fixture, 2, 1);
  assert_order (fixture, "e d c b a");
}

/* What moves nothing says so. */
static void
test_nothing (StoreFixture *fixture, gconstpointer data)
{
  mark (fixture, 3);
  store_fixture_take (fixture, "one", NULL, store_fixture_article ("x", "x", 100), NULL);
  g_assert_cmpint (store_fixture_move_bookmark (fixture, 2, 2), ==, -1);
  g_assert_cmpint (store_fixture_move_bookmark (fixture, 2, 1), ==, -1);
  g_assert_cmpint (store_fixture_move_bookmark (fixture, 1, 0), ==, -1);
  g_assert_cmpint (store_fixture_move_bookmark (fixture, 4, 1), ==, -1);
  g_assert_cmpint (store_fixture_move_bookmark (fixture, 1, 4), ==, -1);
  g_assert_cmpint (store_fixture_move_bookmark (fixture, 77, 1), ==, -1);
  g_assert_cmpint (store_fixture_move_bookmark (fixture, 1, 77), ==, -1);
  assert_order (fixture, "c b a");
  assert_times (fixture, TRUE);
}

/* A new one comes first, also before one that was moved there, and with a clock that went back. */
static void
test_new (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_set_now (fixture, NOW);
  mark (fixture, 3);
  assert_order (fixture, "c b a");
  assert_times (fixture, TRUE);
  store_fixture_move_bookmark (fixture, 1, 3);
  store_fixture_take (fixture, "one", NULL, store_fixture_article ("x", "x", 100), NULL);
  store_fixture_set_bookmarked (fixture, 4, TRUE);
  assert_order (fixture, "x a c b");

  store_fixture_set_now (fixture, NOW - 100000);
  store_fixture_take (fixture, "one", NULL, store_fixture_article ("y", "y", 100), NULL);
  store_fixture_set_bookmarked (fixture, 5, TRUE);
  assert_order (fixture, "y x a c b");
}

static void
return_bookmark (StoreFixture *fixture, gint64 article)
{
  StoreFixtureWait wait = { NULL };
  g_autoptr (GAsyncResult) result = NULL;

  news_store_return_bookmark_async (fixture->store, article, NULL, store_fixture_answer_cb, &wait);
  result = store_fixture_wait (&wait);
  g_assert_true (news_store_set_bookmarked_finish (fixture->store, result, NULL));
}

/* One that is unmarked is kept in its place while it is on show; it returns there, and something
 * may be moved before it in the meantime. */
static void
test_return (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *kept = NULL;

  mark (fixture, 4);
  store_fixture_move_bookmark (fixture, 1, 3);
  assert_order (fixture, "d a c b");
  store_fixture_set_bookmarked (fixture, 1, FALSE);
  assert_order (fixture, "d c b");
  kept = store_fixture_bookmark_ids (fixture, 1);
  g_assert_cmpstr (kept, ==, "d a c b");
  g_assert_cmpint (store_fixture_move_bookmark (fixture, 2, 1), ==, 0);
  assert_order (fixture, "d b c");

  return_bookmark (fixture, 1);
  assert_order (fixture, "d b a c");
  return_bookmark (fixture, 1);
  assert_order (fixture, "d b a c");

  /* One that never was a bookmark becomes a new one. */
  store_fixture_take (fixture, "one", NULL, store_fixture_article ("x", "x", 100), NULL);
  return_bookmark (fixture, 5);
  assert_order (fixture, "x d b a c");
}

/* Moves a letter of @model as the store does its bookmark. */
static void
move_letter (GString *model, char letter, char before)
{
  char *at;

  g_string_erase (model, strchr (model->str, letter) - model->str, 1);
  at = before != '\0' ? strchr (model->str, before) : NULL;
  g_string_insert_c (model, at != NULL ? at - model->str : -1, letter);
}

static char *
dup_spaced (GString *model)
{
  GString *spaced = g_string_new (NULL);

  for (gsize i = 0; i < model->len; i++)
    g_string_append_printf (spaced, "%s%c", i > 0 ? " " : "", model->str[i]);

  return g_string_free_and_steal (spaced);
}

/* Any moves at all, in ranks that begin next to one another, give what they give in a plain list,
 * and no two bookmarks ever have the same rank. */
static void
test_any (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) model = g_string_new (NULL);

  store_fixture_set_now (fixture, NOW);
  mark (fixture, 26);
  for (guint i = 0; i < 26; i++)
    g_string_prepend_c (model, (char) ('a' + i));

  for (guint i = 0; i < 300; i++)
    {
      guint article = (guint) g_test_rand_int_range (0, 26);
      guint before = (guint) g_test_rand_int_range (0, 27);
      g_autofree char *expected = NULL;

      if (article == before)
        continue;
      store_fixture_move_bookmark (fixture, article + 1, before < 26 ? before + 1 : 0);
      move_letter (model, (char) ('a' + article), before < 26 ? (char) ('a' + before) : '\0');
      expected = dup_spaced (model);
      assert_order (fixture, expected);
    }
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (DISTINCT rank) FROM statuses"), ==,
                   26);
}

/* One place between two is enough for any number of moves to it, and few rows are written. */
static void
test_narrow (StoreFixture *fixture, gconstpointer data)
{
  gint64 before;

  store_fixture_ask (fixture, "INSERT INTO sources (id, name) VALUES (1, 'one')");
  store_fixture_ask (fixture, "WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                              " WHERE i < 30000) INSERT INTO identities (id, source, remote)"
                              " SELECT i, 1, 'r' || i FROM n");
  store_fixture_ask (fixture, "INSERT INTO statuses (identity, bookmarked, bookmarked_at, rank)"
                              " SELECT id, 1, 1700000000000000 + id, (1700000000000000 + id) * 1024"
                              " FROM identities");

  before = store_fixture_ask (fixture, "SELECT total_changes ()");
  for (guint i = 0; i < 200; i++)
    store_fixture_move_bookmark (fixture, 1 + i, 15000);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT total_changes ()") - before, <, 200 * 20);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (DISTINCT rank) FROM statuses"), ==,
                   30000);

  /* They stand in the order in which they came, right before it. */
  g_assert_cmpint (
    store_fixture_ask (fixture, "SELECT count (*) FROM statuses WHERE identity BETWEEN 1 AND 200"
                                " AND rank > (SELECT rank FROM statuses WHERE identity = 15000)"
                                " AND rank < (SELECT rank FROM statuses WHERE identity = 15001)"),
    ==, 200);
  g_assert_cmpint (
    store_fixture_ask (fixture, "SELECT count (*) FROM statuses one, statuses other"
                                " WHERE one.identity BETWEEN 1 AND 199"
                                " AND other.identity = one.identity + 1 AND other.rank > one.rank"),
    ==, 0);
}

/* Times that can't be have ranks all the same. */
static void
test_ranks (void)
{
  gint64 last = news_bookmark_order_get_rank (G_MAXINT64);

  g_assert_cmpint (news_bookmark_order_get_rank (G_MININT64), ==, 0);
  g_assert_cmpint (last, <, G_MAXINT64 / 4 * 3 + G_MAXINT64 / 8);
  g_assert_cmpint (news_bookmark_order_get_rank (NOW * G_USEC_PER_SEC), <, last);
}

static void
add (const char *path, void (*test) (StoreFixture *fixture, gconstpointer data))
{
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, test, store_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/bookmark-order/move", test_move);
  add ("/bookmark-order/nothing", test_nothing);
  add ("/bookmark-order/new", test_new);
  add ("/bookmark-order/return", test_return);
  add ("/bookmark-order/any", test_any);
  add ("/bookmark-order/narrow", test_narrow);
  g_test_add_func ("/bookmark-order/ranks", test_ranks);

  return g_test_run ();
}
