/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-list-reader.h"
#include "ui-store.h"

#define FEW 10
#define MANY 300

typedef struct
{
  UiStore *store;
  NewsListReader *reader;
  NewsListChange *change; /* the last one */
  guint headlines;
  guint marked; /* of them */
  guint found;
  gboolean failed;
} Fixture;

static void
found_cb (NewsListChange *change, GPtrArray *headlines, const GError *error, gpointer data)
{
  Fixture *fixture = data;

  g_clear_pointer (&fixture->change, news_list_change_free);
  fixture->change = change;
  fixture->headlines = headlines != NULL ? headlines->len : 0;
  fixture->marked = 0;
  for (guint i = 0; i < fixture->headlines; i++)
    fixture->marked += ((NewsHeadline *) g_ptr_array_index (headlines, i))->read;
  fixture->failed = error != NULL;
  fixture->found++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsScope) scope = ui_store_new_scope ();

  fixture->store = ui_store_new ();
  fixture->reader = news_list_reader_new (fixture->store->store, scope, found_cb, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  news_list_reader_close (fixture->reader);
  while (G_OBJECT (fixture->reader)->ref_count > 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (fixture->reader);
  g_clear_pointer (&fixture->change, news_list_change_free);
  ui_store_free (fixture->store);
}

static guint
wait_for (Fixture *fixture, guint found)
{
  while (fixture->found < found)
    g_main_context_iteration (NULL, TRUE);

  return news_list_rows_get_length (news_list_change_get_after (fixture->change));
}

/* What is short comes at once, and again only when it has changed. */
static void
test_short (Fixture *fixture, gconstpointer data)
{
  ui_store_add (fixture->store, 1, FEW);
  news_list_reader_read (fixture->reader);
  g_assert_true (news_list_reader_is_first (fixture->reader));
  g_assert_cmpuint (wait_for (fixture, 1), ==, FEW);
  g_assert_cmpuint (fixture->headlines, ==, FEW);
  g_assert_true (news_list_reader_is_whole (fixture->reader));
  news_list_reader_go_on (fixture->reader);
  g_assert_false (news_list_reader_is_first (fixture->reader));

  ui_store_add (fixture->store, FEW + 1, FEW + 2);
  g_assert_cmpuint (wait_for (fixture, 2), ==, FEW + 2);
}

/* What is long begins with what is shown first; the rest waits until that has been taken. */
static void
test_long (Fixture *fixture, gconstpointer data)
{
  NewsSplice piece;
  guint top;

  ui_store_add (fixture->store, 1, MANY);
  news_list_reader_read (fixture->reader);
  top = wait_for (fixture, 1);
  g_assert_cmpuint (top, <, MANY);
  g_assert_cmpuint (top, ==, fixture->headlines);
  g_assert_false (news_list_reader_is_whole (fixture->reader));

  news_list_reader_go_on (fixture->reader);
  g_assert_cmpuint (wait_for (fixture, 2), ==, MANY);
  g_assert_true (news_list_reader_is_whole (fixture->reader));
  g_assert_true (news_list_change_take (fixture->change, G_MAXUINT, &piece));
  g_assert_cmpuint (piece.position, ==, top);
  g_assert_cmpuint (piece.added, ==, MANY - top);
  g_assert_true (news_list_change_is_done (fixture->change));
}

/* A front page is asked for once. */
static void
test_home (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsScope) section = ui_store_new_scope ();
  g_autoptr (NewsScope) home = news_scope_new_home (section->sections);

  news_list_reader_close (fixture->reader);
  g_object_unref (fixture->reader);
  fixture->reader = news_list_reader_new (fixture->store->store, home, found_cb, fixture);
  ui_store_add (fixture->store, 1, MANY);
  news_list_reader_read (fixture->reader);
  g_assert_cmpuint (wait_for (fixture, 1), >, 0);
  g_assert_true (news_list_reader_is_whole (fixture->reader));
}

/* Of a list of what is unread, what was read goes when the reader of it says so. */
static void
test_since (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsScope) of = ui_store_new_scope ();
  g_autoptr (NewsScope) scope = news_scope_new_view (of, NEWS_FILTER_UNREAD, NEWS_ORDER_OLDEST, 0);
  gint64 article;

  news_list_reader_close (fixture->reader);
  g_object_unref (fixture->reader);
  fixture->reader = news_list_reader_new (fixture->store->store, scope, found_cb, fixture);
  ui_store_add (fixture->store, 1, FEW);
  article = ui_store_find (fixture->store, 3);
  news_list_reader_read (fixture->reader);
  wait_for (fixture, 1);
  news_list_reader_go_on (fixture->reader);

  news_store_set_read_async (fixture->store->store, &article, 1, TRUE, NULL, NULL, NULL);
  news_list_reader_set_kept (fixture->reader, article);
  news_list_reader_set_since (fixture->reader, G_MAXINT64);
  g_assert_cmpint (news_list_reader_get_scope (fixture->reader)->order, ==, NEWS_ORDER_OLDEST);
  news_list_reader_read (fixture->reader);
  g_assert_cmpuint (wait_for (fixture, 2), ==, FEW);
  news_list_reader_go_on (fixture->reader);
  news_list_reader_set_kept (fixture->reader, 0);
  while (news_list_rows_get_length (news_list_change_get_after (fixture->change)) != FEW - 1)
    {
      guint found = fixture->found;

      news_list_reader_read (fixture->reader);
      wait_for (fixture, found + 1);
      news_list_reader_go_on (fixture->reader);
    }
}

/* The store may have found it before. */
static void
test_marked (Fixture *fixture, gconstpointer data)
{
  gint64 article;

  ui_store_add (fixture->store, 1, FEW);
  article = ui_store_find (fixture->store, 3);
  news_list_reader_read (fixture->reader);
  g_signal_emit_by_name (fixture->store->store, "status-changed", article, TRUE, FALSE);
  wait_for (fixture, 1);
  g_assert_cmpuint (fixture->marked, ==, 1);
  news_list_reader_go_on (fixture->reader);

  news_list_reader_read (fixture->reader);
  wait_for (fixture, 2);
  g_assert_cmpuint (fixture->marked, ==, 0);
}

/* A store that is closed tells why there is nothing. */
static void
test_failure (Fixture *fixture, gconstpointer data)
{
  news_store_close (fixture->store->store);
  news_list_reader_read (fixture->reader);
  while (fixture->found == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (fixture->failed);
  g_assert_null (fixture->change);
  news_list_reader_go_on (fixture->reader);
}

#define ADD(name, function) \
  g_test_add ("/list-reader/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("short", test_short);
  ADD ("long", test_long);
  ADD ("home", test_home);
  ADD ("since", test_since);
  ADD ("marked", test_marked);
  ADD ("failure", test_failure);

  return g_test_run ();
}
