/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-opening.h"

#include "news-editions.h"

#include <glib/gi18n-lib.h>

NewsOpening *
news_opening_new (const char *data, const char *cache, const char *sample)
{
  NewsOpening *self = g_new0 (NewsOpening, 1);

  self->data = g_strdup (data);
  self->cache = g_strdup (cache);
  self->sample = g_strdup (sample);
  self->faults = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
news_opening_free (NewsOpening *self)
{
  g_free (self->data);
  g_free (self->cache);
  g_free (self->sample);
  g_clear_object (&self->store);
  g_clear_pointer (&self->registry, news_registry_unref);
  g_clear_pointer (&self->editions, g_ptr_array_unref);
  g_ptr_array_unref (self->faults);
  g_free (self);
}

char *
news_opening_dup_editions_folder (const char *data)
{
  return g_build_filename (data, "editions", NULL);
}

gboolean
news_opening_run (NewsOpening *self, GError **error)
{
  g_autofree char *path = g_build_filename (self->data, "news.db", NULL);
  g_autofree char *editions = news_opening_dup_editions_folder (self->data);
  g_autofree char *apis = g_build_filename (self->data, "apis", NULL);
  g_autofree char *set_aside = NULL;
  guint known;

  self->store = news_store_open (path, &set_aside, error);
  if (self->store == NULL)
    return FALSE;

  if (set_aside != NULL)
    g_ptr_array_add (
      self->faults,
      /* Translators: %s is the path of a file */
      g_strdup_printf (
        _ ("The stored articles were damaged and had to be begun anew. The old file was kept "
           "as “%s”."),
        set_aside));

  self->registry = news_registry_load (apis, self->faults);
  known = self->faults->len;
  self->editions = news_editions_load (editions, self->cache, self->sample, self->faults);
  self->is_whole = self->faults->len == known;
  g_assert (self->editions->len > 0);
  for (guint i = 0; i < self->editions->len; i++)
    news_registry_prepare (self->registry, g_ptr_array_index (self->editions, i));

  return TRUE;
}
