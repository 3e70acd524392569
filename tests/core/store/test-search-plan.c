/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* What a plan asks of the index and of the sieve; what both let pass is compared, and where the
 * index says more than is so, that is told. */

#include "news-search-plan.h"
#include "news-search-view.h"
#include "store-fixture.h"

#include <string.h>

#define NOW STORE_FIXTURE_NOW
#define DAY (24 * 60 * 60)

/* Midnight, UTC. */
#define JANUARY_2026 G_GINT64_CONSTANT (1767225600)
#define FEBRUARY_2026 G_GINT64_CONSTANT (1769904000)

typedef struct
{
  NewsScope *scope;
  gint64 kept;

  NewsSearchPlan *plan;
  GString *found[NEWS_FOUND_PHRASE + 1]; /* ids of what the index gives, at least in that way */
} Question;

static void
list (NewsDatabase *database, NewsSearchExpression *expression, GString *ids)
{
  NewsSearchView *view = news_search_view_next (database, NULL);
  NewsSegmentBits bits;
  const gint64 *articles;
  guint length;

  /* Few articles are in one view. */
  g_assert_nonnull (view);
  articles = news_search_view_get_articles (view, &length);
  memset (&bits, 0xff, sizeof bits);
  news_search_expression_sift (expression, view, &bits);
  for (guint i = 0; i < length; i++)
    {
      NewsStatement *statement
        = news_database_prepare (database, "SELECT remote FROM identities WHERE id = ?");
      g_autofree char *id = NULL;

      if ((bits.words[i / 64] >> i % 64 & 1) == 0)
        continue;

      news_statement_bind_int (statement, 1, articles[i]);
      g_assert_true (news_statement_next (statement));
      id = news_statement_dup_text (statement, 0);
      news_statement_end (statement);
      g_string_append (ids, id);
    }
  news_search_view_free (view);
}

static void
plan (NewsDatabase *database, gpointer data)
{
  Question *question = data;

  question->plan = news_search_plan_new (database, question->scope, question->kept);
  for (guint i = 0; i < G_N_ELEMENTS (question->found); i++)
    {
      question->found[i] = g_string_new (NULL);
      if (i == NEWS_FOUND_TEXT)
        list (database, question->plan->all, question->found[i]);
      else if (question->plan->found[i] != NULL)
        list (database, question->plan->found[i], question->found[i]);
      else
        g_string_append (question->found[i], "-");
    }
}

static void
ask_within (StoreFixture *fixture, const char *query, NewsScope *within, Question *question)
{
  g_autoptr (NewsScope) scope = news_scope_new_search (query, within, NULL);

  *question = (Question) { .scope = scope };
  store_fixture_run (fixture, plan, question);
}

static void
clear (Question *question)
{
  g_clear_pointer (&question->plan, news_search_plan_free);
  for (guint i = 0; i < G_N_ELEMENTS (question->found); i++)
    g_string_free (question->found[i], TRUE);
}

static void
assert_given (StoreFixture *fixture, const char *query, const char *expected)
{
  Question question;

  ask_within (fixture, query, NULL, &question);
  if (g_strcmp0 (question.found[0]->str, expected) != 0)
    g_test_message ("Looking for “%s”", query);
  g_assert_cmpstr (question.found[0]->str, ==, expected);
  clear (&question);
}

static NewsArticle *
create (const char *id, const char *title, const char *text, gint64 published)
{
  NewsArticle *article = store_fixture_article (id, title, published);

  g_set_str (&article->text, text);

  return article;
}

/* --- whether there can be hits ------------------------------------------------------------------
 */

static void
assert_never (StoreFixture *fixture, const char *query, NewsScope *within, gboolean never)
{
  Question question;

  ask_within (fixture, query, within, &question);
  if (question.plan->never != never)
    g_test_message ("Looking for “%s”", query);
  g_assert_cmpint (question.plan->never, ==, never);
  clear (&question);
}

static void
test_never (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (NewsSection) known = store_fixture_section ("known", "one/");
  g_autoptr (NewsSection) unknown = store_fixture_section ("unknown", "none/");
  g_autoptr (NewsScope) in_known = news_scope_new_section (known);
  g_autoptr (NewsScope) in_unknown = news_scope_new_section (unknown);
  g_autoptr (NewsScope) bookmarks = news_scope_new_bookmarks ();

  store_fixture_take (fixture, "one", NULL, create ("a", "A ferry", "", NOW), NULL);
  assert_never (fixture, "", NULL, TRUE);
  assert_never (fixture, "...", NULL, TRUE);
  assert_never (fixture, "nowhere ", NULL, FALSE);
  assert_never (fixture, "-ferry ", NULL, FALSE);
  assert_never (fixture, "is:read is:unread ", NULL, TRUE);
  assert_never (fixture, "is:read -is:unread ", NULL, FALSE);
  assert_never (fixture, "is:bookmarked -is:bookmarked ", NULL, TRUE);
  assert_never (fixture, "-is:bookmarked ", bookmarks, TRUE);
  assert_never (fixture, "is:bookmarked ", bookmarks, FALSE);
  assert_never (fixture, "topic:none ", NULL, TRUE);
  assert_never (fixture, "-topic:none ", NULL, FALSE);
  assert_never (fixture, "section:none ", NULL, TRUE);
  assert_never (fixture, "-section:none ", NULL, FALSE);
  assert_never (fixture, "ferry ", in_known, FALSE);
  assert_never (fixture, "ferry ", in_unknown, TRUE);
}

/* --- words --------------------------------------------------------------------------------------
 */

static void
assert_unproven (StoreFixture *fixture, const char *query, gboolean unproven)
{
  Question question;

  ask_within (fixture, query, NULL, &question);
  if (question.plan->unproven != unproven)
    g_test_message ("Looking for “%s”", query);
  g_assert_cmpint (question.plan->unproven, ==, unproven);
  clear (&question);
}

/* The index tells of words and short beginnings; of what follows what, only the text does. */
static void
test_unproven (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_take (fixture, "one", NULL, create ("a", "Red", "wine", NOW), NULL);
  assert_unproven (fixture, "red ", FALSE);
  assert_unproven (fixture, "red wine ", FALSE);
  assert_unproven (fixture, "red -wine ", FALSE);
  assert_unproven (fixture, "govern", FALSE);
  assert_unproven (fixture, "governm", TRUE);
  assert_unproven (fixture, "governm ", FALSE);
  assert_unproven (fixture, "\"red wine\" ", TRUE);
  assert_unproven (fixture, "red-wine ", TRUE);
  assert_unproven (fixture, "red -\"wine bar\" ", TRUE);
  assert_unproven (fixture, "银行 ", FALSE);
  assert_unproven (fixture, "人民银行 ", TRUE);

  /* A phrase that would go on in another field is given by the index all the same. */
  assert_given (fixture, "\"red wine\" ", "a");
}

static void
test_exclusions (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_take (fixture, "one", NULL, create ("a", "Cats", "and dogs", NOW - 3),
                      create ("b", "Cats", "and birds", NOW - 2),
                      create ("c", "Fish", "of the sea", NOW - 1), NULL);
  assert_given (fixture, "cats ", "ab");
  assert_given (fixture, "cats -dogs ", "b");
  assert_given (fixture, "-cats ", "c");
  assert_given (fixture, "-cats -fish ", "");
  assert_given (fixture, "cats -cats ", "");
  /* A word that is still being typed excludes nothing before it is whole. */
  assert_given (fixture, "cats -dog", "ab");
  assert_given (fixture, "cats -dogs", "b");
  /* An excluded phrase excludes nothing before the text is read. */
  assert_given (fixture, "cats -\"and dogs\" ", "ab");
}

/* Each way of being found is one of fewer. */
static void
test_ways (StoreFixture *fixture, gconstpointer data)
{
  NewsArticle *named = create ("n", "Other", "other", NOW - 4);
  NewsArticle *headed = create ("h", "Other", "other", NOW - 3);
  Question question;

  named->byline = g_strdup ("War Trade");
  headed->standfirst = g_strdup ("war and trade");
  store_fixture_take (fixture, "one", NULL, create ("x", "Other", "trade, war", NOW - 5), named,
                      headed, create ("t", "Of war and trade", "", NOW - 2),
                      create ("p", "The trade war", "", NOW - 1), NULL);

  ask_within (fixture, "trade war ", NULL, &question);
  g_assert_cmpstr (question.found[NEWS_FOUND_TEXT]->str, ==, "xnhtp");
  g_assert_cmpstr (question.found[NEWS_FOUND_HEADS]->str, ==, "nhtp");
  g_assert_cmpstr (question.found[NEWS_FOUND_NAMES]->str, ==, "ntp");
  g_assert_cmpstr (question.found[NEWS_FOUND_TITLE]->str, ==, "tp");
  g_assert_cmpstr (question.found[NEWS_FOUND_PHRASE]->str, ==, "p");
  g_assert_cmpuint (question.plan->titles->len, ==, 2);
  clear (&question);

  /* Of one word, nothing follows; of none, nothing is found in a better way. */
  ask_within (fixture, "trade ", NULL, &question);
  g_assert_cmpstr (question.found[NEWS_FOUND_TITLE]->str, ==, "tp");
  g_assert_cmpstr (question.found[NEWS_FOUND_PHRASE]->str, ==, "-");
  g_assert_cmpuint (question.plan->titles->len, ==, 0);
  clear (&question);
  ask_within (fixture, "source:one -trade ", NULL, &question);
  g_assert_cmpstr (question.found[NEWS_FOUND_TEXT]->str, ==, "");
  g_assert_cmpstr (question.found[NEWS_FOUND_HEADS]->str, ==, "-");
  clear (&question);
}

/* --- operators ----------------------------------------------------------------------------------
 */

static void
test_sources (StoreFixture *fixture, gconstpointer data)
{
  NewsArticle *told = create ("b", "B", "", NOW - 3);

  told->outlet = g_strdup ("The Three");
  store_fixture_take (fixture, "one", "world", create ("a", "A", "", NOW - 4), told, NULL);
  store_fixture_take (fixture, "two", "world", create ("c", "C", "", NOW - 2), NULL);
  store_fixture_take (fixture, "three", NULL, create ("d", "D", "", NOW - 1), NULL);

  assert_given (fixture, "source:one ", "ab");
  assert_given (fixture, "source:tw", "c");
  assert_given (fixture, "source:th", "bd");
  assert_given (fixture, "source:three ", "bd");
  assert_given (fixture, "source:one source:two ", "abc");
  assert_given (fixture, "-source:one ", "cd");
  assert_given (fixture, "source:one -source:three ", "a");
  assert_given (fixture, "source:none ", "");
}

/* The index narrows to the sources of a section; the sieve knows the rest. */
static void
test_sections (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (NewsSection) arts = store_fixture_section ("arts", "one/arts two/");
  g_autoptr (NewsScope) in_arts = news_scope_new_section (arts);
  g_autoptr (GPtrArray) sections = g_ptr_array_new ();
  g_autoptr (NewsScope) named = NULL;
  Question question;

  store_fixture_take (fixture, "one", "world", create ("a", "A", "", NOW - 3), NULL);
  store_fixture_take (fixture, "one", "arts", create ("b", "B", "", NOW - 2), NULL);
  store_fixture_take (fixture, "two", "world", create ("c", "C", "", NOW - 1), NULL);
  store_fixture_take (fixture, "three", "sport", create ("d", "D", "", NOW), NULL);

  ask_within (fixture, "section:wor section:spo ", NULL, &question);
  g_assert_cmpstr (question.found[0]->str, ==, "abcd");
  g_assert_cmpuint (question.plan->sieve.within->len, ==, 1);
  clear (&question);
  ask_within (fixture, "section:world -section:sport ", in_arts, &question);
  g_assert_cmpstr (question.found[0]->str, ==, "abc");
  g_assert_cmpuint (question.plan->sieve.within->len, ==, 2);
  g_assert_cmpuint (question.plan->sieve.without->len, ==, 1);
  clear (&question);

  /* The edition's own sections go before those of the sources. */
  g_ptr_array_add (sections, arts);
  named = news_scope_new_search ("section:ART ", NULL, sections);
  question = (Question) { .scope = named };
  store_fixture_run (fixture, plan, &question);
  g_assert_cmpstr (question.found[0]->str, ==, "abc");
  g_assert_false (question.plan->never);
  clear (&question);
}

static void
test_topics (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (NewsScope) in_trade = news_scope_new_topic ("trade");
  NewsArticle *one = create ("a", "A", "", NOW - 3);
  NewsArticle *other = create ("b", "B", "", NOW - 2);
  Question question;

  one->topics = store_fixture_names ("Trade China");
  other->topics = store_fixture_names ("Trade-war");
  store_fixture_take (fixture, "one", NULL, one, other, create ("c", "C", "", NOW - 1), NULL);

  assert_given (fixture, "topic:tra", "ab");
  assert_given (fixture, "topic:TRADE ", "ab");
  assert_given (fixture, "topic:\"trade\" ", "a");
  assert_given (fixture, "topic:\"trade", "ab");
  assert_given (fixture, "-topic:trade ", "c");
  assert_given (fixture, "topic:china topic:trade ", "a");
  ask_within (fixture, "topic:tra ", in_trade, &question);
  g_assert_cmpstr (question.found[0]->str, ==, "a");
  clear (&question);
}

static void
assert_times (StoreFixture *fixture, const char *query, gint64 from, gint64 until)
{
  Question question;

  ask_within (fixture, query, NULL, &question);
  g_assert_cmpint (question.plan->sieve.from, ==, from);
  g_assert_cmpint (question.plan->sieve.until, ==, until);
  clear (&question);
}

/* The index knows months, and must leave out none that has a second of what is asked. */
static void
test_times (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_set_now (fixture, NOW);
  store_fixture_take (fixture, "one", NULL, create ("a", "A", "", JANUARY_2026 - 1),
                      create ("b", "B", "", JANUARY_2026), create ("c", "C", "", FEBRUARY_2026 - 1),
                      create ("d", "D", "", FEBRUARY_2026), create ("e", "E", "", NOW), NULL);

  assert_times (fixture, "a ", G_MININT64, G_MAXINT64);
  assert_times (fixture, "before:2026-02 ", G_MININT64, FEBRUARY_2026);
  assert_times (fixture, "after:2026 before:2026-02-01 ", JANUARY_2026, FEBRUARY_2026);
  assert_times (fixture, "-before:2026 -after:2026-02 ", JANUARY_2026, FEBRUARY_2026);
  assert_times (fixture, "after:2026 after:2026-02 after:2025 ", FEBRUARY_2026, G_MAXINT64);
  assert_times (fixture, "before:2026 before:2026-02 ", G_MININT64, JANUARY_2026);

  assert_given (fixture, "before:2026 ", "a");
  assert_given (fixture, "after:2026 before:2026-02 ", "bc");
  assert_given (fixture, "after:2026-02 ", "de");
  assert_given (fixture, "after:2026 ", "bcde");
  assert_given (fixture, "before:2026-01-02 ", "abc"); /* the sieve knows the day */
  assert_given (fixture, "after:2027 ", "");
  assert_given (fixture, "before:1969 ", "");
  assert_given (fixture, "after:2026-02 before:2026 ", "");
}

/* What the sieve alone knows; the index gives all of it. */
static void
test_marks (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (NewsScope) bookmarks = news_scope_new_bookmarks ();
  g_autoptr (NewsScope) scope = news_scope_new_search ("is:read ", NULL, NULL);
  Question question;

  store_fixture_take (fixture, "one", NULL, create ("a", "A", "", NOW), NULL);
  ask_within (fixture, "a is:unread ", bookmarks, &question);
  g_assert_cmpint (question.plan->sieve.read, ==, FALSE);
  g_assert_cmpint (question.plan->sieve.bookmarked, ==, TRUE);
  g_assert_cmpint (question.plan->sieve.kept, ==, 0);
  g_assert_cmpstr (question.found[0]->str, ==, "a");
  clear (&question);
  ask_within (fixture, "a -is:bookmarked ", NULL, &question);
  g_assert_cmpint (question.plan->sieve.read, ==, -1);
  g_assert_cmpint (question.plan->sieve.bookmarked, ==, FALSE);
  clear (&question);

  question = (Question) { .scope = scope, .kept = 7 };
  store_fixture_run (fixture, plan, &question);
  g_assert_cmpint (question.plan->sieve.read, ==, TRUE);
  g_assert_cmpint (question.plan->sieve.kept, ==, 7);
  clear (&question);
}

static void
test_others (StoreFixture *fixture, gconstpointer data)
{
  NewsArticle *one = create ("a", "Ann Mark", "by Bob Fox", NOW - 2);
  NewsArticle *other = create ("b", "Bob Fox", "of Ann Mark", NOW - 1);

  one->byline = g_strdup ("Ann Mark");
  other->byline = g_strdup ("Bob Fox");
  one->lead = news_picture_new ();
  news_picture_add_file (one->lead, "https://a.example/p.jpg", 800, 600);
  store_fixture_take (fixture, "one", NULL, one, other, NULL);

  assert_given (fixture, "author:ann ", "a");
  assert_given (fixture, "-author:ann ", "b");
  assert_given (fixture, "author:\"fox bob\" ", "b");
  assert_given (fixture, "author:bob ann ", "b");
  assert_given (fixture, "has:picture ", "a");
  assert_given (fixture, "-has:picture mark ", "b");
}

#define ADD(name, function)                                                             \
  g_test_add ("/search-plan/" name, StoreFixture, NULL, store_fixture_set_up, function, \
              store_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("never", test_never);
  ADD ("unproven", test_unproven);
  ADD ("exclusions", test_exclusions);
  ADD ("ways", test_ways);
  ADD ("sources", test_sources);
  ADD ("sections", test_sections);
  ADD ("topics", test_topics);
  ADD ("times", test_times);
  ADD ("marks", test_marks);
  ADD ("others", test_others);

  return g_test_run ();
}
