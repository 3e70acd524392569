/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-fetcher.h"
#include "news-secrets.h"
#include "news-test-server.h"

#include <string.h>

#define KEY "hush-0815"

/* All that was logged; a test server is on a thread of its own, and logs nothing. */
static GMutex lock;
static GString *log_text;

typedef struct
{
  NewsTestServer *server;
  NewsTestServer *other;
  NewsFetcher *fetcher;
} Fixture;

static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize length, gpointer data)
{
  g_mutex_lock (&lock);
  for (gsize i = 0; i < length; i++)
    if (fields[i].length < 0)
      g_string_append_printf (log_text, "%s\n", (const char *) fields[i].value);
  g_mutex_unlock (&lock);

  return level & (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING)
           ? g_log_writer_default (level, fields, length, data)
           : G_LOG_WRITER_HANDLED;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->server = news_test_server_new ();
  fixture->other = news_test_server_new ();
  fixture->fetcher = news_fetcher_new ();
  g_string_truncate (log_text, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  news_fetcher_close (fixture->fetcher);
  g_assert_finalize_object (fixture->fetcher);
  news_test_server_free (fixture->server);
  news_test_server_free (fixture->other);
  g_assert_null (strstr (log_text->str, KEY));
}

static NewsRequest *
create_request (Fixture *fixture, const char *path)
{
  g_autofree char *url = news_test_server_dup_url (fixture->server, path);
  NewsRequest *request = news_request_new (url);

  request->timeout = 5;
  news_request_set_secret_header (request, "X-Api-Key", KEY);
  news_request_set_secret_parameter (request, "api key", KEY "&more");

  return request;
}

static NewsResponse *
fetch (Fixture *fixture, NewsRequest *request)
{
  g_autoptr (GError) error = NULL;
  NewsResponse *response = news_fetcher_fetch (fixture->fetcher, request, NULL, &error);

  g_assert_no_error (error);
  g_assert_null (strstr (response->url, KEY));

  return response;
}

static char *
dup_body (NewsResponse *response)
{
  gsize size;
  const char *data = g_bytes_get_data (response->body, &size);

  return g_strndup (data, size);
}

static void
send_on (Fixture *fixture, const char *path, guint status, NewsTestServer *to, const char *target)
{
  g_autofree char *url = news_test_server_dup_url (to, target);

  news_test_server_serve (fixture->server, path, status, "text/plain", "elsewhere");
  news_test_server_add_header (fixture->server, path, "Location", url);
}

static void
test_sent (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsRequest) request = create_request (fixture, "/headers?x=1");
  g_autoptr (NewsResponse) response = fetch (fixture, request);
  g_autofree char *headers = dup_body (response);
  g_autofree char *last = news_test_server_dup_last (fixture->server);

  g_assert_nonnull (strstr (headers, "X-Api-Key: " KEY));
  g_assert_cmpstr (last, ==, "/headers?x=1&api%20key=" KEY "%26more");
  g_assert_true (g_str_has_suffix (response->url, "/headers?x=1"));
}

static void
test_same_host (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsRequest) request = create_request (fixture, "/moved");
  g_autoptr (NewsResponse) response = NULL;
  g_autofree char *headers = NULL;
  g_autofree char *last = NULL;

  send_on (fixture, "/moved", 301, fixture->server, "/headers?api%20key=" KEY "&y=2");
  response = fetch (fixture, request);
  headers = dup_body (response);
  last = news_test_server_dup_last (fixture->server);

  g_assert_nonnull (strstr (headers, KEY));
  g_assert_cmpstr (last, ==, "/headers?y=2&api%20key=" KEY "%26more");
  g_assert_cmpstr (response->moved, ==, response->url);
}

/* The answer comes, without the key's having gone there, and is not remembered. */
static void
test_other_host (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsRequest) request = create_request (fixture, "/moved");
  g_autoptr (NewsResponse) response = NULL;
  g_autofree char *headers = NULL;
  g_autofree char *last = NULL;

  send_on (fixture, "/moved", 301, fixture->other, "/headers");
  response = fetch (fixture, request);
  headers = dup_body (response);
  last = news_test_server_dup_last (fixture->other);

  g_assert_null (strstr (headers, KEY));
  g_assert_cmpstr (last, ==, "/headers");
  g_assert_null (response->moved);
}

/* What is no secret goes along, as before. */
static void
test_plain_headers (Fixture *fixture, gconstpointer data)
{
  g_autofree char *url = news_test_server_dup_url (fixture->server, "/moved");
  g_autoptr (NewsRequest) request = news_request_new (url);
  g_autoptr (NewsResponse) response = NULL;
  g_autofree char *headers = NULL;

  send_on (fixture, "/moved", 308, fixture->other, "/headers");
  g_hash_table_insert (request->headers, g_strdup ("X-Plain"), g_strdup ("yes"));
  response = fetch (fixture, request);
  headers = dup_body (response);

  g_assert_nonnull (strstr (headers, "X-Plain: yes"));
  g_assert_cmpstr (response->moved, ==, response->url);
}

/* Nothing is sent off this machine without encryption: the address is one for documentation
 * (RFC 5737), where nobody would answer. */
static void
test_unencrypted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsRequest) request = news_request_new ("http://192.0.2.1/");
  g_autoptr (GError) error = NULL;

  news_request_set_secret_parameter (request, "key", KEY);
  g_assert_null (news_fetcher_fetch (fixture->fetcher, request, NULL, &error));
  g_assert_error (error, NEWS_NET_ERROR, NEWS_NET_ERROR_INSECURE);
  g_assert_nonnull (strstr (error->message, "192.0.2.1"));
  g_assert_null (strstr (error->message, KEY));
}

static void
test_faults (Fixture *fixture, gconstpointer data)
{
  static const char *const paths[] = { "/cut", "/loop", "/huge" };

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (NewsRequest) request = create_request (fixture, paths[i]);
      g_autoptr (GError) error = NULL;

      request->limit = 100000;
      g_assert_null (news_fetcher_fetch (fixture->fetcher, request, NULL, &error));
      g_assert_nonnull (error);
      g_assert_null (strstr (error->message, KEY));
    }
}

static void
test_where (void)
{
  static const struct
  {
    const char *url;
    gboolean may_go;
  } cases[] = {
    { "https://a.example/", TRUE },         { "http://a.example/", FALSE },
    { "http://127.0.0.1:80/", TRUE },       { "http://127.9.9.9/", TRUE },
    { "http://[::1]:8080/", TRUE },         { "http://localhost/", TRUE },
    { "http://127.0.0.1.example/", FALSE }, { "http://localhost.example/", FALSE },
    { "http://192.168.0.1/", FALSE },       { "http://0.0.0.0/", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GUri) uri = g_uri_parse (cases[i].url, SOUP_HTTP_URI_FLAGS, NULL);

      g_test_message ("%s", cases[i].url);
      g_assert_cmpint (news_secrets_may_go (uri), ==, cases[i].may_go);
    }
}

#define ADD(name, function) \
  g_test_add ("/secrets/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_setenv ("G_MESSAGES_DEBUG", "all", TRUE);
  g_test_init (&argc, &argv, NULL);
  log_text = g_string_new (NULL);
  g_log_set_writer_func (write_log, NULL, NULL);
  ADD ("sent", test_sent);
  ADD ("same-host", test_same_host);
  ADD ("other-host", test_other_host);
  ADD ("plain-headers", test_plain_headers);
  ADD ("unencrypted", test_unencrypted);
  ADD ("faults", test_faults);
  g_test_add_func ("/secrets/where", test_where);

  return g_test_run ();
}
