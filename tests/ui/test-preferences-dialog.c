/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "config.h"

#include "news-preferences-dialog.h"

typedef struct
{
  GSettings *settings;
  GtkWidget *dialog;
} Fixture;

static const char *const keys[]
  = { "refresh-interval", "color-scheme",        "text-scale", "keep-days",  "keep-number",
      "refresh-at-start", "pictures-on-metered", "text-face",  "letter-keys" };

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->settings = g_settings_new_with_path (APPLICATION_ID, "/test/");
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (fixture->settings, keys[i]);
  fixture->dialog
    = g_object_ref_sink (GTK_WIDGET (news_preferences_dialog_new (fixture->settings, NULL)));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->dialog);
  ui_test_idle ();
  g_assert_finalize_object (fixture->settings);
}

static GtkWidget *
find (Fixture *fixture, const char *id)
{
  GtkWidget *widget = ui_test_find (fixture->dialog, GTK_TYPE_LIST_BOX_ROW, id);

  g_assert_nonnull (widget);

  return widget;
}

static void
test_switches (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *id;
    const char *key;
  } switches[] = { { "at_start", "refresh-at-start" },
                   { "metered", "pictures-on-metered" },
                   { "letters", "letter-keys" } };

  for (gsize i = 0; i < G_N_ELEMENTS (switches); i++)
    {
      AdwSwitchRow *row = ADW_SWITCH_ROW (find (fixture, switches[i].id));
      gboolean value = g_settings_get_boolean (fixture->settings, switches[i].key);

      g_assert_cmpint (adw_switch_row_get_active (row), ==, value);
      adw_switch_row_set_active (row, !value);
      g_assert_cmpint (g_settings_get_boolean (fixture->settings, switches[i].key), ==, !value);
      g_settings_set_boolean (fixture->settings, switches[i].key, value);
      g_assert_cmpint (adw_switch_row_get_active (row), ==, value);
    }
}

/* Each value of a key has a line of its own, in the order of the schema. */
static void
check_choice (Fixture *fixture, const char *id, const char *key)
{
  AdwComboRow *row = ADW_COMBO_ROW (find (fixture, id));
  guint n = g_list_model_get_n_items (adw_combo_row_get_model (row));
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *value = NULL;

      adw_combo_row_set_selected (row, i);
      value = g_settings_get_string (fixture->settings, key);
      adw_combo_row_set_selected (row, (i + 1) % n);
      g_settings_set_string (fixture->settings, key, value);
      g_assert_cmpuint (adw_combo_row_get_selected (row), ==, i);
      g_assert_true (g_hash_table_add (values, g_steal_pointer (&value)));
    }
}

static void
test_choices (Fixture *fixture, gconstpointer data)
{
  check_choice (fixture, "interval", "refresh-interval");
  check_choice (fixture, "scheme", "color-scheme");
  check_choice (fixture, "face", "text-face");
}

/* What the first lines say is what they set. */
static void
test_named (Fixture *fixture, gconstpointer data)
{
  AdwComboRow *interval = ADW_COMBO_ROW (find (fixture, "interval"));
  AdwComboRow *scheme = ADW_COMBO_ROW (find (fixture, "scheme"));
  g_autofree char *chosen = NULL;

  g_settings_set_string (fixture->settings, "refresh-interval", "by-hand");
  g_assert_cmpstr (gtk_string_object_get_string (adw_combo_row_get_selected_item (interval)), ==,
                   "By hand only");
  g_settings_set_string (fixture->settings, "color-scheme", "dark");
  g_assert_cmpstr (gtk_string_object_get_string (adw_combo_row_get_selected_item (scheme)), ==,
                   "Dark");
  adw_combo_row_set_selected (interval, 3);
  chosen = g_settings_get_string (fixture->settings, "refresh-interval");
  g_assert_cmpstr (chosen, ==, "1-hour");
}

static void
test_numbers (Fixture *fixture, gconstpointer data)
{
  AdwSpinRow *scale = ADW_SPIN_ROW (find (fixture, "scale"));
  AdwSpinRow *keep = ADW_SPIN_ROW (find (fixture, "keep"));
  AdwSpinRow *number = ADW_SPIN_ROW (find (fixture, "keep_number"));

  g_assert_cmpfloat (adw_spin_row_get_value (scale), ==, 100);
  adw_spin_row_set_value (scale, 150);
  g_assert_cmpfloat_with_epsilon (g_settings_get_double (fixture->settings, "text-scale"), 1.5,
                                  0.001);
  g_settings_set_double (fixture->settings, "text-scale", 0.7);
  g_assert_cmpfloat_with_epsilon (adw_spin_row_get_value (scale), 70, 0.001);

  adw_spin_row_set_value (keep, 0);
  g_assert_cmpuint (g_settings_get_uint (fixture->settings, "keep-days"), ==, 0);
  g_settings_set_uint (fixture->settings, "keep-days", 3650);
  g_assert_cmpfloat (adw_spin_row_get_value (keep), ==, 3650);

  g_assert_cmpfloat (adw_spin_row_get_value (number), ==, 5000);
  adw_spin_row_set_value (number, 0);
  g_assert_cmpuint (g_settings_get_uint (fixture->settings, "keep-number"), ==, 0);
}

#define ADD(name, function) \
  g_test_add ("/preferences-dialog/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("switches", test_switches);
  ADD ("choices", test_choices);
  ADD ("named", test_named);
  ADD ("numbers", test_numbers);

  return g_test_run ();
}
