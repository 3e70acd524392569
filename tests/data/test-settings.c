/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include <gio/gio.h>

#define PATH RESOURCE_PATH "/"

/* The sample edition's settings are kept beside the reader's. */
static void
test_paths (void)
{
  g_autoptr (GSettingsSchema) schema = g_settings_schema_source_lookup (
    g_settings_schema_source_get_default (), APPLICATION_ID, FALSE);
  g_autoptr (GSettings) own = g_settings_new_with_path (APPLICATION_ID, PATH);
  g_autoptr (GSettings) sample = g_settings_new_with_path (APPLICATION_ID, PATH "sample/");

  g_assert_null (g_settings_schema_get_path (schema));
  g_assert_true (g_settings_set_double (sample, "text-scale", 1.5));
  g_assert_cmpfloat (g_settings_get_double (sample, "text-scale"), ==, 1.5);
  g_assert_cmpfloat (g_settings_get_double (own, "text-scale"), ==, 1.0);

  g_assert_finalize_object (g_steal_pointer (&own));
  g_assert_finalize_object (g_steal_pointer (&sample));
}

static void
test_interval (void)
{
  static const int minutes[] = { 0, 15, 30, 60, 180, 720 };
  g_autoptr (GSettings) settings = g_settings_new_with_path (APPLICATION_ID, PATH "interval/");

  g_assert_cmpint (g_settings_get_enum (settings, "refresh-interval"), ==, 30);
  for (gsize i = 0; i < G_N_ELEMENTS (minutes); i++)
    {
      g_assert_true (g_settings_set_enum (settings, "refresh-interval", minutes[i]));
      g_assert_cmpint (g_settings_get_enum (settings, "refresh-interval"), ==, minutes[i]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/settings/paths", test_paths);
  g_test_add_func ("/settings/interval", test_interval);

  return g_test_run ();
}
