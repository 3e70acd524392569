/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "store-fixture.h"

#define NOW STORE_FIXTURE_NOW
#define HOUR 3600

/* --- sections -----------------------------------------------------------------------------------
 */

static NewsArticle *
create (const char *id, gint64 published, const char *sections)
{
  NewsArticle *article = store_fixture_article (id, id, published);

  article->sections = store_fixture_names (sections);

  return article;
}

static void
assert_section (StoreFixture *fixture, const char *queries, const char *expected)
{
  g_autofree char *ids = store_fixture_section_ids (fixture, queries);

  g_assert_cmpstr (ids, ==, expected);
}

static void
take_some (StoreFixture *fixture)
{
  store_fixture_take (fixture, "one", NULL, create ("a", 100, "5"), create ("b", 300, "5 7"),
                      create ("c", 200, "7"), create ("d", 200, ""), NULL);
  store_fixture_take (fixture, "two", NULL, create ("e", 200, "5"), create ("f", 400, NULL), NULL);
}

/* Newest first; of the same time, the one with the higher number; each once. */
static void
test_section (StoreFixture *fixture, gconstpointer data)
{
  take_some (fixture);
  assert_section (fixture, "one/", "b d c a");
  assert_section (fixture, "one/5", "b a");
  assert_section (fixture, "one/5 one/7", "b c a");
  assert_section (fixture, "one/7 two/ one/5 two/5 one/7", "f b e c a");
  assert_section (fixture, "two/7", "");
  assert_section (fixture, "three/", "");
  assert_section (fixture, "", "");
}

static void
test_top (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (NewsSection) section = store_fixture_section ("s", "one/5 two/ one/7");
  g_autoptr (NewsScope) scope = news_scope_new_section (section);
  g_autoptr (NewsScope) topic = news_scope_new_topic ("none");
  g_autoptr (NewsSnapshot) none = NULL;

  take_some (fixture);
  for (guint length = 0; length < 8; length++)
    {
      g_autoptr (NewsSnapshot) top = store_fixture_list_top (fixture, scope, length);
      g_autoptr (NewsSnapshot) all = store_fixture_list (fixture, scope, 0, length);

      g_assert_cmpuint (top->rows->len, ==, MIN (length, 5));
      g_assert_cmpuint (top->headlines->len, ==, top->rows->len);
      g_assert_cmpuint (all->rows->len, ==, 5);
      g_assert_cmpuint (all->headlines->len, ==, top->rows->len);
      for (guint i = 0; i < top->rows->len; i++)
        {
          NewsHeadline *headline = g_ptr_array_index (all->headlines, i);

          g_assert_cmpint (g_array_index (top->rows, NewsRow, i).article, ==, headline->article);
          g_assert_cmpint (g_array_index (all->rows, NewsRow, i).article, ==, headline->article);
          g_assert_cmpint (g_array_index (all->rows, NewsRow, i).time, ==, headline->published);
        }
    }
  none = store_fixture_list_top (fixture, topic, 5);
  g_assert_cmpuint (none->rows->len, ==, 0);
}

/* The article on show stays where it belongs. */
static void
test_kept (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (NewsSection) section = store_fixture_section ("s", "one/5");
  g_autoptr (NewsScope) scope = news_scope_new_section (section);
  g_autofree char *kept = NULL;
  g_autofree char *there = NULL;
  g_autofree char *gone = NULL;

  take_some (fixture);
  kept = store_fixture_list_ids (fixture, scope, store_fixture_number (fixture, "one", "c"));
  g_assert_cmpstr (kept, ==, "b c a");
  there = store_fixture_list_ids (fixture, scope, store_fixture_number (fixture, "one", "b"));
  g_assert_cmpstr (there, ==, "b a");
  gone = store_fixture_list_ids (fixture, scope, 12345);
  g_assert_cmpstr (gone, ==, "b a");
}

/* A list of headlines leaves out what is not there. */
static void
test_headlines (StoreFixture *fixture, gconstpointer data)
{
  gint64 articles[] = { 2, 99, 1, 2 };
  StoreFixtureWait wait = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) headlines = NULL;

  take_some (fixture);
  news_store_headlines_async (fixture->store, NULL, articles, 4, NULL, store_fixture_answer_cb,
                              &wait);
  articles[0] = 99;
  result = store_fixture_wait (&wait);
  headlines = news_store_headlines_finish (fixture->store, result, NULL);
  g_assert_cmpuint (headlines->len, ==, 3);
  g_assert_cmpint (((NewsHeadline *) g_ptr_array_index (headlines, 0))->article, ==, 2);
  g_assert_cmpint (((NewsHeadline *) g_ptr_array_index (headlines, 1))->article, ==, 1);
  g_assert_cmpint (((NewsHeadline *) g_ptr_array_index (headlines, 2))->article, ==, 2);
}

/* --- home ---------------------------------------------------------------------------------------
 */

static NewsArticle *
create_for_home (const char *id, gint64 published, gint64 visits, gboolean pictured)
{
  NewsArticle *article = store_fixture_article (id, id, published);

  article->visits = visits;
  if (pictured)
    {
      article->lead = news_picture_new ();
      news_picture_add_file (article->lead, "https://a.example/p.jpg", 0, 0);
    }

  return article;
}

static void
assert_home (StoreFixture *fixture, gint64 kept, const char *queries, const char *expected)
{
  g_autoptr (GPtrArray) sections
    = g_ptr_array_new_with_free_func ((GDestroyNotify) news_section_unref);
  g_auto (GStrv) parts = g_strsplit (queries, ", ", -1);
  g_autoptr (NewsScope) scope = NULL;
  g_autofree char *ids = NULL;

  g_ptr_array_add (sections, news_section_new ("home", "Home", NULL));
  for (gsize i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (sections, store_fixture_section (parts[i], parts[i]));
  scope = news_scope_new_home (sections);
  ids = store_fixture_list_ids (fixture, scope, kept);

  g_assert_cmpstr (ids, ==, expected);
}

/* Most visited first, no more than two of a section, from the last 36 hours; then section by
 * section. */
static void
test_home_visited (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_take (fixture, "one", NULL, create_for_home ("a1", NOW, 10, FALSE),
                      create_for_home ("a2", NOW - HOUR, 90, FALSE),
                      create_for_home ("a3", NOW - 2 * HOUR, 80, FALSE),
                      create_for_home ("a4", NOW - 3 * HOUR, 70, FALSE),
                      create_for_home ("a5", NOW - 40 * HOUR, 999, TRUE), NULL);
  store_fixture_take (fixture, "two", NULL, create_for_home ("b1", NOW - HOUR, 75, FALSE),
                      create_for_home ("b2", NOW - 2 * HOUR, 0, FALSE),
                      create_for_home ("b3", NOW - 36 * HOUR, 5, FALSE),
                      create_for_home ("b4", NOW - 36 * HOUR - 1, 500, FALSE), NULL);
  store_fixture_take (fixture, "three", NULL, create_for_home ("c1", NOW - HOUR, 1, FALSE), NULL);

  assert_home (fixture, 0, "one/, two/, three/, four/", "a2 a3 b1 b3 c1 | a1 a4 a5 | b2 b4");
}

static void
take_many (StoreFixture *fixture, const char *source, guint n, gint64 newest)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("%c%u", *source, i);

      store_fixture_take (fixture, source, NULL, create_for_home (id, newest - i, 1000 - i, FALSE),
                          NULL);
    }
}

/* The 36 hours are those before the newest article that stands in a section, however many that do
 * not are newer. */
static void
test_home_others (StoreFixture *fixture, gconstpointer data)
{
  take_many (fixture, "elsewhere", 250, NOW);
  store_fixture_take (fixture, "one", NULL, create_for_home ("a1", NOW - 50 * HOUR, 1, FALSE),
                      create_for_home ("a2", NOW - 51 * HOUR, 5, FALSE),
                      create_for_home ("a3", NOW - 52 * HOUR, 3, FALSE),
                      create_for_home ("a4", NOW - 100 * HOUR, 99, FALSE), NULL);

  assert_home (fixture, 0, "one/", "a2 a3 | a1 a4");
}

/* What comes far behind the best is not looked for, even if that are all of one section. */
static void
test_home_best (StoreFixture *fixture, gconstpointer data)
{
  take_many (fixture, "one", 450, NOW);
  store_fixture_take (fixture, "two", NULL, create_for_home ("b1", NOW, 1, FALSE), NULL);

  assert_home (fixture, 0, "one/, two/", "o0 o1 | o2 o3 o4 o5 o6 o7 | b1");
}

/* Where nobody counts: the newest with a picture. */
static void
test_home_pictured (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_take (fixture, "one", NULL, create_for_home ("a1", NOW, -1, FALSE),
                      create_for_home ("a2", NOW - HOUR, -1, FALSE), NULL);
  store_fixture_take (fixture, "two", NULL, create_for_home ("b1", NOW - HOUR, -1, TRUE),
                      create_for_home ("b2", NOW - 2 * HOUR, -1, TRUE),
                      create_for_home ("b3", NOW, -1, FALSE), NULL);

  assert_home (fixture, 0, "one/, two/", "b1 b2 a1 a2 | | b3");
}

/* The first has a picture if any has; counted and uncounted take turns. */
static void
test_home_mixed (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_take (fixture, "one", NULL, create_for_home ("a1", NOW, 50, FALSE),
                      create_for_home ("a2", NOW - HOUR, 40, FALSE),
                      create_for_home ("a3", NOW - HOUR, 30, FALSE), NULL);
  store_fixture_take (fixture, "two", NULL, create_for_home ("b1", NOW, -1, FALSE),
                      create_for_home ("b2", NOW - HOUR, -1, FALSE), NULL);
  assert_home (fixture, 0, "one/, two/", "a1 b1 a2 b2 | a3");

  store_fixture_take (fixture, "two", NULL, create_for_home ("b2", NOW - HOUR, -1, TRUE), NULL);
  assert_home (fixture, 0, "one/, two/", "b2 a1 a2 b1 | a3");
}

/* Too few in these hours: the newest, whenever they are from. */
static void
test_home_few (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_take (fixture, "one", NULL, create_for_home ("a1", NOW - 100 * HOUR, 500, FALSE),
                      create_for_home ("a2", NOW - 50 * HOUR, 600, FALSE), NULL);
  store_fixture_take (fixture, "two", NULL, create_for_home ("b1", NOW, 1, FALSE),
                      create_for_home ("b2", NOW - HOUR, 2, TRUE),
                      create_for_home ("b3", NOW - 90 * HOUR, 3, FALSE), NULL);
  store_fixture_take (fixture, "three", NULL, create_for_home ("c1", NOW - 60 * HOUR, 9, FALSE),
                      NULL);

  assert_home (fixture, 0, "two/", "b2 b1 | b3");
  assert_home (fixture, 0, "one/, three/", "a2 c1 a1");
  assert_home (fixture, 0, "four/", "");
}

/* Six of each section; none twice, though it stands in several. */
static void
test_home_sections (StoreFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);
      NewsArticle *article = create_for_home (id, NOW - i, 100 - i, FALSE);

      article->sections = store_fixture_names (i % 2 == 0 ? "5 7" : "5");
      store_fixture_take (fixture, "one", NULL, article, NULL);
    }

  assert_home (fixture, 0, "one/5, one/7", "a0 a1 | a2 a3 a4 a5 a6 a7 | a8 a10");
}

/* A section whose first rows all stand further up is read as far as it takes. */
static void
test_home_deep (StoreFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);
      NewsArticle *article = create_for_home (id, NOW - i, 100 - i, FALSE);

      article->sections = store_fixture_names (i < 30 ? "1 2 3 4 5 6" : i < 33 ? "6" : "7");
      store_fixture_take (fixture, "one", NULL, article, NULL);
    }

  assert_home (fixture, 0, "one/1, one/2, one/3, one/4, one/6",
               "a0 a1 a30 a31 | a2 a3 a4 a5 a6 a7 | a8 a9 a10 a11 a12 a13"
               " | a14 a15 a16 a17 a18 a19 | a20 a21 a22 a23 a24 a25 | a26 a27 a28 a29 a32");
  assert_home (fixture, 0, "one/1, one/2, one/3, one/4, one/5, one/6",
               "a0 a1 a30 a31 | a2 a3 a4 a5 a6 a7 | a8 a9 a10 a11 a12 a13"
               " | a14 a15 a16 a17 a18 a19 | a20 a21 a22 a23 a24 a25 | a26 a27 a28 a29 | a32");
}

static void
test_home_top (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) sections
    = g_ptr_array_new_with_free_func ((GDestroyNotify) news_section_unref);
  g_autoptr (NewsScope) home = NULL;
  g_autoptr (NewsSnapshot) top = NULL;

  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);

      store_fixture_take (fixture, "one", NULL, create_for_home (id, NOW - i, -1, FALSE), NULL);
    }
  g_ptr_array_add (sections, store_fixture_section ("s", "one/"));
  home = news_scope_new_home (sections);
  top = store_fixture_list_top (fixture, home, 3);
  g_assert_cmpuint (top->rows->len, ==, 3);
  g_assert_cmpuint (top->headlines->len, ==, 3);
  g_assert_cmpuint (g_array_index (top->rows, NewsRow, 1).group, ==, 0);
  g_assert_cmpuint (g_array_index (top->rows, NewsRow, 2).group, ==, 1);
}

static void
test_home_kept (StoreFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);

      store_fixture_take (fixture, "one", "5", create_for_home (id, NOW - i, 100 - i, FALSE), NULL);
    }
  store_fixture_take (fixture, "two", NULL, create_for_home ("b0", NOW - 5, -1, FALSE), NULL);

  assert_home (fixture, store_fixture_number (fixture, "one", "a11"), "one/5",
               "a0 a1 | a2 a3 a4 a5 a6 a7 a11");
  assert_home (fixture, store_fixture_number (fixture, "one", "a3"), "one/5",
               "a0 a1 | a2 a3 a4 a5 a6 a7");
  assert_home (fixture, store_fixture_number (fixture, "two", "b0"), "one/5",
               "a0 a1 b0 | a2 a3 a4 a5 a6 a7");
}

/* --- counts -------------------------------------------------------------------------------------
 */

static void
assert_counts (StoreFixture *fixture, const char *expected)
{
  g_autofree char *counts = store_fixture_count (fixture, "", "one/", "one/5", "one/5 one/7",
                                                 "two/ two/5", "one/5 two/", "four/", NULL);

  g_assert_cmpstr (counts, ==, expected);
}

static void
test_counts (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *sections = NULL;

  assert_counts (fixture, "0 0 0 0 0 0 0 0");
  take_some (fixture);
  assert_counts (fixture, "6 4 2 3 2 4 0 0");

  store_fixture_set_read (fixture, store_fixture_number (fixture, "one", "b"), TRUE);
  assert_counts (fixture, "5 3 1 2 2 3 0 0");
  store_fixture_set_bookmarked (fixture, store_fixture_number (fixture, "two", "e"), TRUE);
  assert_counts (fixture, "5 3 1 2 2 3 0 1");

  /* A read article that comes into a section is not unread there. */
  store_fixture_take (fixture, "one", NULL, create ("b", 300, "7 9"), NULL);
  assert_counts (fixture, "5 3 1 2 2 3 0 1");
  store_fixture_set_read (fixture, store_fixture_number (fixture, "one", "b"), FALSE);
  assert_counts (fixture, "6 4 1 3 2 3 0 1");

  sections = store_fixture_count (fixture, "", "one/5", "one/7", NULL);
  g_assert_cmpstr (sections, ==, "3 1 2 1");
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
  add ("/lists/section", test_section);
  add ("/lists/top", test_top);
  add ("/lists/kept", test_kept);
  add ("/lists/headlines", test_headlines);
  add ("/lists/home/visited", test_home_visited);
  add ("/lists/home/others", test_home_others);
  add ("/lists/home/best", test_home_best);
  add ("/lists/home/pictured", test_home_pictured);
  add ("/lists/home/mixed", test_home_mixed);
  add ("/lists/home/few", test_home_few);
  add ("/lists/home/sections", test_home_sections);
  add ("/lists/home/deep", test_home_deep);
  add ("/lists/home/top", test_home_top);
  add ("/lists/home/kept", test_home_kept);
  add ("/lists/counts", test_counts);

  return g_test_run ();
}
