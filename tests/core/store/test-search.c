/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "store-fixture.h"

#include <string.h>

#define NOW STORE_FIXTURE_NOW
#define DAY (24 * 60 * 60)

/* The ids of what @query finds in @within (nullable), the best first. */
static char *
find_within (StoreFixture *fixture, const char *query, NewsScope *within, gint64 kept)
{
  g_autoptr (NewsScope) scope = news_scope_new_search (query, within, NULL);

  return store_fixture_list_ids (fixture, scope, kept);
}

static void
assert_found_within (StoreFixture *fixture,
                     const char *query,
                     NewsScope *within,
                     const char *expected)
{
  g_autofree char *found = find_within (fixture, query, within, 0);

  if (g_strcmp0 (found, expected) != 0)
    g_test_message ("Looking for “%s”", query);
  g_assert_cmpstr (found, ==, expected);
}

static void
assert_found (StoreFixture *fixture, const char *query, const char *expected)
{
  assert_found_within (fixture, query, NULL, expected);
}

static NewsArticle *
create (const char *id, const char *title, const char *text, guint days)
{
  NewsArticle *article = store_fixture_article (id, title, NOW - (gint64) days * DAY);

  g_set_str (&article->text, text);

  return article;
}

/* --- words --------------------------------------------------------------------------------------
 */

static void
test_words (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_take (
    fixture, "one", NULL, create ("a", "The president speaks", "Of cats in “BeReal” and more.", 1),
    create ("b", "中国人民银行宣布降息", "李强说，经济会好起来。", 2),
    create ("c", "A café in Zürich", "Trump’s words; the state of the art.", 3), NULL);

  assert_found (fixture, "president ", "a");
  assert_found (fixture, "presid", "a");
  assert_found (fixture, "presid ", "");
  assert_found (fixture, "cats speaks ", "a");
  assert_found (fixture, "BeReal", "a");
  assert_found (fixture, "cafe zurich ", "c");
  assert_found (fixture, "trump ", "c");
  assert_found (fixture, "trump's ", "c");
  assert_found (fixture, "the ", "a c");
  assert_found (fixture, "nothing ", "");
  assert_found (fixture, "", "");
  assert_found (fixture, "...", "");
}

/* What is typed of a word finds titles from its first letter on, texts from the third. */
static void
test_beginnings (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_take (fixture, "one", NULL, create ("a", "Governors", "Xylophone", 1),
                      create ("b", "Xylem", "Governments govern", 2), NULL);

  assert_found (fixture, "g", "a");
  assert_found (fixture, "go", "a");
  assert_found (fixture, "gov", "a b");
  assert_found (fixture, "gover", "a b");
  assert_found (fixture, "governm", "b");
  assert_found (fixture, "governor", "a");
  assert_found (fixture, "governors", "a");
  assert_found (fixture, "governorsx", "");
  assert_found (fixture, "\"governments go", "b");
  assert_found (fixture, "\"governments x", "");
}

static void
test_han (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_take (fixture, "one", NULL,
                      create ("a", "中国人民银行宣布降息", "李强说，经济会好起来。", 1),
                      create ("b", "中國人民銀行", "人行。", 2),
                      create ("c", "天気", "データベースの会社、한국어", 3), NULL);

  assert_found (fixture, "银行", "a b");
  assert_found (fixture, "銀行", "a b");
  assert_found (fixture, "降息", "a");
  assert_found (fixture, "人民银行", "a b");
  assert_found (fixture, "民人", "");
  assert_found (fixture, "人行", "b");
  assert_found (fixture, "李强", "a");
  assert_found (fixture, "強", "a");
  assert_found (fixture, "来", "a");
  assert_found (fixture, "息 ", "a");
  assert_found (fixture, "行宣", "a");
  assert_found (fixture, "ﾃﾞｰﾀ", "c");
  assert_found (fixture, "会", "a c");
  assert_found (fixture, "국어", "c");
}

static void
test_phrases (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_take (fixture, "one", NULL,
                      create ("a", "Trade war", "It is the state of the art.", 1),
                      create ("b", "War of trade", "The art of the state. Trade war", 2),
                      create ("c", "人民的银行", "人民银行", 3), NULL);

  assert_found (fixture, "\"trade war\"", "a b");
  assert_found (fixture, "\"state of the art\"", "a");
  assert_found (fixture, "\"art of the state\"", "b");
  assert_found (fixture, "state-of-the-art ", "a");
  assert_found (fixture, "\"war it\"", ""); /* never over two fields */
  assert_found (fixture, "\"民银行\"", "c");
  assert_found (fixture, "\"的银行人\"", "");
}

static void
test_unwanted (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_take (
    fixture, "one", NULL, create ("a", "Cats", "and dogs", 1), create ("b", "Cats", "and birds", 2),
    create ("c", "Birds", "and cats too", 3), create ("d", "Fish", "of the sea", 4), NULL);

  assert_found (fixture, "cats -dogs", "b c");
  assert_found (fixture, "cats -birds", "a");
  assert_found (fixture, "cats -bird", "a b c");
  assert_found (fixture, "cats -\"cats too\"", "a b");
  assert_found (fixture, "cats -\"and cats birds\" ", "a b c");
  assert_found (fixture, "c -dogs", "b");
  assert_found (fixture, "-cats", "d");
  assert_found (fixture, "-\"and cats\" ", "a b d");
  assert_found (fixture, "cats -cats ", "");
}

/* --- operators ----------------------------------------------------------------------------------
 */

static NewsArticle *
create_full (const char *id, const char *byline, const char *outlet, const char *topics, guint days)
{
  NewsArticle *article = create (id, "Story", "of things", days);

  article->byline = g_strdup (byline);
  article->outlet = g_strdup (outlet);
  article->topics = store_fixture_names (topics);
  if (strcmp (id, "a") == 0)
    {
      article->lead = news_picture_new ();
      news_picture_add_file (article->lead, "https://a.example/p.jpg", 800, 600);
    }

  return article;
}

static void
take_some (StoreFixture *fixture)
{
  store_fixture_set_now (fixture, NOW);
  store_fixture_take (fixture, "bbc", "world",
                      create_full ("a", "Michelle Mark", NULL, "Trade China", 1),
                      create_full ("b", "Anne O’Brien", "Reuters", "Trade-war", 40), NULL);
  store_fixture_take (fixture, "新华", "财经", create_full ("c", "王小明", NULL, "", 400), NULL);
}

static void
test_operators (StoreFixture *fixture, gconstpointer data)
{
  take_some (fixture);

  assert_found (fixture, "source:bbc ", "a b");
  assert_found (fixture, "source:bb", "a b");
  assert_found (fixture, "source:新华", "c");
  assert_found (fixture, "来源：新华 story ", "c");
  assert_found (fixture, "source:reuters ", "b");
  assert_found (fixture, "source:nobody ", "");
  assert_found (fixture, "source:bbc source:新华 ", "a b c");
  assert_found (fixture, "story -source:bbc ", "c");
  assert_found (fixture, "section:world ", "a b");
  assert_found (fixture, "section:财 ", "c");
  assert_found (fixture, "-section:wor ", "c");
  assert_found (fixture, "section:none ", "");
  assert_found (fixture, "topic:trade ", "a b");
  assert_found (fixture, "topic:\"trade\" ", "a");
  assert_found (fixture, "topic:tra", "a b");
  assert_found (fixture, "topic:none ", "");
  assert_found (fixture, "-topic:trade ", "c");
  assert_found (fixture, "author:mark ", "a");
  assert_found (fixture, "author:\"michelle mark\" story ", "a");
  assert_found (fixture, "author:mich", "a");
  assert_found (fixture, "author:o'brien ", "b");
  assert_found (fixture, "author:小明 ", "c");
  assert_found (fixture, "has:picture ", "a");
  assert_found (fixture, "-has:picture ", "b c");
}

static void
test_times (StoreFixture *fixture, gconstpointer data)
{
  take_some (fixture);

  /* a: 2026-02-21, b: 2026-01-13, c: 2025-01-18 */
  assert_found (fixture, "after:2026 ", "a b");
  assert_found (fixture, "after:2026-01-13 ", "a b");
  assert_found (fixture, "after:2026-01-14 ", "a");
  assert_found (fixture, "before:2026-01-13 ", "c");
  assert_found (fixture, "before:2026-01-14 ", "b c");
  assert_found (fixture, "before:2026-02 after:2025-12 ", "b");
  assert_found (fixture, "before:2025 ", "");
  assert_found (fixture, "after:2027 ", "");
  assert_found (fixture, "story before:2026-01 after:2026-02 ", "");
  assert_found (fixture, "-before:2026 ", "a b");
  assert_found (fixture, "早于：2026 ", "c");
}

static void
test_marks (StoreFixture *fixture, gconstpointer data)
{
  gint64 number;

  take_some (fixture);
  number = store_fixture_number (fixture, "bbc", "a");
  store_fixture_set_read (fixture, number, TRUE);
  store_fixture_set_bookmarked (fixture, store_fixture_number (fixture, "bbc", "b"), TRUE);

  assert_found (fixture, "story is:unread ", "b c");
  assert_found (fixture, "is:read ", "a");
  assert_found (fixture, "-is:unread ", "a");
  assert_found (fixture, "is:unread is:read ", "");
  assert_found (fixture, "is:bookmarked ", "b");
  assert_found (fixture, "story is:bookmarked ", "b");
  assert_found (fixture, "other is:bookmarked ", "");
  assert_found (fixture, "-is:bookmarked ", "a c");
}

/* The article on show stays where it was though it has been read, and at the end if nothing of it
 * is found. */
static void
test_kept (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *unread = NULL;
  g_autofree char *other = NULL;
  gint64 number;

  take_some (fixture);
  number = store_fixture_number (fixture, "bbc", "b");
  store_fixture_set_read (fixture, number, TRUE);

  unread = find_within (fixture, "story is:unread ", NULL, number);
  other = find_within (fixture, "has:picture ", NULL, number);
  g_assert_cmpstr (unread, ==, "a b c");
  g_assert_cmpstr (other, ==, "a b");
}

/* --- scopes -------------------------------------------------------------------------------------
 */

static void
test_within (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (NewsSection) world = store_fixture_section ("world", "bbc/world");
  g_autoptr (NewsSection) china = store_fixture_section ("china", "新华/ none/");
  g_autoptr (NewsSection) nothing = store_fixture_section ("nothing", "none/");
  g_autoptr (GPtrArray) both = g_ptr_array_new ();
  g_autoptr (NewsScope) in_world = news_scope_new_section (world);
  g_autoptr (NewsScope) in_china = news_scope_new_section (china);
  g_autoptr (NewsScope) in_nothing = news_scope_new_section (nothing);
  g_autoptr (NewsScope) in_bookmarks = news_scope_new_bookmarks ();
  g_autoptr (NewsScope) in_topic = news_scope_new_topic ("TRADE");
  g_autoptr (NewsScope) in_home = NULL;
  g_autoptr (NewsScope) named = NULL;
  g_autofree char *found = NULL;

  take_some (fixture);
  store_fixture_take (fixture, "bbc", NULL, create ("d", "Story", "elsewhere", 3), NULL);
  store_fixture_set_bookmarked (fixture, store_fixture_number (fixture, "bbc", "b"), TRUE);
  g_ptr_array_add (both, world);
  g_ptr_array_add (both, china);
  in_home = news_scope_new_home (both);

  assert_found (fixture, "story ", "a d b c");
  assert_found_within (fixture, "story ", in_world, "a b");
  assert_found_within (fixture, "story ", in_china, "c");
  assert_found_within (fixture, "story ", in_nothing, "");
  assert_found_within (fixture, "story ", in_home, "a b c");
  assert_found_within (fixture, "story ", in_bookmarks, "b");
  assert_found_within (fixture, "story ", in_topic, "a");
  assert_found_within (fixture, "story source:新华 ", in_world, "");

  /* Sections by the edition's names. */
  named = news_scope_new_search ("section:chi", NULL, both);
  found = store_fixture_list_ids (fixture, named, 0);
  g_assert_cmpstr (found, ==, "c");
}

/* --- ranks --------------------------------------------------------------------------------------
 */

static void
test_ranks (StoreFixture *fixture, gconstpointer data)
{
  NewsArticle *named = create ("named", "Other", "other", 5);
  NewsArticle *told = create ("told", "Other", "other", 5);

  named->byline = g_strdup ("Trade War");
  told->standfirst = g_strdup ("trade and war");
  store_fixture_set_now (fixture, NOW);
  store_fixture_take (
    fixture, "one", NULL, create ("text", "Other", "war, and then trade", 5),
    create ("half", "A war", "and trade", 5), told, named, create ("title", "War and trade", "", 5),
    create ("phrase", "The trade war", "", 5), create ("oldtitle", "War or trade", "", 900),
    create ("newtext", "Other", "trade, war", 0), NULL);

  assert_found (fixture, "trade war ", "phrase title named oldtitle told half newtext text");
  assert_found (fixture, "\"trade war\" ", "phrase named newtext");
}

/* --- headlines ----------------------------------------------------------------------------------
 */

static void
test_headlines (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (NewsScope) scope = news_scope_new_search ("cat 银行 ", NULL, NULL);
  g_autoptr (NewsSnapshot) snapshot = NULL;
  NewsArticle *article = create ("a", "A cat: 銀行", "The cat of 银行.", 1);
  NewsHeadline *headline;
  const NewsTextRange *range;

  article->standfirst = g_strdup ("First of all");
  store_fixture_take (fixture, "one", NULL, article, NULL);
  snapshot = store_fixture_list (fixture, scope, 0, 10);
  g_assert_false (snapshot->partial);
  g_assert_cmpuint (snapshot->headlines->len, ==, 1);

  headline = g_ptr_array_index (snapshot->headlines, 0);
  g_assert_cmpstr (headline->snippet, ==, "First of all The cat of 银行.");
  g_assert_cmpuint (headline->snippet_ranges->len, ==, 2);
  g_assert_cmpuint (headline->title_ranges->len, ==, 2);
  range = &g_array_index (headline->title_ranges, NewsTextRange, 1);
  g_assert_cmpuint (range->start, ==, 7);
  g_assert_cmpuint (range->end, ==, 13);
}

/* Other lists have nothing to mark. */
static void
test_unmarked (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (NewsHeadline) headline = NULL;

  store_fixture_take (fixture, "one", NULL, create ("a", "Cat", "cat", 1), NULL);
  headline = store_fixture_headline (fixture, store_fixture_number (fixture, "one", "a"));
  g_assert_null (headline->snippet);
  g_assert_null (headline->title_ranges);
}

static void
test_top (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (NewsScope) scope = news_scope_new_search ("cat ", NULL, NULL);
  g_autoptr (NewsSnapshot) snapshot = NULL;

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      store_fixture_take (fixture, "one", NULL, create (id, "Cat", "cat", i), NULL);
    }

  snapshot = store_fixture_list_top (fixture, scope, 10);
  g_assert_cmpuint (snapshot->rows->len, ==, 10);
  g_assert_cmpuint (snapshot->headlines->len, ==, 10);
}

/* --- counts -------------------------------------------------------------------------------------
 */

static void
test_counts (StoreFixture *fixture, gconstpointer data)
{
  static const char *const queries[]
    = { "story ", "story is:read ", "\"story of\" ", "\"of things\" ", "source:bbc ", "", "none " };
  static const guint expected[] = { 2, 0, 0, 2, 1, 0, 0 };
  g_autoptr (GPtrArray) scopes = g_ptr_array_new_with_free_func ((GDestroyNotify) news_scope_unref);
  StoreFixtureWait wait = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) counts = NULL;
  g_autoptr (GError) error = NULL;

  take_some (fixture);
  store_fixture_set_read (fixture, store_fixture_number (fixture, "bbc", "a"), TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    g_ptr_array_add (scopes, news_scope_new_search (queries[i], NULL, NULL));

  news_store_count_matches_async (fixture->store, scopes, NULL, store_fixture_answer_cb, &wait);
  result = store_fixture_wait (&wait);
  counts = news_store_count_matches_finish (fixture->store, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < counts->len; i++)
    g_assert_cmpuint (g_array_index (counts, guint, i), ==, expected[i]);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (StoreFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/search/words", test_words },       { "/search/beginnings", test_beginnings },
    { "/search/han", test_han },           { "/search/phrases", test_phrases },
    { "/search/unwanted", test_unwanted }, { "/search/operators", test_operators },
    { "/search/times", test_times },       { "/search/marks", test_marks },
    { "/search/kept", test_kept },         { "/search/within", test_within },
    { "/search/ranks", test_ranks },       { "/search/headlines", test_headlines },
    { "/search/unmarked", test_unmarked }, { "/search/top", test_top },
    { "/search/counts", test_counts },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, StoreFixture, NULL, store_fixture_set_up, tests[i].test,
                store_fixture_tear_down);

  return g_test_run ();
}
