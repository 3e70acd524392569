/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-search-term-words.h"

#include "store-fixture.h"

#include <string.h>

#define NOW STORE_FIXTURE_NOW

/* Whether the only article, with that title and text, is as @expression, which is taken, says. */
typedef struct
{
  NewsSearchExpression *expression;
  gboolean holds;
} Question;

static gpointer
run (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  Question *question = data;
  g_autoptr (NewsSearchView) view = news_search_view_next (database, NULL);
  NewsSegmentBits bits;

  memset (&bits, 0xff, sizeof bits);
  news_search_expression_sift (question->expression, view, &bits);
  question->holds = (bits.words[0] & 1) != 0;

  return NULL;
}

static gboolean
holds (StoreFixture *fixture, NewsSearchExpression *expression)
{
  static const NewsOperation operation = { .name = "Ask", .lane = NEWS_LANE_READ, .run = run };
  Question question = { expression, FALSE };

  g_assert_true (news_store_wait (fixture->store, &operation, &question, NULL, NULL));
  news_search_expression_unref (expression);

  return question.holds;
}

static void
take (StoreFixture *fixture, const char *title, const char *text)
{
  NewsArticle *article = store_fixture_article ("1", title, NOW);

  g_set_str (&article->text, text);
  store_fixture_take (fixture, "one", NULL, article, NULL);
}

static const NewsSearchTerm *
get_term (NewsSearchQuery *query)
{
  g_assert_cmpuint (query->terms->len, ==, 1);

  return g_ptr_array_index (query->terms, 0);
}

static gboolean
is_anywhere (StoreFixture *fixture, const char *typed)
{
  g_autoptr (NewsSearchQuery) query = news_search_query_new (typed);

  return holds (fixture, news_search_term_expect_anywhere (get_term (query)));
}

static gboolean
is_in_title (StoreFixture *fixture, const char *typed)
{
  g_autoptr (NewsSearchQuery) query = news_search_query_new (typed);

  return holds (fixture, news_search_term_expect_in_title (get_term (query)));
}

static void
test_word (StoreFixture *fixture, gconstpointer data)
{
  take (fixture, "The ferry", "lighthouses");
  g_assert_true (
    holds (fixture, news_search_term_expect_word (NEWS_FIELD_WORD, "lighthouses", FALSE)));
  g_assert_false (holds (fixture, news_search_term_expect_word (NEWS_FIELD_WORD, "light", FALSE)));
  g_assert_true (holds (fixture, news_search_term_expect_word (NEWS_FIELD_WORD, "light", TRUE)));
  g_assert_false (
    holds (fixture, news_search_term_expect_word (NEWS_FIELD_TITLE, "lighthouses", FALSE)));
  g_assert_true (holds (fixture, news_search_term_expect_word (NEWS_FIELD_TITLE, "f", TRUE)));
}

static void
test_anywhere (StoreFixture *fixture, gconstpointer data)
{
  take (fixture, "The ferry", "lighthouses and 中国人民银行");
  g_assert_true (is_anywhere (fixture, "ferry "));
  g_assert_true (is_anywhere (fixture, "lightho"));
  g_assert_true (is_anywhere (fixture, "人民银行"));
  g_assert_true (is_anywhere (fixture, "国"));
  g_assert_true (is_anywhere (fixture, "行 "));
  g_assert_false (is_anywhere (fixture, "行中"));
  /* So short, it is the beginning of a word of the title. */
  g_assert_true (is_anywhere (fixture, "fe"));
  g_assert_false (is_anywhere (fixture, "li"));
}

static void
test_in_title (StoreFixture *fixture, gconstpointer data)
{
  take (fixture, "The ferry stops at last", "ferry stops again");
  g_assert_true (is_in_title (fixture, "\"ferry stops\""));
  g_assert_false (is_in_title (fixture, "\"stops ferry\""));
  g_assert_false (is_in_title (fixture, "\"stops again\""));
  g_assert_true (is_in_title (fixture, "ferr"));
}

#define ADD(name, function)                                                                   \
  g_test_add ("/search-term-words/" name, StoreFixture, NULL, store_fixture_set_up, function, \
              store_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("word", test_word);
  ADD ("anywhere", test_anywhere);
  ADD ("in-title", test_in_title);

  return g_test_run ();
}
