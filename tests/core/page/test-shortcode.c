/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-shortcode.h"

static void
assert_stripped (const char *text, const char *expected)
{
  g_autofree char *stripped = news_shortcode_strip (text);

  g_assert_cmpstr (stripped, ==, expected);
}

static void
test_stripped (void)
{
  assert_stripped ("[gallery]", "");
  assert_stripped ("a [gallery ids=\"1,2\"] b", "a  b");
  assert_stripped ("[caption id=\"x\" width=\"3\"]words[/caption]", "words");
  assert_stripped ("[embed]https://a.example/[/embed]", "https://a.example/");
  assert_stripped ("[audio mp3=\"x\"][/audio][video src=x /]", "");
  assert_stripped ("[playlist ids=“1”]", "");
  assert_stripped ("[gallery][gallery]x", "x");
}

static void
test_kept (void)
{
  const char *const kept[] = {
    "",
    "plain",
    "[sic]",
    "[video]",
    "[audio]",
    "[VIDEO]",
    "[galleryx]",
    "[ gallery]",
    "[gallery",
    "[[gallery]]",
    "[contact-form-7 id=\"1\"]",
    "[1]",
    "array[gallery",
    "[]",
    "[/]",
    "[video]x",
    "[caption [x]",
    "]gallery[",
  };

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    assert_stripped (kept[i], NULL);
}

static void
test_long (void)
{
  g_autofree char *spaces = g_strnfill (5000, ' ');
  g_autofree char *text = g_strconcat ("[gallery", spaces, "]", NULL);

  assert_stripped (text, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shortcode/stripped", test_stripped);
  g_test_add_func ("/shortcode/kept", test_kept);
  g_test_add_func ("/shortcode/long", test_long);

  return g_test_run ();
}
