/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* Filters and orders of lists: news-sieve.c, news-visits.c and the first rows of news-rows.c, by
 * examples; test-store-model.c compares them with an oracle. */

#include "store-fixture.h"

#define NOW STORE_FIXTURE_NOW

/* a to f, a new one each hour; those in "visits" were visited so often. */
static void
fill (StoreFixture *fixture)
{
  static const gint64 visits[] = { 5, -1, 70, 0, 5, -1 };

  store_fixture_set_now (fixture, NOW);
  for (guint i = 0; i < G_N_ELEMENTS (visits); i++)
    {
      g_autofree char *id = g_strdup_printf ("%c", 'a' + i);
      NewsArticle *article = store_fixture_article (id, id, NOW - 90000 + 3600 * i);

      article->visits = visits[i];
      article->topics = store_fixture_names ("topic");
      article->sections = store_fixture_names (i % 2 == 0 ? "even" : "odd");
      store_fixture_take (fixture, i < 3 ? "one" : "two", NULL, article, NULL);
    }
}

static gint64
get_number (StoreFixture *fixture, char id)
{
  return store_fixture_number (fixture, id < 'd' ? "one" : "two", (char[]) { id, '\0' });
}

static void
assert_view (StoreFixture *fixture,
             NewsScope *of,
             NewsFilter filter,
             NewsOrder order,
             gint64 since,
             gint64 kept,
             const char *expected)
{
  g_autoptr (NewsScope) scope = news_scope_new_view (of, filter, order, since);
  g_autofree char *ids = store_fixture_list_ids (fixture, scope, kept);

  g_assert_cmpstr (ids, ==, expected);
}

static NewsScope *
create_scope (void)
{
  g_autoptr (NewsSection) section = store_fixture_section ("s", "one/ two/odd two/even");

  return news_scope_new_section (section);
}

static void
test_orders (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (NewsScope) scope = create_scope ();
  g_autoptr (NewsScope) topic = news_scope_new_topic ("topic");

  fill (fixture);
  assert_view (fixture, scope, NEWS_FILTER_ALL, NEWS_ORDER_NEWEST, 0, 0, "f e d c b a");
  assert_view (fixture, scope, NEWS_FILTER_ALL, NEWS_ORDER_OLDEST, 0, 0, "a b c d e f");
  assert_view (fixture, scope, NEWS_FILTER_ALL, NEWS_ORDER_MOST_VISITED, 0, 0, "c e a f d b");
  assert_view (fixture, topic, NEWS_FILTER_ALL, NEWS_ORDER_MOST_VISITED, 0, 0, "c e a f d b");
}

/* What is read stays while the list is on show; what is kept always. */
static void
test_unread (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (NewsScope) scope = create_scope ();
  gint64 b, f;

  fill (fixture);
  b = get_number (fixture, 'b');
  f = get_number (fixture, 'f');
  store_fixture_set_read (fixture, b, TRUE);
  store_fixture_set_now (fixture, NOW + 10);
  store_fixture_set_read (fixture, f, TRUE);

  assert_view (fixture, scope, NEWS_FILTER_UNREAD, NEWS_ORDER_NEWEST, G_MAXINT64, 0, "e d c a");
  assert_view (fixture, scope, NEWS_FILTER_UNREAD, NEWS_ORDER_OLDEST, NOW + 10, 0, "a c d e f");
  assert_view (fixture, scope, NEWS_FILTER_UNREAD, NEWS_ORDER_OLDEST, NOW + 11, 0, "a c d e");
  assert_view (fixture, scope, NEWS_FILTER_UNREAD, NEWS_ORDER_NEWEST, G_MAXINT64, b, "e d c b a");
  assert_view (fixture, scope, NEWS_FILTER_UNREAD, NEWS_ORDER_MOST_VISITED, G_MAXINT64, f,
               "c e a f d");
}

static void
test_bookmarked (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (NewsSection) section = store_fixture_section ("s", "one/ two/odd");
  g_autoptr (NewsScope) scope = news_scope_new_section (section);

  fill (fixture);
  for (char id = 'b'; id <= 'e'; id++)
    store_fixture_set_bookmarked (fixture, get_number (fixture, id), TRUE);

  assert_view (fixture, scope, NEWS_FILTER_BOOKMARKED, NEWS_ORDER_NEWEST, 0, 0, "d c b");
  assert_view (fixture, scope, NEWS_FILTER_BOOKMARKED, NEWS_ORDER_MOST_VISITED, 0, 0, "c d b");
  assert_view (fixture, scope, NEWS_FILTER_BOOKMARKED, NEWS_ORDER_OLDEST, 0,
               get_number (fixture, 'a'), "a b c d");
}

/* Home keeps its order, but not what does not pass. */
static void
test_home (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) sections
    = g_ptr_array_new_with_free_func ((GDestroyNotify) news_section_unref);
  g_autoptr (NewsScope) home = NULL;
  g_autoptr (NewsScope) view = NULL;
  g_autofree char *all = NULL;
  g_autofree char *again = NULL;

  fill (fixture);
  g_ptr_array_add (sections, store_fixture_section ("s", "one/ two/"));
  home = news_scope_new_home (sections);
  all = store_fixture_list_ids (fixture, home, 0);
  view = news_scope_new_view (home, NEWS_FILTER_ALL, NEWS_ORDER_OLDEST, 0);
  again = store_fixture_list_ids (fixture, view, 0);
  g_assert_cmpstr (again, ==, all);
  assert_view (fixture, home, NEWS_FILTER_BOOKMARKED, NEWS_ORDER_OLDEST, 0, 0, "");
}

/* A beginning reads no more than it needs, but is the same as that of the whole. */
static void
test_top (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (NewsScope) scope = create_scope ();

  fill (fixture);
  store_fixture_set_read (fixture, get_number (fixture, 'e'), TRUE);
  for (guint i = 0; i < 9; i++)
    for (guint length = 1; length < 8; length++)
      {
        g_autoptr (NewsScope) view = news_scope_new_view (scope, i / 3, i % 3, G_MAXINT64);
        g_autoptr (NewsSnapshot) top = store_fixture_list_top (fixture, view, length);
        g_autoptr (NewsSnapshot) all = store_fixture_list (fixture, view, 0, 0);

        g_assert_cmpuint (top->rows->len, ==, MIN (length, all->rows->len));
        for (guint j = 0; j < top->rows->len; j++)
          g_assert_cmpint (g_array_index (top->rows, NewsRow, j).article, ==,
                           g_array_index (all->rows, NewsRow, j).article);
      }
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
  add ("/views/orders", test_orders);
  add ("/views/unread", test_unread);
  add ("/views/bookmarked", test_bookmarked);
  add ("/views/home", test_home);
  add ("/views/top", test_top);

  return g_test_run ();
}
