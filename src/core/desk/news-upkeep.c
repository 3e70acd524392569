/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-upkeep.h"

#include "news-edition.h"
#include "news-store-keeping.h"

#define DAY (24 * 60 * 60)

struct _NewsUpkeep
{
  GHashTable *times; /* source's id to gint64: texts from before that must go */
  NewsKeep keep;
  gint64 now;
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
news_upkeep_new (GPtrArray *editions, NewsRegistry *registry, const NewsKeep *keep, gint64 now)
{
  NewsUpkeep *self = g_new0 (NewsUpkeep, 1);

  self->times = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->keep = *keep;
  self->now = now;
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

/* How many went, -1 on error. */
static int
drop (NewsUpkeep *self, NewsStore *store, GError **error)
{
  gint64 before = self->now - (gint64) self->keep.days * DAY;
  int older = 0;
  int more = 0;

  if (self->keep.days > 0)
    older = news_store_drop_older (store, before, self->keep.shown, error);
  if (older >= 0 && self->keep.number > 0)
    more = news_store_drop_beyond (store, self->keep.number, self->keep.shown, error);

  return older >= 0 && more >= 0 ? older + more : -1;
}

int
news_upkeep_run (NewsUpkeep *self, NewsStore *store, GError **error)
{
  GHashTableIter iter;
  gpointer source, before;
  int dropped;

  g_hash_table_iter_init (&iter, self->times);
  while (g_hash_table_iter_next (&iter, &source, &before))
    if (news_store_lapse_older (store, source, *(gint64 *) before, error) < 0)
      return -1;

  dropped = drop (self, store, error);
  if (dropped < 0 || news_store_pack (store, error) < 0
      || !news_store_give_back (store, FALSE, error))
    return -1;

  return dropped;
}
