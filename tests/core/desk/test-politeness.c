/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "fake-network.h"
#include "news-test-paper.h"

#include <string.h>

#define SECTIONS                                 \
  "[ { \"id\": \"home\", \"title\": \"Home\" }," \
  "  { \"id\": \"one\", \"title\": \"One\", \"queries\": [ { \"source\": \"feed\" } ] } ]"
#define SOURCES(more)                                                         \
  "[ { \"id\": \"feed\", \"name\": \"The Feed\", \"api\": \"jsonfeed\"," more \
  "    \"parameters\": { \"feed\": \"@SERVER@/feed.json\" } } ]"

static const char feed[]
  = "{ \"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"The Feed\", \"items\": ["
    "  { \"id\": \"a\", \"url\": \"https://feed.example/a\", \"title\": \"From the feed\","
    "    \"content_html\": \"<p>Its text</p>\", \"date_published\": \"2026-11-20T10:00:00Z\" } ] }";

static void
serve (NewsTestPaper *paper, const char *path)
{
  news_test_server_serve (paper->server, path, 200, "application/feed+json", feed);
}

static NewsTestPaper *
create_paper (void)
{
  NewsTestPaper *paper = news_test_paper_new (SECTIONS, SOURCES (""));

  serve (paper, "/feed.json");

  return paper;
}

static const char *
get_problem (NewsTestPaper *paper)
{
  return news_desk_section_get_problem (news_desk_get_section (paper->desk, "one"));
}

static void
assert_asked (NewsTestPaper *paper, const char *path, guint times)
{
  g_assert_cmpuint (news_test_server_count (paper->server, path), ==, times);
}

static void
refresh_due (NewsTestPaper *paper)
{
  news_desk_refresh_due (paper->desk);
  news_test_paper_settle (paper);
}

/* Each address's own validators go with it, as they came. */
static void
test_validators (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();
  static const char *const etags[] = { "\"strong\"", "W/\"weak\"" };

  for (gsize i = 0; i < G_N_ELEMENTS (etags); i++)
    {
      g_autofree char *etag = NULL;
      g_autofree char *date = NULL;

      news_test_server_add_header (paper->server, "/feed.json", "ETag", etags[i]);
      news_test_server_add_header (paper->server, "/feed.json", "Last-Modified",
                                   "Mon, 23 Nov 2026 10:00:00 GMT");
      news_test_paper_refresh (paper);
      news_test_paper_refresh (paper);
      etag = news_test_server_dup_last_header (paper->server, "If-None-Match");
      date = news_test_server_dup_last_header (paper->server, "If-Modified-Since");
      g_assert_cmpstr (etag, ==, etags[i]);
      g_assert_cmpstr (date, ==, "Mon, 23 Nov 2026 10:00:00 GMT");
      g_assert_null (get_problem (paper));
    }
}

static void
test_user_agent (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();
  g_autofree char *agent = NULL;

  news_test_paper_refresh (paper);
  agent = news_test_server_dup_last_header (paper->server, "User-Agent");
  g_assert_true (g_str_has_prefix (agent, "Broadsheet/"));
  g_assert_nonnull (strstr (agent, "+https://"));
}

/* The clock stays away from what failed, also after a restart, where it is told as before; a person
 * need not wait. */
static void
test_back_off (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();
  g_autofree char *before = NULL;

  news_test_server_serve (paper->server, "/feed.json", 500, "text/html", "<p>Sorry</p>");
  refresh_due (paper);
  assert_asked (paper, "/feed.json", 1);
  before = g_strdup (get_problem (paper));
  g_assert_nonnull (before);

  news_test_paper_open (paper);
  refresh_due (paper);
  assert_asked (paper, "/feed.json", 1);
  g_assert_cmpstr (get_problem (paper), ==, before);

  serve (paper, "/feed.json");
  news_test_paper_refresh (paper);
  assert_asked (paper, "/feed.json", 2);
  g_assert_null (get_problem (paper));
}

/* What the server asks is kept by everybody, over restarts, and told to who presses the button. */
static void
test_retry_after (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) later = g_date_time_add_hours (now, 2);
  g_autofree char *date = g_date_time_format (later, "%a, %d %b %Y %H:%M:%S GMT");
  g_autofree char *time = g_date_time_format (later, "%H:");

  news_test_server_serve (paper->server, "/feed.json", 503, "text/html", "<p>Sorry</p>");
  news_test_server_add_header (paper->server, "/feed.json", "Retry-After", date);
  news_test_paper_refresh (paper);
  news_test_paper_open (paper);
  news_test_paper_refresh (paper);
  assert_asked (paper, "/feed.json", 1);
  g_test_message ("%s", get_problem (paper));
  g_assert_nonnull (strstr (get_problem (paper), "alone until"));
  g_assert_nonnull (strstr (get_problem (paper), time));
}

/* A number of seconds is as good as a date, and "too many requests" without either is ten minutes:
 * a person, too, is told to wait. */
static void
test_too_many (void)
{
  static const char *const waits[] = { "600", NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (waits); i++)
    {
      g_autoptr (NewsTestPaper) paper = create_paper ();

      news_test_server_serve (paper->server, "/feed.json", 429, "text/html", "<p>Stop</p>");
      if (waits[i] != NULL)
        news_test_server_add_header (paper->server, "/feed.json", "Retry-After", waits[i]);
      news_test_paper_refresh (paper);
      news_test_paper_refresh (paper);
      assert_asked (paper, "/feed.json", 1);
      g_assert_nonnull (strstr (get_problem (paper), "alone until"));
    }
}

typedef struct
{
  NewsStore *store;
  gint64 fresh_until;
} Look;

static gpointer
look_thread (gpointer data)
{
  Look *look = data;
  g_auto (NewsAsking) asking = { 0 };
  guint today;

  g_assert_true (news_store_get_asking (look->store, "feed", NULL, &asking, &today, NULL));
  look->fresh_until = asking.fresh_until;

  return NULL;
}

/* For how many seconds the clock takes an answer with this Cache-Control for good. */
static gint64
get_lifetime (const char *control)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();
  Look look = { 0 };
  gint64 before = g_get_real_time () / G_USEC_PER_SEC;
  gint64 after;

  news_test_server_add_header (paper->server, "/feed.json", "Cache-Control", control);
  news_desk_set_interval (paper->desk, 1);
  refresh_due (paper);
  refresh_due (paper);
  assert_asked (paper, "/feed.json", 1);

  after = g_get_real_time () / G_USEC_PER_SEC;
  look.store = news_desk_get_store (paper->desk);
  g_thread_join (g_thread_new ("look", look_thread, &look));

  /* Whole minutes: the test itself takes a while. */
  g_assert_cmpint (look.fresh_until, >=, before);
  return (look.fresh_until - after + 59) / 60 * 60;
}

/* The server's word counts, but nine minutes at least, and five hours at most. */
static void
test_cache_control (void)
{
  g_assert_cmpint (get_lifetime ("max-age=1800"), ==, 1800);
  g_assert_cmpint (get_lifetime ("max-age=5"), ==, 9 * 60);
  g_assert_cmpint (get_lifetime ("no-cache"), ==, 9 * 60);
  g_assert_cmpint (get_lifetime ("max-age=31536000"), ==, 5 * 60 * 60);
}

static void
test_a_day (void)
{
  g_autoptr (NewsTestPaper) paper
    = news_test_paper_new (SECTIONS, SOURCES ("\"requests-per-day\": 2,"));

  serve (paper, "/feed.json");
  for (int i = 0; i < 4; i++)
    news_test_paper_refresh (paper);
  assert_asked (paper, "/feed.json", 2);
  g_assert_nonnull (strstr (get_problem (paper), "2 times a day"));
}

/* A move for ever is remembered, also over a restart, until the new place is gone too. */
static void
test_moved (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();

  news_test_server_serve (paper->server, "/feed.json", 301, "text/html", "elsewhere");
  news_test_server_add_header (paper->server, "/feed.json", "Location", "/new.json");
  serve (paper, "/new.json");
  news_test_paper_refresh (paper);
  g_assert_null (get_problem (paper));
  news_test_paper_open (paper);
  news_test_paper_refresh (paper);
  news_test_paper_refresh (paper);
  assert_asked (paper, "/feed.json", 1);
  assert_asked (paper, "/new.json", 3);

  serve (paper, "/feed.json");
  news_test_server_serve (paper->server, "/new.json", 404, "text/html", "gone");
  news_test_paper_refresh (paper);
  g_assert_nonnull (get_problem (paper));
  news_test_paper_refresh (paper);
  g_assert_null (get_problem (paper));
  assert_asked (paper, "/feed.json", 2);
}

/* A move for now is not. */
static void
test_moved_for_now (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();

  news_test_server_serve (paper->server, "/feed.json", 302, "text/html", "elsewhere");
  news_test_server_add_header (paper->server, "/feed.json", "Location", "/new.json");
  serve (paper, "/new.json");
  news_test_paper_refresh (paper);
  news_test_paper_refresh (paper);
  assert_asked (paper, "/feed.json", 2);
}

/* Twelve queries to a server that says nothing: the other source's news are there meanwhile. */
static void
test_hanging (void)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  guint16 port = g_socket_listener_add_any_inet_port (listener, NULL, NULL);
  g_autoptr (GString) queries = g_string_new ("");
  g_autofree char *sections = NULL;
  g_autofree char *sources = NULL;
  g_autoptr (NewsTestPaper) paper = NULL;
  NewsDeskSection *one;

  for (int i = 0; i < 12; i++)
    g_string_append_printf (queries, "{ \"source\": \"bad\", \"section\": \"%d\" },", i);
  sections = g_strdup_printf (
    "[ { \"id\": \"bad\", \"title\": \"Bad\", \"queries\": [ %s { \"source\": \"bad\" } ] },"
    "  { \"id\": \"one\", \"title\": \"One\", \"queries\": [ { \"source\": \"feed\" } ] } ]",
    queries->str);
  sources = g_strdup_printf ("[ { \"id\": \"feed\", \"name\": \"The Feed\", \"api\": \"jsonfeed\","
                             "    \"parameters\": { \"feed\": \"@SERVER@/feed.json\" } },"
                             "  { \"id\": \"bad\", \"name\": \"Bad\", \"api\": \"wordpress\","
                             "    \"parameters\": { \"site\": \"http://127.0.0.1:%u/\","
                             "      \"api\": \"http://127.0.0.1:%u/wp-json/\" } } ]",
                             port, port);
  paper = news_test_paper_new (sections, sources);
  serve (paper, "/feed.json");

  news_desk_refresh (paper->desk, NULL);
  one = news_desk_get_section (paper->desk, "one");
  while (news_desk_section_get_unread (one) != 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (news_desk_section_get_refreshing (news_desk_get_section (paper->desk, "bad")));
  g_assert_null (get_problem (paper));
}

/* Without a network the clock waits, but for this machine; it goes on by itself. Who presses the
 * button is told. */
static void
test_no_network (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();
  g_autoptr (GNetworkMonitor) network = fake_network_new ();

  news_test_paper_set_network (paper, network);
  fake_network_set (network, FALSE, FALSE);
  refresh_due (paper);
  assert_asked (paper, "/feed.json", 1);
}

static void
test_waits_for_network (void)
{
  g_autoptr (NewsTestPaper) paper = news_test_paper_new (
    SECTIONS, "[ { \"id\": \"feed\", \"name\": \"The Feed\", \"api\": \"jsonfeed\","
              "    \"parameters\": { \"feed\": \"http://192.0.2.1/feed.json\" } } ]");
  g_autoptr (GNetworkMonitor) network = fake_network_new ();

  news_test_paper_set_network (paper, network);
  fake_network_set (network, FALSE, FALSE);
  news_desk_set_interval (paper->desk, 30);
  news_desk_refresh_due (paper->desk);
  g_assert_false (news_desk_get_refreshing (paper->desk));
  g_assert_null (get_problem (paper));

  fake_network_set (network, TRUE, FALSE);
  while (!news_desk_get_refreshing (paper->desk))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_metered (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();
  g_autoptr (GNetworkMonitor) network = fake_network_new ();

  news_test_paper_set_network (paper, network);
  fake_network_set (network, TRUE, TRUE);
  news_desk_set_interval (paper->desk, 30);
  news_desk_set_pause_on_metered (paper->desk, TRUE);
  refresh_due (paper);
  assert_asked (paper, "/feed.json", 0);

  news_test_paper_refresh (paper);
  assert_asked (paper, "/feed.json", 1);

  news_test_paper_open (paper);
  fake_network_set (network, TRUE, FALSE);
  news_desk_set_pause_on_metered (paper->desk, TRUE);
  refresh_due (paper);
  assert_asked (paper, "/feed.json", 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/politeness/validators", test_validators);
  g_test_add_func ("/politeness/user-agent", test_user_agent);
  g_test_add_func ("/politeness/back-off", test_back_off);
  g_test_add_func ("/politeness/retry-after", test_retry_after);
  g_test_add_func ("/politeness/too-many", test_too_many);
  g_test_add_func ("/politeness/cache-control", test_cache_control);
  g_test_add_func ("/politeness/a-day", test_a_day);
  g_test_add_func ("/politeness/moved", test_moved);
  g_test_add_func ("/politeness/moved-for-now", test_moved_for_now);
  g_test_add_func ("/politeness/hanging", test_hanging);
  g_test_add_func ("/politeness/no-network", test_no_network);
  g_test_add_func ("/politeness/waits-for-network", test_waits_for_network);
  g_test_add_func ("/politeness/metered", test_metered);

  return g_test_run ();
}
