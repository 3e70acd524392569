/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-test-server.h"

#include <string.h>

#define BUSY_MS 50

typedef struct
{
  guint status;
  char *type;
  char *body;
  GHashTable *headers;
} Answer;

struct _NewsTestServer
{
  GThread *thread;
  GMainContext *context;
  GMainLoop *loop;
  SoupServer *server;
  char *address;

  GMutex lock;
  GCond ready;
  GHashTable *answers;
  GPtrArray *requests;
  GHashTable *last; /* char* to char*: the headers of the last request */
  guint busy;
  guint most_busy;
};

static void
free_answer (Answer *answer)
{
  g_free (answer->type);
  g_free (answer->body);
  g_hash_table_unref (answer->headers);
  g_free (answer);
}

static void
respond (SoupServerMessage *message, guint status, const char *type, const char *body)
{
  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, type, SOUP_MEMORY_COPY, body, strlen (body));
}

static void
respond_headers (SoupServerMessage *message)
{
  g_autoptr (GString) text = g_string_new (NULL);
  SoupMessageHeadersIter iter;
  const char *name, *value;

  soup_message_headers_iter_init (&iter, soup_server_message_get_request_headers (message));
  while (soup_message_headers_iter_next (&iter, &name, &value))
    g_string_append_printf (text, "%s: %s\n", name, value);
  respond (message, 200, "text/plain", text->str);
}

static void
respond_text (SoupServerMessage *message)
{
  SoupMessageHeaders *asked = soup_server_message_get_request_headers (message);
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  soup_message_headers_append (headers, "ETag", "\"1\"");
  soup_message_headers_append (headers, "Last-Modified", "Mon, 23 Nov 2026 10:00:00 GMT");
  if (g_strcmp0 (soup_message_headers_get_one (asked, "If-None-Match"), "\"1\"") == 0
      || soup_message_headers_get_one (asked, "If-Modified-Since") != NULL)
    soup_server_message_set_status (message, 304, NULL);
  else
    respond (message, 200, "text/plain", "Hello");
}

static void
respond_gzip (SoupServerMessage *message)
{
  g_autoptr (GConverter) converter
    = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1));
  g_autofree char *letters = g_strnfill (60000, 'a');
  g_autoptr (GBytes) plain = g_bytes_new_static (letters, 60000);
  g_autoptr (GBytes) packed = g_converter_convert_bytes (converter, plain, NULL);
  gsize size;
  const char *data = g_bytes_get_data (packed, &size);

  soup_message_headers_append (soup_server_message_get_response_headers (message),
                               "Content-Encoding", "gzip");
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, "text/plain", SOUP_MEMORY_COPY, data, size);
}

/* Written by hand, so that the end comes before the announced one. */
static void
respond_cut (SoupServerMessage *message)
{
  static const char start[] = "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nShort";
  g_autoptr (GIOStream) stream = soup_server_message_steal_connection (message);

  g_output_stream_write_all (g_io_stream_get_output_stream (stream), start, strlen (start), NULL,
                             NULL, NULL);
  g_io_stream_close (stream, NULL, NULL);
}

static void
respond_huge (SoupServerMessage *message)
{
  gsize size = 64 * 1024 * 1024;

  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_TAKE, g_malloc0 (size),
                                    size);
}

static gboolean
busy_over_cb (gpointer user_data)
{
  gpointer *pair = user_data;
  NewsTestServer *self = pair[0];

  g_mutex_lock (&self->lock);
  self->busy--;
  g_mutex_unlock (&self->lock);
  respond (pair[1], 200, "text/plain", "busy");
  soup_server_message_unpause (pair[1]);
  g_object_unref (pair[1]);

  return G_SOURCE_REMOVE;
}

static void
respond_busy (NewsTestServer *self, SoupServerMessage *message)
{
  g_autoptr (GSource) source = g_timeout_source_new (BUSY_MS);
  gpointer *pair = g_new0 (gpointer, 2);

  g_mutex_lock (&self->lock);
  self->busy++;
  self->most_busy = MAX (self->most_busy, self->busy);
  g_mutex_unlock (&self->lock);

  pair[0] = self;
  pair[1] = g_object_ref (message);
  soup_server_message_pause (message);
  g_source_set_callback (source, busy_over_cb, pair, g_free);
  g_source_attach (source, self->context);
}

static void
respond_redirect (SoupServerMessage *message, const char *count)
{
  int left = atoi (count);
  g_autofree char *next
    = left > 1 ? g_strdup_printf ("/redirect/%d", left - 1) : g_strdup ("/text");

  soup_server_message_set_redirect (message, 302, next);
}

static gboolean
respond_served (NewsTestServer *self, SoupServerMessage *message, const char *path)
{
  Answer *answer;
  GHashTableIter iter;
  gpointer name, value;

  g_mutex_lock (&self->lock);
  answer = g_hash_table_lookup (self->answers, path);
  if (answer != NULL)
    {
      respond (message, answer->status, answer->type, answer->body);
      g_hash_table_iter_init (&iter, answer->headers);
      while (g_hash_table_iter_next (&iter, &name, &value))
        soup_message_headers_replace (soup_server_message_get_response_headers (message), name,
                                      value);
    }
  g_mutex_unlock (&self->lock);

  return answer != NULL;
}

static void
note_header_cb (const char *name, const char *value, gpointer user_data)
{
  g_hash_table_insert (user_data, g_ascii_strdown (name, -1), g_strdup (value));
}

static void
handle_cb (SoupServer *server,
           SoupServerMessage *message,
           const char *path,
           GHashTable *query,
           gpointer user_data)
{
  NewsTestServer *self = user_data;
  GUri *uri = soup_server_message_get_uri (message);

  g_mutex_lock (&self->lock);
  g_ptr_array_add (self->requests, g_uri_get_query (uri) != NULL
                                     ? g_strconcat (path, "?", g_uri_get_query (uri), NULL)
                                     : g_strdup (path));
  g_hash_table_remove_all (self->last);
  soup_message_headers_foreach (soup_server_message_get_request_headers (message), note_header_cb,
                                self->last);
  g_mutex_unlock (&self->lock);

  if (respond_served (self, message, path))
    return;

  if (g_str_has_prefix (path, "/status/"))
    respond (message, (guint) atoi (path + strlen ("/status/")), "text/html", "<p>A status</p>");
  else if (g_str_has_prefix (path, "/redirect/"))
    respond_redirect (message, path + strlen ("/redirect/"));
  else if (strcmp (path, "/loop") == 0)
    soup_server_message_set_redirect (message, 302, "/loop");
  else if (strcmp (path, "/text") == 0)
    respond_text (message);
  else if (strcmp (path, "/gzip") == 0)
    respond_gzip (message);
  else if (strcmp (path, "/cut") == 0)
    respond_cut (message);
  else if (strcmp (path, "/huge") == 0)
    respond_huge (message);
  else if (strcmp (path, "/headers") == 0)
    respond_headers (message);
  else if (strcmp (path, "/busy") == 0)
    respond_busy (self, message);
  else
    respond (message, 404, "text/html", "<html><body>Nothing here</body></html>");
}

static gpointer
run (gpointer user_data)
{
  NewsTestServer *self = user_data;
  g_autoptr (GError) error = NULL;
  GSList *uris;

  g_main_context_push_thread_default (self->context);
  self->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (self->server, NULL, handle_cb, self, NULL);
  soup_server_listen_local (self->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);

  uris = soup_server_get_uris (self->server);
  g_mutex_lock (&self->lock);
  self->address = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
  g_cond_signal (&self->ready);
  g_mutex_unlock (&self->lock);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  g_main_loop_run (self->loop);
  soup_server_disconnect (self->server);
  g_clear_object (&self->server);
  g_main_context_pop_thread_default (self->context);

  return NULL;
}

NewsTestServer *
news_test_server_new (void)
{
  NewsTestServer *self = g_new0 (NewsTestServer, 1);

  g_mutex_init (&self->lock);
  g_cond_init (&self->ready);
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->answers
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) free_answer);
  self->requests = g_ptr_array_new_with_free_func (g_free);
  self->last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->thread = g_thread_new ("test-server", run, self);

  g_mutex_lock (&self->lock);
  while (self->address == NULL)
    g_cond_wait (&self->ready, &self->lock);
  g_mutex_unlock (&self->lock);

  return self;
}

static gboolean
quit_cb (gpointer user_data)
{
  g_main_loop_quit (user_data);

  return G_SOURCE_REMOVE;
}

void
news_test_server_free (NewsTestServer *self)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  /* From within the loop: one that does not run yet would not notice. */
  g_source_set_callback (source, quit_cb, self->loop, NULL);
  g_source_attach (source, self->context);
  g_thread_join (self->thread);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_hash_table_unref (self->answers);
  g_ptr_array_unref (self->requests);
  g_hash_table_unref (self->last);
  g_free (self->address);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->ready);
  g_free (self);
}

char *
news_test_server_dup_url (NewsTestServer *self, const char *path)
{
  return g_strconcat (self->address, path, NULL);
}

void
news_test_server_serve (NewsTestServer *self,
                        const char *path,
                        guint status,
                        const char *type,
                        const char *body)
{
  g_mutex_lock (&self->lock);
  if (body == NULL)
    {
      g_hash_table_remove (self->answers, path);
    }
  else
    {
      Answer *answer = g_new0 (Answer, 1);

      answer->status = status;
      answer->type = g_strdup (type);
      answer->body = g_strdup (body);
      answer->headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_hash_table_insert (self->answers, g_strdup (path), answer);
    }
  g_mutex_unlock (&self->lock);
}

void
news_test_server_add_header (NewsTestServer *self,
                             const char *path,
                             const char *name,
                             const char *value)
{
  Answer *answer;

  g_mutex_lock (&self->lock);
  answer = g_hash_table_lookup (self->answers, path);
  g_assert_nonnull (answer);
  g_hash_table_insert (answer->headers, g_strdup (name), g_strdup (value));
  g_mutex_unlock (&self->lock);
}

guint
news_test_server_count (NewsTestServer *self, const char *prefix)
{
  guint count = 0;

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->requests->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (self->requests, i), prefix))
      count++;
  g_mutex_unlock (&self->lock);

  return count;
}

guint
news_test_server_get_most_busy (NewsTestServer *self)
{
  guint most;

  g_mutex_lock (&self->lock);
  most = self->most_busy;
  g_mutex_unlock (&self->lock);

  return most;
}

char *
news_test_server_dup_last (NewsTestServer *self)
{
  char *last;

  g_mutex_lock (&self->lock);
  last = g_strdup (
    self->requests->len > 0 ? g_ptr_array_index (self->requests, self->requests->len - 1) : NULL);
  g_mutex_unlock (&self->lock);

  return last;
}

char *
news_test_server_dup_last_header (NewsTestServer *self, const char *name)
{
  g_autofree char *key = g_ascii_strdown (name, -1);
  char *value;

  g_mutex_lock (&self->lock);
  value = g_strdup (g_hash_table_lookup (self->last, key));
  g_mutex_unlock (&self->lock);

  return value;
}
