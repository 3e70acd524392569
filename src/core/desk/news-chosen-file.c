/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-chosen-file.h"

/* Read piece by piece, so that a small file needs no more memory than it has bytes. */
#define PIECE (256 * 1024)

GBytes *
news_chosen_file_read (GFile *file, gsize limit, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GByteArray) data = g_byte_array_new ();
  gsize size, wanted;

  g_assert (!g_main_context_is_owner (g_main_context_default ()));

  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;

  do
    {
      guint before = data->len;

      wanted = MIN (PIECE, limit + 1 - before);
      g_byte_array_set_size (data, before + (guint) wanted);
      if (!g_input_stream_read_all (G_INPUT_STREAM (stream), data->data + before, wanted, &size,
                                    cancellable, error))
        return NULL;
      g_byte_array_set_size (data, before + (guint) size);
    }
  while (size == wanted && data->len <= limit);

  return g_byte_array_free_to_bytes (g_steal_pointer (&data));
}

gboolean
news_chosen_file_write (GFile *file, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert (!g_main_context_is_owner (g_main_context_default ()));

  return g_file_replace_contents (file, data, size, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                  cancellable, error);
}
