/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-test-paper.h"

#include <string.h>

#define HOME "{ \"id\": \"home\", \"title\": \"Home\" }"
#define ONE                                                                                      \
  "{ \"id\": \"one\", \"title\": \"One\", \"queries\": [ { \"source\": \"posts\", \"section\": " \
  "\"7\" } ] }"
#define TWO                                                                         \
  "{ \"id\": \"two\", \"title\": \"Two\", \"queries\": [ { \"source\": \"feed\" }," \
  "  { \"source\": \"posts\", \"section\": \"7\" } ] }"
#define POSTS                                                                                   \
  "{ \"id\": \"posts\", \"name\": \"The Posts\", \"api\": \"wordpress\", \"language\": \"en\"," \
  "  \"parameters\": { \"site\": \"@SERVER@/\", \"api\": \"@SERVER@/wp-json/\" } }"
#define FEED                                                           \
  "{ \"id\": \"feed\", \"name\": \"The Feed\", \"api\": \"jsonfeed\"," \
  "  \"parameters\": { \"feed\": \"@SERVER@/feed.json\" } }"

#define LIST "/wp-json/wp/v2/posts"

static const char feed[]
  = "{ \"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"The Feed\", \"items\": ["
    "  { \"id\": \"a\", \"url\": \"https://feed.example/a\", \"title\": \"From the feed\","
    "    \"content_html\": \"<p>Its text</p>\", \"date_published\": \"2026-11-20T10:00:00Z\" } ] }";

static NewsTestPaper *
create_paper (void)
{
  return news_test_paper_new ("[" HOME "," ONE "," TWO "]", "[" POSTS "," FEED "]");
}

static void
serve_posts (NewsTestPaper *paper, int first, int last)
{
  g_autofree char *posts = news_test_paper_dup_posts (first, last);

  news_test_server_serve (paper->server, LIST, 200, "application/json", posts);
}

static void
assert_length (NewsTestPaper *paper, const char *section, guint length)
{
  g_autoptr (NewsSnapshot) snapshot = news_test_paper_list_section (paper, section);

  g_assert_cmpuint (snapshot->rows->len, ==, length);
}

static const char *
get_problem (NewsTestPaper *paper, const char *section)
{
  return news_desk_section_get_problem (news_desk_get_section (paper->desk, section));
}

static void
wait_for_unread (NewsTestPaper *paper, const char *section, guint unread)
{
  while (news_desk_section_get_unread (news_desk_get_section (paper->desk, section)) != unread)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_refresh (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();
  g_autoptr (NewsSnapshot) snapshot = NULL;
  NewsHeadline *headline;

  serve_posts (paper, 10, 1);
  news_test_server_serve (paper->server, "/feed.json", 200, "application/feed+json", feed);
  assert_length (paper, "one", 0);
  news_test_paper_refresh (paper);

  g_assert_null (get_problem (paper, "one"));
  g_assert_null (get_problem (paper, "two"));
  assert_length (paper, "one", 10);
  assert_length (paper, "two", 11);
  wait_for_unread (paper, "one", 10);
  wait_for_unread (paper, "home", 11);

  snapshot = news_test_paper_list_section (paper, "one");
  headline = g_ptr_array_index (snapshot->headlines, 0);
  g_assert_cmpstr (headline->title, ==, "Story 10");
  g_assert_cmpstr (headline->preview, ==, "What story 10 tells");
  g_assert_cmpstr (headline->outlet, ==, "The Posts");
  g_assert_cmpstr (headline->language, ==, "en");

  /* Both sections have the query, and it was asked once. */
  g_assert_cmpuint (news_test_server_count (paper->server, LIST), ==, 1);
}

/* What did not change is recognised, and what did is taken in. */
static void
test_again (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();

  serve_posts (paper, 10, 1);
  news_test_server_serve (paper->server, "/feed.json", 200, "application/feed+json", feed);
  news_test_server_add_header (paper->server, "/feed.json", "ETag", "\"abc\"");
  news_test_paper_refresh (paper);
  news_test_paper_refresh (paper);
  assert_length (paper, "two", 11);

  serve_posts (paper, 12, 3);
  news_test_paper_refresh (paper);
  assert_length (paper, "one", 12);
  wait_for_unread (paper, "one", 12);
}

/* After a holiday more than a page is new: it goes on until it meets what is known. */
static void
test_gap (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();

  serve_posts (paper, 20, 1);
  news_test_server_add_header (paper->server, LIST, "X-WP-Total", "20");
  news_test_server_add_header (paper->server, LIST, "X-WP-TotalPages", "1");
  news_test_paper_refresh (paper);
  g_assert_cmpuint (news_test_server_count (paper->server, LIST), ==, 1);

  /* The same answer to every page: the second one is known, so that it stops there. */
  serve_posts (paper, 60, 41);
  news_test_server_add_header (paper->server, LIST, "X-WP-Total", "60");
  news_test_server_add_header (paper->server, LIST, "X-WP-TotalPages", "3");
  news_test_paper_refresh (paper);
  g_assert_cmpuint (news_test_server_count (paper->server, LIST), ==, 3);
  assert_length (paper, "one", 40);
}

static void
test_one_fails (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();
  NewsDeskSection *two;

  serve_posts (paper, 5, 1);
  news_test_server_serve (paper->server, "/feed.json", 500, "text/html", "<p>Sorry</p>");
  news_test_paper_refresh (paper);
  two = news_desk_get_section (paper->desk, "two");

  g_assert_null (get_problem (paper, "one"));
  g_assert_nonnull (strstr (get_problem (paper, "two"), "The Feed"));
  g_assert_false (news_desk_section_is_unreachable (two));
  assert_length (paper, "two", 5);

  news_test_server_serve (paper->server, "/feed.json", 200, "application/feed+json", feed);
  news_desk_refresh (paper->desk, two);
  g_assert_true (news_desk_section_get_refreshing (two));
  news_test_paper_settle (paper);
  g_assert_null (get_problem (paper, "two"));
  assert_length (paper, "two", 6);
}

/* Whatever a server does, the section says so in words, and what is kept stays. */
static void
test_faults (void)
{
  static const struct
  {
    guint status;
    const char *type;
    const char *body;
  } faults[] = {
    { 404, "text/html", "<html>Not here</html>" },
    { 200, "text/html", "<html><body>Please accept our cookies</body></html>" },
    { 200, "application/json", "{ \"cut\": [ 1, 2" },
    { 200, "application/json", "\"a word\"" },
    { 403, "application/json", "{ \"code\": \"rest_forbidden\", \"message\": \"Not for you\" }" },
    { 503, "text/html", "<h1>Maintenance</h1>" },
  };
  g_autoptr (NewsTestPaper) paper = create_paper ();

  serve_posts (paper, 5, 1);
  news_test_paper_refresh (paper);
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      news_test_server_serve (paper->server, LIST, faults[i].status, faults[i].type,
                              faults[i].body);
      news_test_paper_refresh (paper);
      g_test_message ("%s", get_problem (paper, "one"));
      g_assert_nonnull (get_problem (paper, "one"));
      assert_length (paper, "one", 5);
    }
}

/* A server that asks to be left alone is, even by a person that presses the button. */
static void
test_too_often (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();

  news_test_server_serve (paper->server, LIST, 429, "application/json", "{}");
  news_test_server_add_header (paper->server, LIST, "Retry-After", "3600");
  for (int i = 0; i < 3; i++)
    news_test_paper_refresh (paper);
  g_assert_cmpuint (news_test_server_count (paper->server, LIST), ==, 1);
  g_assert_nonnull (get_problem (paper, "one"));
}

static void
test_unreachable (void)
{
  g_autoptr (NewsTestPaper) paper = news_test_paper_new (
    "[" HOME "," ONE "]", "[ { \"id\": \"posts\", \"name\": \"The Posts\", \"api\": \"wordpress\","
                          "    \"parameters\": { \"site\": \"http://127.0.0.1:1/\","
                          "      \"api\": \"http://127.0.0.1:1/wp-json/\" } } ]");

  g_assert_false (news_desk_is_unreachable (paper->desk));
  news_test_paper_refresh (paper);
  g_assert_true (news_desk_is_unreachable (paper->desk));
  g_assert_true (news_desk_section_is_unreachable (news_desk_get_section (paper->desk, "one")));
}

/* Older articles: the page after those that are there, until there is none. */
static void
test_extend (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();
  NewsDeskSection *one = NULL;
  g_autofree char *last = NULL;

  serve_posts (paper, 60, 41);
  news_test_server_add_header (paper->server, LIST, "X-WP-TotalPages", "2");
  news_test_paper_refresh (paper);
  one = news_desk_get_section (paper->desk, "one");
  g_assert_false (news_desk_section_get_ended (one));

  serve_posts (paper, 40, 21);
  news_test_server_add_header (paper->server, LIST, "X-WP-TotalPages", "2");
  news_desk_extend (paper->desk, one);
  g_assert_true (news_desk_section_get_extending (one));
  news_test_paper_settle (paper);
  assert_length (paper, "one", 40);
  g_assert_true (news_desk_section_get_ended (one));
  last = news_test_server_dup_last (paper->server);
  g_test_message ("%s", last);
  g_assert_nonnull (strstr (last, "page=2"));
  g_assert_nonnull (strstr (last, "categories=7"));

  news_desk_extend (paper->desk, one);
  g_assert_cmpuint (news_test_server_count (paper->server, LIST), ==, 2);
}

static void
bookmarked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  gboolean *done = user_data;

  g_assert_true (news_store_set_bookmarked_finish (NEWS_STORE (object), result, NULL));
  *done = TRUE;
}

/* A bookmark outlives the network, the article's leaving its source, and a restart. */
static void
test_bookmark_stays (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();
  g_autoptr (NewsSnapshot) before = NULL;
  g_autoptr (NewsSnapshot) after = NULL;
  g_autoptr (NewsScope) bookmarks = news_scope_new_bookmarks ();
  gboolean done = FALSE;

  serve_posts (paper, 5, 1);
  news_test_paper_refresh (paper);
  before = news_test_paper_list_section (paper, "one");
  news_store_set_bookmarked_async (news_desk_get_store (paper->desk),
                                   g_array_index (before->rows, NewsRow, 4).article, TRUE, NULL,
                                   bookmarked_cb, &done);
  news_test_paper_run_until (&done);

  serve_posts (paper, 30, 11);
  news_test_paper_refresh (paper);
  news_test_server_serve (paper->server, LIST, 500, "text/html", "gone");
  news_test_paper_open (paper);
  news_test_paper_refresh (paper);

  after = news_test_paper_list (paper, bookmarks);
  g_assert_cmpuint (after->rows->len, ==, 1);
  g_assert_cmpstr (((NewsHeadline *) g_ptr_array_index (after->headlines, 0))->title, ==,
                   "Story 1");
  assert_length (paper, "one", 25);
}

/* What is fresh enough is not asked for again. */
static void
test_due (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();

  serve_posts (paper, 5, 1);
  news_test_server_serve (paper->server, "/feed.json", 200, "application/feed+json", feed);
  news_desk_set_interval (paper->desk, 30);
  news_desk_refresh_due (paper->desk);
  news_test_paper_settle (paper);
  g_assert_cmpuint (news_test_server_count (paper->server, "/"), ==, 2);

  news_desk_refresh_due (paper->desk);
  news_test_paper_settle (paper);
  g_assert_cmpuint (news_test_server_count (paper->server, "/"), ==, 2);
}

/* More sources than are asked at once. */
#define MANY 100

static char *
create_many_sources (void)
{
  g_autoptr (GString) text = g_string_new ("[");

  for (guint i = 0; i < MANY; i++)
    g_string_append_printf (text,
                            "%s{ \"id\": \"feed-%u\", \"name\": \"Feed %u\", \"api\": \"jsonfeed\","
                            "  \"parameters\": { \"feed\": \"@SERVER@/%u.json\" } }",
                            i > 0 ? "," : "", i, i, i);
  g_string_append_c (text, ']');

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
create_many_sections (void)
{
  g_autoptr (GString) text = g_string_new ("[" HOME ", { \"id\": \"many\", \"title\": \"Many\","
                                           "  \"queries\": [");

  for (guint i = 0; i < MANY; i++)
    g_string_append_printf (text, "%s{ \"source\": \"feed-%u\" }", i > 0 ? "," : "", i);
  g_string_append (text, "] } ]");

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* All are asked, and what comes of each is known in the end, however seldom that is told of. */
static void
test_many (void)
{
  g_autofree char *sources = create_many_sources ();
  g_autofree char *sections = create_many_sections ();
  g_autoptr (NewsTestPaper) paper = news_test_paper_new (sections, sources);
  NewsDeskSection *many = news_desk_get_section (paper->desk, "many");

  for (guint i = 1; i < MANY; i++)
    {
      g_autofree char *path = g_strdup_printf ("/%u.json", i);

      news_test_server_serve (paper->server, path, 200, "application/feed+json", feed);
    }
  news_desk_refresh (paper->desk, NULL);
  g_assert_true (news_desk_section_get_refreshing (many));
  while (news_desk_section_get_refreshing (many))
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *path = g_strdup_printf ("/%u.json", i);

      g_assert_cmpuint (news_test_server_count (paper->server, path), ==, 1);
    }
  g_assert_nonnull (strstr (get_problem (paper, "many"), "Feed 0"));
}

/* Those that were not handed out yet don't stay behind when the paper is closed. */
static void
test_many_closed (void)
{
  g_autofree char *sources = create_many_sources ();
  g_autofree char *sections = create_many_sections ();
  g_autoptr (NewsTestPaper) paper = news_test_paper_new (sections, sources);

  news_desk_refresh (paper->desk, NULL);
}

static void
test_broken_files (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();
  g_autofree char *folder = g_build_filename (paper->folder, "apis", NULL);
  g_autofree char *path = g_build_filename (folder, "mine.json", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "{ \"format\": 1, \"id\": 5 }", -1, NULL));
  news_test_paper_open (paper);
  g_assert_cmpuint (paper->problems->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (paper->problems, 0), "mine.json"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desk/refresh", test_refresh);
  g_test_add_func ("/desk/again", test_again);
  g_test_add_func ("/desk/gap", test_gap);
  g_test_add_func ("/desk/one-fails", test_one_fails);
  g_test_add_func ("/desk/faults", test_faults);
  g_test_add_func ("/desk/too-often", test_too_often);
  g_test_add_func ("/desk/unreachable", test_unreachable);
  g_test_add_func ("/desk/extend", test_extend);
  g_test_add_func ("/desk/bookmark-stays", test_bookmark_stays);
  g_test_add_func ("/desk/due", test_due);
  g_test_add_func ("/desk/many", test_many);
  g_test_add_func ("/desk/many-closed", test_many_closed);
  g_test_add_func ("/desk/broken-files", test_broken_files);

  return g_test_run ();
}
