/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-departed.h"

#include <errno.h>
#include <glib/gstdio.h>

/* An id a line, with percents for what would end it. */
#define FILE_NAME "removed-sources"

static char *
dup_path (const char *data)
{
  return g_build_filename (data, FILE_NAME, NULL);
}

/* A set of ids; empty where there is no such file. */
static GHashTable *
read_ids (const char *path, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GError *problem = NULL;

  if (!g_file_get_contents (path, &text, NULL, &problem)
      && !g_error_matches (problem, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    {
      g_propagate_error (error, problem);
      return NULL;
    }
  g_clear_error (&problem);

  lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *id = g_uri_unescape_string (lines[i], NULL);

      /* A line that is none was not written by us. */
      if (id != NULL && *id != '\0')
        g_hash_table_add (ids, id);
      else
        g_free (id);
    }

  return g_steal_pointer (&ids);
}

static gboolean
write_ids (const char *path, GHashTable *ids, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GHashTableIter iter;
  gpointer id;

  if (g_hash_table_size (ids) == 0)
    {
      int code = g_unlink (path) != 0 ? errno : 0;

      if (code == 0 || code == ENOENT)
        return TRUE;
      g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (code), "%s: %s", path,
                   g_strerror (code));
      return FALSE;
    }

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_string_append_uri_escaped (text, id, NULL, TRUE);
      g_string_append_c (text, '\n');
    }

  return g_file_set_contents_full (path, text->str, (gssize) text->len,
                                   G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

static gboolean
may_have_secrets (NewsSource *source, NewsRegistry *registry)
{
  NewsProtocol *protocol = news_registry_get (registry, source->api);
  NewsDescriptor *descriptor;

  /* Its description may have gone before it. */
  if (protocol == NULL)
    return TRUE;

  descriptor = news_protocol_get_descriptor (protocol);
  for (guint i = 0; descriptor != NULL && i < news_descriptor_get_n_parameters (descriptor); i++)
    if (news_descriptor_get_parameter (descriptor, i)->type == NEWS_PARAMETER_SECRET)
      return TRUE;

  return FALSE;
}

static gboolean
is_anywhere (GPtrArray *editions, const char *id)
{
  for (guint i = 0; i < editions->len; i++)
    if (news_edition_get_source (g_ptr_array_index (editions, i), id) != NULL)
      return TRUE;

  return FALSE;
}

/* Whether nothing more is to be done about the keys of @id. */
static gboolean
settle (const char *id, GPtrArray *editions, NewsKeyring *keyring, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (is_anywhere (editions, id))
    return TRUE;

  /* It is tried again at the next start; until then the desktop keeps it as well as before. */
  if (!news_keyring_remove_all (keyring, id, FALSE, cancellable, &error))
    {
      g_debug ("Keys of “%s”: %s", id, error->message);
      return FALSE;
    }

  /* Where the service can't be reached, it may have them all the same. */
  return news_keyring_is_lasting (keyring);
}

gboolean
news_departed_note (const char *data,
                    NewsEdition *before,
                    NewsEdition *after,
                    NewsRegistry *registry,
                    GError **error)
{
  g_autofree char *path = dup_path (data);
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();
  g_autoptr (GHashTable) ids = NULL;

  for (guint i = 0; i < before->sources->len; i++)
    {
      NewsSource *source = g_ptr_array_index (before->sources, i);

      if ((after == NULL || news_edition_get_source (after, source->id) == NULL)
          && may_have_secrets (source, registry))
        g_ptr_array_add (gone, source->id);
    }
  if (gone->len == 0)
    return TRUE;

  ids = read_ids (path, error);
  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < gone->len; i++)
    g_hash_table_add (ids, g_strdup (g_ptr_array_index (gone, i)));

  return write_ids (path, ids, error);
}

gboolean
news_departed_forget (const char *data,
                      GPtrArray *editions,
                      NewsKeyring *keyring,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autofree char *path = dup_path (data);
  g_autoptr (GHashTable) ids = read_ids (path, error);
  GHashTableIter iter;
  gpointer id;
  gboolean changed = FALSE;

  if (ids == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (settle (id, editions, keyring, cancellable))
      {
        g_hash_table_iter_remove (&iter);
        changed = TRUE;
      }

  return !changed || write_ids (path, ids, error);
}
