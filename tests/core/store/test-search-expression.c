/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* What expressions leave of the articles of a view, in a store with a few articles, and in one with
 * more than a segment of them. */

#include "news-search-term-words.h"
#include "store-fixture.h"

#include <string.h>

#define NOW STORE_FIXTURE_NOW

typedef struct
{
  NewsSearchExpression *expression;
  GString *found; /* numbers of articles, the newest first */
  guint views;
  guint segments;
} Question;

static void
take (StoreFixture *fixture, const char *id, const char *title, const char *text)
{
  NewsArticle *article = store_fixture_article (id, title, NOW);

  g_set_str (&article->text, text);
  store_fixture_take (fixture, "one", NULL, article, NULL);
}

static void
look_at (Question *question, NewsSearchView *view)
{
  NewsSegmentBits bits;
  guint length;
  const gint64 *articles = news_search_view_get_articles (view, &length);

  memset (&bits, 0xff, sizeof bits);
  news_search_expression_sift (question->expression, view, &bits);
  for (guint i = length; i > 0; i--)
    if ((bits.words[(i - 1) / 64] >> (i - 1) % 64 & 1) != 0)
      g_string_append_printf (question->found, "%" G_GINT64_FORMAT " ", articles[i - 1]);
  question->views++;
  question->segments += news_search_view_get_segment (view) != 0;
}

static gpointer
run (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  NewsSearchView *view = news_search_view_next (database, NULL);

  while (view != NULL)
    {
      NewsSearchView *next;

      look_at (data, view);
      next = news_search_view_next (database, view);
      news_search_view_free (view);
      view = next;
    }

  return NULL;
}

/* Takes @expression. */
static void
ask (StoreFixture *fixture, NewsSearchExpression *expression, Question *question)
{
  static const NewsOperation operation = { .name = "Ask", .lane = NEWS_LANE_READ, .run = run };

  *question = (Question) { .expression = expression, .found = g_string_new (NULL) };
  g_assert_true (news_store_wait (fixture->store, &operation, question, NULL, NULL));
  news_search_expression_unref (expression);
}

static void
assert_found (StoreFixture *fixture, NewsSearchExpression *expression, const char *expected)
{
  Question question;

  ask (fixture, expression, &question);
  g_assert_cmpstr (question.found->str, ==, expected);
  g_string_free (question.found, TRUE);
}

static NewsSearchExpression *
word (const char *letters)
{
  return news_search_term_expect_word (NEWS_FIELD_WORD, letters, FALSE);
}

static NewsSearchExpression *
join (NewsSearchExpression *whole, NewsSearchExpression *one, NewsSearchExpression *other)
{
  news_search_expression_add (whole, one);
  news_search_expression_add (whole, other);

  return whole;
}

static void
test_parts (StoreFixture *fixture, gconstpointer data)
{
  NewsSearchExpression *without = news_search_expression_new_all ();

  take (fixture, "1", "The ferry stops", "boats and oars");
  take (fixture, "2", "A boat", "oars alone");
  take (fixture, "3", "Nothing", "of the kind");

  assert_found (fixture, word ("oars"), "2 1 ");
  assert_found (fixture, word ("sails"), "");
  assert_found (fixture, join (news_search_expression_new_all (), word ("oars"), word ("boats")),
                "1 ");
  assert_found (fixture, join (news_search_expression_new_any (), word ("ferry"), word ("kind")),
                "3 1 ");
  g_assert_cmpuint (news_search_expression_get_length (without), ==, 0);
  news_search_expression_add_not (without, word ("oars"));
  g_assert_cmpuint (news_search_expression_get_length (without), ==, 1);
  assert_found (fixture, without, "3 ");

  /* All of nothing is everything, and any of nothing is not. */
  assert_found (fixture, news_search_expression_new_all (), "3 2 1 ");
  assert_found (fixture, news_search_expression_new_any (), "");
}

/* An expression may be in two others. */
static void
test_shared (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (NewsSearchExpression) shared = word ("oars");

  take (fixture, "1", "One", "oars");
  take (fixture, "2", "Two", "oars and sails");
  assert_found (
    fixture,
    join (news_search_expression_new_all (), news_search_expression_ref (shared), word ("sails")),
    "2 ");
  assert_found (
    fixture,
    join (news_search_expression_new_any (), news_search_expression_ref (shared), word ("sails")),
    "2 1 ");
}

/* What is in a segment and what is not yet in one are asked alike, each article once. */
static void
test_segments (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) expected = g_string_new (NULL);
  Question question;

  for (guint i = 1; i <= NEWS_SEGMENT_ARTICLES + 20; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      take (fixture, id, id, i % 100 == 0 || i == NEWS_SEGMENT_ARTICLES + 7 ? "a rare oar" : "sea");
    }
  g_string_append_printf (expected, "%d 500 400 300 200 100 ", NEWS_SEGMENT_ARTICLES + 7);

  ask (fixture, word ("oar"), &question);
  g_assert_cmpstr (question.found->str, ==, expected->str);
  g_assert_cmpuint (question.segments, ==, 1);
  g_assert_cmpuint (question.views, ==, 2);
  g_string_free (question.found, TRUE);
}

#define ADD(name, function)                                                                   \
  g_test_add ("/search-expression/" name, StoreFixture, NULL, store_fixture_set_up, function, \
              store_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("parts", test_parts);
  ADD ("shared", test_shared);
  ADD ("segments", test_segments);

  return g_test_run ();
}
