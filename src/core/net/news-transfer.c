/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-transfer.h"

#include "news-address-guard.h"
#include "news-fetcher.h"
#include "news-net-error.h"
#include "news-redirect.h"
#include "news-secrets.h"

#include <string.h>

#define CHUNK (64 * 1024)

/* A server that sends a byte now and then must not hold its place for ever: the whole answer has
 * this many times the silence that is allowed. */
#define PATIENCE 10

struct _NewsTransfer
{
  /* Owned */
  NewsRedirect way; /* its address is the one that is asked now */
  char *host;
  GCancellable *cancellable; /* our own: the caller's, the clock and the guard all end it */
  GCancellable *outer;
  SoupSession *session;
  SoupMessage *message;
  GInputStream *stream;
  GByteArray *body;
  GSource *silence;
  GSource *deadline;

  /* Borrowed */
  NewsRequest *request;
  NewsTransferDone done;
  gpointer user_data;

  gboolean local_allowed;
  guint interval;
  guint at_once;
  gint64 heard;         /* monotonic time of the last byte */
  NewsNetError stopped; /* why we ended it ourselves */
  gboolean is_stopped;

  /* Between the threads */
  GMutex lock;
  GCond ended;
  gboolean has_started;
  gboolean has_ended;
  gboolean is_abandoned; /* given up before it started: @request is gone */
  NewsResponse *response;
  GError *error;
};

static void send (NewsTransfer *self);

static void
clear (NewsTransfer *self)
{
  news_redirect_clear (&self->way);
  g_free (self->host);
  g_object_unref (self->cancellable);
  g_clear_object (&self->outer);
  g_clear_object (&self->session);
  g_clear_object (&self->message);
  g_clear_object (&self->stream);
  g_clear_pointer (&self->body, g_byte_array_unref);
  g_clear_pointer (&self->response, news_response_unref);
  g_clear_error (&self->error);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->ended);
}

static void
clear_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
stop (NewsTransfer *self, NewsNetError reason)
{
  if (!self->is_stopped)
    self->stopped = reason;
  self->is_stopped = TRUE;
  g_cancellable_cancel (self->cancellable);
}

static gboolean
timed_out_cb (gpointer user_data)
{
  stop (user_data, NEWS_NET_ERROR_TIMED_OUT);

  return G_SOURCE_REMOVE;
}

static void
set_timer (NewsTransfer *self, GSource **source, guint seconds)
{
  clear_source (source);
  *source = g_timeout_source_new_seconds (seconds);
  g_source_set_callback (*source, timed_out_cb, self, NULL);
  g_source_attach (*source, g_main_context_get_thread_default ());
}

static void
drop_message (NewsTransfer *self)
{
  g_signal_handlers_disconnect_by_data (self->message, self);
  g_clear_object (&self->message);
}

/* Something came, or is about to. */
static void
note_life (NewsTransfer *self)
{
  self->heard = g_get_monotonic_time ();
  set_timer (self, &self->silence, self->request->timeout);
}

static void
end (NewsTransfer *self, NewsResponse *response, GError *error)
{
  NewsTransferDone done = self->done;
  gpointer user_data = self->user_data;

  clear_source (&self->silence);
  clear_source (&self->deadline);
  g_clear_object (&self->stream);
  drop_message (self);

  if (error != NULL && self->is_stopped)
    {
      g_error_free (error);
      error = g_error_new_literal (NEWS_NET_ERROR, self->stopped, "stopped");
    }

  g_mutex_lock (&self->lock);
  self->response = response;
  if (error != NULL)
    news_net_error_take (error, g_uri_get_host (self->way.uri), &self->error);
  self->has_ended = TRUE;
  g_cond_signal (&self->ended);
  g_mutex_unlock (&self->lock);

  /* The waiting thread may have gone by now; the reference is the network's own. */
  if (done != NULL)
    done (self, user_data);
  news_transfer_unref (self);
}

static void
add_header_cb (const char *name, const char *value, gpointer user_data)
{
  GHashTable *headers = user_data;
  char *key = g_ascii_strdown (name, -1);
  const char *before = g_hash_table_lookup (headers, key);

  g_hash_table_insert (headers, key,
                       before != NULL ? g_strconcat (before, ", ", value, NULL)
                                      : g_utf8_make_valid (value, -1));
}

static NewsResponse *
create_response (NewsTransfer *self)
{
  g_autoptr (GHashTable) headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GBytes) body = g_byte_array_free_to_bytes (g_steal_pointer (&self->body));
  g_autofree char *url = g_uri_to_string (self->way.uri);
  NewsResponse *response;

  soup_message_headers_foreach (soup_message_get_response_headers (self->message), add_header_cb,
                                headers);

  response = news_response_new (soup_message_get_status (self->message), url, headers, body);
  if (self->way.followed > 0 && self->way.is_permanent)
    response->moved = g_strdup (url);

  return response;
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  NewsTransfer *self = user_data;
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;

  bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (object), result, &error);
  if (bytes == NULL)
    {
      end (self, NULL, error);
      return;
    }

  if (g_bytes_get_size (bytes) == 0)
    {
      end (self, create_response (self), NULL);
      return;
    }

  if (self->body->len + g_bytes_get_size (bytes) > self->request->limit)
    {
      stop (self, NEWS_NET_ERROR_TOO_LARGE);
      end (self, NULL, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "too long"));
      return;
    }

  g_byte_array_append (self->body, g_bytes_get_data (bytes, NULL),
                       (guint) g_bytes_get_size (bytes));
  note_life (self);
  g_input_stream_read_bytes_async (self->stream, CHUNK, G_PRIORITY_DEFAULT, self->cancellable,
                                   read_cb, self);
}

/* Whether the answer only says where to ask instead, and it is asked there now, or that failed. */
static gboolean
go_on (NewsTransfer *self)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (self->message);
  const char *location = soup_message_headers_get_one (headers, "Location");
  guint status = soup_message_get_status (self->message);
  GError *error = NULL;

  if (!news_redirect_applies (&self->way, self->request, status, location))
    return FALSE;

  if (!news_redirect_follow (&self->way, self->request, status, location, &error))
    {
      end (self, NULL, error);
      return TRUE;
    }

  /* The reader chose the first host, and not the one that it sends us to. */
  self->local_allowed &= !self->way.has_left;
  g_clear_object (&self->stream);
  drop_message (self);
  send (self);

  return TRUE;
}

static void
sent_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  NewsTransfer *self = user_data;
  GError *error = NULL;

  self->stream = soup_session_send_finish (SOUP_SESSION (object), result, &error);
  if (self->stream == NULL)
    {
      end (self, NULL, error);
      return;
    }

  if (go_on (self))
    return;

  self->body = g_byte_array_new ();
  note_life (self);
  g_input_stream_read_bytes_async (self->stream, CHUNK, G_PRIORITY_DEFAULT, self->cancellable,
                                   read_cb, self);
}

/* The name was looked up by the time that this is emitted, so that a public name with a private
 * address is caught too, and again after each redirect. */
static void
network_event_cb (SoupMessage *message,
                  GSocketClientEvent event,
                  GIOStream *connection,
                  NewsTransfer *self)
{
  g_autoptr (GSocketAddress) remote = NULL;

  if (event != G_SOCKET_CLIENT_CONNECTING || !G_IS_SOCKET_CONNECTION (connection))
    return;

  remote = g_socket_connection_get_remote_address (G_SOCKET_CONNECTION (connection), NULL);
  if (G_IS_INET_SOCKET_ADDRESS (remote)
      && !news_address_is_public (
        g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (remote))))
    stop (self, NEWS_NET_ERROR_FORBIDDEN);
}

static void
outer_cancelled_cb (GCancellable *outer, NewsTransfer *self)
{
  g_cancellable_cancel (self->cancellable);

  g_mutex_lock (&self->lock);
  g_cond_signal (&self->ended);
  g_mutex_unlock (&self->lock);
}

/* Whether it may go on: not if the one who asked has left the queue. */
static gboolean
begin (NewsTransfer *self)
{
  gboolean begun;

  g_mutex_lock (&self->lock);
  begun = self->has_started = !self->is_abandoned;
  g_mutex_unlock (&self->lock);

  return begun;
}

static void
set_header (SoupMessage *message, const char *name, const char *value)
{
  if (value != NULL)
    soup_message_headers_replace (soup_message_get_request_headers (message), name, value);
}

static void
set_headers (SoupMessage *message, GHashTable *headers)
{
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_iter_init (&iter, headers);
  while (g_hash_table_iter_next (&iter, &name, &value))
    set_header (message, name, value);
}

static SoupMessage *
create_message (NewsTransfer *self)
{
  NewsRequest *request = self->request;
  g_autoptr (GUri) uri
    = self->way.has_left ? g_uri_ref (self->way.uri) : news_secrets_add (request, self->way.uri);
  SoupMessage *message = soup_message_new_from_uri (self->way.method, uri);

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  set_header (message, "Accept", request->accept);
  set_header (message, "Accept-Language", request->language);
  set_header (message, "If-None-Match", request->etag);
  set_header (message, "If-Modified-Since", request->last_modified);
  set_headers (message, request->headers);
  if (!self->way.has_left)
    set_headers (message, request->secret_headers);

  /* A step on the way may have made a GET of a POST. */
  if (request->body != NULL && g_str_equal (self->way.method, request->method))
    {
      g_autoptr (GBytes) bytes = g_bytes_new (request->body, strlen (request->body));

      soup_message_set_request_body_from_bytes (message, request->content_type, bytes);
    }

  if (request->public_only && !self->local_allowed)
    g_signal_connect (message, "network-event", G_CALLBACK (network_event_cb), self);

  return message;
}

static void
send (NewsTransfer *self)
{
  self->message = create_message (self);
  note_life (self);
  soup_session_send_async (self->session, self->message, G_PRIORITY_DEFAULT, self->cancellable,
                           sent_cb, self);
}

NewsTransfer *
news_transfer_new (NewsRequest *request,
                   GUri *uri,
                   gboolean local_allowed,
                   GCancellable *cancellable)
{
  NewsTransfer *self = g_atomic_rc_box_new0 (NewsTransfer);
  int port = g_uri_get_port (uri);

  self->request = request;
  self->interval = request->min_interval;
  self->at_once = request->at_once;
  news_redirect_init (&self->way, request, uri);
  self->host = g_strdup_printf ("%s:%d", g_uri_get_host (uri), port);
  self->local_allowed = local_allowed;
  self->cancellable = g_cancellable_new ();
  self->outer = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  g_mutex_init (&self->lock);
  g_cond_init (&self->ended);

  return self;
}

NewsTransfer *
news_transfer_ref (NewsTransfer *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
news_transfer_unref (NewsTransfer *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

const char *
news_transfer_get_host (NewsTransfer *self)
{
  return self->host;
}

guint
news_transfer_get_interval (NewsTransfer *self)
{
  return self->interval;
}

guint
news_transfer_get_at_once (NewsTransfer *self)
{
  return self->at_once;
}

void
news_transfer_start (NewsTransfer *self,
                     SoupSession *session,
                     NewsTransferDone done,
                     gpointer user_data)
{
  if (!begin (self))
    {
      done (self, user_data);
      return;
    }

  self->done = done;
  self->user_data = user_data;
  news_transfer_ref (self);

  self->session = g_object_ref (session);
  set_timer (self, &self->deadline, self->request->timeout * PATIENCE);
  send (self);
}

void
news_transfer_abort (NewsTransfer *self)
{
  g_cancellable_cancel (self->cancellable);
}

gint64
news_transfer_get_heard (NewsTransfer *self)
{
  return self->heard;
}

void
news_transfer_give_up (NewsTransfer *self)
{
  stop (self, NEWS_NET_ERROR_TIMED_OUT);
}

gboolean
news_transfer_was_silent (NewsTransfer *self)
{
  return self->is_stopped && self->stopped == NEWS_NET_ERROR_TIMED_OUT;
}

NewsResponse *
news_transfer_wait (NewsTransfer *self, GError **error)
{
  NewsResponse *response;
  gulong id = 0;

  if (self->outer != NULL)
    id = g_cancellable_connect (self->outer, G_CALLBACK (outer_cancelled_cb),
                                news_transfer_ref (self), (GDestroyNotify) news_transfer_unref);

  g_mutex_lock (&self->lock);
  while (!self->has_ended && (self->has_started || !g_cancellable_is_cancelled (self->outer)))
    g_cond_wait (&self->ended, &self->lock);
  if (!self->has_ended)
    {
      self->is_abandoned = TRUE;
      g_cancellable_set_error_if_cancelled (self->outer, error);
    }
  response = g_steal_pointer (&self->response);
  if (self->error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->error));
  g_mutex_unlock (&self->lock);

  if (id != 0)
    g_cancellable_disconnect (self->outer, id);

  return response;
}
