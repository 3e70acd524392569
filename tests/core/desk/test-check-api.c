/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-check-api.h"

#include "news-test-server.h"

#include <glib/gstdio.h>
#include <string.h>

static const char descriptor[]
  = "{ 'format': 1, 'id': 'mine', 'name': 'Mine', 'parameters': { 'api': { 'type': 'address' },"
    "  'key': { 'type': 'secret', 'label': 'Your key' } }, 'auth': { 'query': { 'k': '{key}' } },"
    "  'requests': { 'list': { 'url': '{api}list', 'rows': '[*]' } },"
    "  'article': { 'id': 'id', 'title': { 'or': ['headline', 'title'] }, 'url': 'u',"
    "    'standfirst': 's' } }";

typedef struct
{
  char *folder;
  char *file;
} Fixture;

static void
write_file (Fixture *fixture, const char *text)
{
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');

  g_assert_true (g_file_set_contents (fixture->file, json, -1, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("broadsheet-XXXXXX", NULL);
  fixture->file = g_build_filename (fixture->folder, "mine.json", NULL);
  write_file (fixture, descriptor);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unsetenv ("BROADSHEET_KEY");
  g_remove (fixture->file);
  g_rmdir (fixture->folder);
  g_free (fixture->file);
  g_free (fixture->folder);
}

static char *
run (Fixture *fixture, const char *address, NewsCheckApiStatus expected)
{
  NewsCheckApi check = { fixture->file, address, NULL };
  char *report;
  NewsCheckApiStatus status = news_check_api_run (&check, &report);

  g_test_message ("%s", report);
  g_assert_cmpint (status, ==, expected);

  return report;
}

static void
assert_has (const char *report, const char *words)
{
  g_test_message ("%s", words);
  g_assert_nonnull (strstr (report, words));
}

static void
test_explained (Fixture *fixture, gconstpointer data)
{
  g_autofree char *report = run (fixture, NULL, NEWS_CHECK_API_GOOD);

  assert_has (report, "Mine (mine)");
  assert_has (report, "Your key (a secret, kept in the keyring)");
  assert_has (report, "{api}list");
  assert_has (report, "{\"or\":[\"headline\",\"title\"]}");
}

static void
test_wrong (Fixture *fixture, gconstpointer data)
{
  g_autofree char *report = NULL;
  g_autofree char *missing = NULL;

  write_file (fixture, "{ 'format': 1, 'id': 'mine', 'name': 'Mine', 'script': 'x' }");
  report = run (fixture, NULL, NEWS_CHECK_API_WRONG);
  g_assert_cmpstr (report, ==, "mine.json: the descriptor: there is no member “script”\n");
  g_remove (fixture->file);
  missing = run (fixture, NULL, NEWS_CHECK_API_WRONG);
}

static void
test_run (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsTestServer) server = news_test_server_new ();
  g_autofree char *address = news_test_server_dup_url (server, "/");
  g_autofree char *report = NULL;

  g_setenv ("BROADSHEET_KEY", "s3cret", TRUE);
  news_test_server_serve (server, "/list", 200, "application/json",
                          "[{\"id\":7,\"title\":\"Seven\",\"u\":\"https://a.example/7\"},{}]");
  report = run (fixture, address, NEWS_CHECK_API_GOOD);
  assert_has (report, "Articles: 1; not understood: 1");
  assert_has (report, "title        Seven\n                 ← \"title\"");
  assert_has (report, "standfirst   (empty)");
  assert_has (report, "byline       (no rule)");
  g_assert_null (strstr (report, "s3cret"));
}

/* A list in pages, with sections and single articles. */
static const char paged[]
  = "{ 'format': 1, 'id': 'mine', 'name': 'Mine', 'parameters': { 'api': { 'type': 'address' } },"
    "  'requests': {"
    "    'sections': { 'url': '{api}sections', 'rows': '[*]',"
    "      'map': { 'id': 'slug', 'title': 'name' } },"
    "    'list': { 'url': '{api}list', 'rows': 'all[*]',"
    "      'paging': { 'style': 'next-url', 'next': 'next' } },"
    "    'item': { 'url': '{api}item/{article}', 'rows': '' } },"
    "  'article': { 'id': 'id', 'title': 'title', 'url': 'u', 'body_html': 'html' } }";

static void
serve (NewsTestServer *server, const char *path, const char *text)
{
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');

  news_test_server_serve (server, path, 200, "application/json", json);
}

static void
test_all_requests (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsTestServer) server = news_test_server_new ();
  g_autofree char *address = news_test_server_dup_url (server, "/");
  g_autofree char *report = NULL;
  g_autofree char *twice = NULL;

  write_file (fixture, paged);
  serve (server, "/sections", "[{'slug': 'arts', 'name': 'The Arts'}, {'name': 'No id'}]");
  serve (server, "/list",
         "{'all': [{'id': 7, 'title': 'Seven', 'u': 'https://a.example/7'}], 'next': '/older'}");
  serve (server, "/older", "{'all': [{'id': 6, 'title': 'Six', 'u': 'https://a.example/6'}]}");
  serve (server, "/item/7", "{'id': 7, 'html': '<p>All.</p>', 'u': 'https://a.example/7'}");
  report = run (fixture, address, NEWS_CHECK_API_GOOD);
  assert_has (report, "Sections: 1; not understood: 1");
  assert_has (report, "  arts         The Arts\n");
  assert_has (report, "/older\nStatus 200");
  assert_has (report, "asked for by itself:");
  assert_has (report, "<p>All.</p>");

  /* As with a parameter that the API does not know. */
  serve (server, "/older", "{'all': [{'id': 7, 'title': 'Seven', 'u': 'https://a.example/7'}]}");
  twice = run (fixture, address, NEWS_CHECK_API_WRONG);
  assert_has (twice, "begins with the same article");
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *no_key = run (fixture, "http://127.0.0.1:1/", NEWS_CHECK_API_WRONG);
  g_autofree char *not_reached = NULL;

  assert_has (no_key, "The site asks for a key.");
  g_setenv ("BROADSHEET_KEY", "s3cret", TRUE);
  not_reached = run (fixture, "http://127.0.0.1:1/", NEWS_CHECK_API_NOT_REACHED);
}

#define ADD(name, func) g_test_add ("/check-api/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("explained", test_explained);
  ADD ("wrong", test_wrong);
  ADD ("run", test_run);
  ADD ("all-requests", test_all_requests);
  ADD ("refused", test_refused);

  return g_test_run ();
}
