/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-upkeep.h"

#include "news-edition.h"
#include "news-store-keeping.h"

#define DAY (24 * 60 * 60)

struct _NewsUpkeep
{
  GHashTable *times; /* source's id to gint64: texts from before that must go */
  gint64 before;     /* articles from before that may go; 0 for none */
};

static guint
get_keep (NewsRegistry *registry, NewsSource *source)
{
  NewsProtocol *protocol = news_registry_get (registry, source->api);
  NewsDescriptor *descriptor = protocol != NULL ? news_protocol_get_descriptor (protocol) : NULL;

  return descriptor != NULL ? news_descriptor_get_terms (descriptor)->keep_s : 0;
}

static void
add_source (NewsUpkeep *self, NewsRegistry *registry, NewsSource *source, gint64 now)
{
  guint keep = get_keep (registry, source);
  gint64 before = now - keep;

  if (keep > 0)
    g_hash_table_insert (self->times, g_strdup (source->id), g_memdup2 (&before, sizeof before));
}

NewsUpkeep *
news_upkeep_new (GPtrArray *editions, NewsRegistry *registry, guint days, gint64 now)
{
  NewsUpkeep *self = g_new0 (NewsUpkeep, 1);

  self->times = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->before = days > 0 ? now - (gint64) days * DAY : 0;
  for (guint i = 0; i < editions->len; i++)
    {
      NewsEdition *edition = g_ptr_array_index (editions, i);

      for (guint j = 0; j < edition->sources->len; j++)
        add_source (self, registry, g_ptr_array_index (edition->sources, j), now);
    }

  return self;
}

void
news_upkeep_free (NewsUpkeep *self)
{
  g_hash_table_unref (self->times);
  g_free (self);
}

int
news_upkeep_run (NewsUpkeep *self, NewsStore *store, GError **error)
{
  GHashTableIter iter;
  gpointer source, before;

  g_hash_table_iter_init (&iter, self->times);
  while (g_hash_table_iter_next (&iter, &source, &before))
    if (news_store_lapse_older (store, source, *(gint64 *) before, error) < 0)
      return -1;

  if (news_store_pack (store, error) < 0)
    return -1;

  return self->before > 0 ? news_store_drop_older (store, self->before, error) : 0;
}
