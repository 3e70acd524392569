/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-compiled-editions.h"

#include "news-fingerprint.h"
#include "news-parcel.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#define FILE_NAME "compiled-editions"

/* The JSON, the fingerprint of the parcel, the parcel. */
#define ENTRY_TYPE "(ayt" NEWS_PARCEL_TYPE ")"

/* The version of Broadsheet, as another may find faults where this one finds none; the entries. */
#define FILE_TYPE "(sa" ENTRY_TYPE ")"

struct _NewsCompiledEditions
{
  char *folder;
  char *path;
  GPtrArray *stored; /* GVariant of ENTRY_TYPE: those of the file */
  GPtrArray *wanted; /* those that were found or added, each once */
  gboolean is_changed;
};

/* --- entries --- */

static guint64
hash (GVariant *parcel)
{
  return news_fingerprint_hash_long (NEWS_FINGERPRINT_SEED, g_variant_get_data (parcel),
                                     g_variant_get_size (parcel));
}

static gboolean
is_of (GVariant *entry, GBytes *json)
{
  g_autoptr (GVariant) bytes = g_variant_get_child_value (entry, 0);
  gsize length;
  gconstpointer data = g_variant_get_fixed_array (bytes, &length, 1);

  return length == g_bytes_get_size (json) && length > 0
         && memcmp (data, g_bytes_get_data (json, NULL), length) == 0;
}

static NewsEdition *
unpack (GVariant *entry)
{
  g_autoptr (GVariant) sum = g_variant_get_child_value (entry, 1);
  g_autoptr (GVariant) parcel = g_variant_get_child_value (entry, 2);

  if (g_variant_get_uint64 (sum) != hash (parcel))
    return NULL;

  return news_edition_new_from_variant (parcel);
}

static GVariant *
pack (GBytes *json, NewsEdition *edition)
{
  g_autoptr (GVariant) parcel = news_edition_to_variant (edition);
  GVariant *parts[] = {
    g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, json, TRUE),
    g_variant_new_uint64 (hash (parcel)),
    parcel,
  };

  return g_variant_ref_sink (g_variant_new_tuple (parts, G_N_ELEMENTS (parts)));
}

/* --- the file --- */

/* NULL if there is none that this version wrote. */
static GVariant *
read_entries (const char *path)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GVariant) file = NULL;
  g_autoptr (GVariant) version = NULL;
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;

  if (!g_file_get_contents (path, &data, &length, &error))
    {
      g_debug ("Compiled editions: %s", error->message);
      return NULL;
    }

  bytes = g_bytes_new_take (data, length);
  file = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (FILE_TYPE), bytes, FALSE));
  version = g_variant_get_child_value (file, 0);
  if (strcmp (g_variant_get_string (version, NULL), VERSION) != 0)
    {
      g_debug ("Compiled editions: %s was written by another version", path);
      return NULL;
    }

  return g_variant_get_child_value (file, 1);
}

static gboolean
write_entries (const char *path, GPtrArray *entries, GError **error)
{
  GVariant *parts[] = {
    g_variant_new_string (VERSION),
    g_variant_new_array (G_VARIANT_TYPE (ENTRY_TYPE), (GVariant **) entries->pdata, entries->len),
  };
  g_autoptr (GVariant) file
    = g_variant_ref_sink (g_variant_new_tuple (parts, G_N_ELEMENTS (parts)));

  return g_file_set_contents_full (path, g_variant_get_data (file),
                                   (gssize) g_variant_get_size (file),
                                   G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

/* --- public --- */

NewsCompiledEditions *
news_compiled_editions_read (const char *folder)
{
  NewsCompiledEditions *self = g_new0 (NewsCompiledEditions, 1);
  g_autoptr (GVariant) entries = NULL;

  g_assert (!g_main_context_is_owner (g_main_context_default ()));

  self->folder = g_strdup (folder);
  self->path = g_build_filename (folder, FILE_NAME, NULL);
  self->stored = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  self->wanted = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);

  entries = read_entries (self->path);
  for (gsize i = 0; entries != NULL && i < g_variant_n_children (entries); i++)
    g_ptr_array_add (self->stored, g_variant_get_child_value (entries, i));

  return self;
}

void
news_compiled_editions_free (NewsCompiledEditions *self)
{
  g_free (self->folder);
  g_free (self->path);
  g_ptr_array_unref (self->stored);
  g_ptr_array_unref (self->wanted);
  g_free (self);
}

NewsEdition *
news_compiled_editions_find (NewsCompiledEditions *self, GBytes *json)
{
  for (guint i = 0; i < self->stored->len; i++)
    {
      GVariant *entry = g_ptr_array_index (self->stored, i);
      NewsEdition *edition = is_of (entry, json) ? unpack (entry) : NULL;

      if (edition != NULL)
        {
          if (!g_ptr_array_find (self->wanted, entry, NULL))
            g_ptr_array_add (self->wanted, g_variant_ref (entry));
          return edition;
        }
    }

  return NULL;
}

void
news_compiled_editions_add (NewsCompiledEditions *self, GBytes *json, NewsEdition *edition)
{
  g_autoptr (GVariant) entry = pack (json, edition);
  g_autoptr (NewsEdition) again = unpack (entry);

  /* It would be written anew at each start. */
  if (again == NULL)
    {
      g_debug ("Compiled editions: “%s” can't be one of them", edition->id);
      return;
    }

  g_ptr_array_add (self->wanted, g_steal_pointer (&entry));
  self->is_changed = TRUE;
}

void
news_compiled_editions_write (NewsCompiledEditions *self)
{
  g_autoptr (GError) error = NULL;

  g_assert (!g_main_context_is_owner (g_main_context_default ()));

  if (!self->is_changed && self->wanted->len == self->stored->len)
    return;

  /* Without a file in its place the new one is not forced to the disk, for which a start would
   * wait: what is lost in a crash is made again. */
  g_unlink (self->path);
  if (self->wanted->len > 0
      && (g_mkdir_with_parents (self->folder, 0700) != 0
          || !write_entries (self->path, self->wanted, &error)))
    g_debug ("Compiled editions: %s", error != NULL ? error->message : g_strerror (errno));
}
