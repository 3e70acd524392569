/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-registry.h"

#include "news-feed-protocol.h"
#include "news-files.h"

#include <string.h>

struct _NewsRegistry
{
  GPtrArray *protocols;
};

static void
clear (NewsRegistry *self)
{
  g_ptr_array_unref (self->protocols);
}

static gboolean
find (NewsRegistry *self, const char *id, guint *index)
{
  for (guint i = 0; i < self->protocols->len; i++)
    if (strcmp (news_protocol_get_id (g_ptr_array_index (self->protocols, i)), id) == 0)
      {
        *index = i;
        return TRUE;
      }

  return FALSE;
}

/* A person's own descriptor takes the place of one that comes with Broadsheet. */
static void
add (NewsRegistry *self, NewsProtocol *protocol)
{
  guint index;

  if (find (self, news_protocol_get_id (protocol), &index))
    {
      news_protocol_unref (g_ptr_array_index (self->protocols, index));
      g_ptr_array_index (self->protocols, index) = protocol;
    }
  else
    {
      g_ptr_array_add (self->protocols, protocol);
    }
}

/* One that has sections tells more of a site than one that has not, where a site speaks both; and
 * an API more than a feed. */
static int
compare (gconstpointer a, gconstpointer b)
{
  NewsProtocol *one = *(NewsProtocol *const *) a;
  NewsProtocol *other = *(NewsProtocol *const *) b;
  gboolean has = news_protocol_can (one, NEWS_ASK_SECTIONS);

  if (has != news_protocol_can (other, NEWS_ASK_SECTIONS))
    return has ? -1 : 1;
  if (news_protocol_is_feed (one) != news_protocol_is_feed (other))
    return news_protocol_is_feed (one) ? 1 : -1;

  return strcmp (news_protocol_get_id (one), news_protocol_get_id (other));
}

NewsRegistry *
news_registry_load (const char *folder, GPtrArray *faults)
{
  NewsRegistry *self = g_atomic_rc_box_new0 (NewsRegistry);
  g_autoptr (GPtrArray) files = news_files_load ("apis", folder, faults);

  self->protocols = g_ptr_array_new_with_free_func ((GDestroyNotify) news_protocol_unref);
  for (guint i = 0; i < files->len; i++)
    {
      NewsFile *file = g_ptr_array_index (files, i);
      g_autoptr (GError) error = NULL;
      NewsDescriptor *descriptor = news_descriptor_new_from_bytes (file->bytes, file->name, &error);

      if (descriptor != NULL)
        add (self, news_protocol_new_for_descriptor (descriptor));
      else if (faults != NULL)
        g_ptr_array_add (faults, g_strdup (error->message));
    }
  add (self, news_feed_protocol_new ());
  g_ptr_array_sort (self->protocols, compare);

  return self;
}

NewsRegistry *
news_registry_ref (NewsRegistry *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
news_registry_unref (NewsRegistry *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

NewsProtocol *
news_registry_get (NewsRegistry *self, const char *id)
{
  guint index;

  return find (self, id, &index) ? g_ptr_array_index (self->protocols, index) : NULL;
}

GPtrArray *
news_registry_get_all (NewsRegistry *self)
{
  return self->protocols;
}
