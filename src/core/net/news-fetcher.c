/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-fetcher.h"

#include "news-net-error.h"
#include "news-secrets.h"
#include "news-traffic.h"
#include "news-transfer.h"

#include <libsoup/soup.h>

/* What libsoup itself allows: more than NewsTraffic, which decides, as a step of a redirect goes to
 * another host while it holds a place for the first. */
#define CONNECTIONS 16
#define CONNECTIONS_PER_HOST 4

/* Who is silent so long, in milliseconds, gives its place to those that wait. */
#define HASTE (10 * 1000)
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
  GHashTable *local;   /* "host:port" of those that articles may call though they are not public */
  GHashTable *allowed; /* addresses of more of them, which nobody has asked about yet */
  gboolean is_closing;

  /* Of the network's thread alone */
  SoupSession *session;
  GQueue waiting;      /* NewsTransfer, owned */
  GQueue silent;       /* those that are about to be ended; owned */
  GHashTable *running; /* NewsTransfer, owned */
  NewsTraffic *traffic;
  GSource *clock; /* when to look again, or NULL */
  guint haste;    /* in milliseconds; set before the first request */
  gboolean is_closed;
};

typedef struct
{
  NewsFetcher *fetcher;
  NewsTransfer *transfer;
} Order;

G_DEFINE_FINAL_TYPE (NewsFetcher, news_fetcher, G_TYPE_OBJECT)

static void pump (NewsFetcher *self);

static void
done_cb (NewsTransfer *transfer, gpointer user_data)
{
  NewsFetcher *self = user_data;

  news_traffic_end (self->traffic, news_transfer_get_host (transfer),
                    news_transfer_was_silent (transfer));
  g_hash_table_remove (self->running, transfer);
  pump (self);
}

/* One that was given up while it waited ends at once: it is out of @running, and what waits behind
 * it has begun, before this returns. */
static void
start (NewsFetcher *self, NewsTransfer *transfer)
{
  g_autoptr (NewsTransfer) held = news_transfer_ref (transfer);

  news_traffic_begin (self->traffic, news_transfer_get_host (transfer),
                      news_transfer_get_interval (transfer), g_get_monotonic_time ());
  g_hash_table_add (self->running, transfer);
  news_transfer_start (transfer, self->session, done_cb, self);
  if (self->is_closed)
    news_transfer_abort (transfer);
}

static gboolean
clock_cb (gpointer user_data)
{
  pump (user_data);

  return G_SOURCE_REMOVE;
}

/* Looks again at @time, monotonic. */
static void
set_clock (NewsFetcher *self, gint64 time)
{
  if (self->clock == NULL)
    {
      self->clock = g_timeout_source_new (0);
      g_source_set_callback (self->clock, clock_cb, self, NULL);
      g_source_attach (self->clock, self->context);
    }
  g_source_set_ready_time (self->clock, time);
}

static void
stop_clock (NewsFetcher *self)
{
  if (self->clock != NULL)
    g_source_destroy (self->clock);
  g_clear_pointer (&self->clock, g_source_unref);
}

/* Ends those that have been silent for too long while others wait. Slow hosts may take their time,
 * as they have places of their own. Returns when the next one has. */
static gint64
hurry (NewsFetcher *self, gint64 now)
{
  gint64 haste = self->haste * G_TIME_SPAN_MILLISECOND;
  gint64 earliest = G_MAXINT64;
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->running);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      NewsTransfer *transfer = key;
      gint64 due = news_transfer_get_heard (transfer) + haste;

      if (news_traffic_is_slow (self->traffic, news_transfer_get_host (transfer)))
        continue;
      if (due <= now)
        g_queue_push_tail (&self->silent, news_transfer_ref (transfer));
      else
        earliest = MIN (earliest, due);
    }

  return earliest;
}

static void
give_up_silent (NewsFetcher *self)
{
  NewsTransfer *transfer;

  while ((transfer = g_queue_pop_head (&self->silent)) != NULL)
    {
      news_transfer_give_up (transfer);
      news_transfer_unref (transfer);
    }
}

/* Starts what may run: in the order of asking, but past those whose host is busy. */
static void
pump (NewsFetcher *self)
{
  gint64 now = g_get_monotonic_time ();
  gint64 again = G_MAXINT64;
  gboolean crowded = FALSE;

  stop_clock (self);
  for (GList *l = self->waiting.head, *next; l != NULL; l = next)
    {
      NewsTransfer *transfer = l->data;
      gint64 when = self->is_closed
                      ? NEWS_TRAFFIC_GO
                      : news_traffic_check (self->traffic, news_transfer_get_host (transfer),
                                            news_transfer_get_interval (transfer),
                                            news_transfer_get_at_once (transfer), now);

      next = l->next;
      if (when == NEWS_TRAFFIC_GO)
        {
          g_queue_delete_link (&self->waiting, l);
          start (self, transfer);
          /* One that was given up ends at once, and then the queue is another one. */
          next = self->waiting.head;
        }
      else if (when == NEWS_TRAFFIC_FULL)
        crowded = TRUE;
      else
        again = MIN (again, when);
    }

  if (crowded)
    again = MIN (again, hurry (self, now));
  if (again != G_MAXINT64)
    set_clock (self, again);
  give_up_silent (self);
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
  self->session = soup_session_new_with_options ("user-agent", USER_AGENT, "max-conns", CONNECTIONS,
                                                 "max-conns-per-host", CONNECTIONS_PER_HOST,
                                                 "timeout", 0, "idle-timeout", 30, NULL);

  g_main_loop_run (self->loop);
  /* What was aborted still has to tell those who wait. */
  while (g_hash_table_size (self->running) > 0 || !g_queue_is_empty (&self->waiting))
    g_main_context_iteration (self->context, TRUE);

  stop_clock (self);
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
  news_traffic_free (self->traffic);
  g_hash_table_unref (self->local);
  g_hash_table_unref (self->allowed);
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
  self->traffic = news_traffic_new ();
  self->haste = HASTE;
  self->local = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->allowed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
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

/* Under the lock. */
static void
take_allowed (NewsFetcher *self)
{
  GHashTableIter iter;
  gpointer url;

  g_hash_table_iter_init (&iter, self->allowed);
  while (g_hash_table_iter_next (&iter, &url, NULL))
    {
      g_autoptr (GUri) uri = g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL);

      if (uri != NULL && g_uri_get_host (uri) != NULL)
        g_hash_table_add (self->local, dup_host (uri));
    }
  g_hash_table_remove_all (self->allowed);
}

static gboolean
is_local_allowed (NewsFetcher *self, GUri *uri)
{
  g_autofree char *host = dup_host (uri);
  gboolean allowed;

  g_mutex_lock (&self->lock);
  take_allowed (self);
  allowed = g_hash_table_contains (self->local, host);
  g_mutex_unlock (&self->lock);

  return allowed;
}

static GUri *
parse (NewsRequest *request, GError **error)
{
  const char *url = request->url;
  g_autoptr (GUri) uri = NULL;
  const char *scheme;

  uri = g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL);
  scheme = uri != NULL ? g_uri_get_scheme (uri) : "";
  if ((g_str_equal (scheme, "http") || g_str_equal (scheme, "https"))
      && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0')
    {
      if (!news_secrets_exist (request) || news_secrets_may_go (uri))
        return g_steal_pointer (&uri);

      news_net_error_take (
        g_error_new_literal (NEWS_NET_ERROR, NEWS_NET_ERROR_INSECURE, "not encrypted"),
        g_uri_get_host (uri), error);

      return NULL;
    }

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

/* Hundreds come at once, when a window is about to be shown, and the same with each edition that
 * is. */
void
news_fetcher_allow_local (NewsFetcher *self, const char *url)
{
  g_return_if_fail (NEWS_IS_FETCHER (self));

  g_mutex_lock (&self->lock);
  g_hash_table_add (self->allowed, g_strdup (url));
  g_mutex_unlock (&self->lock);
}

void
news_fetcher_set_haste (NewsFetcher *self, guint milliseconds)
{
  g_return_if_fail (NEWS_IS_FETCHER (self));

  self->haste = milliseconds;
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

  uri = parse (request, error);
  if (uri == NULL)
    return NULL;

  transfer = news_transfer_new (request, uri, is_local_allowed (self, uri), cancellable);
  if (!order (self, transfer, error))
    return NULL;

  return news_transfer_wait (transfer, error);
}
