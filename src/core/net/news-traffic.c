/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-traffic.h"

#define AT_ONCE 8
#define AT_ONCE_PER_HOST 2
#define AT_ONCE_SLOW 2

typedef struct
{
  guint running;
  gboolean slow;
  gint64 free_at; /* for those with an interval */
} Host;

struct _NewsTraffic
{
  GHashTable *hosts; /* "host:port" to Host; as many as were called, which are few */
  guint running;
  guint slow; /* how many of those that run go to slow hosts */
};

static Host *
get_host (NewsTraffic *self, const char *name)
{
  Host *host = g_hash_table_lookup (self->hosts, name);

  if (host == NULL)
    {
      host = g_new0 (Host, 1);
      g_hash_table_insert (self->hosts, g_strdup (name), host);
    }

  return host;
}

/* A host that turns slow, or quick, does so with all that runs there. */
static void
set_slow (NewsTraffic *self, Host *host, gboolean slow)
{
  if (host->slow == slow)
    return;

  host->slow = slow;
  if (slow)
    self->slow += host->running;
  else
    self->slow -= host->running;
}

NewsTraffic *
news_traffic_new (void)
{
  NewsTraffic *self = g_new0 (NewsTraffic, 1);

  self->hosts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

void
news_traffic_free (NewsTraffic *self)
{
  g_hash_table_unref (self->hosts);
  g_free (self);
}

gint64
news_traffic_check (NewsTraffic *self, const char *name, guint interval, guint at_once, gint64 now)
{
  Host *host = get_host (self, name);
  guint most = at_once > 0 ? MIN (at_once, AT_ONCE_PER_HOST) : AT_ONCE_PER_HOST;

  if (self->running >= AT_ONCE || host->running >= most
      || (host->slow && self->slow >= AT_ONCE_SLOW))
    return NEWS_TRAFFIC_FULL;

  return interval > 0 && now < host->free_at ? host->free_at : NEWS_TRAFFIC_GO;
}

void
news_traffic_begin (NewsTraffic *self, const char *name, guint interval, gint64 now)
{
  Host *host = get_host (self, name);

  host->running++;
  self->running++;
  if (host->slow)
    self->slow++;
  if (interval > 0)
    host->free_at = now + interval * G_TIME_SPAN_MILLISECOND;
}

void
news_traffic_end (NewsTraffic *self, const char *name, gboolean silent)
{
  Host *host = get_host (self, name);

  host->running--;
  self->running--;
  if (host->slow)
    self->slow--;
  set_slow (self, host, silent);
}

gboolean
news_traffic_is_slow (NewsTraffic *self, const char *name)
{
  return get_host (self, name)->slow;
}

guint
news_traffic_count (NewsTraffic *self)
{
  return self->running;
}
