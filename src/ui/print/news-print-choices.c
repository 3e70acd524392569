/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-print-choices.h"

#include <string.h>

#define SETTINGS "print-settings"
#define PAGE_SETUP "page-setup"

/* Bytes of a file's name, which most file systems let be of 255 with its ending. */
#define MAX_NAME 200

/* What the next article is not printed by. */
static const char *const of_one_article[] = {
  GTK_PRINT_SETTINGS_N_COPIES, GTK_PRINT_SETTINGS_PRINT_PAGES, GTK_PRINT_SETTINGS_PAGE_RANGES,
  GTK_PRINT_SETTINGS_PAGE_SET, GTK_PRINT_SETTINGS_OUTPUT_URI,  GTK_PRINT_SETTINGS_OUTPUT_BASENAME,
};

/* What was chosen, or, the first time, nothing. */
static GtkPrintSettings *
read_settings (GSettings *settings)
{
  g_autoptr (GVariant) value = g_settings_get_value (settings, SETTINGS);

  return gtk_print_settings_new_from_gvariant (value);
}

/* The text of a key file, and no GVariant as above, of which GTK up to 4.18 at least leaks what is
 * of the paper. NULL if there is none, or it is none. */
static GtkPageSetup *
read_page_setup (GSettings *settings)
{
  g_autofree char *text = g_settings_get_string (settings, PAGE_SETUP);
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (!g_key_file_load_from_data (file, text, (gsize) -1, G_KEY_FILE_NONE, NULL))
    return NULL;

  return gtk_page_setup_new_from_key_file (file, NULL, NULL);
}

static void
write_page_setup (GSettings *settings, GtkPageSetup *setup)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *text = NULL;

  gtk_page_setup_to_key_file (setup, file, NULL);
  text = g_key_file_to_data (file, NULL, NULL);
  g_settings_set_string (settings, PAGE_SETUP, text);
}

/* The title as a file's name, of which a slash can't be a part. */
static char *
dup_name (const char *title)
{
  char *name = g_strdup (title);

  g_strdelimit (name, G_DIR_SEPARATOR_S, '-');
  if (strlen (name) > MAX_NAME)
    *g_utf8_find_prev_char (name, name + MAX_NAME + 1) = '\0';

  return name;
}

void
news_print_choices_restore (GSettings *settings, GtkPrintOperation *operation, const char *title)
{
  g_autoptr (GtkPrintSettings) print = read_settings (settings);
  g_autoptr (GtkPageSetup) setup = read_page_setup (settings);
  g_autofree char *name = dup_name (title);

  gtk_print_settings_set (print, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
  gtk_print_operation_set_print_settings (operation, print);
  if (setup != NULL)
    gtk_print_operation_set_default_page_setup (operation, setup);
}

/* A file's folder is kept, though the file is of one article. */
static void
keep_folder (GtkPrintSettings *print)
{
  const char *uri = gtk_print_settings_get (print, GTK_PRINT_SETTINGS_OUTPUT_URI);
  g_autoptr (GFile) file = uri != NULL ? g_file_new_for_uri (uri) : NULL;
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;

  if (folder != NULL && g_file_peek_path (folder) != NULL)
    gtk_print_settings_set (print, GTK_PRINT_SETTINGS_OUTPUT_DIR, g_file_peek_path (folder));
}

void
news_print_choices_keep (GSettings *settings, GtkPrintOperation *operation)
{
  GtkPrintSettings *chosen = gtk_print_operation_get_print_settings (operation);
  GtkPageSetup *setup = gtk_print_operation_get_default_page_setup (operation);

  if (chosen != NULL)
    {
      g_autoptr (GtkPrintSettings) print = gtk_print_settings_copy (chosen);

      keep_folder (print);
      for (gsize i = 0; i < G_N_ELEMENTS (of_one_article); i++)
        gtk_print_settings_unset (print, of_one_article[i]);
      g_settings_set_value (settings, SETTINGS, gtk_print_settings_to_gvariant (print));
    }
  if (setup != NULL)
    write_page_setup (settings, setup);
}
