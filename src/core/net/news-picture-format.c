/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-picture-format.h"

#include <string.h>

/* Bytes of a file's name before its suffix. */
#define LONGEST_NAME 90

/* Letters of a suffix; what is longer behind a dot belongs to the name. */
#define LONGEST_SUFFIX 5

/* Bytes at the beginning of an AVIF file in which it is looked for sizes. */
#define AVIF_HEAD (64 * 1024)

/* What one file system or another does not take in a name. */
#define FORBIDDEN "/\\:*?\"<>|"

static const struct
{
  const char *suffix;
  gsize offset;
  gsize length;
  const char *mark;
} formats[] = {
  { "png", 0, 4, "\x89PNG" },  { "jpg", 0, 3, "\xff\xd8\xff" }, { "gif", 0, 4, "GIF8" },
  { "webp", 8, 4, "WEBP" },    { "avif", 4, 8, "ftypavif" },    { "avif", 4, 8, "ftypavis" },
  { "tiff", 0, 4, "II*\0" },   { "tiff", 0, 4, "MM\0*" },       { "bmp", 0, 2, "BM" },
  { "jxl", 0, 2, "\xff\x0a" }, { "jxl", 4, 4, "JXL " },
};

const char *
news_picture_format_guess (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (size < 16)
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (memcmp (data + formats[i].offset, formats[i].mark, formats[i].length) == 0)
      return formats[i].suffix;

  return NULL;
}

static gint64
read_number (const guint8 *data, int n_bytes)
{
  gint64 number = 0;

  for (int i = n_bytes - 1; i >= 0; i--)
    number = number << 8 | data[i];

  return number;
}

static gint64
count_webp (const guint8 *data, gsize size, gboolean *moves)
{
  if (size < 30 || memcmp (data + 12, "VP8X", 4) != 0)
    return 0;

  *moves = (data[20] & 0x02) != 0;

  return (read_number (data + 24, 3) + 1) * (read_number (data + 27, 3) + 1);
}

/* The largest that is told: there may be thumbnails, and tiles. */
static gint64
count_avif (const guint8 *data, gsize size)
{
  gint64 most = 0;

  for (gsize at = 0; at + 16 <= MIN (size, AVIF_HEAD); at++)
    if (memcmp (data + at, "ispe", 4) == 0)
      {
        guint32 width, height;

        memcpy (&width, data + at + 8, 4);
        memcpy (&height, data + at + 12, 4);
        most = MAX (most, (gint64) MIN (GUINT32_FROM_BE (width), G_MAXINT32)
                            * (gint64) MIN (GUINT32_FROM_BE (height), G_MAXINT32));
      }

  return most;
}

gint64
news_picture_format_count_pixels (GBytes *bytes, gboolean *moves)
{
  const char *format = news_picture_format_guess (bytes);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  *moves = FALSE;
  if (g_strcmp0 (format, "webp") == 0)
    return count_webp (data, size, moves);
  if (g_strcmp0 (format, "avif") == 0)
    {
      *moves = memcmp (data + 8, "avis", 4) == 0;
      return count_avif (data, size);
    }

  return 0;
}

/* The last part of the path, as it is meant to be read; "" without one. */
static char *
dup_last_part (const char *url)
{
  const char *path = strstr (url, "://");
  const char *end, *slash;
  g_autofree char *part = NULL;
  char *plain;

  path = path != NULL ? path + 3 : url;
  end = path + strcspn (path, "?#");
  slash = g_strrstr_len (path, end - path, "/");
  if (slash == NULL)
    return g_strdup ("");

  part = g_strndup (slash + 1, (gsize) (end - slash - 1));
  plain = g_uri_unescape_string (part, NULL);

  return plain != NULL ? plain : g_steal_pointer (&part);
}

static void
cut_suffix (char *name)
{
  char *dot = strrchr (name, '.');
  gsize length = dot != NULL ? strlen (dot + 1) : 0;

  if (length == 0 || length > LONGEST_SUFFIX)
    return;
  for (const char *at = dot + 1; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at))
      return;

  *dot = '\0';
}

static char *
dup_clean (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autoptr (GString) clean = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (!g_unichar_isprint (letter) || (letter < 128 && strchr (FORBIDDEN, (int) letter) != NULL))
        letter = '-';
      /* A dot in front hides a file. */
      if (letter == '.' && clean->len == 0)
        continue;
      if (clean->len + 4 > LONGEST_NAME)
        break;
      g_string_append_unichar (clean, letter);
    }

  return g_strstrip (g_string_free (g_steal_pointer (&clean), FALSE));
}

char *
news_picture_format_dup_name (const char *url, GBytes *bytes)
{
  const char *suffix = news_picture_format_guess (bytes);
  g_autofree char *part = dup_last_part (url);
  g_autofree char *name = NULL;

  cut_suffix (part);
  name = dup_clean (part);

  return g_strdup_printf ("%s%s%s", *name != '\0' ? name : "picture", suffix != NULL ? "." : "",
                          suffix != NULL ? suffix : "");
}
