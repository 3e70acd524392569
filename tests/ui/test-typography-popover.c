/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "config.h"

#include "news-typography-popover.h"
#include "news-typography.h"

typedef struct
{
  GSettings *settings;
  GtkWidget *popover;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button = gtk_menu_button_new ();

  fixture->settings = g_settings_new_with_path (APPLICATION_ID, "/test/");
  news_typography_reset (fixture->settings);
  fixture->popover = g_object_ref_sink (g_object_new (NEWS_TYPE_TYPOGRAPHY_POPOVER, NULL));
  news_typography_popover_set_settings (NEWS_TYPOGRAPHY_POPOVER (fixture->popover),
                                        fixture->settings);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), fixture->popover);
  fixture->window = ui_test_show (button, 360, 640);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_test_close (fixture->window);
  g_assert_finalize_object (fixture->popover);
  ui_test_idle ();
  g_assert_finalize_object (fixture->settings);
}

static GtkWidget *
find (Fixture *fixture, const char *id)
{
  GtkWidget *widget = ui_test_find (fixture->popover, GTK_TYPE_WIDGET, id);

  g_assert_nonnull (widget);

  return widget;
}

static void
test_checks (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *id;
    const char *key;
  } rows[] = { { "justify", "justify" },
               { "hyphenate", "hyphenate" },
               { "indent", "indent" },
               { "drop_cap", "drop-cap" } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkCheckButton *check = GTK_CHECK_BUTTON (find (fixture, rows[i].id));
      gboolean value = g_settings_get_boolean (fixture->settings, rows[i].key);

      g_assert_cmpint (gtk_check_button_get_active (check), ==, value);
      gtk_check_button_set_active (check, !value);
      g_assert_cmpint (g_settings_get_boolean (fixture->settings, rows[i].key), ==, !value);
      g_settings_set_boolean (fixture->settings, rows[i].key, value);
      g_assert_cmpint (gtk_check_button_get_active (check), ==, value);
    }
}

static void
assert_string (Fixture *fixture, const char *key, const char *expected)
{
  g_autofree char *value = g_settings_get_string (fixture->settings, key);

  g_assert_cmpstr (value, ==, expected);
}

/* The button for a font is there where a font is to be chosen. */
static void
test_face (Fixture *fixture, gconstpointer data)
{
  AdwToggleGroup *face = ADW_TOGGLE_GROUP (find (fixture, "face"));
  GtkWidget *button = find (fixture, "font");
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Noto Serif 30");

  g_assert_cmpstr (adw_toggle_group_get_active_name (face), ==, "serif");
  g_assert_false (gtk_widget_get_visible (button));
  adw_toggle_group_set_active_name (face, "sans");
  assert_string (fixture, "text-face", "sans");
  adw_toggle_group_set_active_name (face, "own");
  assert_string (fixture, "text-face", "own");
  g_assert_true (gtk_widget_get_visible (button));
  assert_string (fixture, "text-font", "");
  gtk_font_dialog_button_set_font_desc (GTK_FONT_DIALOG_BUTTON (button), font);
  assert_string (fixture, "text-font", "Noto Serif");
}

static void
test_measures (Fixture *fixture, gconstpointer data)
{
  AdwToggleGroup *measure = ADW_TOGGLE_GROUP (find (fixture, "measure"));
  GtkRange *leading = GTK_RANGE (find (fixture, "leading"));

  g_assert_cmpstr (adw_toggle_group_get_active_name (measure), ==, "normal");
  adw_toggle_group_set_active_name (measure, "wide");
  assert_string (fixture, "measure", "wide");
  g_settings_set_string (fixture->settings, "measure", "narrow");
  g_assert_cmpstr (adw_toggle_group_get_active_name (measure), ==, "narrow");

  g_assert_cmpfloat (gtk_range_get_value (leading), ==, 1.5);
  gtk_range_set_value (leading, 2);
  g_assert_cmpfloat (g_settings_get_double (fixture->settings, "leading"), ==, 2);
}

static void
test_size (Fixture *fixture, gconstpointer data)
{
  const char *spoken = "Normal Text Size, now 130 %";
  GtkButton *size = GTK_BUTTON (find (fixture, "size"));

  g_assert_cmpstr (gtk_button_get_label (size), ==, "100 %");
  g_settings_set_double (fixture->settings, "text-scale", 1.3);
  g_assert_cmpstr (gtk_button_get_label (size), ==, "130 %");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (size), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       spoken);
}

static void
test_reset (Fixture *fixture, gconstpointer data)
{
  GtkWidget *reset = find (fixture, "reset");

  g_assert_false (gtk_widget_get_sensitive (reset));
  g_settings_set_boolean (fixture->settings, "drop-cap", TRUE);
  g_settings_set_double (fixture->settings, "leading", 1.8);
  g_settings_set_double (fixture->settings, "text-scale", 1.8);
  g_assert_true (gtk_widget_get_sensitive (reset));
  g_signal_emit_by_name (reset, "clicked");
  g_assert_false (gtk_widget_get_sensitive (reset));
  g_assert_false (g_settings_get_boolean (fixture->settings, "drop-cap"));
  g_assert_cmpfloat (gtk_range_get_value (GTK_RANGE (find (fixture, "leading"))), ==, 1.5);
}

/* On a phone, too. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  int minimum;

  gtk_widget_measure (fixture->popover, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  gtk_widget_measure (fixture->popover, GTK_ORIENTATION_VERTICAL, 360, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 300);
}

static void
test_attach (Fixture *fixture, gconstpointer data)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  GtkWindow *window = ui_test_show (GTK_WIDGET (button), 360, 640);

  news_typography_popover_attach (button, fixture->settings);
  g_assert_null (gtk_menu_button_get_popover (button));
  gtk_menu_button_popup (button);
  g_assert_true (NEWS_IS_TYPOGRAPHY_POPOVER (gtk_menu_button_get_popover (button)));
  gtk_menu_button_popdown (button);
  ui_test_close (window);
}

#define ADD(name, function) \
  g_test_add ("/typography-popover/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("attach", test_attach);
  ADD ("checks", test_checks);
  ADD ("face", test_face);
  ADD ("measures", test_measures);
  ADD ("size", test_size);
  ADD ("reset", test_reset);
  ADD ("narrow", test_narrow);

  return g_test_run ();
}
