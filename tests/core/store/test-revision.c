/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-store-keeping.h"
#include "store-fixture.h"

#include <string.h>

#define NOW STORE_FIXTURE_NOW

static void
take (StoreFixture *fixture, const char *id, const char *title, char *text)
{
  NewsArticle *article = store_fixture_article (id, title, 100);

  article->standfirst = g_strdup ("In short");
  article->page = text != NULL ? g_bytes_new (text, strlen (text)) : NULL;
  article->text = text;
  store_fixture_take (fixture, "one", NULL, article, NULL);
}

static GPtrArray *
list (StoreFixture *fixture, gint64 article)
{
  StoreFixtureWait wait = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *revisions;

  news_store_revisions_async (fixture->store, article, NULL, store_fixture_answer_cb, &wait);
  result = store_fixture_wait (&wait);
  revisions = news_store_revisions_finish (fixture->store, result, &error);
  g_assert_no_error (error);

  return revisions;
}

static void
assert_revision (GPtrArray *revisions, guint index, const char *title, const char *text, gint64 at)
{
  const NewsRevision *revision = g_ptr_array_index (revisions, index);

  g_assert_cmpstr (revision->title, ==, title);
  g_assert_cmpstr (revision->standfirst, ==, "In short");
  g_assert_cmpstr (revision->text, ==, text);
  g_assert_cmpint (revision->replaced_at, ==, at);
  g_assert_cmpint (revision->page != NULL, ==, text != NULL);
  if (text != NULL)
    g_assert_cmpmem (g_bytes_get_data (revision->page, NULL), g_bytes_get_size (revision->page),
                     text, strlen (text));
}

static void
test_list (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) two = NULL;
  g_autoptr (NewsRevision) first = NULL;

  store_fixture_set_now (fixture, NOW);
  take (fixture, "1", "A harbour", g_strdup ("First"));
  none = list (fixture, 1);
  g_assert_cmpuint (none->len, ==, 0);

  store_fixture_set_now (fixture, NOW + 10);
  take (fixture, "1", "A harbour opens", g_strdup ("First"));
  store_fixture_set_now (fixture, NOW + 20);
  take (fixture, "1", "A harbour opens", g_strdup ("Second"));

  /* The same again, and visits alone, are no other version. */
  take (fixture, "1", "A harbour opens", g_strdup ("Second"));
  two = list (fixture, 1);
  g_assert_cmpuint (two->len, ==, 2);
  assert_revision (two, 0, "A harbour opens", "First", NOW + 20);
  assert_revision (two, 1, "A harbour", "First", NOW + 10);
  first = news_revision_ref (g_ptr_array_index (two, 0));
  g_assert_cmpint (first->number, >, ((NewsRevision *) g_ptr_array_index (two, 1))->number);
}

/* As version 4 of the schema kept them, and as what may no longer be kept. */
static void
test_early (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) early = NULL;
  g_autoptr (GPtrArray) packed = NULL;
  g_autoptr (GPtrArray) lapsed = NULL;

  take (fixture, "1", "Title", g_strdup ("Text"));
  store_fixture_ask (fixture, "INSERT INTO revisions (article, replaced_at, title, standfirst,"
                              " page, text) VALUES (1, 5, 'Early', 'In short', x'5465', 'Te')");
  store_fixture_ask (fixture, "INSERT INTO chores VALUES ('pack revisions', 1)");
  early = list (fixture, 1);
  assert_revision (early, 0, "Early", "Te", 5);
  g_assert_cmpint (news_store_pack (fixture->store, NULL), ==, 1);
  packed = list (fixture, 1);
  assert_revision (packed, 0, "Early", "Te", 5);
  news_store_lapse_older (fixture->store, "one", G_MAXINT64, NULL);
  lapsed = list (fixture, 1);
  assert_revision (lapsed, 0, "Early", NULL, 5);
}

/* Large ones are fewer, but one there always is; those of another article are not touched. */
static void
test_bytes (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) few = NULL;
  g_autoptr (GPtrArray) last = NULL;
  g_autoptr (GPtrArray) other = NULL;

  take (fixture, "2", "Other", g_strdup ("First"));
  take (fixture, "2", "Other", g_strdup ("Second"));
  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *title = g_strdup_printf ("Version %u", i);

      take (fixture, "1", title, store_fixture_text (i, 70000));
    }
  few = list (fixture, 2);
  g_assert_cmpuint (few->len, >=, 3);
  g_assert_cmpuint (few->len, <, 6);
  g_assert_cmpstr (((NewsRevision *) g_ptr_array_index (few, 0))->title, ==, "Version 8");

  take (fixture, "1", "Large", store_fixture_text (1, 700000));
  take (fixture, "1", "Small", g_strdup ("Text"));
  last = list (fixture, 2);
  g_assert_cmpuint (last->len, ==, 1);
  other = list (fixture, 1);
  g_assert_cmpuint (other->len, ==, 1);
}

/* They go with their article. */
static void
test_dropped (StoreFixture *fixture, gconstpointer data)
{
  take (fixture, "1", "Title", g_strdup ("First"));
  take (fixture, "1", "Title", g_strdup ("Second"));
  store_fixture_set_read (fixture, 1, TRUE);
  g_assert_cmpint (news_store_drop_all (fixture->store, 0, NULL, NULL, NULL), ==, 1);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM revisions"), ==, 0);
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
  add ("/revision/list", test_list);
  add ("/revision/early", test_early);
  add ("/revision/bytes", test_bytes);
  add ("/revision/dropped", test_dropped);

  return g_test_run ();
}
