/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-saved-searches.h"

#define KEY "saved-searches"

typedef struct
{
  GSettings *settings;
  NewsSavedSearches *searches;
  GString *changes; /* "position-removed+added " each */
  NewsSavedSearch *removed;
  guint place;
} Fixture;

static void
changed_cb (GListModel *model, guint position, guint removed, guint added, Fixture *fixture)
{
  g_string_append_printf (fixture->changes, "%u-%u+%u ", position, removed, added);
}

static void
removed_cb (NewsSavedSearches *searches, NewsSavedSearch *search, guint place, Fixture *fixture)
{
  g_set_object (&fixture->removed, search);
  fixture->place = place;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->settings = g_settings_new_with_path (APPLICATION_ID, "/test/");
  g_settings_reset (fixture->settings, KEY);
  fixture->searches = news_saved_searches_new (fixture->settings);
  fixture->changes = g_string_new (NULL);
  g_signal_connect (fixture->searches, "items-changed", G_CALLBACK (changed_cb), fixture);
  g_signal_connect (fixture->searches, "removed", G_CALLBACK (removed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->searches);
  g_clear_object (&fixture->removed);
  g_settings_reset (fixture->settings, KEY);
  g_object_unref (fixture->settings);
  g_string_free (fixture->changes, TRUE);
}

static gboolean
add (Fixture *fixture, const char *name, const char *query)
{
  g_autoptr (NewsSavedSearch) search = news_saved_search_new (name, query);

  return news_saved_searches_insert (fixture->searches, search, G_MAXUINT);
}

static void
assert_kept (Fixture *fixture, const char *expected)
{
  g_autoptr (GVariant) kept = g_settings_get_value (fixture->settings, KEY);
  g_autofree char *text = g_variant_print (kept, FALSE);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_changes (Fixture *fixture, const char *expected)
{
  g_assert_cmpstr (fixture->changes->str, ==, expected);
  g_string_truncate (fixture->changes, 0);
}

static void
test_insert (Fixture *fixture, gconstpointer data)
{
  g_assert_true (add (fixture, "A", "a"));
  g_assert_true (add (fixture, "B", "b section:World"));
  assert_changes (fixture, "0-0+1 1-0+1 ");
  assert_kept (fixture, "[('A', 'a'), ('B', 'b section:World')]");
  g_assert_false (add (fixture, "Another", "a"));
  g_assert_false (add (fixture, "Nothing", ""));
  assert_changes (fixture, "");
  g_assert_cmpstr (
    news_saved_search_get_name (news_saved_searches_find (fixture->searches, "b section:World")),
    ==, "B");
  g_assert_null (news_saved_searches_find (fixture->searches, "B"));
}

static void
test_most (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < NEWS_SAVED_SEARCHES_MOST; i++)
    {
      g_autofree char *query = g_strdup_printf ("word%d", i);

      g_assert_false (news_saved_searches_is_full (fixture->searches));
      g_assert_true (add (fixture, query, query));
    }
  g_assert_true (news_saved_searches_is_full (fixture->searches));
  g_assert_false (add (fixture, "One", "more"));
}

/* A name that was the query goes with it; one that was given stays. */
static void
test_change (Fixture *fixture, gconstpointer data)
{
  NewsSavedSearch *search;

  add (fixture, "a", "a");
  add (fixture, "B", "b");
  search = news_saved_searches_find (fixture->searches, "a");
  g_string_truncate (fixture->changes, 0);
  news_saved_searches_set_query (fixture->searches, search, " b ");
  g_assert_cmpstr (news_saved_search_get_query (search), ==, "a");
  news_saved_searches_set_query (fixture->searches, search, " c ");
  assert_kept (fixture, "[('c', 'c'), ('B', 'b')]");
  news_saved_searches_rename (fixture->searches, search, "  ");
  news_saved_searches_rename (fixture->searches, search, " See ");
  news_saved_searches_set_query (fixture->searches, search, "d");
  assert_kept (fixture, "[('See', 'd'), ('B', 'b')]");
  /* They are the same rows. */
  assert_changes (fixture, "");
}

static void
test_remove (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsSavedSearch) removed = NULL;

  add (fixture, "A", "a");
  add (fixture, "B", "b");
  add (fixture, "C", "c");
  news_saved_searches_remove (fixture->searches, news_saved_searches_find (fixture->searches, "b"));
  assert_kept (fixture, "[('A', 'a'), ('C', 'c')]");
  g_assert_cmpstr (news_saved_search_get_name (fixture->removed), ==, "B");
  g_assert_cmpuint (fixture->place, ==, 1);
  removed = g_object_ref (fixture->removed);
  g_string_truncate (fixture->changes, 0);

  add (fixture, "D", "d");
  g_assert_true (news_saved_searches_insert (fixture->searches, removed, 1));
  assert_changes (fixture, "2-0+1 1-0+1 ");
  assert_kept (fixture, "[('A', 'a'), ('B', 'b'), ('C', 'c'), ('D', 'd')]");
}

/* Only those between the two places are others; what is there already does not move. */
static void
test_move (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsSavedSearch) stranger = news_saved_search_new ("B", "b");
  NewsSavedSearch *moved;

  add (fixture, "A", "a");
  add (fixture, "B", "b");
  add (fixture, "C", "c");
  add (fixture, "D", "d");
  g_string_truncate (fixture->changes, 0);
  moved = news_saved_searches_find (fixture->searches, "b");
  g_assert_true (news_saved_searches_move (fixture->searches, moved, 2));
  assert_kept (fixture, "[('A', 'a'), ('C', 'c'), ('B', 'b'), ('D', 'd')]");
  g_assert_true (news_saved_searches_move (fixture->searches, moved, 0));
  assert_kept (fixture, "[('B', 'b'), ('A', 'a'), ('C', 'c'), ('D', 'd')]");
  g_assert_true (news_saved_searches_move (fixture->searches, moved, G_MAXUINT));
  assert_kept (fixture, "[('A', 'a'), ('C', 'c'), ('D', 'd'), ('B', 'b')]");
  assert_changes (fixture, "1-2+2 0-3+3 0-4+4 ");

  g_assert_false (news_saved_searches_move (fixture->searches, moved, 3));
  g_assert_false (news_saved_searches_move (fixture->searches, stranger, 0));
  assert_changes (fixture, "");
  assert_kept (fixture, "[('A', 'a'), ('C', 'c'), ('D', 'd'), ('B', 'b')]");
}

/* What somebody else has written is shown, as far as it can be. */
static void
test_setting (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsSavedSearch) first = NULL;

  add (fixture, "A", "a");
  g_string_truncate (fixture->changes, 0);
  g_settings_set (fixture->settings, KEY, "a(ss)", NULL);
  assert_changes (fixture, "0-1+0 ");
  g_settings_set_value (fixture->settings, KEY,
                        g_variant_new_parsed ("[('', 'x'), ('Y', ''), ('Z', 'x'), ('Q', 'q')]"));
  assert_changes (fixture, "0-0+2 ");
  first = g_list_model_get_item (G_LIST_MODEL (fixture->searches), 0);
  g_assert_cmpstr (news_saved_search_get_name (first), ==, "x");
}

#define ADD(name, function) \
  g_test_add ("/saved-searches/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("insert", test_insert);
  ADD ("most", test_most);
  ADD ("change", test_change);
  ADD ("remove", test_remove);
  ADD ("move", test_move);
  ADD ("setting", test_setting);

  return g_test_run ();
}
