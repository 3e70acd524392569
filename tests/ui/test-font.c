/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-font.h"

/* A size in points stays one, and one in pixels too. */
static void
test_scaled (void)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Inter Bold 10");
  g_autoptr (PangoFontDescription) points = news_font_dup_scaled (font, 1.5);
  g_autoptr (PangoFontDescription) pixels = NULL;

  g_assert_cmpint (pango_font_description_get_size (points), ==, 15 * PANGO_SCALE);
  g_assert_false (pango_font_description_get_size_is_absolute (points));
  g_assert_cmpint (pango_font_description_get_weight (points), ==, PANGO_WEIGHT_BOLD);

  pango_font_description_set_absolute_size (font, 20 * PANGO_SCALE);
  pixels = news_font_dup_scaled (font, 0.5);
  g_assert_cmpint (pango_font_description_get_size (pixels), ==, 10 * PANGO_SCALE);
  g_assert_true (pango_font_description_get_size_is_absolute (pixels));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/font/scaled", test_scaled);

  return g_test_run ();
}
