/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-registry.h"

#include "news-files.h"

#include <string.h>

struct _NewsRegistry
{
  GPtrArray *descriptors;
};

static void
clear (NewsRegistry *self)
{
  g_ptr_array_unref (self->descriptors);
}

static gboolean
find (NewsRegistry *self, const char *id, guint *index)
{
  for (guint i = 0; i < self->descriptors->len; i++)
    if (strcmp (news_descriptor_get_id (g_ptr_array_index (self->descriptors, i)), id) == 0)
      {
        *index = i;
        return TRUE;
      }

  return FALSE;
}

/* A person's own descriptor takes the place of one that comes with Broadsheet. */
static void
add (NewsRegistry *self, NewsDescriptor *descriptor)
{
  guint index;

  if (find (self, news_descriptor_get_id (descriptor), &index))
    {
      news_descriptor_unref (g_ptr_array_index (self->descriptors, index));
      g_ptr_array_index (self->descriptors, index) = descriptor;
    }
  else
    {
      g_ptr_array_add (self->descriptors, descriptor);
    }
}

NewsRegistry *
news_registry_load (const char *folder, GPtrArray *faults)
{
  NewsRegistry *self = g_atomic_rc_box_new0 (NewsRegistry);
  g_autoptr (GPtrArray) files = news_files_load ("apis", folder, faults);

  self->descriptors = g_ptr_array_new_with_free_func ((GDestroyNotify) news_descriptor_unref);
  for (guint i = 0; i < files->len; i++)
    {
      NewsFile *file = g_ptr_array_index (files, i);
      g_autoptr (GError) error = NULL;
      NewsDescriptor *descriptor = news_descriptor_new_from_bytes (file->bytes, file->name, &error);

      if (descriptor != NULL)
        add (self, descriptor);
      else if (faults != NULL)
        g_ptr_array_add (faults, g_strdup (error->message));
    }

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

NewsDescriptor *
news_registry_get (NewsRegistry *self, const char *id)
{
  guint index;

  return find (self, id, &index) ? g_ptr_array_index (self->descriptors, index) : NULL;
}

GPtrArray *
news_registry_get_all (NewsRegistry *self)
{
  return self->descriptors;
}
