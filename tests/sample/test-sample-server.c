/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* Talks to the server as any client would: over HTTP, and over bare sockets where a client would be
 * too polite. */

#include "news-sample-server.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <libsoup/soup.h>
#include <string.h>

typedef struct
{
  char *folder;
  NewsSampleServer *server;
  SoupSession *session;
} Fixture;

static void
start (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->server = news_sample_server_new (fixture->folder, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("sample-server-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  start (fixture);
  fixture->session = soup_session_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "sample-server.json", NULL);

  g_clear_pointer (&fixture->server, news_sample_server_close);
  g_assert_finalize_object (fixture->session);
  g_remove (path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

static SoupMessage *
make_message (Fixture *fixture, const char *method, const char *path)
{
  g_autofree char *url = g_strconcat (news_sample_server_get_address (fixture->server), path, NULL);

  return soup_message_new (method, url);
}

static GBytes *
send (Fixture *fixture, SoupMessage *message, guint status)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = soup_session_send_and_read (fixture->session, message, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (soup_message_get_status (message), ==, status);

  return bytes;
}

static const char *
get_header (SoupMessage *message, const char *name)
{
  return soup_message_headers_get_one (soup_message_get_response_headers (message), name);
}

static gint64
open_story (Fixture *fixture)
{
  g_autoptr (SoupMessage) message = make_message (fixture, "GET", "en/articles/ice-core");
  g_autoptr (GBytes) bytes = send (fixture, message, 200);
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  JsonObject *root;

  g_assert_true (json_parser_load_from_data (parser, text, (gssize) length, NULL));
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpstr (get_header (message, "Cache-Control"), ==, "no-store");

  return json_object_get_int_member (json_object_get_object_member (root, "article"), "visits");
}

static void
test_etag (Fixture *fixture, gconstpointer data)
{
  static const char *const paths[] = { "",
                                       "en/",
                                       "zh/sections",
                                       "en/articles?size=3",
                                       "en/stories/ice-core",
                                       "pictures/ice-core?width=100" };

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (SoupMessage) first = make_message (fixture, "GET", paths[i]);
      g_autoptr (SoupMessage) again = make_message (fixture, "GET", paths[i]);
      g_autoptr (SoupMessage) other = make_message (fixture, "GET", paths[i]);
      g_autoptr (GBytes) whole = send (fixture, first, 200);
      g_autoptr (GBytes) nothing = NULL;
      g_autoptr (GBytes) anew = NULL;
      const char *etag = get_header (first, "ETag");

      g_assert_nonnull (etag);
      g_assert_nonnull (get_header (first, "Cache-Control"));
      soup_message_headers_append (soup_message_get_request_headers (again), "If-None-Match", etag);
      nothing = send (fixture, again, 304);
      g_assert_cmpuint (g_bytes_get_size (nothing), ==, 0);
      g_assert_cmpstr (get_header (again, "ETag"), ==, etag);
      soup_message_headers_append (soup_message_get_request_headers (other), "If-None-Match",
                                   "\"another\"");
      anew = send (fixture, other, 200);
      g_assert_true (g_bytes_equal (whole, anew));
    }
}

/* A visit changes the count that the list tells, and so the list. */
static void
test_etag_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SoupMessage) first = make_message (fixture, "GET", "en/articles?section=science");
  g_autoptr (SoupMessage) again = make_message (fixture, "GET", "en/articles?section=science");
  g_autoptr (GBytes) one = send (fixture, first, 200);
  g_autoptr (GBytes) other = NULL;

  open_story (fixture);
  soup_message_headers_append (soup_message_get_request_headers (again), "If-None-Match",
                               get_header (first, "ETag"));
  other = send (fixture, again, 200);
  g_assert_false (g_bytes_equal (one, other));
}

/* Over a bare socket, as libsoup's session would undo the compression unseen. Reads to the end. */
static GBytes *
talk (Fixture *fixture, const char *request)
{
  g_autoptr (GUri) uri
    = g_uri_parse (news_sample_server_get_address (fixture->server), G_URI_FLAGS_NONE, NULL);
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GSocketConnection) connection = g_socket_client_connect_to_host (
    client, "127.0.0.1", (guint16) g_uri_get_port (uri), NULL, &error);
  g_autoptr (GOutputStream) all = g_memory_output_stream_new_resizable ();

  g_assert_no_error (error);
  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), request,
                             strlen (request), NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_splice (all, g_io_stream_get_input_stream (G_IO_STREAM (connection)),
                          G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (all));
}

static void
split (GBytes *answer, char **head, GBytes **body)
{
  gsize length;
  const char *text = g_bytes_get_data (answer, &length);
  const char *end = g_strstr_len (text, (gssize) length, "\r\n\r\n");

  g_assert_nonnull (end);
  *head = g_strndup (text, end - text);
  *body = g_bytes_new_from_bytes (answer, end + 4 - text, length - (end + 4 - text));
}

static void
test_gzip (Fixture *fixture, gconstpointer data)
{
  const char *asking = "GET /en/articles?size=5 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                       "Accept-Encoding: br;q=1, gzip;q=0.5\r\n\r\n";
  const char *refusing = "GET /en/articles?size=5 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                         "Accept-Encoding: gzip;q=0\r\n\r\n";
  const char *picture = "GET /pictures/ice-core?width=64 HTTP/1.1\r\nHost: a\r\n"
                        "Connection: close\r\nAccept-Encoding: gzip\r\n\r\n";
  g_autoptr (GBytes) small = talk (fixture, asking);
  g_autoptr (GBytes) large = talk (fixture, refusing);
  g_autoptr (GBytes) drawn = talk (fixture, picture);
  g_autofree char *small_head = NULL;
  g_autofree char *large_head = NULL;
  g_autofree char *drawn_head = NULL;
  g_autoptr (GBytes) small_body = NULL;
  g_autoptr (GBytes) large_body = NULL;
  g_autoptr (GBytes) drawn_body = NULL;
  g_autoptr (GBytes) unpacked = NULL;
  g_autoptr (GZlibDecompressor) decompressor
    = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);

  split (small, &small_head, &small_body);
  split (large, &large_head, &large_body);
  split (drawn, &drawn_head, &drawn_body);
  g_assert_nonnull (strstr (small_head, "Content-Encoding: gzip"));
  g_assert_nonnull (strstr (small_head, "Vary: Accept-Encoding"));
  g_assert_null (strstr (large_head, "Content-Encoding"));
  g_assert_nonnull (strstr (large_head, "Vary: Accept-Encoding"));
  g_assert_null (strstr (drawn_head, "Content-Encoding"));
  g_assert_cmpuint (g_bytes_get_size (small_body), <, g_bytes_get_size (large_body) / 2);
  unpacked = g_converter_convert_bytes (G_CONVERTER (decompressor), small_body, NULL);
  g_assert_true (g_bytes_equal (unpacked, large_body));
}

static void
test_methods (Fixture *fixture, gconstpointer data)
{
  static const char *const methods[] = { "POST", "PUT", "DELETE", "PATCH", "OPTIONS" };
  g_autoptr (SoupMessage) head = make_message (fixture, "HEAD", "en/articles");
  g_autoptr (SoupMessage) get = make_message (fixture, "GET", "en/articles");
  g_autoptr (GBytes) nothing = NULL;
  g_autoptr (GBytes) whole = NULL;

  /* Lengths can be compared of plain bodies only. */
  soup_message_headers_append (soup_message_get_request_headers (head), "Accept-Encoding",
                               "identity");
  soup_message_headers_append (soup_message_get_request_headers (get), "Accept-Encoding",
                               "identity");
  nothing = send (fixture, head, 200);
  whole = send (fixture, get, 200);
  g_assert_cmpuint (g_bytes_get_size (nothing), ==, 0);
  g_assert_cmpstr (get_header (head, "ETag"), ==, get_header (get, "ETag"));
  g_assert_cmpint (
    soup_message_headers_get_content_length (soup_message_get_response_headers (head)), ==,
    (goffset) g_bytes_get_size (whole));

  for (gsize i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      g_autoptr (SoupMessage) message = make_message (fixture, methods[i], "en/articles");
      g_autoptr (GBytes) bytes = send (fixture, message, 405);

      g_assert_cmpstr (get_header (message, "Allow"), ==, "GET, HEAD");
      g_assert_cmpuint (g_bytes_get_size (bytes), >, 0);
    }
}

static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SoupMessage) nowhere = make_message (fixture, "GET", "en/x%20y?a=b&&=c");
  g_autoptr (SoupMessage) beyond = make_message (fixture, "GET", "en/articles?page=9");
  g_autoptr (GBytes) one = send (fixture, nowhere, 404);
  g_autoptr (GBytes) other = send (fixture, beyond, 400);
  g_autoptr (GBytes) garbage = talk (fixture, "HELLO\r\n\r\n");
  g_autoptr (GBytes) nul = talk (fixture, "GET /en/%00/../..?page=%00 HTTP/1.0\r\nHost: a\r\n\r\n");
  gsize length;
  const char *text = g_bytes_get_data (other, &length);

  g_assert_cmpstr (get_header (nowhere, "Content-Type"), ==, "application/json; charset=utf-8");
  g_assert_nonnull (g_strstr_len (text, (gssize) length, "\"code\":\"bad-page\""));
  /* A port that anybody on the machine can reach. */
  g_assert_nonnull (garbage);
  g_assert_nonnull (nul);
  open_story (fixture);
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SoupMessage) message = make_message (fixture, "GET", "en/stories/ice-core");
  g_autoptr (GBytes) bytes = send (fixture, message, 200);
  g_autofree char *link
    = g_strdup_printf ("<%sen/>; rel=\"service-desc\"; type=\"application/json\"",
                       news_sample_server_get_address (fixture->server));

  g_assert_cmpstr (get_header (message, "Link"), ==, link);
  g_assert_cmpstr (get_header (message, "Content-Type"), ==, "text/html; charset=utf-8");
}

static void
test_restart (Fixture *fixture, gconstpointer data)
{
  g_autofree char *address = g_strdup (news_sample_server_get_address (fixture->server));
  gint64 visits = open_story (fixture);

  g_assert_true (g_str_has_prefix (address, "http://127.0.0.1:"));
  g_assert_true (g_str_has_suffix (address, "/"));
  for (int i = 1; i <= 3; i++)
    {
      g_clear_pointer (&fixture->server, news_sample_server_close);
      start (fixture);
      g_assert_cmpstr (news_sample_server_get_address (fixture->server), ==, address);
      g_assert_cmpint (open_story (fixture), ==, visits + i);
    }
}

/* A run that is killed leaves the port to the next. */
static void
test_kept_port (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "sample-server.json", NULL);
  g_autofree char *text = NULL;
  g_autofree char *port = NULL;
  g_autoptr (GUri) uri
    = g_uri_parse (news_sample_server_get_address (fixture->server), G_URI_FLAGS_NONE, NULL);

  open_story (fixture); /* which waits until it serves */
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  port = g_strdup_printf (": %d,", g_uri_get_port (uri));
  g_assert_nonnull (strstr (text, port));
}

static void
test_two (Fixture *fixture, gconstpointer data)
{
  Fixture second = { .folder = fixture->folder, .session = fixture->session };
  Fixture third = { .folder = NULL, .session = fixture->session };

  start (&second);
  start (&third);
  g_assert_cmpstr (news_sample_server_get_address (second.server), !=,
                   news_sample_server_get_address (fixture->server));
  g_assert_cmpstr (news_sample_server_get_address (third.server), !=,
                   news_sample_server_get_address (second.server));
  open_story (fixture);
  open_story (&second);
  open_story (&third);
  news_sample_server_close (third.server);
  news_sample_server_close (second.server);
  open_story (fixture);
}

/* --- closing ---------------------------------------------------------------------------------- */

typedef struct
{
  const char *address;
  GMutex lock;
  GCond cond;
  guint n_done; /* requests that were answered, or failed */
  guint n_odd;  /* that ended in another way than they may */
} Crowd;

/* Asks for pictures until it is refused. */
static gpointer
keep_asking (gpointer data)
{
  Crowd *crowd = data;
  g_autoptr (SoupSession) session = soup_session_new ();
  gboolean goes_on = TRUE;

  while (goes_on)
    {
      g_autofree char *url = g_strconcat (crowd->address, "pictures/ice-core?width=900", NULL);
      g_autoptr (SoupMessage) message = soup_message_new ("GET", url);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = soup_session_send_and_read (session, message, NULL, &error);

      goes_on = error == NULL;
      g_mutex_lock (&crowd->lock);
      crowd->n_done++;
      if (error == NULL && soup_message_get_status (message) != 200)
        crowd->n_odd++;
      g_cond_broadcast (&crowd->cond);
      g_mutex_unlock (&crowd->lock);
    }

  return NULL;
}

static void
test_close_under_way (Fixture *fixture, gconstpointer data)
{
  g_autofree char *address = g_strdup (news_sample_server_get_address (fixture->server));
  Crowd crowd = { .address = address };
  GThread *threads[4];

  g_mutex_init (&crowd.lock);
  g_cond_init (&crowd.cond);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("asking", keep_asking, &crowd);
  g_mutex_lock (&crowd.lock);
  while (crowd.n_done < 2 * G_N_ELEMENTS (threads))
    g_cond_wait (&crowd.cond, &crowd.lock);
  g_mutex_unlock (&crowd.lock);

  g_clear_pointer (&fixture->server, news_sample_server_close);
  /* Each of them is told, none waits for ever. */
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpuint (crowd.n_odd, ==, 0);
  g_mutex_clear (&crowd.lock);
  g_cond_clear (&crowd.cond);
}

static void
test_close_at_once (void)
{
  for (int i = 0; i < 20; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NewsSampleServer) server = news_sample_server_new (NULL, &error);

      g_assert_no_error (error);
      g_assert_nonnull (server);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) \
  g_test_add ("/sample-server/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("etag", test_etag);
  ADD ("etag-changes", test_etag_changes);
  ADD ("gzip", test_gzip);
  ADD ("methods", test_methods);
  ADD ("unknown", test_unknown);
  ADD ("link", test_link);
  ADD ("restart", test_restart);
  ADD ("kept-port", test_kept_port);
  ADD ("two", test_two);
  ADD ("close-under-way", test_close_under_way);
#undef ADD
  g_test_add_func ("/sample-server/close-at-once", test_close_at_once);

  return g_test_run ();
}
