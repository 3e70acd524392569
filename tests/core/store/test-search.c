/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "store-fixture.h"

#define DAY (24 * 60 * 60)

/* The ids of what @query finds in @within (nullable), the best first. */
static char *
find_within (StoreFixture *fixture, const char *query, NewsScope *within)
{
  g_autoptr (NewsScope) scope = news_scope_new_search (query, within, NULL);

  return store_fixture_list_ids (fixture, scope, 0);
}

static void
assert_found (StoreFixture *fixture, const char *query, const char *expected)
{
  g_autofree char *found = find_within (fixture, query, NULL);

  if (g_strcmp0 (found, expected) != 0)
    g_test_message ("Looking for “%s”", query);
  g_assert_cmpstr (found, ==, expected);
}

static NewsArticle *
article (const char *id, const char *title, const char *text)
{
  NewsArticle *self = store_fixture_article (id, title, STORE_FIXTURE_NOW - DAY);

  g_set_str (&self->text, text);

  return self;
}

/* --- what is found ------------------------------------------------------------------------------
 */

static void
test_words (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_take (fixture, "one", NULL,
                      article ("a", "The president speaks", "Of cats in “BeReal” and more."),
                      article ("b", "中国人民银行宣布降息", "李强说，经济会好起来。"),
                      article ("c", "A café in Zürich", "Trump’s words; the state of the art."),
                      NULL);

  assert_found (fixture, "president ", "a");
  assert_found (fixture, "presid", "a");
  assert_found (fixture, "presid ", "");
  assert_found (fixture, "cats speaks ", "a");
  assert_found (fixture, "BeReal", "a");
  assert_found (fixture, "银行", "b");
  assert_found (fixture, "降息", "b");
  assert_found (fixture, "人民银行", "b");
  assert_found (fixture, "李强", "b");
  assert_found (fixture, "銀行", "b");
  assert_found (fixture, "强", "b");
  assert_found (fixture, "来", "b");
  assert_found (fixture, "人行", "");
  assert_found (fixture, "cafe zurich ", "c");
  assert_found (fixture, "trump ", "c");
  assert_found (fixture, "\"state of the art\"", "c");
  assert_found (fixture, "\"state of art\"", "");
  assert_found (fixture, "art -state", "");
  assert_found (fixture, "", "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/search/words", StoreFixture, NULL, store_fixture_set_up, test_words,
              store_fixture_tear_down);

  return g_test_run ();
}
