/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-marks.h"
#include "ui-store.h"

typedef struct
{
  UiStore *store;
  NewsMarks *marks;
  GHashTable *read;       /* number to its last state, as the store told */
  GHashTable *bookmarked; /* the same */
  char *failure;
  guint marked;
} Fixture;

static void
status_cb (NewsStore *store, gint64 article, gboolean read, gboolean bookmarked, Fixture *fixture)
{
  gpointer key = GSIZE_TO_POINTER (article);

  g_hash_table_insert (fixture->read, key, GINT_TO_POINTER (read));
  g_hash_table_insert (fixture->bookmarked, key, GINT_TO_POINTER (bookmarked));
}

static void
failed_cb (NewsMarks *marks, const char *message, Fixture *fixture)
{
  g_set_str (&fixture->failure, message);
}

static void
marked_cb (NewsMarks *marks, guint count, gboolean read, Fixture *fixture)
{
  g_assert_true (read);
  fixture->marked += count;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->store = ui_store_new ();
  ui_store_add (fixture->store, 1, 8);
  fixture->read = g_hash_table_new (NULL, NULL);
  fixture->bookmarked = g_hash_table_new (NULL, NULL);
  fixture->marks = news_marks_new (fixture->store->store);
  g_signal_connect (fixture->store->store, "status-changed", G_CALLBACK (status_cb), fixture);
  g_signal_connect (fixture->marks, "failed", G_CALLBACK (failed_cb), fixture);
  g_signal_connect (fixture->marks, "marked", G_CALLBACK (marked_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->marks);
  ui_store_free (fixture->store);
  g_hash_table_unref (fixture->read);
  g_hash_table_unref (fixture->bookmarked);
  g_free (fixture->failure);
}

/* Until nothing is on its way: each call holds the marks. */
static void
settle (Fixture *fixture)
{
  while (G_OBJECT (fixture->marks)->ref_count > 1)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_null (fixture->failure);
}

static gboolean
is_read (Fixture *fixture, gint64 article)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (fixture->read, GSIZE_TO_POINTER (article)));
}

static gboolean
is_bookmarked (Fixture *fixture, gint64 article)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (fixture->bookmarked, GSIZE_TO_POINTER (article)));
}

static void
undo (Fixture *fixture)
{
  g_assert_true (news_marks_undo (fixture->marks));
  settle (fixture);
}

static void
test_read (Fixture *fixture, gconstpointer data)
{
  gint64 article = ui_store_find (fixture->store, 3);

  news_marks_set_read (fixture->marks, article, TRUE);
  settle (fixture);
  g_assert_true (is_read (fixture, article));
  /* One alone needs no words. */
  g_assert_cmpuint (fixture->marked, ==, 0);

  news_marks_set_read (fixture->marks, article, FALSE);
  settle (fixture);
  g_assert_false (is_read (fixture, article));

  undo (fixture);
  g_assert_true (is_read (fixture, article));
  undo (fixture);
  g_assert_false (is_read (fixture, article));
  g_assert_false (news_marks_undo (fixture->marks));
}

/* What changes nothing is no step to turn back. */
static void
test_read_twice (Fixture *fixture, gconstpointer data)
{
  gint64 article = ui_store_find (fixture->store, 3);

  news_marks_set_read (fixture->marks, article, TRUE);
  settle (fixture);
  news_marks_set_read (fixture->marks, article, TRUE);
  settle (fixture);
  undo (fixture);
  g_assert_false (is_read (fixture, article));
  g_assert_false (news_marks_undo (fixture->marks));
}

static void
test_bookmark (Fixture *fixture, gconstpointer data)
{
  gint64 article = ui_store_find (fixture->store, 3);

  news_marks_set_bookmarked (fixture->marks, article, TRUE);
  settle (fixture);
  g_assert_true (is_bookmarked (fixture, article));
  undo (fixture);
  g_assert_false (is_bookmarked (fixture, article));

  news_marks_set_bookmarked (fixture->marks, article, TRUE);
  settle (fixture);
  news_marks_set_bookmarked (fixture->marks, article, FALSE);
  settle (fixture);
  undo (fixture);
  g_assert_true (is_bookmarked (fixture, article));
}

/* Those that were read before stay read when all are turned back. */
/* Somebody may be quicker than the store. */
static void
test_undo_early (Fixture *fixture, gconstpointer data)
{
  gint64 first = ui_store_find (fixture->store, 3);
  gint64 second = ui_store_find (fixture->store, 2);

  news_marks_set_bookmarked (fixture->marks, first, TRUE);
  settle (fixture);
  news_marks_set_bookmarked (fixture->marks, second, TRUE);
  g_assert_true (news_marks_undo (fixture->marks));
  settle (fixture);
  g_assert_true (is_bookmarked (fixture, first));
  g_assert_false (is_bookmarked (fixture, second));

  news_marks_set_bookmarked (fixture->marks, second, TRUE);
  g_assert_true (news_marks_undo (fixture->marks));
  g_assert_true (news_marks_undo (fixture->marks));
  settle (fixture);
  g_assert_false (is_bookmarked (fixture, first));
  g_assert_false (is_bookmarked (fixture, second));
}

static void
test_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsScope) scope = ui_store_new_scope ();
  gint64 before = ui_store_find (fixture->store, 3);
  gint64 other = ui_store_find (fixture->store, 4);

  news_marks_set_read (fixture->marks, before, TRUE);
  settle (fixture);
  news_marks_read_all (fixture->marks, scope);
  settle (fixture);
  g_assert_cmpuint (fixture->marked, ==, 7);
  g_assert_true (is_read (fixture, other));

  undo (fixture);
  g_assert_false (is_read (fixture, other));
  g_assert_true (is_read (fixture, before));
  undo (fixture);
  g_assert_false (is_read (fixture, before));
}

/* The bookmarks, as the numbers of their stories. */
static char *
list_bookmarks (Fixture *fixture)
{
  g_autoptr (GArray) articles = news_store_list_bookmarks (fixture->store->store, NULL);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < articles->len; i++)
    for (int story = 1; story <= 8; story++)
      if (ui_store_find (fixture->store, story) == g_array_index (articles, gint64, i))
        g_string_append_printf (list, "%d", story);

  return g_string_free_and_steal (list);
}

static void
assert_bookmarks (Fixture *fixture, const char *expected)
{
  g_autofree char *list = list_bookmarks (fixture);

  g_assert_cmpstr (list, ==, expected);
}

static void
mark_stories (Fixture *fixture)
{
  for (int story = 1; story <= 4; story++)
    {
      news_marks_set_bookmarked (fixture->marks, ui_store_find (fixture->store, story), TRUE);
      settle (fixture);
    }
  assert_bookmarks (fixture, "4321");
}

/* Each move is turned back to where it came from, and what was unmarked returns there. */
static void
test_move (Fixture *fixture, gconstpointer data)
{
  gint64 one = ui_store_find (fixture->store, 1);
  gint64 three = ui_store_find (fixture->store, 3);
  gint64 four = ui_store_find (fixture->store, 4);

  mark_stories (fixture);
  news_marks_move_bookmark (fixture->marks, one, three);
  settle (fixture);
  assert_bookmarks (fixture, "4132");
  news_marks_move_bookmark (fixture->marks, four, 0);
  settle (fixture);
  assert_bookmarks (fixture, "1324");
  /* Where it stands already. */
  news_marks_move_bookmark (fixture->marks, four, 0);
  settle (fixture);
  news_marks_set_bookmarked (fixture->marks, three, FALSE);
  settle (fixture);
  assert_bookmarks (fixture, "124");

  undo (fixture);
  assert_bookmarks (fixture, "1324");
  undo (fixture);
  assert_bookmarks (fixture, "4132");
  undo (fixture);
  assert_bookmarks (fixture, "4321");
}

/* An import is one step. */
static void
test_import (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) articles = g_array_new (FALSE, FALSE, sizeof (gint64));

  mark_stories (fixture);
  for (int story = 1; story <= 2; story++)
    {
      gint64 article = ui_store_find (fixture->store, story);

      g_array_append_val (articles, article);
    }
  news_marks_note_import (fixture->marks, articles);
  undo (fixture);
  assert_bookmarks (fixture, "43");
}

static void
test_failure (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsScope) scope = ui_store_new_scope ();
  gint64 article = ui_store_find (fixture->store, 3);

  news_store_close (fixture->store->store);

  news_marks_set_read (fixture->marks, article, TRUE);
  while (fixture->failure == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (fixture->failure, !=, "");
  g_assert_false (news_marks_undo (fixture->marks));

  g_clear_pointer (&fixture->failure, g_free);
  news_marks_read_all (fixture->marks, scope);
  while (fixture->failure == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (news_marks_undo (fixture->marks));

  /* A bookmark that was not set is none to take away. */
  g_clear_pointer (&fixture->failure, g_free);
  news_marks_set_bookmarked (fixture->marks, article, TRUE);
  while (fixture->failure == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (news_marks_undo (fixture->marks));
  g_clear_pointer (&fixture->failure, g_free);
  settle (fixture);
}

#define ADD(name, function) g_test_add ("/marks/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("read", test_read);
  ADD ("read-twice", test_read_twice);
  ADD ("bookmark", test_bookmark);
  ADD ("undo-early", test_undo_early);
  ADD ("all", test_all);
  ADD ("move", test_move);
  ADD ("import", test_import);
  ADD ("failure", test_failure);

  return g_test_run ();
}
