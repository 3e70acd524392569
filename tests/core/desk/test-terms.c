/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-errand.h"
#include "news-test-paper.h"
#include "news-upkeep.h"

#include <glib/gstdio.h>
#include <string.h>

#define HOUR 3600
#define DAY (24 * HOUR)

/* An API with all the rules that one may have, whose articles are asked for when they are opened.
 */
#define API                                                                                   \
  "{ \"format\": 1, \"id\": \"ruled\", \"name\": \"Ruled\","                                  \
  "  \"parameters\": { \"site\": { \"type\": \"address\" } },"                                \
  "  \"requests\": {"                                                                         \
  "    \"list\": { \"url\": \"{site}list\", \"rows\": \"items[*]\" },"                        \
  "    \"item\": { \"url\": \"{site}item\", \"query\": { \"id\": \"{article}\" },"            \
  "      \"when_opened\": true } },"                                                          \
  "  \"article\": { \"id\": \"id\", \"title\": \"title\", \"url\": \"url\", \"body_text\": "  \
  "\"text\" },"                                                                               \
  "  \"cost\": { \"per_hour\": 1000000, \"per_day\": 3, \"at_once\": 1, \"fresh_s\": 7200 }," \
  "  \"terms\": { \"keep_s\": 86400, \"credit\": \"The Rulers\", \"link_back\": true } }"

#define SECTIONS                                 \
  "[ { \"id\": \"home\", \"title\": \"Home\" }," \
  "  { \"id\": \"one\", \"title\": \"One\", \"queries\": [ { \"source\": \"s\" } ] } ]"
#define SOURCES(api, parameter)                                        \
  "[ { \"id\": \"s\", \"name\": \"The Source\", \"api\": \"" api "\"," \
  "    \"parameters\": { \"" parameter "\": \"@SERVER@/" parameter "/\" } } ]"

static const char list[]
  = "{ \"items\": [ { \"id\": 1, \"title\": \"One\", \"text\": \"Text\" } ] }";
static const char item[] = "{ \"id\": 1, \"title\": \"One\", \"text\": \"Whole text\" }";

static NewsTestPaper *
create_paper (const char *sources)
{
  NewsTestPaper *paper = news_test_paper_new (SECTIONS, sources);
  g_autofree char *folder = g_build_filename (paper->folder, "apis", NULL);
  g_autofree char *path = g_build_filename (folder, "ruled.json", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, API, -1, NULL));
  news_test_paper_open (paper);
  g_assert_cmpuint (paper->problems->len, ==, 0);

  return paper;
}

static NewsTestPaper *
create_ruled (void)
{
  NewsTestPaper *paper = create_paper (SOURCES ("ruled", "site"));

  news_test_server_serve (paper->server, "/site/list", 200, "application/json", list);
  news_test_server_serve (paper->server, "/site/item", 200, "application/json", item);

  return paper;
}

static NewsSource *
get_source (NewsTestPaper *paper)
{
  return news_edition_get_source (news_desk_get_edition (paper->desk), "s");
}

static void
story_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  NewsStory **story = user_data;
  g_autoptr (GError) error = NULL;

  *story = news_store_story_finish (NEWS_STORE (object), result, &error);
  g_assert_no_error (error);
}

static NewsStory *
get_story (NewsTestPaper *paper)
{
  NewsStory *story = NULL;

  news_store_story_async (news_desk_get_store (paper->desk), 1, NULL, story_cb, &story);
  while (story == NULL)
    g_main_context_iteration (NULL, TRUE);

  return story;
}

/* Opens the article, and waits for what comes of it; a restart waits for every worker. */
static void
visit (NewsTestPaper *paper)
{
  g_autoptr (NewsStory) story = get_story (paper);

  news_desk_note_opened (paper->desk, story);
}

static void
assert_asked (NewsTestPaper *paper, const char *path, guint times)
{
  g_assert_cmpuint (news_test_server_count (paper->server, path), ==, times);
}

static void
wait_for_asked (NewsTestPaper *paper, const char *path, guint times)
{
  while (news_test_server_count (paper->server, path) < times)
    g_usleep (1000);
}

static guint
get_today (NewsTestPaper *paper)
{
  gint64 forbidden;
  guint today;

  g_assert_true (
    news_store_get_restraint (news_desk_get_store (paper->desk), "s", &today, &forbidden, NULL));

  return today;
}

static void
wait_for_today (NewsTestPaper *paper, guint today)
{
  while (get_today (paper) < today)
    g_usleep (1000);
}

/* Opening counts towards the day as the list does, and ends where the day's requests do. */
static void
test_visits_a_day (void)
{
  g_autoptr (NewsTestPaper) paper = create_ruled ();

  news_test_paper_refresh (paper);
  for (guint i = 1; i <= 2; i++)
    {
      visit (paper);
      wait_for_today (paper, 1 + i);
    }
  visit (paper);
  news_test_paper_open (paper);
  assert_asked (paper, "/site/list", 1);
  assert_asked (paper, "/site/item", 2);
}

/* Who asked to be left alone, for a list or for an article, is not asked when one is opened. */
static void
test_visits_forbidden (void)
{
  static const char *const paths[] = { "/site/list", "/site/item" };

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (NewsTestPaper) paper = create_ruled ();
      guint before;

      news_test_paper_refresh (paper);
      news_test_server_serve (paper->server, paths[i], 429, "text/html", "<p>No");
      news_test_server_add_header (paper->server, paths[i], "Retry-After", "3600");
      if (i == 0)
        news_test_paper_refresh (paper);
      else
        visit (paper);
      wait_for_today (paper, 2);
      before = news_test_server_count (paper->server, "/site/item");
      g_assert_cmpuint (before, ==, i);

      visit (paper);
      news_test_paper_open (paper);
      assert_asked (paper, "/site/item", before);
    }
}

static void
test_visit (void)
{
  g_autoptr (NewsTestPaper) paper = create_ruled ();
  g_autoptr (NewsStory) story = NULL;

  news_test_paper_refresh (paper);
  visit (paper);
  wait_for_asked (paper, "/site/item", 1);
  do
    {
      g_clear_pointer (&story, news_story_unref);
      story = get_story (paper);
    }
  while (strcmp (story->article->text, "Whole text") != 0);
}

static guint
ask_lifetime (NewsTestPaper *paper, gboolean changed)
{
  g_autoptr (NewsFetcher) fetcher = news_fetcher_new ();
  g_autofree char *apis = g_build_filename (paper->folder, "apis", NULL);
  g_autoptr (NewsRegistry) registry = news_registry_load (apis, NULL);
  NewsStore *store = news_desk_get_store (paper->desk);
  g_auto (NewsErrand) errand = { 0 };
  g_autoptr (GError) error = NULL;

  errand.source = get_source (paper);
  errand.protocol = news_registry_get (registry, errand.source->api);
  errand.question.ask = NEWS_ASK_LIST;
  news_errand_run (&errand, fetcher, store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (errand.answer != NULL, ==, changed);
  g_assert_true (news_store_set_validators (store, errand.url, errand.validators, NULL));
  news_fetcher_close (fetcher);

  return errand.lifetime;
}

/* By the API's own rule, where the server names a shorter time, and where it names a longer one. */
static void
test_fresh (void)
{
  g_autoptr (NewsTestPaper) paper = create_ruled ();

  g_assert_cmpuint (ask_lifetime (paper, TRUE), ==, 7200);
  news_test_server_add_header (paper->server, "/site/list", "Cache-Control", "max-age=60");
  g_assert_cmpuint (ask_lifetime (paper, FALSE), ==, 7200);
  news_test_server_serve (paper->server, "/site/list", 200, "application/json", list);
  news_test_server_add_header (paper->server, "/site/list", "Cache-Control", "max-age=9000");
  g_assert_cmpuint (ask_lifetime (paper, FALSE), ==, 9000);
}

/* A feed says it in itself, and need not say it again as long as it has not changed. */
static void
test_ttl (void)
{
  static const struct
  {
    const char *words;
    guint lifetime;
  } cases[] = {
    { "<ttl>120</ttl>", 2 * HOUR },
    { "<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>1</sy:updateFrequency>", HOUR },
    { "<description>Nothing is said</description>", 0 },
  };
  g_autoptr (NewsTestPaper) paper = create_paper (SOURCES ("feed", "feed"));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *body
        = g_strdup_printf ("<rss version='2.0'"
                           " xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'><channel>"
                           "<title>Feed</title>%s<item><title>One</title><guid>1</guid></item>"
                           "</channel></rss>",
                           cases[i].words);

      news_test_server_serve (paper->server, "/feed/", 200, "application/rss+xml", body);
      g_assert_cmpuint (ask_lifetime (paper, TRUE), ==, cases[i].lifetime);
      g_assert_cmpuint (ask_lifetime (paper, FALSE), ==, cases[i].lifetime);
    }
}

static void
serve_json_feed (NewsTestPaper *paper, const char *more)
{
  g_autofree char *body
    = g_strdup_printf ("{ \"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"Feed\","
                       " %s \"items\": [ { \"id\": \"1\", \"title\": \"One\","
                       " \"summary\": \"In short\" } ] }",
                       more);

  news_test_server_serve (paper->server, "/feed/", 200, "application/feed+json", body);
}

static void
assert_expired (NewsTestPaper *paper, gboolean expired)
{
  g_auto (NewsAsking) asking = { 0 };
  guint today;

  g_assert_true (
    news_store_get_asking (news_desk_get_store (paper->desk), "s", NULL, &asking, &today, NULL));
  g_assert_cmpint (asking.expired, ==, expired);
}

/* A feed that says that it has ended is believed, also where it only says that nothing changed,
 * until a person asks and hears otherwise. */
static void
test_expired (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper (SOURCES ("jsonfeed", "feed"));

  serve_json_feed (paper, "\"expired\": false,");
  news_test_paper_refresh (paper);
  assert_expired (paper, FALSE);
  serve_json_feed (paper, "\"expired\": true,");
  news_test_paper_refresh (paper);
  assert_expired (paper, TRUE);
  news_test_paper_refresh (paper);
  assert_expired (paper, TRUE);
  g_assert_null (news_desk_section_get_problem (news_desk_get_section (paper->desk, "one")));

  serve_json_feed (paper, "");
  news_test_paper_refresh (paper);
  assert_expired (paper, FALSE);
  assert_asked (paper, "/feed/", 4);
}

/* An item of which a feed has a summary only is known for one. */
static void
test_summary (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper (SOURCES ("jsonfeed", "feed"));
  g_autoptr (NewsStory) story = NULL;

  serve_json_feed (paper, "");
  news_test_paper_refresh (paper);
  story = get_story (paper);
  g_assert_cmpstr (story->article->standfirst, ==, "In short");
  g_assert_true (story->article->summary_only);
}

static void
run_upkeep (NewsTestPaper *paper, guint days, gint64 later, int dropped)
{
  g_autofree char *apis = g_build_filename (paper->folder, "apis", NULL);
  g_autoptr (NewsRegistry) registry = news_registry_load (apis, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC + later;
  NewsKeep keep = { .days = days };
  g_autoptr (NewsUpkeep) upkeep
    = news_upkeep_new (news_desk_get_editions (paper->desk), registry, &keep, now);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (news_upkeep_run (upkeep, news_desk_get_store (paper->desk), &error), ==,
                   dropped);
  g_assert_no_error (error);
}

/* A text is kept for the day that the terms allow, and not longer, if the source is not asked
 * again; then it is there again. Whether older articles are kept at all is another matter. */
static void
test_keep (void)
{
  g_autoptr (NewsTestPaper) paper = create_ruled ();
  g_autoptr (NewsStory) kept = NULL;
  g_autoptr (NewsStory) lapsed = NULL;
  g_autoptr (NewsStory) again = NULL;

  news_test_paper_refresh (paper);
  run_upkeep (paper, 0, DAY - HOUR, 0);
  kept = get_story (paper);
  g_assert_cmpstr (kept->article->text, ==, "Text");

  run_upkeep (paper, 0, DAY + HOUR, 0);
  lapsed = get_story (paper);
  g_assert_true (lapsed->article->lapsed);
  g_assert_null (lapsed->article->text);
  g_assert_cmpstr (lapsed->article->title, ==, "One");

  news_test_paper_refresh (paper);
  again = get_story (paper);
  g_assert_false (again->article->lapsed);
  g_assert_cmpstr (again->article->text, ==, "Text");
}

/* What the API asks of everybody is there for the page about the source. */
static void
test_shown (void)
{
  g_autoptr (NewsTestPaper) paper = create_ruled ();
  const NewsTerms *terms = news_desk_get_terms (paper->desk, get_source (paper));

  g_assert_cmpstr (terms->credit, ==, "The Rulers");
  g_assert_cmpuint (terms->keep_s, ==, DAY);
  g_assert_true (terms->link_back);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/terms/visit", test_visit);
  g_test_add_func ("/terms/visits-a-day", test_visits_a_day);
  g_test_add_func ("/terms/visits-forbidden", test_visits_forbidden);
  g_test_add_func ("/terms/fresh", test_fresh);
  g_test_add_func ("/terms/ttl", test_ttl);
  g_test_add_func ("/terms/expired", test_expired);
  g_test_add_func ("/terms/summary", test_summary);
  g_test_add_func ("/terms/keep", test_keep);
  g_test_add_func ("/terms/shown", test_shown);

  return g_test_run ();
}
