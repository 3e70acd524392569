/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-picture-decoder.h"
#include "ui-pictures.h"

static void
assert_size (GBytes *bytes, int wanted, int width, int height)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = news_picture_decode (bytes, wanted, &error);

  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, width);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, height);
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

/* A file of some bytes may ask for gigabytes. */
static void
test_huge (void)
{
  static const guint32 sides[][2]
    = { { 20000, 20000 }, { 100000001, 1 }, { 0x7fffffff, 0x7fffffff } };

  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_autoptr (GBytes) bytes = ui_pictures_create_png_head (sides[i][0], sides[i][1]);

      assert_fails (bytes);
    }
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
  g_test_add_func ("/picture-decoder/cut", test_cut);

  return g_test_run ();
}
