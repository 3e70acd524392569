/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-registry.h"

#include "news-feed-protocol.h"
#include "news-files.h"

#include <string.h>

#define FOLDER "apis"

/* Something that a source may speak. */
typedef struct
{
  char *id;
  NewsProtocol *protocol; /* NULL while it was not asked for */
} Entry;

struct _NewsRegistry
{
  GPtrArray *entries; /* Entry */

  GMutex mutex; /* of what follows, and of the protocols */
  GPtrArray *all;
};

static void
free_entry (Entry *entry)
{
  g_free (entry->id);
  g_clear_pointer (&entry->protocol, news_protocol_unref);
  g_free (entry);
}

static void
clear (NewsRegistry *self)
{
  g_clear_pointer (&self->all, g_ptr_array_unref);
  g_ptr_array_unref (self->entries);
  g_mutex_clear (&self->mutex);
}

static Entry *
find (NewsRegistry *self, const char *id)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      if (g_strcmp0 (entry->id, id) == 0)
        return entry;
    }

  return NULL;
}

static Entry *
add_entry (NewsRegistry *self, const char *id)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->id = g_strdup (id);
  g_ptr_array_add (self->entries, entry);

  return entry;
}

/* A person's own descriptor takes the place of one that comes with Broadsheet. */
static void
add (NewsRegistry *self, NewsProtocol *protocol)
{
  const char *id = news_protocol_get_id (protocol);
  Entry *entry = find (self, id);

  if (entry == NULL)
    entry = add_entry (self, id);
  g_clear_pointer (&entry->protocol, news_protocol_unref);
  entry->protocol = protocol;
}

/* What comes with Broadsheet is called by its id, so that it is known without being read. */
static void
add_shipped (NewsRegistry *self)
{
  g_auto (GStrv) names = news_files_list_shipped (FOLDER);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *id = g_strndup (names[i], strlen (names[i]) - strlen (".json"));

      add_entry (self, id);
    }
}

static void
add_own (NewsRegistry *self, const char *folder, GPtrArray *faults)
{
  g_autoptr (GPtrArray) files = news_files_load (NULL, folder, faults);

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
}

/* Under the mutex. NULL if it can't be read, which no file that is shipped is allowed to be. */
static NewsProtocol *
read_entry (Entry *entry)
{
  g_autofree char *name = g_strconcat (entry->id, ".json", NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  NewsDescriptor *descriptor;

  if (entry->protocol != NULL)
    return entry->protocol;

  bytes = news_files_read_shipped (FOLDER, name);
  descriptor = bytes != NULL ? news_descriptor_new_from_bytes (bytes, name, &error) : NULL;
  if (descriptor != NULL)
    entry->protocol = news_protocol_new_for_descriptor (descriptor);
  else
    g_warning ("%s", error != NULL ? error->message : name);

  return entry->protocol;
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

  g_mutex_init (&self->mutex);
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) free_entry);
  add_shipped (self);
  add_own (self, folder, faults);
  add (self, news_feed_protocol_new ());

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
  Entry *entry = find (self, id);
  NewsProtocol *protocol;

  if (entry == NULL)
    return NULL;

  g_mutex_lock (&self->mutex);
  protocol = read_entry (entry);
  g_mutex_unlock (&self->mutex);

  return protocol;
}

void
news_registry_prepare (NewsRegistry *self, NewsEdition *edition)
{
  g_assert (!g_main_context_is_owner (g_main_context_default ()));

  for (guint i = 0; i < edition->sources->len; i++)
    news_registry_get (self, ((NewsSource *) g_ptr_array_index (edition->sources, i))->api);
}

GPtrArray *
news_registry_get_all (NewsRegistry *self)
{
  GPtrArray *all;

  g_assert (!g_main_context_is_owner (g_main_context_default ()));

  g_mutex_lock (&self->mutex);
  if (self->all == NULL)
    {
      self->all = g_ptr_array_new ();
      for (guint i = 0; i < self->entries->len; i++)
        {
          NewsProtocol *protocol = read_entry (g_ptr_array_index (self->entries, i));

          if (protocol != NULL)
            g_ptr_array_add (self->all, protocol);
        }
      g_ptr_array_sort (self->all, compare);
    }
  all = self->all;
  g_mutex_unlock (&self->mutex);

  return all;
}
