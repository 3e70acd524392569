/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "store-fixture.h"

#include <string.h>

/* What is suggested at the end of @typed, "start-end:completion" apart by bars. */
static char *
suggest (StoreFixture *fixture, const char *typed, guint caret, GPtrArray *sections)
{
  StoreFixtureWait wait = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) suggestions = NULL;
  g_autoptr (GError) error = NULL;
  GString *all = g_string_new (NULL);

  news_store_suggest_async (fixture->store, typed, caret, 8, sections, NULL,
                            store_fixture_answer_cb, &wait);
  result = store_fixture_wait (&wait);
  suggestions = news_store_suggest_finish (fixture->store, result, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < suggestions->len; i++)
    {
      const NewsSuggestion *suggestion = g_ptr_array_index (suggestions, i);

      g_string_append_printf (all, "%s%u-%u:%s", i > 0 ? "|" : "", suggestion->start,
                              suggestion->end, suggestion->completion);
    }

  return g_string_free_and_steal (all);
}

static void
assert_suggested (StoreFixture *fixture, const char *typed, const char *expected)
{
  g_autofree char *suggested = suggest (fixture, typed, (guint) strlen (typed), NULL);

  g_assert_cmpstr (suggested, ==, expected);
}

static NewsArticle *
create (const char *id, const char *byline, const char *topic)
{
  NewsArticle *article = store_fixture_article (id, "Title", 100);

  article->byline = g_strdup (byline);
  article->topics = g_new0 (char *, 2);
  article->topics[0] = g_strdup (topic);

  return article;
}

static void
take_some (StoreFixture *fixture)
{
  store_fixture_take (fixture, "BBC News", NULL, create ("a", "Michelle Mark", "Trade war"),
                      create ("b", "Mark Twain", "Brexit"), create ("c", "Mark Twain", "Brexit"),
                      NULL);
  store_fixture_take (fixture, "新华社", NULL, create ("d", "王小明", "贸易"), NULL);
}

static void
test_words (StoreFixture *fixture, gconstpointer data)
{
  take_some (fixture);

  assert_suggested (fixture, "", "");
  assert_suggested (fixture, "b", "0-1:before:|0-1:source:\"BBC News\" |0-1:topic:Brexit ");
  assert_suggested (fixture, "x new", "2-5:source:\"BBC News\" ");
  assert_suggested (fixture, "tr", "0-2:topic:\"Trade war\" ");
  assert_suggested (fixture, "-so", "0-3:-source:");
  assert_suggested (fixture, "is", "0-2:is:unread |0-2:is:read |0-2:is:bookmarked ");
  assert_suggested (fixture, "is:un", "0-5:is:unread ");
  assert_suggested (fixture, "has", "0-3:has:picture ");
  assert_suggested (fixture, "华", "0-3:source:新华社 ");
  assert_suggested (fixture, "新", "0-3:source:新华社 ");
  assert_suggested (fixture, "贸", "0-3:topic:贸易 ");
  assert_suggested (fixture, "b ", "");
  assert_suggested (fixture, "\"b", "");
  assert_suggested (fixture, "nothing", "");
}

static void
test_values (StoreFixture *fixture, gconstpointer data)
{
  take_some (fixture);

  assert_suggested (fixture, "source:", "0-7:source:\"BBC News\" |0-7:source:新华社 ");
  assert_suggested (fixture, "a source:\"BBC", "2-13:source:\"BBC News\" ");
  assert_suggested (fixture, "来源：新", "0-12:source:新华社 ");
  assert_suggested (fixture, "topic:b", "0-7:topic:Brexit ");
  assert_suggested (fixture, "-topic:b", "0-8:-topic:Brexit ");
  assert_suggested (fixture, "author:mark",
                    "0-11:author:\"Mark Twain\" |0-11:author:\"Michelle Mark\" ");
  assert_suggested (fixture, "author:twa", "0-10:author:\"Mark Twain\" ");
  assert_suggested (fixture, "author:", "");
  assert_suggested (fixture, "before:", "");
}

static void
test_caret (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *inside = NULL;
  g_autofree char *before = NULL;

  take_some (fixture);
  inside = suggest (fixture, "tra and more", 2, NULL);
  before = suggest (fixture, "tra", 0, NULL);
  g_assert_cmpstr (inside, ==, "0-3:topic:\"Trade war\" ");
  g_assert_cmpstr (before, ==, "");
}

static void
test_sections (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (NewsSection) world = news_section_new ("world", "World news", NULL);
  g_autoptr (NewsSection) china = news_section_new ("china", "China", NULL);
  g_autoptr (GPtrArray) sections = g_ptr_array_new ();
  g_autofree char *some = NULL;
  g_autofree char *all = NULL;

  g_ptr_array_add (sections, world);
  g_ptr_array_add (sections, china);
  some = suggest (fixture, "section:w", 9, sections);
  all = suggest (fixture, "section:", 8, sections);
  g_assert_cmpstr (some, ==, "0-9:section:\"World news\" ");
  g_assert_cmpstr (all, ==, "0-8:section:\"World news\" |0-8:section:China ");
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (StoreFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/search-suggestions/words", test_words },
    { "/search-suggestions/values", test_values },
    { "/search-suggestions/caret", test_caret },
    { "/search-suggestions/sections", test_sections },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, StoreFixture, NULL, store_fixture_set_up, tests[i].test,
                store_fixture_tear_down);

  return g_test_run ();
}
