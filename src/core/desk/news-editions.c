/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-editions.h"

#include "news-compiled-editions.h"
#include "news-files.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
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

/* NULL without an error if it is of the sample and others are wanted, or the other way round. */
static NewsEdition *
read_edition (NewsFile *file, NewsCompiledEditions *compiled, const char *sample, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  NewsEdition *edition
    = compiled != NULL ? news_compiled_editions_find (compiled, file->bytes) : NULL;

  if (edition != NULL || holds (file->bytes, NEWS_EDITIONS_SAMPLE) != (sample != NULL))
    return edition;

  bytes = sample != NULL ? replace (file->bytes, NEWS_EDITIONS_SAMPLE, sample)
                         : g_bytes_ref (file->bytes);
  edition = news_edition_new_from_bytes (bytes, file->name, error);
  if (edition != NULL && compiled != NULL)
    news_compiled_editions_add (compiled, bytes, edition);

  return edition;
}

GPtrArray *
news_editions_load (const char *folder, const char *cache, const char *sample, GPtrArray *faults)
{
  g_autoptr (GPtrArray) files = news_files_load ("editions", folder, faults);
  g_autoptr (NewsCompiledEditions) compiled
    = cache != NULL && sample == NULL ? news_compiled_editions_read (cache) : NULL;
  GPtrArray *editions = g_ptr_array_new_with_free_func ((GDestroyNotify) news_edition_unref);

  for (guint i = 0; i < files->len; i++)
    {
      g_autoptr (GError) error = NULL;
      NewsEdition *edition = read_edition (g_ptr_array_index (files, i), compiled, sample, &error);

      if (edition != NULL)
        add (editions, edition);
      else if (error != NULL && faults != NULL)
        g_ptr_array_add (faults, g_strdup (error->message));
    }
  g_ptr_array_sort (editions, compare);
  if (compiled != NULL)
    news_compiled_editions_write (compiled);

  return editions;
}

static char *
dup_path (const char *folder, const char *id)
{
  g_autofree char *name = g_strconcat (id, ".json", NULL);

  return g_build_filename (folder, name, NULL);
}

gboolean
news_editions_save (const char *folder, const char *sample, NewsEdition *edition, GError **error)
{
  g_autoptr (GBytes) bytes = news_editions_format (edition, sample);
  g_autofree char *path = dup_path (folder, edition->id);
  gsize size;
  const char *data;

  g_assert (!g_main_context_is_owner (g_main_context_default ()));

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

NewsEdition *
news_editions_reset (const char *folder, const char *sample, const char *id, GError **error)
{
  g_autofree char *path = dup_path (folder, id);
  g_autoptr (GPtrArray) shipped = NULL;

  g_assert (!g_main_context_is_owner (g_main_context_default ()));

  if (g_unlink (path) != 0 && errno != ENOENT)
    {
      int code = errno;

      g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (code), "%s: %s", path,
                   g_strerror (code));
      return NULL;
    }

  shipped = news_editions_load (NULL, NULL, sample, NULL);
  for (guint i = 0; i < shipped->len; i++)
    {
      NewsEdition *edition = g_ptr_array_index (shipped, i);

      if (strcmp (edition->id, id) == 0)
        return news_edition_ref (edition);
    }

  return NULL;
}

gboolean
news_editions_is_shipped (const char *id)
{
  g_autofree char *path = g_strconcat (RESOURCE_PATH "/editions/", id, ".json", NULL);

  return g_resources_get_info (path, 0, NULL, NULL, NULL);
}

/* --- the text of an edition --- */

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, NEWS_EDITION_ERROR, NEWS_EDITION_ERROR_INVALID, message);

  return FALSE;
}

static gboolean
check_kind (GBytes *bytes, const char *sample, GError **error)
{
  gboolean of_sample = holds (bytes, NEWS_EDITIONS_SAMPLE);

  if (of_sample && sample == NULL)
    return refuse (error, _ ("This edition is one of the sample, and can be read only there."));
  if (!of_sample && sample != NULL)
    return refuse (error, _ ("The sample can read only editions of its own."));

  return TRUE;
}

NewsEdition *
news_editions_parse (GBytes *bytes, const char *name, const char *sample, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GBytes) placed = NULL;
  NewsEdition *edition;

  if (size > NEWS_EDITIONS_LIMIT)
    {
      refuse (error, _ ("The file is too large to be an edition."));
      return NULL;
    }
  if (!g_utf8_validate_len (data, size, NULL))
    {
      refuse (error, _ ("The file is not an edition: it is not a text in UTF-8."));
      return NULL;
    }

  placed = sample != NULL ? replace (bytes, NEWS_EDITIONS_SAMPLE, sample) : g_bytes_ref (bytes);
  edition = news_edition_new_from_bytes (placed, name, error);
  if (edition == NULL)
    {
      /* Translators: in front of what is wrong with a file, and where in it */
      g_prefix_error_literal (error, _ ("The file is not an edition. "));
      return NULL;
    }

  if (!check_kind (bytes, sample, error))
    g_clear_pointer (&edition, news_edition_unref);

  return edition;
}

GBytes *
news_editions_format (NewsEdition *edition, const char *sample)
{
  g_autoptr (GBytes) bytes = news_edition_to_bytes (edition);

  return sample != NULL ? replace (bytes, sample, NEWS_EDITIONS_SAMPLE) : g_steal_pointer (&bytes);
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
