/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-fetcher.h"
#include "news-test-server.h"

#include <string.h>

typedef struct
{
  NewsTestServer *server;
  NewsFetcher *fetcher;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->server = news_test_server_new ();
  fixture->fetcher = news_fetcher_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  news_fetcher_close (fixture->fetcher);
  g_assert_finalize_object (fixture->fetcher);
  news_test_server_free (fixture->server);
}

static NewsRequest *
create_request (Fixture *fixture, const char *path)
{
  g_autofree char *url = news_test_server_dup_url (fixture->server, path);
  NewsRequest *request = news_request_new (url);

  request->timeout = 5;

  return request;
}

static NewsResponse *
fetch (Fixture *fixture, const char *path, GError **error)
{
  g_autoptr (NewsRequest) request = create_request (fixture, path);

  return news_fetcher_fetch (fixture->fetcher, request, NULL, error);
}

static void
assert_body (NewsResponse *response, const char *expected)
{
  gsize size;
  const char *data = g_bytes_get_data (response->body, &size);

  g_assert_cmpmem (data, size, expected, strlen (expected));
}

static void
test_answers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsResponse) text = fetch (fixture, "/text", &error);
  g_autoptr (NewsResponse) gzip = NULL;
  g_autoptr (NewsResponse) missing = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (text->status, ==, 200);
  assert_body (text, "Hello");
  g_assert_cmpstr (news_response_get_header (text, "ETag"), ==, "\"1\"");
  g_assert_cmpstr (news_response_get_header (text, "X-None"), ==, NULL);

  gzip = fetch (fixture, "/gzip", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (gzip->body), ==, 60000);

  missing = fetch (fixture, "/status/404", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (missing->status, ==, 404);
}

static void
test_validators (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsRequest) by_etag = create_request (fixture, "/text");
  g_autoptr (NewsRequest) by_date = create_request (fixture, "/text");
  g_autoptr (NewsResponse) response = NULL;

  by_etag->etag = g_strdup ("\"1\"");
  response = news_fetcher_fetch (fixture->fetcher, by_etag, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (response->status, ==, 304);
  g_assert_cmpuint (g_bytes_get_size (response->body), ==, 0);
  g_clear_pointer (&response, news_response_unref);

  by_date->last_modified = g_strdup ("Mon, 23 Nov 2026 10:00:00 GMT");
  response = news_fetcher_fetch (fixture->fetcher, by_date, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (response->status, ==, 304);
}

static void
test_headers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsRequest) request = create_request (fixture, "/headers");
  g_autoptr (NewsResponse) response = NULL;
  g_autofree char *text = NULL;

  request->accept = g_strdup ("application/json");
  g_hash_table_insert (request->headers, g_strdup ("X-Test"), g_strdup ("yes"));
  response = news_fetcher_fetch (fixture->fetcher, request, NULL, &error);
  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (response->body, NULL), g_bytes_get_size (response->body));
  g_assert_nonnull (strstr (text, "Accept: application/json"));
  g_assert_nonnull (strstr (text, "X-Test: yes"));
  g_assert_nonnull (strstr (text, "User-Agent: Broadsheet/"));
  g_assert_nonnull (strstr (text, "gzip"));
}

static void
test_redirects (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsResponse) response = fetch (fixture, "/redirect/3", &error);

  g_assert_no_error (error);
  assert_body (response, "Hello");
  g_assert_true (g_str_has_suffix (response->url, "/text"));
  g_assert_null (response->moved);
  g_assert_null (fetch (fixture, "/redirect/11", &error));
  g_assert_error (error, NEWS_NET_ERROR, NEWS_NET_ERROR_REDIRECTS);
  g_clear_error (&error);

  g_assert_null (fetch (fixture, "/loop", &error));
  g_assert_error (error, NEWS_NET_ERROR, NEWS_NET_ERROR_REDIRECTS);
}

static void
test_faults (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsRequest) nobody = news_request_new ("http://127.0.0.1:1/");
  g_autoptr (NewsRequest) huge = create_request (fixture, "/huge");
  g_autoptr (NewsRequest) packed = create_request (fixture, "/gzip");
  g_autoptr (GError) error = NULL;

  g_assert_null (fetch (fixture, "/cut", &error));
  g_assert_error (error, NEWS_NET_ERROR, NEWS_NET_ERROR_CUT);
  g_clear_error (&error);

  huge->limit = 1024 * 1024;
  g_assert_null (news_fetcher_fetch (fixture->fetcher, huge, NULL, &error));
  g_assert_error (error, NEWS_NET_ERROR, NEWS_NET_ERROR_TOO_LARGE);
  g_clear_error (&error);

  /* The limit is one of what comes out of the compression: a small bomb is a bomb too. */
  packed->limit = 10000;
  g_assert_null (news_fetcher_fetch (fixture->fetcher, packed, NULL, &error));
  g_assert_error (error, NEWS_NET_ERROR, NEWS_NET_ERROR_TOO_LARGE);
  g_clear_error (&error);

  g_assert_null (news_fetcher_fetch (fixture->fetcher, nobody, NULL, &error));
  g_assert_error (error, NEWS_NET_ERROR, NEWS_NET_ERROR_UNREACHABLE);
  g_assert_nonnull (strstr (error->message, "127.0.0.1"));
}

static void
test_silence (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  g_autoptr (NewsRequest) request = news_request_new ("");
  g_autoptr (GError) error = NULL;
  guint16 port = g_socket_listener_add_any_inet_port (listener, NULL, &error);

  /* Somebody who takes calls and says nothing */
  g_assert_no_error (error);
  g_free (request->url);
  request->url = g_strdup_printf ("http://127.0.0.1:%u/", port);
  request->timeout = 1;
  g_assert_null (news_fetcher_fetch (fixture->fetcher, request, NULL, &error));
  g_assert_error (error, NEWS_NET_ERROR, NEWS_NET_ERROR_TIMED_OUT);
}

static void
test_bad_addresses (Fixture *fixture, gconstpointer data)
{
  static const char *const urls[]
    = { "",        "example.org", "ftp://example.org/", "file:///etc/passwd",
        "http://", "http:///x",   "javascript:alert(1)" };

  for (gsize i = 0; i < G_N_ELEMENTS (urls); i++)
    {
      g_autoptr (NewsRequest) request = news_request_new (urls[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (news_fetcher_fetch (fixture->fetcher, request, NULL, &error));
      g_assert_error (error, NEWS_NET_ERROR, NEWS_NET_ERROR_BAD_ADDRESS);
    }
}

static void
test_public_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsRequest) request = create_request (fixture, "/text");
  g_autoptr (NewsRequest) by_name = create_request (fixture, "/text");
  g_autoptr (NewsResponse) response = NULL;
  g_autoptr (GString) url = g_string_new (by_name->url);
  g_autoptr (GError) error = NULL;

  request->public_only = TRUE;
  g_assert_null (news_fetcher_fetch (fixture->fetcher, request, NULL, &error));
  g_assert_error (error, NEWS_NET_ERROR, NEWS_NET_ERROR_FORBIDDEN);
  g_clear_error (&error);

  g_string_replace (url, "127.0.0.1", "localhost", 1);
  g_set_str (&by_name->url, url->str);
  by_name->public_only = TRUE;
  g_assert_null (news_fetcher_fetch (fixture->fetcher, by_name, NULL, &error));
  g_assert_error (error, NEWS_NET_ERROR, NEWS_NET_ERROR_FORBIDDEN);
  g_clear_error (&error);
  g_assert_cmpuint (news_test_server_count (fixture->server, "/text"), ==, 0);

  news_fetcher_allow_local (fixture->fetcher, request->url);
  response = news_fetcher_fetch (fixture->fetcher, request, NULL, &error);
  g_assert_no_error (error);
  assert_body (response, "Hello");
}

static gpointer
fetch_busy (gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsResponse) response = fetch (user_data, "/busy", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (response->status, ==, 200);

  return NULL;
}

static void
test_two_a_host (Fixture *fixture, gconstpointer data)
{
  GThread *threads[12];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("busy", fetch_busy, fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);

  g_assert_cmpuint (news_test_server_count (fixture->server, "/busy"), ==, 12);
  g_assert_cmpuint (news_test_server_get_most_busy (fixture->server), ==, 2);
}

static gpointer
cancel_soon (gpointer user_data)
{
  g_usleep (50 * 1000);
  g_cancellable_cancel (user_data);

  return NULL;
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  g_autoptr (NewsRequest) request = news_request_new ("");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint16 port = g_socket_listener_add_any_inet_port (listener, NULL, &error);
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);

  g_free (request->url);
  request->url = g_strdup_printf ("http://127.0.0.1:%u/", port);
  g_assert_null (news_fetcher_fetch (fixture->fetcher, request, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
  g_clear_error (&error);

  g_assert_null (news_fetcher_fetch (fixture->fetcher, request, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gpointer
fetch_until_closed (gpointer user_data)
{
  gpointer *pair = user_data;
  g_autoptr (NewsRequest) request = news_request_new (pair[1]);
  g_autoptr (GError) error = NULL;

  g_assert_null (news_fetcher_fetch (pair[0], request, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  return NULL;
}

/* Both those on their way and those that wait for their turn are told when the network closes. */
static void
test_close (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  guint16 port = g_socket_listener_add_any_inet_port (listener, NULL, NULL);
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u/", port);
  gpointer pair[] = { fixture->fetcher, url };
  GThread *threads[5];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("closed", fetch_until_closed, pair);
  g_usleep (50 * 1000);
  news_fetcher_close (fixture->fetcher);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);

  fetch_until_closed (pair);
}

/* One that left the queue while it waited, and whose turn only comes when the network closes: it
 * ends in the moment in which it is begun. */
static void
test_close_after_leaving (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  guint16 port = g_socket_listener_add_any_inet_port (listener, NULL, NULL);
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u/", port);
  gpointer pair[] = { fixture->fetcher, url };
  GThread *threads[2];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("closed", fetch_until_closed, pair);
  g_usleep (50 * 1000);
  for (int i = 0; i < 3; i++)
    {
      g_autoptr (NewsRequest) request = news_request_new (url);
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);

      g_assert_null (news_fetcher_fetch (fixture->fetcher, request, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_thread_join (thread);
    }
  news_fetcher_close (fixture->fetcher);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

typedef struct
{
  NewsFetcher *fetcher;
  char *url;
  GThread *thread;
} Hanging;

static gpointer
fetch_hanging (gpointer user_data)
{
  Hanging *hanging = user_data;
  g_autoptr (NewsRequest) request = news_request_new (hanging->url);
  g_autoptr (GError) error = NULL;

  g_assert_null (news_fetcher_fetch (hanging->fetcher, request, NULL, &error));
  g_assert_nonnull (error);

  return NULL;
}

static gpointer
fetch_answered (gpointer user_data)
{
  Hanging *asked = user_data;
  g_autoptr (NewsRequest) request = news_request_new (asked->url);
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsResponse) response = news_fetcher_fetch (asked->fetcher, request, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (response->status, ==, 204);

  return NULL;
}

/* Whether somebody calls within a moment. */
static gboolean
is_called (GSocketListener *listener)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);
  g_autoptr (GSocketConnection) call = g_socket_listener_accept (listener, NULL, cancellable, NULL);

  g_thread_join (thread);

  return call != NULL;
}

/* Eight servers that say nothing hold all places. The ninth is answered long before their time is
 * over (the test would take half a minute and fail by the clock of its harness), and the next time
 * they hold two places and no more. */
static void
test_hanging (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsResponse) response = NULL;
  g_autoptr (NewsResponse) again = NULL;
  Hanging hanging[16];

  news_fetcher_set_haste (fixture->fetcher, 200);
  for (gsize i = 0; i < G_N_ELEMENTS (hanging); i++)
    {
      guint16 port = g_socket_listener_add_any_inet_port (listener, NULL, NULL);

      hanging[i].fetcher = fixture->fetcher;
      hanging[i].url = g_strdup_printf ("http://127.0.0.1:%u/", port);
      hanging[i].thread = g_thread_new ("hanging", fetch_hanging, &hanging[i]);
    }

  g_usleep (50 * 1000);
  response = fetch (fixture, "/text", &error);
  g_assert_no_error (error);
  again = fetch (fixture, "/text", &error);
  g_assert_no_error (error);

  news_fetcher_close (fixture->fetcher);
  for (gsize i = 0; i < G_N_ELEMENTS (hanging); i++)
    {
      g_thread_join (hanging[i].thread);
      g_free (hanging[i].url);
    }
}

static void
answer_first (GPtrArray *calls)
{
  static const char answer[] = "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n";
  GIOStream *call = g_ptr_array_index (calls, 0);

  g_output_stream_write_all (g_io_stream_get_output_stream (call), answer, strlen (answer), NULL,
                             NULL, NULL);
  g_ptr_array_remove_index (calls, 0);
}

/* Twelve servers, each asked once: eight of them at a time, the others as those are answered. */
static void
test_eight_in_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  g_autoptr (GPtrArray) calls = g_ptr_array_new_with_free_func (g_object_unref);
  Hanging asked[12];

  for (gsize i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      guint16 port = g_socket_listener_add_any_inet_port (listener, NULL, NULL);

      asked[i].fetcher = fixture->fetcher;
      asked[i].url = g_strdup_printf ("http://127.0.0.1:%u/", port);
      asked[i].thread = g_thread_new ("asked", fetch_answered, &asked[i]);
    }

  for (guint called = 0; called < G_N_ELEMENTS (asked); called++)
    {
      GSocketConnection *call = g_socket_listener_accept (listener, NULL, NULL, NULL);

      g_assert_nonnull (call);
      g_ptr_array_add (calls, call);
      if (calls->len < 8)
        continue;
      g_assert_false (is_called (listener));
      answer_first (calls);
    }
  while (calls->len > 0)
    answer_first (calls);
  for (gsize i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      g_thread_join (asked[i].thread);
      g_free (asked[i].url);
    }
}

/* Two requests with an interval are that far apart, whatever is asked between. */
static void
test_interval (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  for (int i = 0; i < 3; i++)
    {
      g_autoptr (NewsRequest) request = create_request (fixture, "/text");
      g_autoptr (NewsResponse) response = NULL;

      request->min_interval = 100;
      response = news_fetcher_fetch (fixture->fetcher, request, NULL, &error);
      g_assert_no_error (error);
    }

  g_assert_cmpint (g_get_monotonic_time () - start, >=, 200 * G_TIME_SPAN_MILLISECOND);
}

#define ADD(name, function) \
  g_test_add ("/fetcher/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("answers", test_answers);
  ADD ("validators", test_validators);
  ADD ("headers", test_headers);
  ADD ("redirects", test_redirects);
  ADD ("faults", test_faults);
  ADD ("silence", test_silence);
  ADD ("bad-addresses", test_bad_addresses);
  ADD ("public-only", test_public_only);
  ADD ("two-a-host", test_two_a_host);
  ADD ("eight-in-all", test_eight_in_all);
  ADD ("cancel", test_cancel);
  ADD ("close", test_close);
  ADD ("close-after-leaving", test_close_after_leaving);
  ADD ("hanging", test_hanging);
  ADD ("interval", test_interval);

  return g_test_run ();
}
