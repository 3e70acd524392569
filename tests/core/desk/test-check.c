/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-check.h"
#include "news-report.h"
#include "news-test-paper.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* A check waits for the network, which the main loop's thread may not. */
typedef struct
{
  const NewsCheck *check;
  char *report;
  NewsCheckStatus status;
} Call;

static gpointer
run_cb (gpointer user_data)
{
  Call *call = user_data;

  call->status = news_check_run (call->check, NULL, &call->report);

  return NULL;
}

/* The report, which has to be JSON whatever happens, and must have the status expected. */
static JsonNode *
run (const NewsCheck *check, NewsCheckStatus status)
{
  Call call = { .check = check };
  g_autoptr (GError) error = NULL;
  JsonNode *report;

  g_thread_join (g_thread_new ("check", run_cb, &call));
  g_test_message ("%s", call.report);
  report = json_from_string (call.report, &error);
  g_free (call.report);
  g_assert_no_error (error);
  g_assert_cmpint (call.status, ==, status);

  return report;
}

static JsonNode *
run_at (NewsTestServer *server, const char *path, NewsCheckStatus status)
{
  g_autofree char *address = news_test_server_dup_url (server, path);
  NewsCheck check = { .address = address, .page = 1 };

  return run (&check, status);
}

static JsonArray *
get_list (JsonNode *report, const char *name)
{
  return json_object_get_array_member (json_node_get_object (report), name);
}

static JsonObject *
get_article (JsonNode *report, guint index)
{
  return json_array_get_object_element (get_list (report, "articles"), index);
}

static guint
count (JsonNode *report, const char *name)
{
  return json_array_get_length (get_list (report, name));
}

static void
assert_error (JsonNode *report, guint index, const char *words)
{
  g_assert_cmpuint (count (report, "errors"), >, index);
  g_assert_nonnull (
    strstr (json_array_get_string_element (get_list (report, "errors"), index), words));
}

/* The titles of the articles, with spaces between them. */
static void
assert_titles (JsonNode *report, const char *expected)
{
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < count (report, "articles"); i++)
    g_string_append_printf (titles, "%s%s", i > 0 ? " " : "",
                            json_object_get_string_member (get_article (report, i), "title"));
  g_assert_cmpstr (titles->str, ==, expected);
}

static void
serve_feed (NewsTestServer *server, const char *path, int first, int last, const char *next)
{
  g_autoptr (GString) feed
    = g_string_new ("{ \"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"Feed\",");

  if (next != NULL)
    g_string_append_printf (feed, "\"next_url\": \"%s\",", next);
  g_string_append (feed, "\"items\": [");
  for (int i = first; i <= last; i++)
    g_string_append_printf (feed, "%s{ \"id\": \"%d\", \"title\": \"%d\" }", i > first ? "," : "",
                            i, i);
  g_string_append (feed, "] }");
  news_test_server_serve (server, path, 200, "application/feed+json", feed->str);
}

static const char root[] = "{ \"name\": \"Site\", \"namespaces\": [ \"wp/v2\" ] }";
static const char categories[] = "[ { \"id\": 3, \"name\": \"Arts\", \"count\": 9 }, null,"
                                 "  { \"name\": \"Without id\" } ]";

static void
serve_wordpress (NewsTestServer *server)
{
  g_autofree char *posts = news_test_paper_dup_posts (3, 1);

  news_test_server_serve (server, "/wp-json/", 200, "application/json", root);
  news_test_server_serve (server, "/wp-json/wp/v2/categories", 200, "application/json", categories);
  news_test_server_serve (server, "/wp-json/wp/v2/posts", 200, "application/json", posts);
}

static void
assert_pages (NewsTestServer *server, guint page, guint per_page, const char *expected)
{
  g_autofree char *address = news_test_server_dup_url (server, "/feed");
  NewsCheck check = { .address = address, .page = page, .per_page = per_page };
  g_autoptr (JsonNode) report = run (&check, NEWS_CHECK_READ);

  assert_titles (report, expected);
  if (*expected == '\0')
    assert_error (report, 0, "page");
  else
    g_assert_cmpuint (count (report, "errors"), ==, 0);
}

/* Of a feed in parts, pages are counted in parts, or in articles where it was said how many. */
static void
test_pages (void)
{
  g_autoptr (NewsTestServer) server = news_test_server_new ();

  serve_feed (server, "/feed", 1, 4, "two");
  serve_feed (server, "/two", 5, 8, "three");
  serve_feed (server, "/three", 9, 10, "feed");
  assert_pages (server, 1, 0, "1 2 3 4");
  assert_pages (server, 3, 0, "9 10");
  assert_pages (server, 4, 0, "");
  assert_pages (server, 1, 3, "1 2 3");
  assert_pages (server, 2, 3, "4 5 6");
  assert_pages (server, 4, 3, "10");
  assert_pages (server, 5, 3, "");
  assert_pages (server, 1, 100, "1 2 3 4 5 6 7 8 9 10");
  assert_pages (server, G_MAXINT, G_MAXINT, "");
}

static void
test_broken_articles (void)
{
  g_autoptr (NewsTestServer) server = news_test_server_new ();
  g_autoptr (JsonNode) some = NULL;
  g_autoptr (JsonNode) all = NULL;

  news_test_server_serve (server, "/some", 200, "application/json",
                          "{ \"version\": \"https://jsonfeed.org/version/1\", \"items\": ["
                          "  null, { \"id\": 1, \"title\": \"a\\u0000b\" }, { \"title\": \"c\" },"
                          "  { \"id\": \"1\", \"title\": \"again\" } ] }");
  some = run_at (server, "/some", NEWS_CHECK_READ);
  assert_titles (some, "ab");
  g_assert_cmpuint (count (some, "errors"), ==, 3);
  assert_error (some, 2, "4");

  news_test_server_serve (
    server, "/all", 200, "application/json",
    "{ \"version\": \"https://jsonfeed.org/version/1\", \"items\": [ null, 5 ] }");
  all = run_at (server, "/all", NEWS_CHECK_NOT_UNDERSTOOD);
  g_assert_cmpuint (count (all, "errors"), ==, 2);
}

static void
test_sections (void)
{
  g_autoptr (NewsTestServer) server = news_test_server_new ();
  g_autofree char *address = news_test_server_dup_url (server, "/");
  NewsCheck check = { .address = address, .page = 1, .section = "arts" };
  g_autoptr (JsonNode) named = NULL;
  g_autoptr (JsonNode) unknown = NULL;
  g_autoptr (JsonNode) unlisted = NULL;

  serve_wordpress (server);
  named = run (&check, NEWS_CHECK_READ);
  g_assert_cmpuint (count (named, "sections"), ==, 1);
  g_assert_cmpuint (count (named, "articles"), ==, 3);
  g_assert_cmpuint (count (named, "errors"), ==, 2);

  news_test_server_serve (server, "/wp-json/wp/v2/posts", 400, "application/json",
                          "{ \"code\": \"rest_invalid_param\", \"message\": \"Invalid\" }");
  check.section = "Sprots";
  unknown = run (&check, NEWS_CHECK_NOT_UNDERSTOOD);
  assert_error (unknown, 2, "Sprots");

  serve_wordpress (server);
  news_test_server_serve (server, "/wp-json/wp/v2/categories", 401, "application/json",
                          "{ \"code\": \"rest_not_logged_in\", \"message\": \"Log in.\" }");
  check.section = NULL;
  unlisted = run (&check, NEWS_CHECK_READ);
  assert_error (unlisted, 0, "sections");
  assert_error (unlisted, 0, "Log in.");
}

static void
assert_words (NewsTestServer *server, const char *path, NewsCheckStatus status, const char *words)
{
  g_autoptr (JsonNode) report = run_at (server, path, status);

  g_assert_cmpuint (count (report, "errors"), ==, 1);
  assert_error (report, 0, words);
  g_assert_cmpuint (count (report, "articles"), ==, 0);
}

/* What a server says when it gives nothing is told, not only that there is no API. */
static void
test_words_of_servers (void)
{
  g_autoptr (NewsTestServer) server = news_test_server_new ();
  g_autofree char *link = news_test_server_dup_url (server, "/closed/");
  g_autofree char *header = g_strdup_printf ("<%s>; rel=\"https://api.w.org/\"", link);

  assert_words (server, "/status/404", NEWS_CHECK_NOT_UNDERSTOOD, "no news API");
  assert_words (server, "/status/403", NEWS_CHECK_NOT_UNDERSTOOD, "does not let");
  assert_words (server, "/status/429", NEWS_CHECK_NOT_UNDERSTOOD, "too often");
  assert_words (server, "/status/503", NEWS_CHECK_NOT_UNDERSTOOD, "later");
  assert_words (server, "/loop", NEWS_CHECK_NOT_UNDERSTOOD, "circles");
  assert_words (server, "/cut", NEWS_CHECK_NOT_UNDERSTOOD, "broke off");
  assert_words (server, "/huge", NEWS_CHECK_NOT_UNDERSTOOD, "too long");

  news_test_server_serve (server, "/", 200, "text/html", "<html>Hello");
  news_test_server_add_header (server, "/", "Link", header);
  news_test_server_serve (server, "/closed/", 401, "application/json",
                          "{ \"code\": \"rest_cannot_access\", \"message\": \"Members only.\" }");
  assert_words (server, "/", NEWS_CHECK_NOT_UNDERSTOOD, "Members only.");
}

/* The first version of JSON Feed had pages link with no more than the type of any JSON. */
static void
test_plain_link (void)
{
  g_autoptr (NewsTestServer) server = news_test_server_new ();
  g_autoptr (JsonNode) report = NULL;

  serve_feed (server, "/deep/feed", 1, 1, NULL);
  news_test_server_serve (server, "/", 200, "text/html",
                          "<link rel=alternate type=application/json href=/wp-json/wp/v2/pages/2>"
                          "<LINK REL='Alternate' TYPE='application/json' HREF='deep/feed'>");
  report = run_at (server, "/", NEWS_CHECK_READ);
  assert_titles (report, "1");
}

/* A server whose page is broken may have an API that is not. */
static void
test_broken_page (void)
{
  g_autoptr (NewsTestServer) server = news_test_server_new ();
  g_autoptr (JsonNode) report = NULL;

  serve_wordpress (server);
  report = run_at (server, "/cut", NEWS_CHECK_READ);
  g_assert_cmpuint (count (report, "articles"), ==, 3);
}

static void
test_wrong_addresses (void)
{
  static const char *const wrong[] = {
    "",
    " ",
    "two words",
    "http://",
    "http:///path",
    "http://127.0.0.1:99999/",
    "[::1",
    "/etc/passwd",
    "file:///etc/passwd",
    "ftp://127.0.0.1/",
    "mailto:a@example.org",
    "javascript:alert(1)",
    "someone@example.org",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      NewsCheck check = { .address = wrong[i], .page = 1 };
      g_autoptr (JsonNode) report = run (&check, NEWS_CHECK_NOT_REACHED);

      g_assert_cmpuint (count (report, "errors"), ==, 1);
      assert_error (report, 0, "not an address");
    }
}

static void
test_written_addresses (void)
{
  g_autoptr (NewsTestServer) server = news_test_server_new ();
  g_autofree char *address = news_test_server_dup_url (server, "/feed");
  static const char *const forms[]
    = { "%s", " %s ", "%s#part", "feed:%s", "feed:%2$s", "feed:%2$s#part", "%2$s" };

  serve_feed (server, "/feed", 1, 1, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (GString) typed = g_string_new (forms[i]);
      NewsCheck check = { .page = 1 };
      g_autoptr (JsonNode) report = NULL;

      g_string_replace (typed, "%2$s", address + strlen ("http:"), 1);
      g_string_replace (typed, "%s", address, 1);
      check.address = typed->str;
      report = run (&check, NEWS_CHECK_READ);
      assert_titles (report, "1");
    }
}

/* Where https is nobody's and http answers, it is the answer that counts. */
static void
test_other_scheme (void)
{
  g_autoptr (NewsTestServer) server = news_test_server_new ();
  g_autofree char *address = news_test_server_dup_url (server, "/status/404");
  g_autofree char *typed = g_strconcat ("0.0.0.0", address + strlen ("http://127.0.0.1"), NULL);
  NewsCheck check = { .address = typed, .page = 1 };
  g_autoptr (JsonNode) report = run (&check, NEWS_CHECK_NOT_UNDERSTOOD);

  assert_error (report, 0, "no news API");
}

static void
test_wrong_options (void)
{
  g_autoptr (NewsTestServer) server = news_test_server_new ();
  g_autofree char *address = news_test_server_dup_url (server, "/feed");
  NewsCheck page = { .address = address };
  NewsCheck api = { .address = address, .page = 1, .api = "wordpres" };
  g_autoptr (JsonNode) first = run (&page, NEWS_CHECK_NOT_REACHED);
  g_autoptr (JsonNode) second = run (&api, NEWS_CHECK_NOT_UNDERSTOOD);

  assert_error (first, 0, "from 1");
  assert_error (second, 0, "jsonfeed");
  g_assert_cmpuint (news_test_server_count (server, "/"), ==, 0);
}

static const char rich_feed[]
  = "{ \"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"A &amp; B\","
    "  \"language\": \"de\", \"authors\": [ { \"name\": \"The desk\" } ], \"items\": ["
    "  { \"id\": \"1\", \"url\": \"https://feed.example/1?utm_source=x\","
    "    \"title\": \"AT&amp;T <em>again</em>\", \"summary\": \"In short\","
    "    \"date_published\": \"2026-11-20T10:00:00+02:00\", \"date_modified\": 1795000000,"
    "    \"tags\": [ \"zebra\", \"ant\", \"zebra\" ], \"image\": \"/lead.jpg\","
    "    \"content_html\": \"<p>One.</p><script>no()</script><p>Last word</p>\" },"
    "  { \"id\": \"1\", \"title\": \"An older form of it\" },"
    "  { \"id\": 2, \"authors\": [ \"Ann\", \"Ben\" ], \"tags\": \"only\","
    "    \"content_text\": \"a < b\" },"
    "  null, { \"id\": \"3\", \"external_url\": \"https://other.example/3\","
    "    \"author\": \"Cay\", \"content_html\": \"<figure><img src='a.jpg' width='900'>"
    "<figcaption>What it shows</figcaption></figure><p>Text</p>\" } ] }";

static void
story_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  NewsStory **story = user_data;
  g_autoptr (GError) error = NULL;

  *story = news_store_story_finish (NEWS_STORE (object), result, &error);
  g_assert_no_error (error);
}

/* A report of what is in the store. */
static JsonNode *
report_store (NewsTestPaper *paper)
{
  g_autoptr (NewsSnapshot) snapshot = news_test_paper_list_section (paper, "feed");
  g_autoptr (NewsAnswer) answer = news_answer_new ();
  g_autoptr (NewsReport) report = news_report_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < snapshot->rows->len; i++)
    {
      NewsStory *story = NULL;

      news_store_story_async (news_desk_get_store (paper->desk),
                              g_array_index (snapshot->rows, NewsRow, i).article, NULL, story_cb,
                              &story);
      while (story == NULL)
        g_main_context_iteration (NULL, TRUE);
      g_ptr_array_add (answer->articles, news_article_ref (story->article));
      news_story_unref (story);
    }
  news_report_add_articles (report, answer);
  text = news_report_to_string (report);

  return json_from_string (text, NULL);
}

static JsonNode *
find_article (JsonNode *report, const char *id)
{
  for (guint i = 0; i < count (report, "articles"); i++)
    if (g_str_equal (json_object_get_string_member (get_article (report, i), "id"), id))
      return json_array_get_element (get_list (report, "articles"), i);

  g_error ("There is no article %s", id);
}

/* What is printed is what is stored. */
static void
test_as_stored (void)
{
  g_autoptr (NewsTestPaper) paper = news_test_paper_new (
    "[ { \"id\": \"feed\", \"title\": \"Feed\", \"queries\": [ { \"source\": \"f\" } ] } ]",
    "[ { \"id\": \"f\", \"name\": \"A & B\", \"api\": \"jsonfeed\", \"language\": \"de\","
    "    \"parameters\": { \"feed\": \"@SERVER@/feed\" } } ]");
  g_autoptr (JsonNode) printed = NULL;
  g_autoptr (JsonNode) stored = NULL;

  news_test_server_serve (paper->server, "/feed", 200, "application/feed+json", rich_feed);
  printed = run_at (paper->server, "/feed", NEWS_CHECK_READ);
  g_assert_cmpuint (count (printed, "articles"), ==, 3);
  g_assert_cmpuint (count (printed, "errors"), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (get_article (printed, 1), "byline"), ==,
                   "Ann, Ben");
  g_assert_cmpstr (json_object_get_string_member (get_article (printed, 2), "byline"), ==, "Cay");

  news_test_paper_refresh (paper);
  stored = report_store (paper);
  g_assert_cmpuint (count (stored, "articles"), ==, 3);
  for (guint i = 0; i < count (printed, "articles"); i++)
    {
      JsonNode *told = json_array_get_element (get_list (printed, "articles"), i);
      const char *id = json_object_get_string_member (json_node_get_object (told), "id");
      g_autofree char *one = json_to_string (told, TRUE);
      g_autofree char *other = json_to_string (find_article (stored, id), TRUE);

      g_assert_cmpstr (one, ==, other);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/pages", test_pages);
  g_test_add_func ("/check/broken-articles", test_broken_articles);
  g_test_add_func ("/check/sections", test_sections);
  g_test_add_func ("/check/words-of-servers", test_words_of_servers);
  g_test_add_func ("/check/plain-link", test_plain_link);
  g_test_add_func ("/check/broken-page", test_broken_page);
  g_test_add_func ("/check/wrong-addresses", test_wrong_addresses);
  g_test_add_func ("/check/written-addresses", test_written_addresses);
  g_test_add_func ("/check/other-scheme", test_other_scheme);
  g_test_add_func ("/check/wrong-options", test_wrong_options);
  g_test_add_func ("/check/as-stored", test_as_stored);

  return g_test_run ();
}
