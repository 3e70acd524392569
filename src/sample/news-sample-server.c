/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-sample-server.h"

#include "news-sample-site.h"

#include <libsoup/soup.h>
#include <string.h>

/* Counts are written this long after the first change, so that reading on costs no disk. */
#define SAVE_SECONDS 5

/* Below this a compressed answer is hardly smaller. */
#define COMPRESS_FROM 512

struct _NewsSampleServer
{
  /* Set before the thread starts, and the thread's own until it has ended. */
  GMainContext *context;
  GMainLoop *loop;
  SoupServer *server;
  NewsSampleState *state;
  NewsSampleSite *site;
  GSource *saving; /* NULL while nothing is to be saved */

  char *address;
  GThread *thread;
};

static gboolean
accepts_gzip (SoupServerMessage *message)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  const char *value = soup_message_headers_get_list (headers, "Accept-Encoding");
  GSList *codings = value != NULL ? soup_header_parse_quality_list (value, NULL) : NULL;
  gboolean found = FALSE;

  for (GSList *l = codings; l != NULL && !found; l = l->next)
    found = g_ascii_strcasecmp (l->data, "gzip") == 0 || strcmp (l->data, "*") == 0;
  soup_header_free_list (codings);

  return found;
}

static void
set_header (SoupServerMessage *message, const char *name, const char *value)
{
  if (value != NULL)
    soup_message_headers_append (soup_server_message_get_response_headers (message), name, value);
}

/* Pictures are compressed as they are. */
static void
compress (SoupServerMessage *message, NewsSampleReply *reply)
{
  g_autoptr (GError) error = NULL;
  GBytes *smaller;

  if (g_str_has_prefix (reply->type, "image/"))
    return;
  set_header (message, "Vary", "Accept-Encoding");
  if (g_bytes_get_size (reply->body) < COMPRESS_FROM || !accepts_gzip (message))
    return;
  smaller = news_sample_compress (reply->body, &error);
  if (smaller == NULL)
    {
      /* It is sent as it is then, and nobody misses anything. */
      g_debug ("%s", error->message);
      return;
    }
  g_bytes_unref (reply->body);
  reply->body = smaller;
  set_header (message, "Content-Encoding", "gzip");
}

static void
send (SoupServerMessage *message, NewsSampleReply *reply)
{
  SoupMessageHeaders *asked = soup_server_message_get_request_headers (message);
  const char *if_none_match = soup_message_headers_get_list (asked, "If-None-Match");

  if (reply->status == SOUP_STATUS_OK && news_sample_etag_matches (reply->etag, if_none_match))
    reply->status = SOUP_STATUS_NOT_MODIFIED;
  soup_server_message_set_status (message, reply->status, NULL);
  set_header (message, "Cache-Control", reply->cache);
  set_header (message, "ETag", reply->etag);
  set_header (message, "Link", reply->link);
  set_header (message, "Vary", reply->vary);
  if (reply->status == SOUP_STATUS_NOT_MODIFIED || reply->body == NULL)
    return;

  compress (message, reply);
  set_header (message, "Content-Type", reply->type);
  soup_message_body_append_bytes (soup_server_message_get_response_body (message), reply->body);
}

static void
save (NewsSampleServer *self)
{
  g_autoptr (GError) error = NULL;

  if (!news_sample_state_save (self->state, &error))
    g_message ("Can't keep how often stories were opened: %s", error->message);
}

static gboolean
save_cb (gpointer user_data)
{
  NewsSampleServer *self = user_data;

  g_clear_pointer (&self->saving, g_source_unref);
  save (self);

  return G_SOURCE_REMOVE;
}

static void
save_later (NewsSampleServer *self)
{
  if (self->saving != NULL)
    return;
  self->saving = g_timeout_source_new_seconds (SAVE_SECONDS);
  g_source_set_callback (self->saving, save_cb, self, NULL);
  g_source_attach (self->saving, self->context);
}

static void
request_cb (SoupServer *server,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer user_data)
{
  NewsSampleServer *self = user_data;
  const char *method = soup_server_message_get_method (message);
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  NewsSampleRequest request = {
    .path = path,
    .query = query,
    .accept = soup_message_headers_get_list (headers, "Accept"),
    .if_none_match = soup_message_headers_get_list (headers, "If-None-Match"),
    .head = method == SOUP_METHOD_HEAD,
  };
  g_autoptr (NewsSampleReply) reply = NULL;

  if (method != SOUP_METHOD_GET && method != SOUP_METHOD_HEAD)
    {
      set_header (message, "Allow", "GET, HEAD");
      reply = news_sample_reply_new_error (SOUP_STATUS_METHOD_NOT_ALLOWED, "bad-method",
                                           "Only GET and HEAD are answered.");
    }
  else
    {
      reply = news_sample_site_answer (self->site, &request);
      save_later (self);
    }
  send (message, reply);
}

static gpointer
run (gpointer data)
{
  NewsSampleServer *self = data;

  g_main_context_push_thread_default (self->context);
  self->site = news_sample_site_new (self->address, self->state);
  /* What is kept of this run leads to its port, even if the run has no proper end. */
  save (self);
  g_main_loop_run (self->loop);

  soup_server_disconnect (self->server);
  g_clear_object (&self->server);
  /* What was under way ends here, with its sources. */
  while (g_main_context_iteration (self->context, FALSE))
    ;
  if (self->saving != NULL)
    g_source_destroy (self->saving);
  g_clear_pointer (&self->saving, g_source_unref);
  save (self);
  g_clear_pointer (&self->site, news_sample_site_free);
  g_main_context_pop_thread_default (self->context);

  return NULL;
}

static gboolean
quit_cb (gpointer user_data)
{
  g_main_loop_quit (user_data);

  return G_SOURCE_REMOVE;
}

static gboolean
listen_on (NewsSampleServer *self, guint16 port, GError **error)
{
  GSList *uris;
  guint16 got = 0;

  if (!soup_server_listen_local (self->server, port, SOUP_SERVER_LISTEN_IPV4_ONLY, error))
    return FALSE;
  uris = soup_server_get_uris (self->server);
  if (uris != NULL)
    got = (guint16) g_uri_get_port (uris->data);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  self->address = g_strdup_printf ("http://127.0.0.1:%u/", got);
  news_sample_state_set_port (self->state, got);

  return TRUE;
}

/* On the server's context, which the sockets then belong to. */
static gboolean
start_listening (NewsSampleServer *self, GError **error)
{
  guint16 port = news_sample_state_get_port (self->state);
  gboolean listens;

  g_main_context_push_thread_default (self->context);
  self->server = soup_server_new ("server-header", "Broadsheet-Sample", NULL);
  soup_server_add_handler (self->server, NULL, request_cb, self, NULL);
  listens = (port != 0 && listen_on (self, port, NULL)) || listen_on (self, 0, error);
  g_main_context_pop_thread_default (self->context);

  return listens;
}

static void
free_all (NewsSampleServer *self)
{
  g_clear_object (&self->server);
  news_sample_state_free (self->state);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_free (self->address);
  g_free (self);
}

NewsSampleServer *
news_sample_server_new (const char *state_folder, GError **error)
{
  NewsSampleServer *self = g_new0 (NewsSampleServer, 1);

  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->state = news_sample_state_new (state_folder);
  if (!start_listening (self, error))
    {
      free_all (self);
      return NULL;
    }
  self->thread = g_thread_new ("sample-server", run, self);

  return self;
}

const char *
news_sample_server_get_address (NewsSampleServer *self)
{
  return self->address;
}

void
news_sample_server_close (NewsSampleServer *self)
{
  g_autoptr (GSource) quit = g_idle_source_new ();

  /* From within the loop: one that has not begun to run yet would not notice. */
  g_source_set_priority (quit, G_PRIORITY_DEFAULT);
  g_source_set_callback (quit, quit_cb, self->loop, NULL);
  g_source_attach (quit, self->context);
  g_thread_join (self->thread);
  free_all (self);
}
