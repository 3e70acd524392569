/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-picture-format.h"

#include <string.h>

#define REST "and then what a picture holds"

static GBytes *
create (const char *mark, gsize length)
{
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, (const guint8 *) mark, (guint) length);
  g_byte_array_append (bytes, (const guint8 *) REST, sizeof REST - 1);

  return g_byte_array_free_to_bytes (bytes);
}

static void
test_guess (void)
{
  static const struct
  {
    const char *mark;
    gsize length;
    const char *suffix;
  } cases[] = {
    { "\x89PNG\r\n", 6, "png" },
    { "\xff\xd8\xff\xe0", 4, "jpg" },
    { "GIF89a", 6, "gif" },
    { "RIFF\0\0\0\0WEBP", 12, "webp" },
    { "\0\0\0\x1c"
      "ftypavif",
      12, "avif" },
    { "\0\0\0\x1c"
      "ftypavis",
      12, "avif" },
    { "II*\0", 4, "tiff" },
    { "BM", 2, "bmp" },
    { "\0\0\0\x0cJXL ", 8, "jxl" },
    { "<html><body>Please ", 19, NULL },
    { "RIFF\0\0\0\0WAVE", 12, NULL },
    { "\0\0\0\x1c"
      "ftypisom",
      12, NULL },
    { "<svg xmlns=", 11, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = create (cases[i].mark, cases[i].length);

      g_assert_cmpstr (news_picture_format_guess (bytes), ==, cases[i].suffix);
    }
}

/* However few bytes there are, none beyond them is looked at. */
static void
test_short (void)
{
  const char *mark = "\x89PNG\r\n\x1a\n";

  for (gsize length = 0; length <= strlen (mark); length++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (mark, length);

      g_assert_null (news_picture_format_guess (bytes));
    }
}

static void
test_names (void)
{
  static const struct
  {
    const char *url;
    const char *name;
  } cases[] = {
    { "https://site.example/2026/bridge.jpeg", "bridge.png" },
    { "https://site.example/bridge.webp?w=640&q=1#top", "bridge.png" },
    { "https://site.example/photo/12345", "12345.png" },
    { "https://site.example/v1.2-final", "v1.2-final.png" },
    { "https://site.example/a%20bridge%2F..%2Fetc.jpg", "a bridge-..-etc.png" },
    { "https://site.example/%E6%A1%A5.jpg", "桥.png" },
    { "https://site.example/.hidden.jpg", "hidden.png" },
    { "https://site.example/%00%ff%fe.jpg", "%00%ff%fe.png" },
    { "https://site.example/con%3A%0A%3Cx%3E.jpg", "con---x-.png" },
    { "https://site.example/", "picture.png" },
    { "https://site.example", "picture.png" },
    { "https://site.example/....", "picture.png" },
    { "nothing", "picture.png" },
    { "", "picture.png" },
  };
  g_autoptr (GBytes) png = create ("\x89PNG\r\n", 6);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = news_picture_format_dup_name (cases[i].url, png);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

/* A name of whatever length is one that a file may have, and letters are not cut in two. */
static void
test_long_name (void)
{
  g_autoptr (GBytes) png = create ("\x89PNG\r\n", 6);
  g_autoptr (GString) url = g_string_new ("https://site.example/");
  g_autofree char *name = NULL;

  for (int i = 0; i < 3000; i++)
    g_string_append (url, "%E6%A1%A5");
  name = news_picture_format_dup_name (url->str, png);
  g_assert_cmpuint (strlen (name), <=, 100);
  g_assert_cmpuint (strlen (name), >, 50);
  g_assert_true (g_utf8_validate (name, -1, NULL));
  g_assert_true (g_str_has_suffix (name, "桥.png"));
}

static void
check_pixels (const char *data, gsize length, gint64 expected, gboolean expected_to_move)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  gboolean moves = 2;

  g_assert_cmpint (news_picture_format_count_pixels (bytes, &moves), ==, expected);
  g_assert_true (moves == expected_to_move);
}

#define CHECK_PIXELS(literal, pixels, moves) \
  check_pixels (literal, sizeof (literal) - 1, pixels, moves)

/* What a file says of its size, before anything takes memory for it. */
static void
test_pixels (void)
{
  CHECK_PIXELS ("RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0\xff\x3f\0\xff\x3f\0", 16384 * 16384,
                TRUE);
  CHECK_PIXELS ("RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\xff\xff\xff\xff\xff\xff",
                G_GINT64_CONSTANT (16777216) * 16777216, FALSE);
  CHECK_PIXELS ("RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\0\0\0\0\0", 0, FALSE);
  CHECK_PIXELS ("RIFF\0\0\0\0WEBPVP8L\x0a\0\0\0\0\0\0\0\xff\xff\xff\xff\xff\xff", 0, FALSE);
  CHECK_PIXELS ("\0\0\0\x1c"
                "ftypavif----ispe\0\0\0\0\0\0\0\x64\0\0\0\x10ispe\0\0\0\0\0\0\x01\0\0\0\x01\0",
                256 * 256, FALSE);
  CHECK_PIXELS ("\0\0\0\x1c"
                "ftypavis----ispe\0\0\0\0\xff\xff\xff\xff\xff\xff\xff\xff",
                (gint64) G_MAXINT32 * G_MAXINT32, TRUE);
  CHECK_PIXELS ("\0\0\0\x1c"
                "ftypavif----ispe\0\0\0\0\xff\xff\xff\xff\xff",
                0, FALSE);
  CHECK_PIXELS ("\x89PNG\r\n\x1a\n, and more of it", 0, FALSE);
  CHECK_PIXELS ("", 0, FALSE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture-format/guess", test_guess);
  g_test_add_func ("/picture-format/short", test_short);
  g_test_add_func ("/picture-format/pixels", test_pixels);
  g_test_add_func ("/picture-format/names", test_names);
  g_test_add_func ("/picture-format/long-name", test_long_name);

  return g_test_run ();
}
