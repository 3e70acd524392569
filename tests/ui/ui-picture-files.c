/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-picture-files.h"

#include <gio/gio.h>
#include <string.h>

/* Codes of GIF's compression for four colours: those of the colours come first. */
#define CLEAR 4
#define END 5
#define CODE_BITS 3

/* Writes numbers of some bits, the lowest first. */
typedef struct
{
  GByteArray *bytes;
  guint32 bits;
  guint n;
} Bits;

static void
put (Bits *self, guint32 value, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      self->bits |= ((value >> i) & 1) << self->n++;
      if (self->n == 8)
        {
          guint8 byte = (guint8) self->bits;

          g_byte_array_append (self->bytes, &byte, 1);
          self->bits = self->n = 0;
        }
    }
}

static void
finish (Bits *self)
{
  while (self->n > 0)
    put (self, 0, 1);
}

static void
append (GByteArray *bytes, const char *data, gsize length)
{
  g_byte_array_append (bytes, (const guint8 *) data, (guint) length);
}

/* The lowest byte first. */
static void
append_number (GByteArray *bytes, guint32 number, guint n_bytes)
{
  for (guint i = 0; i < n_bytes; i++)
    {
      guint8 byte = i < sizeof number ? (guint8) (number >> (8 * i)) : 0;

      g_byte_array_append (bytes, &byte, 1);
    }
}

static void
append_big (GByteArray *bytes, guint32 number, guint n_bytes)
{
  for (guint i = n_bytes; i-- > 0;)
    append_number (bytes, number >> (8 * i), 1);
}

/* --- PNG --- */

GBytes *
ui_picture_files_create_drawing (int width, int height, guint32 colour)
{
  gsize size = (gsize) width * (gsize) height * 4;
  guint8 *data = g_malloc0 (size);
  g_autoptr (GBytes) pixels = g_bytes_new_take (data, size);
  g_autoptr (GdkTexture) texture = NULL;

  for (int y = height / 4; y < height - height / 4; y++)
    for (int x = width / 4; x < width - width / 4; x++)
      for (int i = 0; i < 4; i++)
        data[(y * width + x) * 4 + i] = (guint8) (colour >> (24 - 8 * i));
  texture = gdk_memory_texture_new (width, height, GDK_MEMORY_R8G8B8A8, pixels, (gsize) width * 4);

  return gdk_texture_save_to_png_bytes (texture);
}

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

GBytes *
ui_picture_files_create_png_with_text (gsize size)
{
  g_autoptr (GBytes) png = ui_picture_files_create_drawing (40, 40, 0x000000ff);
  g_autoptr (GConverter) compressor
    = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9));
  g_autoptr (GBytes) nothing = g_bytes_new_take (g_malloc0 (size), size);
  g_autoptr (GBytes) packed = g_converter_convert_bytes (compressor, nothing, NULL);
  GByteArray *bytes = g_byte_array_new ();
  /* Behind the signature and the head. */
  gsize at = 8 + 25;
  guint start;

  append (bytes, g_bytes_get_data (png, NULL), at);
  append_big (bytes, (guint32) g_bytes_get_size (packed) + 7, 4);
  start = bytes->len;
  append (bytes, "zTXtTitle\0", 10);
  append_number (bytes, 0, 1);
  append (bytes, g_bytes_get_data (packed, NULL), g_bytes_get_size (packed));
  append_big (bytes, sum (bytes->data + start, bytes->len - start), 4);
  append (bytes, (const char *) g_bytes_get_data (png, NULL) + at, g_bytes_get_size (png) - at);

  return g_byte_array_free_to_bytes (bytes);
}

/* --- GIF --- */

/* The table is cleared before each pixel, so that codes never grow. */
static void
append_pixels (GByteArray *bytes, guint n, guint32 colour)
{
  g_autoptr (GByteArray) codes = g_byte_array_new ();
  Bits bits = { codes, 0, 0 };

  for (guint i = 0; i < n; i++)
    {
      put (&bits, CLEAR, CODE_BITS);
      put (&bits, colour, CODE_BITS);
    }
  put (&bits, END, CODE_BITS);
  finish (&bits);

  append_number (bytes, CODE_BITS - 1, 1);
  for (guint at = 0; at < codes->len; at += 255)
    {
      guint length = MIN (codes->len - at, 255);

      append_number (bytes, length, 1);
      g_byte_array_append (bytes, codes->data + at, length);
    }
  append_number (bytes, 0, 1);
}

static void
append_frame (GByteArray *bytes, guint16 width, guint16 height, guint32 colour, guint16 delay)
{
  append (bytes, "\x21\xf9\x04\x04", 4);
  append_number (bytes, delay, 2);
  append_number (bytes, 0, 2);
  append_number (bytes, 0x2c, 1);
  append_number (bytes, 0, 4);
  append_number (bytes, width, 2);
  append_number (bytes, height, 2);
  append_number (bytes, 0, 1);
  append_pixels (bytes, MIN ((guint) width * height, 4096), colour);
}

GBytes *
ui_picture_files_create_gif (guint16 width,
                             guint16 height,
                             guint frames,
                             guint16 delay,
                             gboolean loops)
{
  GByteArray *bytes = g_byte_array_new ();

  append (bytes, "GIF89a", 6);
  append_number (bytes, width, 2);
  append_number (bytes, height, 2);
  append (bytes,
          "\xf1\0\0"
          "\0\0\0"
          "\xff\0\0"
          "\0\xff\0"
          "\0\0\xff",
          15);
  if (loops)
    append (bytes, "\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0", 19);
  for (guint i = 0; i < frames; i++)
    append_frame (bytes, width, height, i % 4, delay);
  append_number (bytes, 0x3b, 1);

  return g_byte_array_free_to_bytes (bytes);
}

/* --- WebP --- */

static void
append_chunk (GByteArray *bytes, const char *name, GByteArray *content)
{
  append (bytes, name, 4);
  append_number (bytes, content->len, 4);
  g_byte_array_append (bytes, content->data, content->len);
  if (content->len % 2 == 1)
    append_number (bytes, 0, 1);
}

/* Of each channel there is one value, which then takes no bits at all. */
static void
append_colour (GByteArray *bytes, guint width, guint height, guint8 shade)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  Bits bits = { content, 0, 0 };
  guint8 values[] = { shade, shade, shade, 0xff };

  append_number (content, 0x2f, 1);
  put (&bits, width - 1, 14);
  put (&bits, height - 1, 14);
  /* No alpha, version 0, no transform, no cache of colours, one group of codes. */
  put (&bits, 0, 1 + 3 + 1 + 1 + 1);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      put (&bits, 1, 1);
      put (&bits, 0, 1);
      put (&bits, 1, 1);
      put (&bits, values[i], 8);
    }
  put (&bits, 1, 4);
  finish (&bits);
  append_chunk (bytes, "VP8L", content);
}

static void
append_frames (GByteArray *bytes, guint width, guint height, guint frames)
{
  g_autoptr (GByteArray) head = g_byte_array_new ();
  g_autoptr (GByteArray) loop = g_byte_array_new ();

  append_number (head, 0x02, 4);
  append_number (head, width - 1, 3);
  append_number (head, height - 1, 3);
  append_chunk (bytes, "VP8X", head);
  append_number (loop, 0, 4);
  append_number (loop, 0, 2);
  append_chunk (bytes, "ANIM", loop);
  for (guint i = 0; i < frames; i++)
    {
      g_autoptr (GByteArray) frame = g_byte_array_new ();

      append_number (frame, 0, 6);
      append_number (frame, width - 1, 3);
      append_number (frame, height - 1, 3);
      append_number (frame, 20, 3);
      append_number (frame, 0, 1);
      append_colour (frame, width, height, (guint8) (i * 80));
      append_chunk (bytes, "ANMF", frame);
    }
}

GBytes *
ui_picture_files_create_webp (guint width, guint height, guint frames)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  GByteArray *bytes = g_byte_array_new ();

  append (content, "WEBP", 4);
  if (frames > 1)
    append_frames (content, width, height, frames);
  else
    append_colour (content, width, height, 128);
  append_chunk (bytes, "RIFF", content);

  return g_byte_array_free_to_bytes (bytes);
}

/* --- AVIF --- */

/* As libavif and libaom write such a picture. AV1 can't be written by hand as the others can: its
 * bits are coded by how likely they are. */
GBytes *
ui_picture_files_create_avif (void)
{
  static const guint8 bytes[] = {
    0x00, 0x00, 0x00, 0x20, 0x66, 0x74, 0x79, 0x70, 0x61, 0x76, 0x69, 0x66, 0x00, 0x00, 0x00, 0x00,
    0x61, 0x76, 0x69, 0x66, 0x6d, 0x69, 0x66, 0x31, 0x6d, 0x69, 0x61, 0x66, 0x4d, 0x41, 0x31, 0x42,
    0x00, 0x00, 0x00, 0xeb, 0x6d, 0x65, 0x74, 0x61, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x21,
    0x68, 0x64, 0x6c, 0x72, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x70, 0x69, 0x63, 0x74,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x0e, 0x70, 0x69, 0x74, 0x6d, 0x00, 0x00, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x1e, 0x69,
    0x6c, 0x6f, 0x63, 0x00, 0x00, 0x00, 0x00, 0x44, 0x00, 0x00, 0x01, 0x00, 0x01, 0x00, 0x00, 0x00,
    0x01, 0x00, 0x00, 0x01, 0x13, 0x00, 0x00, 0x00, 0x1d, 0x00, 0x00, 0x00, 0x28, 0x69, 0x69, 0x6e,
    0x66, 0x00, 0x00, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x1a, 0x69, 0x6e, 0x66, 0x65, 0x02,
    0x00, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x61, 0x76, 0x30, 0x31, 0x43, 0x6f, 0x6c, 0x6f, 0x72,
    0x00, 0x00, 0x00, 0x00, 0x6a, 0x69, 0x70, 0x72, 0x70, 0x00, 0x00, 0x00, 0x4b, 0x69, 0x70, 0x63,
    0x6f, 0x00, 0x00, 0x00, 0x14, 0x69, 0x73, 0x70, 0x65, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x10, 0x00, 0x00, 0x00, 0x08, 0x00, 0x00, 0x00, 0x10, 0x70, 0x69, 0x78, 0x69, 0x00, 0x00, 0x00,
    0x00, 0x03, 0x08, 0x08, 0x08, 0x00, 0x00, 0x00, 0x0c, 0x61, 0x76, 0x31, 0x43, 0x81, 0x00, 0x0c,
    0x00, 0x00, 0x00, 0x00, 0x13, 0x63, 0x6f, 0x6c, 0x72, 0x6e, 0x63, 0x6c, 0x78, 0x00, 0x01, 0x00,
    0x0d, 0x00, 0x01, 0x80, 0x00, 0x00, 0x00, 0x17, 0x69, 0x70, 0x6d, 0x61, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x01, 0x00, 0x01, 0x04, 0x01, 0x02, 0x83, 0x04, 0x00, 0x00, 0x00, 0x25, 0x6d,
    0x64, 0x61, 0x74, 0x12, 0x00, 0x0a, 0x08, 0x18, 0x0c, 0xbf, 0xf2, 0x40, 0x43, 0x40, 0x61, 0x32,
    0x0f, 0x16, 0x40, 0x00, 0x00, 0x40, 0x00, 0x00, 0x96, 0x74, 0x9a, 0xce, 0x82, 0xb2, 0x2a, 0xf8,
  };

  return g_bytes_new_static (bytes, sizeof bytes);
}

/* --- heads --- */

GBytes *
ui_picture_files_create_jpeg_head (guint16 width, guint16 height)
{
  GByteArray *bytes = g_byte_array_new ();

  append (bytes, "\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0", 20);
  append (bytes, "\xff\xc0\0\x0b\x08", 5);
  append_big (bytes, height, 2);
  append_big (bytes, width, 2);
  append (bytes, "\x01\x01\x11\0", 4);
  append (bytes, "\xff\xda\0\x08\x01\x01\0\0\x3f\0", 10);

  return g_byte_array_free_to_bytes (bytes);
}

GBytes *
ui_picture_files_create_bmp_head (gint32 width, gint32 height)
{
  GByteArray *bytes = g_byte_array_new ();

  append (bytes, "BM", 2);
  append_number (bytes, 1000, 4);
  append_number (bytes, 0, 4);
  append_number (bytes, 54, 4);
  append_number (bytes, 40, 4);
  append_number (bytes, (guint32) width, 4);
  append_number (bytes, (guint32) height, 4);
  append_number (bytes, 1, 2);
  append_number (bytes, 24, 2);
  append_number (bytes, 0, 24);

  return g_byte_array_free_to_bytes (bytes);
}
