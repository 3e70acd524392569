/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-files.h"

#include "news-data-resources.h"

#include <string.h>

static void
free_file (NewsFile *file)
{
  g_free (file->name);
  g_bytes_unref (file->bytes);
  g_free (file);
}

static void
add (GPtrArray *files, const char *name, GBytes *bytes)
{
  NewsFile *file = g_new0 (NewsFile, 1);

  file->name = g_strdup (name);
  file->bytes = g_bytes_ref (bytes);
  g_ptr_array_add (files, file);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);

  return names;
}

static void
load_resource (GPtrArray *files, const char *resource)
{
  g_auto (GStrv) names = news_files_list_shipped (resource);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = news_files_read_shipped (resource, names[i]);

      if (bytes != NULL)
        add (files, names[i], bytes);
    }
}

static void
load_folder (GPtrArray *files, const char *folder, GPtrArray *faults)
{
  g_autoptr (GPtrArray) names = list_folder (folder);

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;
      char *text;
      gsize length;

      if (g_file_get_contents (path, &text, &length, &error))
        {
          bytes = g_bytes_new_take (text, length);
          add (files, name, bytes);
        }
      else if (faults != NULL)
        {
          g_ptr_array_add (faults, g_strdup (error->message));
        }
    }
}

GStrv
news_files_list_shipped (const char *resource)
{
  g_autofree char *path = g_strdup_printf (RESOURCE_PATH "/%s", resource);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  /* Naming it is what links the resource in, which then registers itself. */
  news_data_get_resource ();
  names = g_resources_enumerate_children (path, 0, NULL);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (g_str_has_suffix (names[i], ".json"))
      g_strv_builder_add (builder, names[i]);

  return g_strv_builder_end (builder);
}

GBytes *
news_files_read_shipped (const char *resource, const char *name)
{
  g_autofree char *path = g_strdup_printf (RESOURCE_PATH "/%s/%s", resource, name);

  return g_resources_lookup_data (path, 0, NULL);
}

GPtrArray *
news_files_load (const char *resource, const char *folder, GPtrArray *faults)
{
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) free_file);

  g_assert (!g_main_context_is_owner (g_main_context_default ()));

  if (resource != NULL)
    load_resource (files, resource);
  if (folder != NULL)
    load_folder (files, folder, faults);

  return files;
}
