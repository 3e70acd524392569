/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-fetcher.h"

#include "news-net-error.h"
#include "news-transfer.h"

#include <libsoup/soup.h>

#define AT_ONCE 8
#define AT_ONCE_PER_HOST 2
#define USER_AGENT "Broadsheet/" VERSION " (+https://github.com/broadsheet/broadsheet)"

struct _NewsFetcher
{
  GObject parent_instance;

  /* Owned */
  GThread *thread;
  GMainContext *context;
  GMainLoop *loop;

  /* Under the lock */
  GMutex lock;
  GHashTable *local; /* "host:port" of those that articles may call though they are not public */
  gboolean is_closing;

  /* Of the network's thread alone */
  SoupSession *session;
  GQueue waiting;      /* NewsTransfer, owned */
  GHashTable *running; /* NewsTransfer, owned */
  GHashTable *hosts;   /* "host:port" to how many run there */
  gboolean is_closed;
};

typedef struct
{
  NewsFetcher *fetcher;
  NewsTransfer *transfer;
} Order;

G_DEFINE_FINAL_TYPE (NewsFetcher, news_fetcher, G_TYPE_OBJECT)

static void pump (NewsFetcher *self);

static guint
count_host (NewsFetcher *self, const char *host)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->hosts, host));
}

static void
set_host (NewsFetcher *self, const char *host, guint count)
{
  if (count > 0)
    g_hash_table_insert (self->hosts, g_strdup (host), GUINT_TO_POINTER (count));
  else
    g_hash_table_remove (self->hosts, host);
}

static void
done_cb (NewsTransfer *transfer, gpointer user_data)
{
  NewsFetcher *self = user_data;
  const char *host = news_transfer_get_host (transfer);

  set_host (self, host, count_host (self, host) - 1);
  g_hash_table_remove (self->running, transfer);
  pump (self);
}

/* One that was given up while it waited ends at once: it is out of @running, and what waits behind
 * it has begun, before this returns. */
static void
start (NewsFetcher *self, NewsTransfer *transfer)
{
  g_autoptr (NewsTransfer) held = news_transfer_ref (transfer);
  const char *host = news_transfer_get_host (transfer);

  set_host (self, host, count_host (self, host) + 1);
  g_hash_table_add (self->running, transfer);
  news_transfer_start (transfer, self->session, done_cb, self);
  if (self->is_closed)
    news_transfer_abort (transfer);
}

/* Starts what may run: in the order of asking, but past those whose host is busy. */
static void
pump (NewsFetcher *self)
{
  for (GList *l = self->waiting.head, *next; l != NULL; l = next)
    {
      NewsTransfer *transfer = l->data;

      next = l->next;
      if (!self->is_closed && g_hash_table_size (self->running) >= AT_ONCE)
        return;
      if (!self->is_closed
          && count_host (self, news_transfer_get_host (transfer)) >= AT_ONCE_PER_HOST)
        continue;

      g_queue_delete_link (&self->waiting, l);
      start (self, transfer);
    }
}

static gboolean
order_cb (gpointer user_data)
{
  Order *order = user_data;

  g_queue_push_tail (&order->fetcher->waiting, g_steal_pointer (&order->transfer));
  pump (order->fetcher);

  return G_SOURCE_REMOVE;
}

static gboolean
close_cb (gpointer user_data)
{
  NewsFetcher *self = user_data;
  g_autoptr (GList) running = g_hash_table_get_keys (self->running);

  self->is_closed = TRUE;
  for (GList *l = running; l != NULL; l = l->next)
    news_transfer_abort (l->data);
  pump (self);
  g_main_loop_quit (self->loop);

  return G_SOURCE_REMOVE;
}

static gpointer
run (gpointer user_data)
{
  NewsFetcher *self = user_data;

  g_main_context_push_thread_default (self->context);
  self->session = soup_session_new_with_options ("user-agent", USER_AGENT, "max-conns", AT_ONCE,
                                                 "max-conns-per-host", AT_ONCE_PER_HOST, "timeout",
                                                 0, "idle-timeout", 30, NULL);

  g_main_loop_run (self->loop);
  /* What was aborted still has to tell those who wait. */
  while (g_hash_table_size (self->running) > 0 || !g_queue_is_empty (&self->waiting))
    g_main_context_iteration (self->context, TRUE);

  g_clear_object (&self->session);
  g_main_context_pop_thread_default (self->context);

  return NULL;
}

static void
news_fetcher_finalize (GObject *object)
{
  NewsFetcher *self = NEWS_FETCHER (object);

  news_fetcher_close (self);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_hash_table_unref (self->running);
  g_hash_table_unref (self->hosts);
  g_hash_table_unref (self->local);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (news_fetcher_parent_class)->finalize (object);
}

static void
news_fetcher_class_init (NewsFetcherClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = news_fetcher_finalize;
}

static void
news_fetcher_init (NewsFetcher *self)
{
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->running = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) news_transfer_unref, NULL);
  self->hosts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->local = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_mutex_init (&self->lock);

  /* Made here, so that its signals come to the thread that made us and not to one that ends. */
  g_network_monitor_get_default ();
  self->thread = g_thread_new ("news-net", run, self);
}

static char *
dup_host (GUri *uri)
{
  return g_strdup_printf ("%s:%d", g_uri_get_host (uri), g_uri_get_port (uri));
}

static gboolean
is_local_allowed (NewsFetcher *self, GUri *uri)
{
  g_autofree char *host = dup_host (uri);
  gboolean allowed;

  g_mutex_lock (&self->lock);
  allowed = g_hash_table_contains (self->local, host);
  g_mutex_unlock (&self->lock);

  return allowed;
}

static GUri *
parse (const char *url, GError **error)
{
  g_autoptr (GUri) uri = NULL;
  const char *scheme;

  uri = g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL);
  scheme = uri != NULL ? g_uri_get_scheme (uri) : "";
  if ((g_str_equal (scheme, "http") || g_str_equal (scheme, "https"))
      && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0')
    return g_steal_pointer (&uri);

  news_net_error_take (g_error_new_literal (NEWS_NET_ERROR, NEWS_NET_ERROR_BAD_ADDRESS, url), url,
                       error);

  return NULL;
}

static void
post (NewsFetcher *self, GSourceFunc function, gpointer user_data, GDestroyNotify destroy)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, function, user_data, destroy);
  g_source_attach (source, self->context);
}

/* An order that is posted before the closing is carried out before it; later ones are refused, as
 * nobody would be there to carry them out. */
static gboolean
order (NewsFetcher *self, NewsTransfer *transfer, GError **error)
{
  Order *message = NULL;

  g_mutex_lock (&self->lock);
  if (!self->is_closing)
    {
      message = g_new0 (Order, 1);
      message->fetcher = self;
      message->transfer = news_transfer_ref (transfer);
      post (self, order_cb, message, g_free);
    }
  g_mutex_unlock (&self->lock);

  if (message == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The network is closed");

  return message != NULL;
}

NewsFetcher *
news_fetcher_new (void)
{
  return g_object_new (NEWS_TYPE_FETCHER, NULL);
}

void
news_fetcher_close (NewsFetcher *self)
{
  g_return_if_fail (NEWS_IS_FETCHER (self));

  if (self->thread == NULL)
    return;

  g_mutex_lock (&self->lock);
  self->is_closing = TRUE;
  post (self, close_cb, self, NULL);
  g_mutex_unlock (&self->lock);
  g_thread_join (g_steal_pointer (&self->thread));
}

void
news_fetcher_allow_local (NewsFetcher *self, const char *url)
{
  g_autoptr (GUri) uri = NULL;

  g_return_if_fail (NEWS_IS_FETCHER (self));

  uri = g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL)
    return;

  g_mutex_lock (&self->lock);
  g_hash_table_add (self->local, dup_host (uri));
  g_mutex_unlock (&self->lock);
}

NewsResponse *
news_fetcher_fetch (NewsFetcher *self,
                    NewsRequest *request,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GUri) uri = NULL;
  g_autoptr (NewsTransfer) transfer = NULL;

  g_return_val_if_fail (NEWS_IS_FETCHER (self), NULL);
  g_assert (!g_main_context_is_owner (g_main_context_default ()));

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  uri = parse (request->url, error);
  if (uri == NULL)
    return NULL;

  transfer = news_transfer_new (request, uri, is_local_allowed (self, uri), cancellable);
  if (!order (self, transfer, error))
    return NULL;

  return news_transfer_wait (transfer, error);
}
