/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-store-keeping.h"
#include "store-fixture.h"

#define NOW STORE_FIXTURE_NOW
#define HOUR (60 * 60)

static GPtrArray *
create_files (const char *names)
{
  g_auto (GStrv) files = store_fixture_names (names);
  GPtrArray *array = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; files[i] != NULL; i++)
    g_ptr_array_add (array, g_strdup (files[i]));

  return array;
}

static void
note (StoreFixture *fixture, gint64 article, const char *names, gboolean complete)
{
  g_autoptr (GPtrArray) files = create_files (names);
  g_autoptr (GError) error = NULL;

  g_assert_true (news_store_note_clipping (fixture->store, article, files, complete, &error));
  g_assert_no_error (error);
}

static void
assert_due (StoreFixture *fixture, gint64 now, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) due = news_store_list_clippings_due (fixture->store, now, 10, &error);
  g_autoptr (GString) list = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < due->len; i++)
    g_string_append_printf (list, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "",
                            g_array_index (due, gint64, i));
  g_assert_cmpstr (list->str, ==, expected);
}

static void
assert_unused (StoreFixture *fixture, const char *names, const char *expected)
{
  g_autoptr (GPtrArray) files = create_files (names);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) unused = news_store_find_unused_files (fixture->store, files, &error);
  g_autofree char *list = NULL;

  g_assert_no_error (error);
  g_ptr_array_add (unused, NULL);
  list = g_strjoinv (" ", (char **) unused->pdata);
  g_assert_cmpstr (list, ==, expected);
}

static void
mark_some (StoreFixture *fixture)
{
  store_fixture_set_now (fixture, NOW);
  store_fixture_take (fixture, "one", NULL, store_fixture_article ("a", "a", 100),
                      store_fixture_article ("b", "b", 200), store_fixture_article ("c", "c", 300),
                      NULL);
  store_fixture_set_bookmarked (fixture, 1, TRUE);
  store_fixture_set_bookmarked (fixture, 2, TRUE);
}

/* Each bookmark is due once, in the order of the list; what is not complete later again. */
static void
test_due (StoreFixture *fixture, gconstpointer data)
{
  mark_some (fixture);
  assert_due (fixture, NOW, "2 1");
  note (fixture, 2, "x y", TRUE);
  assert_due (fixture, NOW, "1");
  note (fixture, 1, "x", FALSE);
  assert_due (fixture, NOW, "");

  store_fixture_set_now (fixture, NOW + HOUR);
  assert_due (fixture, NOW + HOUR, "1");
  note (fixture, 1, "x", FALSE);
  assert_due (fixture, NOW + 3 * HOUR, "");
  assert_due (fixture, NOW + 7 * HOUR, "1");
}

/* What can never be had is given up. */
static void
test_given_up (StoreFixture *fixture, gconstpointer data)
{
  mark_some (fixture);
  note (fixture, 2, "", TRUE);
  for (guint i = 0; i < 6; i++)
    {
      store_fixture_set_now (fixture, NOW + i * 200 * HOUR);
      assert_due (fixture, NOW + i * 200 * HOUR, "1");
      note (fixture, 1, "", FALSE);
    }
  assert_due (fixture, NOW + 10000 * HOUR, "");
}

/* An article that changes may have other pictures. */
static void
test_changed (StoreFixture *fixture, gconstpointer data)
{
  mark_some (fixture);
  note (fixture, 1, "x", TRUE);
  note (fixture, 2, "y", TRUE);
  store_fixture_take (fixture, "one", NULL, store_fixture_article ("a", "a", 100),
                      store_fixture_article ("b", "Another", 200), NULL);
  assert_due (fixture, NOW, "2");
  assert_unused (fixture, "x y", "");
}

/* A file goes with the last bookmark that has it. */
static void
test_shared (StoreFixture *fixture, gconstpointer data)
{
  mark_some (fixture);
  note (fixture, 1, "x shared", TRUE);
  note (fixture, 2, "y shared", TRUE);
  assert_unused (fixture, "x y shared other", "other");

  store_fixture_set_bookmarked (fixture, 1, FALSE);
  assert_unused (fixture, "x y shared", "");
  g_assert_true (news_store_drop_clippings (fixture->store, NULL));
  assert_unused (fixture, "x y shared", "x");
  store_fixture_set_bookmarked (fixture, 2, FALSE);
  g_assert_true (news_store_drop_clippings (fixture->store, NULL));
  assert_unused (fixture, "x y shared", "x y shared");

  store_fixture_set_bookmarked (fixture, 1, TRUE);
  assert_due (fixture, NOW, "1");
}

/* Nothing is kept of an article that has gone, or whose terms have ended. */
static void
test_gone (StoreFixture *fixture, gconstpointer data)
{
  NewsArticle *article = store_fixture_article ("c", "c", 300);

  mark_some (fixture);
  article->text = g_strdup ("A text.");
  store_fixture_take (fixture, "one", NULL, article, NULL);
  store_fixture_set_bookmarked (fixture, 3, TRUE);
  note (fixture, 3, "z", TRUE);
  store_fixture_set_now (fixture, NOW + 1000);
  g_assert_cmpint (news_store_lapse_older (fixture->store, "one", NOW + 1, NULL), ==, 1);
  assert_unused (fixture, "z", "z");

  note (fixture, 99, "x", TRUE);
  assert_unused (fixture, "x", "x");
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

  add ("/clippings/due", test_due);
  add ("/clippings/given-up", test_given_up);
  add ("/clippings/changed", test_changed);
  add ("/clippings/shared", test_shared);
  add ("/clippings/gone", test_gone);

  return g_test_run ();
}
