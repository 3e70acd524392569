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
                "justify", TRUE, "hyphenate", FALSE, NULL);
  g_assert_cmpuint (count, ==, 6);
  g_object_set (typography, "family", "Serif", "size", 1.5, "leading", 1.75, "measure", 700,
                "justify", TRUE, "hyphenate", FALSE, NULL);
  g_assert_cmpuint (count, ==, 6);
  g_assert_cmpstr (news_typography_get_family (typography), ==, "Serif");
  g_assert_cmpfloat (news_typography_get_size (typography), ==, 1.5);
  g_assert_cmpfloat (news_typography_get_leading (typography), ==, 1.75);
  g_assert_cmpint (news_typography_get_measure (typography), ==, 700);
  g_assert_true (news_typography_get_justify (typography));
  g_assert_false (news_typography_get_hyphenate (typography));
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
  g_assert_finalize_object (typography);
  g_assert_finalize_object (settings);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/typography/properties", test_properties);
  g_test_add_func ("/typography/settings", test_settings);

  return g_test_run ();
}
