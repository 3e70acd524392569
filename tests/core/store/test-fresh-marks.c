/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "store-fixture.h"

#include "news-fresh-marks.h"

/* As the store tells it. */
static void
mark (StoreFixture *fixture, gint64 article, gboolean read, gboolean bookmarked)
{
  g_signal_emit_by_name (fixture->store, "status-changed", article, read, bookmarked);
}

/* How an answer that says that article 1 is a bookmark, and 2 read, is corrected. */
static void
assert_marks (NewsFreshMarks *marks, const char *expected)
{
  g_autoptr (GPtrArray) headlines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GString) found = g_string_new (NULL);

  for (gint64 article = 1; article <= 2; article++)
    {
      NewsHeadline *headline = news_headline_new (article);

      news_headline_set_read (headline, article == 2);
      news_headline_set_bookmarked (headline, article == 1);
      g_ptr_array_add (headlines, headline);
    }

  news_fresh_marks_apply (marks, headlines);
  for (guint i = 0; i < headlines->len; i++)
    {
      NewsHeadline *headline = g_ptr_array_index (headlines, i);
      gboolean read = i == 1, bookmarked = i == 0;

      news_fresh_marks_get (marks, headline->article, &read, &bookmarked);
      g_assert_cmpint (read, ==, headline->read);
      g_assert_cmpint (bookmarked, ==, headline->bookmarked);
      g_string_append (found, read ? "r" : "-");
      g_string_append (found, bookmarked ? "b" : "-");
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_meanwhile (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (NewsFreshMarks) marks = news_fresh_marks_new (fixture->store);

  mark (fixture, 1, TRUE, FALSE);
  news_fresh_marks_expect (marks);
  assert_marks (marks, "-br-");

  mark (fixture, 1, TRUE, TRUE);
  mark (fixture, 3, TRUE, TRUE);
  assert_marks (marks, "rbr-");
  mark (fixture, 1, FALSE, FALSE);
  mark (fixture, 2, TRUE, TRUE);
  assert_marks (marks, "--rb");

  news_fresh_marks_arrived (marks);
  assert_marks (marks, "-br-");
}

/* What was asked for last may come first. */
static void
test_several (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (NewsFreshMarks) marks = news_fresh_marks_new (fixture->store);

  news_fresh_marks_expect (marks);
  mark (fixture, 1, TRUE, FALSE);
  news_fresh_marks_expect (marks);
  news_fresh_marks_arrived (marks);
  assert_marks (marks, "r-r-");
  news_fresh_marks_arrived (marks);
  assert_marks (marks, "-br-");
}

/* The store goes on after it. */
static void
test_end (StoreFixture *fixture, gconstpointer data)
{
  NewsFreshMarks *marks = news_fresh_marks_new (fixture->store);

  news_fresh_marks_expect (marks);
  mark (fixture, 1, TRUE, FALSE);
  g_assert_finalize_object (marks);
  mark (fixture, 1, TRUE, FALSE);
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

  add ("/fresh-marks/meanwhile", test_meanwhile);
  add ("/fresh-marks/several", test_several);
  add ("/fresh-marks/end", test_end);

  return g_test_run ();
}
