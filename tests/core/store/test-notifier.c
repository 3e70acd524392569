/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-notifier.h"

/* Tells what was emitted, such as "l c 3rb" for lists, counts, and article 3 read and bookmarked.
 */
static GString *told;

static void
emit_cb (GObject *object, const NewsChanges *changes)
{
  g_string_append_printf (told, "[%s%s", changes->lists ? "l" : "", changes->counts ? "c" : "");
  for (guint i = 0; i < changes->marks->len; i++)
    {
      const NewsMarks *marks = &g_array_index (changes->marks, NewsMarks, i);

      g_string_append_printf (told, " %" G_GINT64_FORMAT "%s%s", marks->article,
                              marks->read ? "r" : "", marks->bookmarked ? "b" : "");
    }
  g_string_append_c (told, ']');
}

static void
post (NewsNotifier *notifier, gboolean lists, gboolean counts, gint64 article, gboolean at_once)
{
  g_auto (NewsChanges) changes = { 0 };
  NewsMarks marks = { .article = article, .read = article % 2 == 1, .bookmarked = article > 4 };

  news_changes_init (&changes);
  changes.lists = lists;
  changes.counts = counts;
  if (article != 0)
    news_changes_add_marks (&changes, &marks);
  news_notifier_post (notifier, &changes, at_once);
}

static void
wait_until_told (GMainContext *context)
{
  while (told->len == 0)
    g_main_context_iteration (context, TRUE);
}

static void
test_together (void)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GObject) object = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (NewsNotifier) notifier = news_notifier_new (context, object, emit_cb);

  g_string_truncate (told, 0);
  g_assert_false (g_main_context_iteration (context, FALSE));
  post (notifier, TRUE, FALSE, 0, FALSE);
  post (notifier, TRUE, TRUE, 0, FALSE);
  post (notifier, FALSE, FALSE, 0, FALSE);
  wait_until_told (context);
  g_assert_cmpstr (told->str, ==, "[lc]");

  /* A person's own changes take along what waits. */
  g_string_truncate (told, 0);
  post (notifier, TRUE, FALSE, 0, FALSE);
  post (notifier, FALSE, TRUE, 3, TRUE);
  post (notifier, FALSE, FALSE, 6, TRUE);
  post (notifier, FALSE, FALSE, 3, TRUE);
  g_assert_true (g_main_context_iteration (context, FALSE));
  g_assert_cmpstr (told->str, ==, "[lc 3r 6b]");
  g_assert_false (g_main_context_iteration (context, FALSE));
}

/* Nothing comes when there is nothing, when the object is gone, or after the end. */
static void
test_nothing (void)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  GObject *object = g_object_new (G_TYPE_OBJECT, NULL);
  NewsNotifier *notifier = news_notifier_new (context, object, emit_cb);

  g_string_truncate (told, 0);
  post (notifier, FALSE, FALSE, 0, TRUE);
  g_assert_false (g_main_context_iteration (context, FALSE));

  post (notifier, TRUE, FALSE, 0, TRUE);
  g_assert_finalize_object (object);
  g_assert_true (g_main_context_iteration (context, FALSE));

  post (notifier, TRUE, FALSE, 0, TRUE);
  news_notifier_free (notifier);
  g_assert_false (g_main_context_iteration (context, FALSE));
  g_assert_cmpstr (told->str, ==, "");
}

static void
add_many (NewsChanges *changes, gint64 from, gint64 to)
{
  for (gint64 i = from; i < to; i++)
    {
      NewsMarks marks = { .article = i };

      news_changes_add_marks (changes, &marks);
    }
}

static void
test_many (void)
{
  g_auto (NewsChanges) few = { 0 };
  g_auto (NewsChanges) many = { 0 };

  news_changes_init (&few);
  news_changes_init (&many);
  g_assert_true (news_changes_is_empty (&few));
  add_many (&few, 1, 1 + NEWS_CHANGES_MARKS);
  g_assert_cmpuint (few.marks->len, ==, NEWS_CHANGES_MARKS);
  g_assert_false (few.lists);

  add_many (&many, 0, 1);
  news_changes_merge (&many, &few);
  g_assert_cmpuint (many.marks->len, ==, 0);
  g_assert_true (many.lists && many.many);

  news_changes_merge (&few, &many);
  g_assert_cmpuint (few.marks->len, ==, 0);
  g_assert_true (few.lists && !few.counts);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  told = g_string_new (NULL);
  g_test_add_func ("/notifier/together", test_together);
  g_test_add_func ("/notifier/nothing", test_nothing);
  g_test_add_func ("/notifier/many", test_many);

  return g_test_run ();
}
