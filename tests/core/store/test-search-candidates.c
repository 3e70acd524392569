/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-search-candidates.h"
#include "store-fixture.h"

#define NOW STORE_FIXTURE_NOW
#define DAY (24 * 60 * 60)

/* Of which each test looks for less. */
#define MANY 1000

typedef struct
{
  NewsScope *scope;
  NewsSearchLimits limits;
  gint64 kept;

  GString *ranked; /* ids */
  GString *proven; /* ids of those that are hits */
  NewsFound worst; /* way in which the last one was found */
  gboolean partial;
  gboolean cut; /* partial before anything was proven */
} Question;

static void
search (NewsDatabase *database, gpointer data)
{
  Question *question = data;
  g_autoptr (NewsSearchPlan) plan
    = news_search_plan_new (database, question->scope, question->kept);
  g_autoptr (NewsSearchCandidates) candidates
    = news_search_candidates_new (database, plan, &question->limits);
  g_autoptr (GPtrArray) ranked = news_search_candidates_rank (candidates);

  question->cut = news_search_candidates_is_partial (candidates);
  for (guint i = 0; i < ranked->len; i++)
    {
      const NewsSearchCandidate *candidate = g_ptr_array_index (ranked, i);
      NewsStatement *statement
        = news_database_prepare (database, "SELECT remote FROM identities WHERE id = ?");
      g_autofree char *id = NULL;

      news_statement_bind_int (statement, 1, candidate->article);
      g_assert_true (news_statement_next (statement));
      id = news_statement_dup_text (statement, 0);
      news_statement_end (statement);
      g_string_append_printf (question->ranked, "%s%s", i > 0 ? " " : "", id);
      if (news_search_candidates_prove (candidates, candidate))
        g_string_append_printf (question->proven, "%s%s", question->proven->len > 0 ? " " : "", id);
      question->worst = candidate->found;
    }
  question->partial = news_search_candidates_is_partial (candidates);
}

static void
ask (StoreFixture *fixture, const char *query, const NewsSearchLimits *limits, Question *question)
{
  g_autoptr (NewsScope) scope = news_scope_new_search (query, NULL, NULL);

  *question = (Question) { .scope = scope, .limits = *limits, .kept = question->kept };
  question->ranked = g_string_new (NULL);
  question->proven = g_string_new (NULL);
  store_fixture_run (fixture, search, question);
}

static void
clear (Question *question)
{
  g_string_free (question->ranked, TRUE);
  g_string_free (question->proven, TRUE);
}

/* What comes as what may be a hit, the best first, and what of it is one. */
static void
assert_found (StoreFixture *fixture, const char *query, const char *ranked, const char *proven)
{
  Question question = { .kept = 0 };

  ask (fixture, query, &(NewsSearchLimits) { .most = MANY }, &question);
  if (g_strcmp0 (question.ranked->str, ranked) != 0
      || g_strcmp0 (question.proven->str, proven) != 0)
    g_test_message ("Looking for “%s”", query);
  g_assert_cmpstr (question.ranked->str, ==, ranked);
  g_assert_cmpstr (question.proven->str, ==, proven);
  g_assert_false (question.partial);
  clear (&question);
}

static NewsArticle *
create (const char *id, const char *title, const char *text, guint days)
{
  NewsArticle *article = store_fixture_article (id, title, NOW - (gint64) days * DAY);

  g_set_str (&article->text, text);

  return article;
}

/* --- ranks --------------------------------------------------------------------------------------
 */

static void
test_ways (StoreFixture *fixture, gconstpointer data)
{
  NewsArticle *named = create ("named", "Other", "other", 5);
  NewsArticle *told = create ("told", "Other", "other", 5);

  named->byline = g_strdup ("War Trade");
  told->standfirst = g_strdup ("war, and trade");
  store_fixture_set_now (fixture, NOW);
  store_fixture_take (fixture, "one", NULL, create ("text", "Other", "trade, war", 5),
                      create ("half", "A war", "and trade", 5), told, named,
                      create ("title", "War and trade", "", 5),
                      create ("phrase", "A trade war", "", 5), NULL);
  assert_found (fixture, "trade war ", "phrase title named told half text",
                "phrase title named told half text");
}

/* Of what is found alike, the newer one is better; a title is, however old it is. */
static void
test_ages (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_set_now (fixture, NOW);
  store_fixture_take (fixture, "one", NULL, create ("old", "Other", "ferry", 300),
                      create ("new", "Other", "ferry", 1), create ("mid", "Other", "ferry", 40),
                      create ("ancient", "Ferry", "", 4000), create ("recent", "Ferry", "", 30),
                      NULL);
  assert_found (fixture, "ferry ", "recent ancient new mid old", "recent ancient new mid old");
}

/* Of one day, of two that are found alike: by the second, and then as they came. */
static void
test_alike (StoreFixture *fixture, gconstpointer data)
{
  NewsArticle *later = create ("later", "Ferry", "", 3);

  later->published++;
  store_fixture_set_now (fixture, NOW);
  store_fixture_take (fixture, "one", NULL, create ("first", "Ferry", "", 3), later,
                      create ("second", "Ferry", "", 3), NULL);
  assert_found (fixture, "ferry ", "later second first", "later second first");
}

/* --- what the index can't tell ------------------------------------------------------------------
 */

/* A phrase is in one field, be it which it may. */
static void
test_phrases (StoreFixture *fixture, gconstpointer data)
{
  NewsArticle *by = create ("by", "Other", "other", 4);
  NewsArticle *stands = create ("stands", "Other", "other", 5);
  NewsArticle *topic = create ("topic", "Other", "other", 6);
  NewsArticle *outlet = create ("outlet", "Other", "other", 7);
  NewsArticle *apart = create ("apart", "Other", "wine", 8);

  by->byline = g_strdup ("Red Wine");
  stands->standfirst = g_strdup ("a red wine");
  topic->topics = g_strsplit ("red wine|more", "|", -1);
  outlet->outlet = g_strdup ("The Red Wine Post");
  apart->standfirst = g_strdup ("of red");
  apart->topics = store_fixture_names ("red wine");
  store_fixture_set_now (fixture, NOW);
  store_fixture_take (fixture, "one", NULL, create ("title", "The red wine", "", 1),
                      create ("text", "Other", "some red wine", 2),
                      create ("border", "Of red", "wine, and more", 3), by, stands, topic, outlet,
                      apart, create ("reverse", "Other", "wine red", 9), NULL);
  assert_found (fixture, "\"red wine\" source:one ",
                "title by topic outlet apart stands text border reverse",
                "title by topic outlet stands text");
  assert_found (fixture, "-\"red wine\" red ",
                "title border by topic outlet apart stands text reverse", "border apart reverse");
  assert_found (fixture, "\"red wine\" -wine ", "", "");
}

/* Beginnings that are longer than the index keeps. */
static void
test_beginnings (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_set_now (fixture, NOW);
  store_fixture_take (fixture, "one", NULL, create ("a", "Government", "", 1),
                      create ("b", "Governor", "", 2), create ("c", "Govern", "", 3), NULL);
  assert_found (fixture, "govern", "a b c", "a b c");
  assert_found (fixture, "governm", "a b", "a");
  assert_found (fixture, "governor", "a b", "b");
}

/* --- limits -------------------------------------------------------------------------------------
 */

static void
assert_limited (StoreFixture *fixture,
                const char *query,
                NewsSearchLimits limits,
                const char *ranked,
                const char *proven,
                gboolean partial)
{
  Question question = { .kept = 0 };

  ask (fixture, query, &limits, &question);
  g_assert_cmpstr (question.ranked->str, ==, ranked);
  g_assert_cmpstr (question.proven->str, ==, proven);
  g_assert_cmpint (question.partial, ==, partial);
  clear (&question);
}

static void
take_limited (StoreFixture *fixture)
{
  store_fixture_set_now (fixture, NOW);
  store_fixture_take (
    fixture, "one", NULL, create ("t1", "A ferry", "stops", 9),
    create ("x1", "Other", "the ferry stops", 8), create ("x2", "Other", "a ferry stops", 7),
    create ("x3", "Other", "that ferry stops", 6), create ("t2", "Ferry", "it stops", 5), NULL);
}

/* So many of each way, those that came last: what is found in a better way is not crowded out. */
static void
test_most (StoreFixture *fixture, gconstpointer data)
{
  take_limited (fixture);
  assert_limited (fixture, "ferry ", (NewsSearchLimits) { .most = 1 }, "t2 x3", "t2 x3", FALSE);
  assert_limited (fixture, "ferry ", (NewsSearchLimits) { .most = 2 }, "t2 t1 x3 x2", "t2 t1 x3 x2",
                  FALSE);
  assert_limited (fixture, "ferry ", (NewsSearchLimits) { .most = MANY }, "t2 t1 x3 x2 x1",
                  "t2 t1 x3 x2 x1", FALSE);
}

/* What is looked at counts, whether it passes the sieve or not; it is partial only if more was. */
static void
test_looked (StoreFixture *fixture, gconstpointer data)
{
  take_limited (fixture);
  assert_limited (fixture, "ferry ", (NewsSearchLimits) { .most = MANY, .looked = 3 }, "t2 x3 x2",
                  "t2 x3 x2", TRUE);
  assert_limited (fixture, "ferry ", (NewsSearchLimits) { .most = MANY, .looked = 5 },
                  "t2 t1 x3 x2 x1", "t2 t1 x3 x2 x1", FALSE);
  store_fixture_set_read (fixture, store_fixture_number (fixture, "one", "x3"), TRUE);
  assert_limited (fixture, "ferry is:unread ", (NewsSearchLimits) { .most = MANY, .looked = 3 },
                  "t2 x2", "t2 x2", TRUE);
}

static void
test_proofs (StoreFixture *fixture, gconstpointer data)
{
  take_limited (fixture);
  assert_limited (fixture, "\"ferry stops\" ", (NewsSearchLimits) { .most = MANY, .proofs = 3 },
                  "t2 x3 x2 x1 t1", "x3 x2", TRUE);
  assert_limited (fixture, "\"ferry stops\" ", (NewsSearchLimits) { .most = MANY, .proofs = 5 },
                  "t2 x3 x2 x1 t1", "x3 x2 x1", FALSE);
  /* What needs no proof is not limited by it. */
  assert_limited (fixture, "ferry stops ", (NewsSearchLimits) { .most = MANY, .proofs = 1 },
                  "t2 t1 x3 x2 x1", "t2 t1 x3 x2 x1", FALSE);
}

static void
test_deadline (StoreFixture *fixture, gconstpointer data)
{
  gint64 now = g_get_monotonic_time ();

  take_limited (fixture);
  assert_limited (fixture, "ferry ", (NewsSearchLimits) { .most = MANY, .deadline = now - 1 }, "",
                  "", TRUE);
  assert_limited (fixture, "ferry ",
                  (NewsSearchLimits) { .most = MANY, .deadline = now + 600 * G_USEC_PER_SEC },
                  "t2 t1 x3 x2 x1", "t2 t1 x3 x2 x1", FALSE);
  /* Where there can be no hits, nothing is left out. */
  assert_limited (fixture, "is:read is:unread ",
                  (NewsSearchLimits) { .most = MANY, .deadline = now - 1 }, "", "", FALSE);
}

/* --- the sieve, and many ------------------------------------------------------------------------
 */

/* Few bookmarks are known by heart; the article on show is there all the same. */
static void
test_bookmarks (StoreFixture *fixture, gconstpointer data)
{
  Question question = { .kept = 0 };

  take_limited (fixture);
  store_fixture_set_bookmarked (fixture, store_fixture_number (fixture, "one", "x2"), TRUE);
  assert_found (fixture, "ferry is:bookmarked ", "x2", "x2");
  assert_found (fixture, "ferry -is:bookmarked ", "t2 t1 x3 x1", "t2 t1 x3 x1");
  assert_found (fixture, "nothing is:bookmarked ", "", "");
  /* They cost no looks at others. */
  assert_limited (fixture, "ferry is:bookmarked ", (NewsSearchLimits) { .most = MANY, .looked = 1 },
                  "x2", "x2", FALSE);

  question.kept = store_fixture_number (fixture, "one", "t1");
  ask (fixture, "ferry is:bookmarked ", &(NewsSearchLimits) { .most = MANY }, &question);
  g_assert_cmpstr (question.ranked->str, ==, "t1 x2");
  clear (&question);
}

/* What is in a segment and what is not in one yet are found alike, and what has changed since, as
 * it is now. */
static void
test_segments (StoreFixture *fixture, gconstpointer data)
{
  Question question = { .kept = 0 };

  store_fixture_set_now (fixture, NOW);
  for (guint i = 0; i < 600; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      store_fixture_take (fixture, "one", NULL,
                          create (id, "Other", i % 100 == 0 ? "a ferry" : "a boat", i), NULL);
    }
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM segments"), >, 0);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM pending"), >, 0);
  assert_found (fixture, "ferry ", "0 100 200 300 400 500", "0 100 200 300 400 500");

  store_fixture_take (fixture, "one", NULL, create ("100", "Ferry", "a boat", 100),
                      create ("200", "Other", "a boat", 200), NULL);
  assert_found (fixture, "ferry ", "100 0 300 400 500", "100 0 300 400 500");

  ask (fixture, "ferry ", &(NewsSearchLimits) { .most = 2 }, &question);
  g_assert_true (g_str_has_prefix (question.ranked->str, "100 "));
  g_assert_cmpint (question.worst, ==, NEWS_FOUND_TEXT);
  g_assert_false (question.cut);
  clear (&question);
}

#define ADD(name, function)                                                                   \
  g_test_add ("/search-candidates/" name, StoreFixture, NULL, store_fixture_set_up, function, \
              store_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("ways", test_ways);
  ADD ("ages", test_ages);
  ADD ("alike", test_alike);
  ADD ("phrases", test_phrases);
  ADD ("beginnings", test_beginnings);
  ADD ("most", test_most);
  ADD ("looked", test_looked);
  ADD ("proofs", test_proofs);
  ADD ("deadline", test_deadline);
  ADD ("bookmarks", test_bookmarks);
  ADD ("segments", test_segments);

  return g_test_run ();
}
