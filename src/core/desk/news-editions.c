/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-editions.h"

#include "news-files.h"

#include <glib/gstdio.h>
#include <string.h>

static GBytes *
replace (GBytes *bytes, const char *what, const char *with)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GString) text = g_string_new_len (data, (gssize) size);

  g_string_replace (text, what, with, 0);

  return g_string_free_to_bytes (g_steal_pointer (&text));
}

static gboolean
holds (GBytes *bytes, const char *what)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return g_strstr_len (data, (gssize) size, what) != NULL;
}

static void
add (GPtrArray *editions, NewsEdition *edition)
{
  for (guint i = 0; i < editions->len; i++)
    {
      NewsEdition *other = g_ptr_array_index (editions, i);

      if (strcmp (other->id, edition->id) == 0)
        {
          g_ptr_array_index (editions, i) = edition;
          news_edition_unref (other);
          return;
        }
    }

  g_ptr_array_add (editions, edition);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const NewsEdition *one = *(const NewsEdition *const *) a;
  const NewsEdition *other = *(const NewsEdition *const *) b;
  int order = strcmp (one->language, other->language);

  return order != 0 ? order : strcmp (one->id, other->id);
}

GPtrArray *
news_editions_load (const char *folder, const char *sample, GPtrArray *faults)
{
  g_autoptr (GPtrArray) files = news_files_load ("editions", folder, faults);
  GPtrArray *editions = g_ptr_array_new_with_free_func ((GDestroyNotify) news_edition_unref);

  for (guint i = 0; i < files->len; i++)
    {
      NewsFile *file = g_ptr_array_index (files, i);
      g_autoptr (GBytes) bytes = g_bytes_ref (file->bytes);
      g_autoptr (GError) error = NULL;
      NewsEdition *edition;

      if (holds (bytes, NEWS_EDITIONS_SAMPLE) != (sample != NULL))
        continue;
      if (sample != NULL)
        {
          g_clear_pointer (&bytes, g_bytes_unref);
          bytes = replace (file->bytes, NEWS_EDITIONS_SAMPLE, sample);
        }

      edition = news_edition_new_from_bytes (bytes, file->name, &error);
      if (edition != NULL)
        add (editions, edition);
      else if (faults != NULL)
        g_ptr_array_add (faults, g_strdup (error->message));
    }
  g_ptr_array_sort (editions, compare);

  return editions;
}

gboolean
news_editions_save (const char *folder, const char *sample, NewsEdition *edition, GError **error)
{
  g_autoptr (GBytes) bytes = news_edition_to_bytes (edition);
  g_autofree char *name = g_strconcat (edition->id, ".json", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  gsize size;
  const char *data;

  g_assert (!g_main_context_is_owner (g_main_context_default ()));

  if (sample != NULL)
    {
      g_autoptr (GBytes) plain = g_steal_pointer (&bytes);

      bytes = replace (plain, sample, NEWS_EDITIONS_SAMPLE);
    }

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int code = errno;

      g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (code), "%s: %s", folder,
                   g_strerror (code));
      return FALSE;
    }

  data = g_bytes_get_data (bytes, &size);

  return g_file_set_contents_full (path, data, (gssize) size,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0600, error);
}

/* "zh-Hans" of an edition is met by "zh_CN", "zh" and the like of a locale. */
static gboolean
speaks (NewsEdition *edition, const char *locale)
{
  gsize length = strcspn (edition->language, "-_");

  return strncmp (edition->language, locale, length) == 0
         && (locale[length] == '\0' || strchr ("_.@-", locale[length]) != NULL);
}

NewsEdition *
news_editions_choose (GPtrArray *editions, const char *id, const char *const *languages)
{
  for (guint i = 0; i < editions->len; i++)
    {
      NewsEdition *edition = g_ptr_array_index (editions, i);

      if (g_strcmp0 (edition->id, id) == 0)
        return edition;
    }

  for (guint l = 0; languages[l] != NULL; l++)
    for (guint i = 0; i < editions->len; i++)
      if (speaks (g_ptr_array_index (editions, i), languages[l]))
        return g_ptr_array_index (editions, i);

  return g_ptr_array_index (editions, 0);
}
