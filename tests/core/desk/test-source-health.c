/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-test-paper.h"

#define NOW 1771768800

#define SECTIONS \
  "[ { \"id\": \"one\", \"title\": \"One\", \"queries\": [ { \"source\": \"feed\" } ] } ]"
#define SOURCES                                                          \
  "[ { \"id\": \"feed\", \"name\": \"The Feed\", \"api\": \"jsonfeed\"," \
  "    \"requests-per-day\": 9,"                                         \
  "    \"parameters\": { \"feed\": \"@SERVER@/feed.json\" } } ]"

static const char feed[]
  = "{ \"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"The Feed\", \"items\": ["
    "  { \"id\": \"a\", \"url\": \"https://feed.example/a\", \"title\": \"From the feed\","
    "    \"content_html\": \"<p>Its text</p>\", \"date_published\": \"2026-11-20T10:00:00Z\" } ] }";

static void
assert_health (const NewsRecord *record, gboolean is_asking, NewsHealth expected)
{
  g_autoptr (NewsSource) source = news_source_new ("a", "A", "test");
  g_autoptr (NewsSourceHealth) health
    = news_source_health_new (source, record, TRUE, is_asking, NOW);

  g_assert_cmpint (health->health, ==, expected);
}

static void
test_judgement (void)
{
  NewsRecord none = { 0 };
  NewsRecord well = { .queries = 2, .answered = NOW - 5 };
  NewsRecord partly
    = { .queries = 2, .failing = 1, .answered = NOW - 5, .error = (char *) "Too slow" };
  NewsRecord failing = { .queries = 2, .failing = 2, .error = (char *) "Too slow" };
  NewsRecord waiting = { .queries = 2, .failing = 1, .forbidden_until = NOW + 5 };
  NewsRecord waited = { .queries = 2, .answered = NOW - 5, .forbidden_until = NOW - 5 };

  assert_health (&none, FALSE, NEWS_HEALTH_NEW);
  assert_health (&none, TRUE, NEWS_HEALTH_ASKING);
  assert_health (&well, FALSE, NEWS_HEALTH_WELL);
  assert_health (&partly, FALSE, NEWS_HEALTH_PARTLY);
  assert_health (&failing, FALSE, NEWS_HEALTH_FAILING);
  assert_health (&waiting, FALSE, NEWS_HEALTH_WAITING);
  assert_health (&waited, FALSE, NEWS_HEALTH_WELL);
}

static void
test_times (void)
{
  g_autoptr (NewsSource) source = news_source_new ("a", "A", "test");
  NewsRecord record = { .queries = 1, .answered = NOW - 5, .due = NOW + 50 };
  NewsRecord late = { .queries = 1, .answered = NOW - 5000, .due = NOW - 50 };
  g_autoptr (NewsSourceHealth) by_clock
    = news_source_health_new (source, &record, TRUE, FALSE, NOW);
  g_autoptr (NewsSourceHealth) by_hand
    = news_source_health_new (source, &record, FALSE, FALSE, NOW);
  g_autoptr (NewsSourceHealth) overdue = news_source_health_new (source, &late, TRUE, FALSE, NOW);

  g_assert_cmpint (by_clock->due, ==, NOW + 50);
  g_assert_cmpint (by_hand->due, ==, 0);
  g_assert_cmpint (overdue->due, ==, NOW);
}

static void
health_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  gpointer *slot = user_data;

  slot[0] = news_desk_get_health_finish (NEWS_DESK (object), result, (GError **) &slot[1]);
}

static NewsSourceHealth *
get_health (NewsTestPaper *paper, const char *id, GError **error)
{
  gpointer slot[2] = { NULL, NULL };

  news_desk_get_health_async (paper->desk, id, NULL, health_cb, slot);
  while (slot[0] == NULL && slot[1] == NULL)
    g_main_context_iteration (NULL, TRUE);
  if (slot[1] != NULL)
    g_propagate_error (error, slot[1]);

  return slot[0];
}

/* From never over well to failing and back by hand, over a restart. */
static void
test_life (void)
{
  g_autoptr (NewsTestPaper) paper = news_test_paper_new (SECTIONS, SOURCES);
  g_autoptr (NewsSourceHealth) new = get_health (paper, "feed", NULL);
  g_autoptr (NewsSourceHealth) asking = NULL;
  g_autoptr (NewsSourceHealth) well = NULL;
  g_autoptr (NewsSourceHealth) failing = NULL;
  g_autoptr (NewsSourceHealth) again = NULL;
  gint64 start = g_get_real_time () / G_USEC_PER_SEC;

  g_assert_cmpint (new->health, ==, NEWS_HEALTH_NEW);
  news_desk_set_interval (paper->desk, 60);
  news_test_server_serve (paper->server, "/feed.json", 200, "application/feed+json", feed);
  news_test_server_add_header (paper->server, "/feed.json", "Cache-Control", "max-age=7200");
  news_desk_try_source (paper->desk, "feed");
  asking = get_health (paper, "feed", NULL);
  g_assert_cmpint (asking->health, ==, NEWS_HEALTH_ASKING);
  news_test_paper_settle (paper);

  well = get_health (paper, "feed", NULL);
  g_assert_cmpint (well->health, ==, NEWS_HEALTH_WELL);
  g_assert_cmpint (well->answered, >=, start);
  g_assert_cmpuint (well->articles, ==, 1);
  g_assert_cmpuint (well->bytes, ==, strlen (feed));
  g_assert_cmpuint (well->today, ==, 1);
  g_assert_cmpuint (well->limit, ==, 9);

  /* The server's own word counts for more than our hour. */
  g_assert_cmpint (well->due, >=, start + 7200);
  g_assert_null (well->problem);

  news_test_server_serve (paper->server, "/feed.json", 500, "text/html", "<p>Sorry</p>");
  news_test_paper_refresh (paper);
  news_test_paper_open (paper);
  failing = get_health (paper, "feed", NULL);
  g_assert_cmpint (failing->health, ==, NEWS_HEALTH_FAILING);
  g_assert_nonnull (failing->problem);
  g_assert_cmpint (failing->answered, ==, well->answered);
  g_assert_cmpuint (failing->today, ==, 2);

  news_test_server_serve (paper->server, "/feed.json", 200, "application/feed+json", feed);
  news_desk_try_source (paper->desk, "feed");
  news_test_paper_settle (paper);
  again = get_health (paper, "feed", NULL);
  g_assert_cmpint (again->health, ==, NEWS_HEALTH_WELL);
}

static void
test_unknown (void)
{
  g_autoptr (NewsTestPaper) paper = news_test_paper_new (SECTIONS, SOURCES);
  g_autoptr (GError) error = NULL;

  g_assert_null (get_health (paper, "nobody", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/source-health/judgement", test_judgement);
  g_test_add_func ("/source-health/times", test_times);
  g_test_add_func ("/source-health/life", test_life);
  g_test_add_func ("/source-health/unknown", test_unknown);

  return g_test_run ();
}
