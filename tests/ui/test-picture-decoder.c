/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-picture-decoder.h"
#include "ui-picture-files.h"
#include "ui-pictures.h"

#include <string.h>

static void
assert_size (GBytes *bytes, int wanted, int width, int height)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsImage) image = news_picture_decode (bytes, wanted, &error);

  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (image->texture), ==, width);
  g_assert_cmpint (gdk_texture_get_height (image->texture), ==, height);
}

static void
test_sizes (void)
{
  g_autoptr (GBytes) wide = ui_pictures_create_png (400, 200);
  g_autoptr (GBytes) narrow = ui_pictures_create_png (2, 9000);

  assert_size (wide, 100, 100, 50);
  assert_size (wide, 400, 400, 200);
  /* Never enlarged, and never higher than a graphics card takes. */
  assert_size (wide, 4000, 400, 200);
  assert_size (wide, 0, 1, 1);
  assert_size (narrow, 100, 1, 8192);
}

static void
assert_fails (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (news_picture_decode (bytes, 100, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (error->message, !=, "");
}

static void
test_broken (void)
{
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) words = g_bytes_new_static ("<html>No picture</html>", 23);
  g_autoptr (GBytes) png = ui_pictures_create_png (40, 40);
  g_autoptr (GBytes) head = g_bytes_new_from_bytes (png, 0, 12);
  g_autoptr (GBytes) damaged = NULL;
  gsize size;
  guint8 *data = g_memdup2 (g_bytes_get_data (png, &size), g_bytes_get_size (png));

  /* The check sum of its size does not match any more. */
  data[18] ^= 0x5a;
  damaged = g_bytes_new_take (data, size);

  assert_fails (nothing);
  assert_fails (words);
  assert_fails (head);
  assert_fails (damaged);
}

/* A file of some bytes may ask for gigabytes, in whatever format. */
static void
test_huge (void)
{
  static const guint32 sides[][2]
    = { { 20000, 20000 }, { 64000001, 1 }, { 0x7fffffff, 0x7fffffff } };
  g_autoptr (GBytes) jpeg = ui_picture_files_create_jpeg_head (60000, 60000);
  g_autoptr (GBytes) bmp = ui_picture_files_create_bmp_head (40000, 40000);
  g_autoptr (GBytes) gif = ui_picture_files_create_gif (65535, 65535, 1, 0, FALSE);
  g_autoptr (GBytes) moving = ui_picture_files_create_gif (65535, 65535, 3, 5, TRUE);
  g_autoptr (GBytes) webp = ui_picture_files_create_webp (16384, 16384, 1);
  g_autoptr (GBytes) moving_webp = ui_picture_files_create_webp (16384, 16384, 3);

  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_autoptr (GBytes) bytes = ui_pictures_create_png_head (sides[i][0], sides[i][1]);

      assert_fails (bytes);
    }
  assert_fails (jpeg);
  assert_fails (bmp);
  assert_fails (gif);
  assert_fails (moving);
  assert_fails (webp);
  assert_fails (moving_webp);
}

/* A text of 48 megabytes in a file of 50 kilobytes is of no use to anybody. */
static void
test_text (void)
{
  g_autoptr (GBytes) bytes = ui_picture_files_create_png_with_text (48 * 1024 * 1024);
  g_autoptr (NewsImage) image = NULL;

  g_assert_cmpuint (g_bytes_get_size (bytes), <, 128 * 1024);
  image = news_picture_decode (bytes, 100, NULL);
  if (image != NULL)
    g_assert_cmpint (image->width, ==, 40);
}

static gpointer
decode_thread (gpointer data)
{
  assert_size (data, 100, 100, 100);

  return NULL;
}

/* Large ones wait for one another, and each has its turn: also behind one that is refused. */
static void
test_turns (void)
{
  g_autoptr (GBytes) large = ui_picture_files_create_webp (3000, 3000, 1);
  g_autoptr (GBytes) damaged = g_bytes_new_from_bytes (large, 0, g_bytes_get_size (large) - 6);
  g_autoptr (NewsImage) broken = NULL;
  GThread *threads[6];

  broken = news_picture_decode (damaged, 100, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("decoding", decode_thread, large);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

/* What is told of the file is told of all of it, however small it is decoded. */
static void
test_facts (void)
{
  g_autoptr (GBytes) png = ui_pictures_create_png (400, 200);
  g_autoptr (GBytes) drawing = ui_picture_files_create_drawing (400, 200, 0x000000ff);
  g_autoptr (NewsImage) image = news_picture_decode (png, 100, NULL);
  g_autoptr (NewsImage) drawn = news_picture_decode (drawing, 100, NULL);

  g_assert_cmpint (image->width, ==, 400);
  g_assert_cmpint (image->height, ==, 200);
  g_assert_cmpint (image->ground, ==, NEWS_PICTURE_GROUND_ANY);
  g_assert_false (image->animated);
  g_assert_cmpint (drawn->ground, ==, NEWS_PICTURE_GROUND_LIGHT);
}

static void
check_moving (GBytes *bytes, gboolean moving)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsImage) image = news_picture_decode (bytes, 16, &error);
  g_autoptr (GdkPixbufAnimation) animation = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (image->texture), ==, 16);
  g_assert_cmpint (image->width, ==, 32);
  g_assert_true (image->animated == moving);
  animation = news_picture_decode_animation (bytes, 16, &error);
  g_assert_true ((animation != NULL) == moving);
  g_assert_true ((error == NULL) == moving);
}

static void
test_moving (void)
{
  g_autoptr (GBytes) gif = ui_picture_files_create_gif (32, 16, 3, 5, TRUE);
  g_autoptr (GBytes) still_gif = ui_picture_files_create_gif (32, 16, 1, 0, FALSE);
  g_autoptr (GBytes) webp = ui_picture_files_create_webp (32, 16, 3);
  g_autoptr (GBytes) still_webp = ui_picture_files_create_webp (32, 16, 1);

  check_moving (gif, TRUE);
  check_moving (still_gif, FALSE);
  check_moving (webp, TRUE);
  check_moving (still_webp, FALSE);
}

static void
assert_close (guint8 is, guint8 expected)
{
  g_assert_cmpint (ABS (is - expected), <=, 6);
}

/* The picture's whole size, and the colour in its middle. */
static void
assert_picture (GBytes *bytes, int width, int height, guint8 red, guint8 green, guint8 blue)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsImage) image = news_picture_decode (bytes, width, &error);
  GdkTextureDownloader *downloader;
  g_autoptr (GBytes) pixels = NULL;
  const guint8 *middle;
  gsize stride;

  g_assert_no_error (error);
  g_assert_cmpint (image->width, ==, width);
  g_assert_cmpint (image->height, ==, height);
  downloader = gdk_texture_downloader_new (image->texture);
  gdk_texture_downloader_set_format (downloader, GDK_MEMORY_R8G8B8A8);
  pixels = gdk_texture_downloader_download_bytes (downloader, &stride);
  middle = (const guint8 *) g_bytes_get_data (pixels, NULL) + stride * (gsize) (height / 2)
           + 4 * (width / 2);
  assert_close (middle[0], red);
  assert_close (middle[1], green);
  assert_close (middle[2], blue);
  assert_close (middle[3], 255);
  gdk_texture_downloader_free (downloader);
}

/* FALSE, after it has been said, where no loader of the platform knows the format. */
static gboolean
can_decode (const char *type, const char *packages)
{
  g_autofree char *words = NULL;

  if (strstr (news_picture_get_accept (), type) != NULL)
    return TRUE;

  words = g_strdup_printf ("GdkPixbuf has no loader for %s here, as %s has", type, packages);
  g_test_skip (words);

  return FALSE;
}

static void
test_webp (void)
{
  g_autoptr (GBytes) bytes = ui_picture_files_create_webp (16, 8, 1);

  if (can_decode ("image/webp", "webp-pixbuf-loader"))
    assert_picture (bytes, 16, 8, 128, 128, 128);
}

static void
test_avif (void)
{
  g_autoptr (GBytes) bytes = ui_picture_files_create_avif ();

  if (can_decode ("image/avif", "libavif-gdk-pixbuf or heif-gdk-pixbuf"))
    assert_picture (bytes, 16, 8, 200, 30, 60);
}

/* Servers are asked for what can be shown, and for what is small first. */
static void
test_accept (void)
{
  const char *accept = news_picture_get_accept ();

  g_assert_nonnull (strstr (accept, "image/png,"));
  g_assert_nonnull (strstr (accept, "image/webp,"));
  g_assert_true (strstr (accept, "image/webp,") < strstr (accept, "image/png,"));
  g_assert_true (news_picture_get_accept () == accept);
}

/* Half a picture is better than none. */
static void
test_cut (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  gsize size = 200 * 200 * 3;
  guint8 *noise = g_malloc (size);
  g_autoptr (GBytes) pixels = g_bytes_new_take (noise, size);
  g_autoptr (GdkTexture) texture
    = gdk_memory_texture_new (200, 200, GDK_MEMORY_R8G8B8, pixels, 200 * 3);
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GBytes) cut = NULL;

  /* Noise does not compress: half of the file is half of the picture. */
  for (gsize i = 0; i < size; i++)
    noise[i] = (guint8) g_rand_int (rand);
  png = gdk_texture_save_to_png_bytes (texture);
  cut = g_bytes_new_from_bytes (png, 0, g_bytes_get_size (png) / 2);
  assert_size (cut, 200, 200, 200);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture-decoder/sizes", test_sizes);
  g_test_add_func ("/picture-decoder/broken", test_broken);
  g_test_add_func ("/picture-decoder/huge", test_huge);
  g_test_add_func ("/picture-decoder/text", test_text);
  g_test_add_func ("/picture-decoder/turns", test_turns);
  g_test_add_func ("/picture-decoder/facts", test_facts);
  g_test_add_func ("/picture-decoder/moving", test_moving);
  g_test_add_func ("/picture-decoder/webp", test_webp);
  g_test_add_func ("/picture-decoder/avif", test_avif);
  g_test_add_func ("/picture-decoder/accept", test_accept);
  g_test_add_func ("/picture-decoder/cut", test_cut);

  return g_test_run ();
}
