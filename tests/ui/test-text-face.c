/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-text-face.h"

#include <string.h>

static void
assert_css (GSettings *settings, const char *face, const char *font, const char *expected)
{
  g_autofree char *css = NULL;

  g_settings_set_string (settings, "text-face", face);
  g_settings_set_string (settings, "text-font", font);
  css = news_text_face_dup_css (settings);
  if (expected != NULL)
    g_assert_nonnull (strstr (css, expected));
  else
    g_assert_null (strstr (css, "font-family: \""));
}

static void
test_faces (void)
{
  GSettings *settings = g_settings_new_with_path (APPLICATION_ID, "/test/");

  assert_css (settings, "serif", "Papyrus", ".headline-row { font-family: \"Source Serif 4\", ");
  assert_css (settings, "sans", "Papyrus", NULL);
  assert_css (settings, "own", "", NULL);
  assert_css (settings, "own", "EB Garamond", ".headline-row { font-family: \"EB Garamond\"; }");
  /* Nothing in a name is more than a name. */
  assert_css (settings, "own", "a\"; } * { \\\n", "{ font-family: \"a\\22 ; } * { \\5c \\a \"; }");
  g_assert_finalize_object (settings);
}

static void
test_size (void)
{
  GSettings *settings = g_settings_new_with_path (APPLICATION_ID, "/test/");
  g_autofree char *css = NULL;

  g_settings_set_double (settings, "text-scale", 1.25);
  css = news_text_face_dup_css (settings);
  g_assert_true (g_str_has_prefix (css, ".news-page { font-size: calc(1em * 1.250); }\n"));
  g_assert_finalize_object (settings);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-face/faces", test_faces);
  g_test_add_func ("/text-face/size", test_size);

  return g_test_run ();
}
