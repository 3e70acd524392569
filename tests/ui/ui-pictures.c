/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-pictures.h"

#include "news-picture-folder.h"

#include <glib/gstdio.h>

#define LIMIT (16 * 1024 * 1024)

UiPictures *
ui_pictures_new (void)
{
  UiPictures *self = g_new0 (UiPictures, 1);
  g_autofree char *address = NULL;

  self->server = news_test_server_new ();
  self->fetcher = news_fetcher_new ();
  address = news_test_server_dup_url (self->server, "/");
  news_fetcher_allow_local (self->fetcher, address);
  self->folder = g_dir_make_tmp ("pictures-XXXXXX", NULL);
  self->cache = news_picture_cache_new (self->fetcher, self->folder, LIMIT);
  self->loader = news_picture_loader_new (self->cache);

  return self;
}

void
ui_pictures_free (UiPictures *self)
{
  news_picture_loader_close (self->loader);
  /* Results on their way hold the loader until they have been handed out. */
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (self->loader);
  news_picture_cache_clear (self->cache);
  g_assert_finalize_object (self->cache);
  g_assert_finalize_object (self->fetcher);
  news_test_server_free (self->server);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_free (self);
}

void
ui_pictures_keep (UiPictures *self, const char *url, GBytes *bytes)
{
  g_autoptr (NewsPictureFolder) folder = news_picture_folder_new (self->folder, LIMIT);

  news_picture_folder_write (folder, url, bytes);
}

GBytes *
ui_pictures_create_png (int width, int height)
{
  gsize size = (gsize) width * (gsize) height * 3;
  g_autoptr (GBytes) pixels = g_bytes_new_take (g_malloc0 (size), size);
  g_autoptr (GdkTexture) texture
    = gdk_memory_texture_new (width, height, GDK_MEMORY_R8G8B8, pixels, (gsize) width * 3);

  return gdk_texture_save_to_png_bytes (texture);
}

/* The check sum that a PNG file has behind each of its chunks (ISO/IEC 15948, annex D). */
static guint32
sum (const guint8 *data, gsize length)
{
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= data[i];
      for (int bit = 0; bit < 8; bit++)
        crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xedb88320 : crc >> 1;
    }

  return crc ^ 0xffffffff;
}

static void
append_number (GByteArray *bytes, guint32 number)
{
  guint32 big_endian = GUINT32_TO_BE (number);

  g_byte_array_append (bytes, (const guint8 *) &big_endian, sizeof big_endian);
}

GBytes *
ui_pictures_create_png_head (guint32 width, guint32 height)
{
  static const guint8 signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  static const guint8 rest[] = { 8, 2, 0, 0, 0 };
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, signature, sizeof signature);
  append_number (bytes, 13);
  g_byte_array_append (bytes, (const guint8 *) "IHDR", 4);
  append_number (bytes, width);
  append_number (bytes, height);
  g_byte_array_append (bytes, rest, sizeof rest);
  append_number (bytes, sum (bytes->data + 12, 17));
  /* The beginning of a chunk of pixels, for readers that wait for one. */
  append_number (bytes, 1000);
  g_byte_array_append (bytes, (const guint8 *) "IDAT", 4);

  return g_byte_array_free_to_bytes (bytes);
}

NewsPicture *
ui_pictures_create_picture (const char *url, int width, int height)
{
  NewsPicture *picture = news_picture_new ();

  news_picture_add_file (picture, url, width, height);

  return picture;
}
