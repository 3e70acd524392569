/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-typography.h"

static void
count_cb (NewsTypography *typography, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
test_properties (void)
{
  NewsTypography *typography = news_typography_new ();
  guint count = 0;

  g_assert_null (news_typography_get_family (typography));
  g_assert_false (news_typography_get_justify (typography));
  g_assert_true (news_typography_get_hyphenate (typography));
  g_signal_connect (typography, "notify", G_CALLBACK (count_cb), &count);
  g_object_set (typography, "family", "Serif", "size", 1.5, "leading", 1.75, "measure", 700,
                "justify", TRUE, "hyphenate", FALSE, "indent", TRUE, "drop-cap", TRUE, NULL);
  g_assert_cmpuint (count, ==, 8);
  g_object_set (typography, "family", "Serif", "size", 1.5, "leading", 1.75, "measure", 700,
                "justify", TRUE, "hyphenate", FALSE, "indent", TRUE, "drop-cap", TRUE, NULL);
  g_assert_cmpuint (count, ==, 8);
  g_assert_cmpstr (news_typography_get_family (typography), ==, "Serif");
  g_assert_cmpfloat (news_typography_get_size (typography), ==, 1.5);
  g_assert_cmpfloat (news_typography_get_leading (typography), ==, 1.75);
  g_assert_cmpint (news_typography_get_measure (typography), ==, 700);
  g_assert_true (news_typography_get_justify (typography));
  g_assert_false (news_typography_get_hyphenate (typography));
  g_assert_true (news_typography_get_indent (typography));
  g_assert_true (news_typography_get_drop_cap (typography));
  g_assert_finalize_object (typography);
}

static void
test_settings (void)
{
  GSettings *settings = g_settings_new_with_path (APPLICATION_ID, "/test/");
  NewsTypography *typography = news_typography_new ();

  g_settings_set_boolean (settings, "justify", TRUE);
  news_typography_bind (typography, settings);
  g_assert_true (news_typography_get_justify (typography));
  g_settings_set_boolean (settings, "hyphenate", FALSE);
  g_settings_set_double (settings, "text-scale", 2);
  g_assert_false (news_typography_get_hyphenate (typography));
  g_assert_cmpfloat (news_typography_get_size (typography), ==, 2);
  g_settings_set_double (settings, "leading", 1.25);
  g_settings_set_boolean (settings, "indent", TRUE);
  g_settings_set_boolean (settings, "drop-cap", TRUE);
  g_assert_cmpfloat (news_typography_get_leading (typography), ==, 1.25);
  g_assert_true (news_typography_get_indent (typography));
  g_assert_true (news_typography_get_drop_cap (typography));
  g_settings_set_string (settings, "measure", "narrow");
  g_assert_cmpint (news_typography_get_measure (typography), <, 600);
  g_settings_set_string (settings, "measure", "wide");
  g_assert_cmpint (news_typography_get_measure (typography), >, 700);

  /* What nobody has changed is what there is without settings. */
  g_assert_true (news_typography_is_changed (settings));
  news_typography_reset (settings);
  g_assert_false (news_typography_is_changed (settings));
  g_assert_cmpint (news_typography_get_measure (typography), ==, 640);
  g_assert_cmpfloat (news_typography_get_leading (typography), ==, 1.5);
  g_assert_false (news_typography_get_justify (typography));
  g_assert_false (news_typography_get_drop_cap (typography));
  g_assert_finalize_object (typography);
  g_assert_finalize_object (settings);
}

static void
test_size (void)
{
  GSettings *settings = g_settings_new_with_path (APPLICATION_ID, "/test/");

  news_typography_reset (settings);
  for (int i = 1; i <= 20; i++)
    {
      news_typography_step_size (settings, 1);
      g_assert_cmpfloat_with_epsilon (g_settings_get_double (settings, "text-scale"),
                                      MIN (1 + i * 0.1, 2.5), 1e-9);
    }
  news_typography_step_size (settings, -100);
  g_assert_cmpfloat (g_settings_get_double (settings, "text-scale"), ==, 0.7);
  news_typography_step_size (settings, 0);
  g_assert_cmpfloat (g_settings_get_double (settings, "text-scale"), ==, 1);
  g_assert_finalize_object (settings);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/typography/properties", test_properties);
  g_test_add_func ("/typography/settings", test_settings);
  g_test_add_func ("/typography/size", test_size);

  return g_test_run ();
}
