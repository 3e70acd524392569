/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "ui-test.h"

#include "news-print-choices.h"

#include <string.h>

typedef struct
{
  GSettings *settings;
  GtkPrintOperation *operation;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->settings = g_settings_new_with_path (APPLICATION_ID, "/test/");
  g_settings_reset (fixture->settings, "print-settings");
  g_settings_reset (fixture->settings, "page-setup");
  fixture->operation = gtk_print_operation_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->operation);
  g_object_unref (fixture->settings);
}

/* Another run: what it begins with. */
static void
start_again (Fixture *fixture, const char *title)
{
  g_clear_object (&fixture->operation);
  fixture->operation = gtk_print_operation_new ();
  news_print_choices_restore (fixture->settings, fixture->operation, title);
}

static const char *
get (Fixture *fixture, const char *key)
{
  return gtk_print_settings_get (gtk_print_operation_get_print_settings (fixture->operation), key);
}

static void
choose (Fixture *fixture)
{
  g_autoptr (GtkPrintSettings) print = gtk_print_settings_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (GTK_PAPER_NAME_A5);
  GtkPageRange range = { 1, 2 };

  gtk_print_settings_set_printer (print, "The one upstairs");
  gtk_print_settings_set_n_copies (print, 3);
  gtk_print_settings_set_print_pages (print, GTK_PRINT_PAGES_RANGES);
  gtk_print_settings_set_page_ranges (print, &range, 1);
  gtk_print_settings_set (print, GTK_PRINT_SETTINGS_OUTPUT_URI, "file:///home/ann/a%20b/c.pdf");
  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_page_setup_set_left_margin (setup, 33, GTK_UNIT_MM);
  gtk_print_operation_set_print_settings (fixture->operation, print);
  gtk_print_operation_set_default_page_setup (fixture->operation, setup);
  gtk_paper_size_free (size);
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  GtkPageSetup *setup;

  choose (fixture);
  news_print_choices_keep (fixture->settings, fixture->operation);
  start_again (fixture, "The ferry");
  g_assert_cmpstr (get (fixture, GTK_PRINT_SETTINGS_PRINTER), ==, "The one upstairs");
  g_assert_cmpstr (get (fixture, GTK_PRINT_SETTINGS_OUTPUT_DIR), ==, "/home/ann/a b");
  setup = gtk_print_operation_get_default_page_setup (fixture->operation);
  g_assert_cmpstr (gtk_paper_size_get_name (gtk_page_setup_get_paper_size (setup)), ==,
                   GTK_PAPER_NAME_A5);
  g_assert_cmpint (gtk_page_setup_get_orientation (setup), ==, GTK_PAGE_ORIENTATION_LANDSCAPE);
  g_assert_cmpfloat_with_epsilon (gtk_page_setup_get_left_margin (setup, GTK_UNIT_MM), 33, 0.01);
}

/* The next article is another one. */
static void
test_forgotten (Fixture *fixture, gconstpointer data)
{
  choose (fixture);
  news_print_choices_keep (fixture->settings, fixture->operation);
  start_again (fixture, "The ferry");
  g_assert_null (get (fixture, GTK_PRINT_SETTINGS_N_COPIES));
  g_assert_null (get (fixture, GTK_PRINT_SETTINGS_PRINT_PAGES));
  g_assert_null (get (fixture, GTK_PRINT_SETTINGS_PAGE_RANGES));
  g_assert_null (get (fixture, GTK_PRINT_SETTINGS_OUTPUT_URI));
  g_assert_cmpstr (get (fixture, GTK_PRINT_SETTINGS_OUTPUT_BASENAME), ==, "The ferry");
}

/* A file is called as the article, as far as a file can be. */
static void
test_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) lengthy = g_string_new (NULL);
  const char *name;

  start_again (fixture, "24/7");
  g_assert_cmpstr (get (fixture, GTK_PRINT_SETTINGS_OUTPUT_BASENAME), ==, "24-7");

  for (guint i = 0; i < 100; i++)
    g_string_append (lengthy, "渡船");
  start_again (fixture, lengthy->str);
  name = get (fixture, GTK_PRINT_SETTINGS_OUTPUT_BASENAME);
  g_assert_true (g_utf8_validate (name, -1, NULL));
  g_assert_cmpuint (strlen (name), <=, 200);
  g_assert_cmpuint (strlen (name), >, 190);
}

/* What was kept is of no use any more: there is something to print by nevertheless. */
static void
test_nonsense (Fixture *fixture, gconstpointer data)
{
  g_settings_set_string (fixture->settings, "page-setup",
                         "[Page Setup]\nPPDName=7\nMarginTop=wide\n");
  g_settings_set_value (fixture->settings, "print-settings",
                        g_variant_new_parsed ("{ 'printer': <7> }"));
  start_again (fixture, "");
  g_assert_null (get (fixture, GTK_PRINT_SETTINGS_PRINTER));
  g_assert_null (gtk_print_operation_get_default_page_setup (fixture->operation));
  g_settings_set_string (fixture->settings, "page-setup", "no key file");
  start_again (fixture, "");
  g_assert_null (gtk_print_operation_get_default_page_setup (fixture->operation));
}

static void
add (const char *path, void (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  add ("/print-choices/kept", test_kept);
  add ("/print-choices/forgotten", test_forgotten);
  add ("/print-choices/name", test_name);
  add ("/print-choices/nonsense", test_nonsense);

  return g_test_run ();
}
