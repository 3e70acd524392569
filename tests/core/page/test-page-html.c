/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* Every tests/fixtures/page/NAME.html and what is made of it, NAME.txt. To see what differs, or to
 * make the text of a new fixture: dump-page tests/fixtures/page/NAME.html, less its last line. */

#include "page-dump.h"

#define BASE "https://site.example/dir/page"

static char *
dup_folder (void)
{
  return g_build_filename (g_getenv ("TEST_SOURCE_DIR"), "fixtures", "page", NULL);
}

static char *
read_fixture (const char *name, const char *suffix, gsize *length)
{
  g_autofree char *folder = dup_folder ();
  g_autofree char *file = g_strconcat (name, suffix, NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_file_get_contents (path, &contents, length, &error);
  g_assert_no_error (error);

  return contents;
}

static void
test_fixture (gconstpointer data)
{
  const char *name = data;
  gsize length;
  g_autofree char *html = read_fixture (name, ".html", &length);
  g_autofree char *expected = read_fixture (name, ".txt", NULL);
  g_autoptr (NewsPage) page = news_page_new_from_html (html, length, BASE);
  g_autofree char *dump = page_dump (page);
  g_autoptr (GBytes) bytes = news_page_to_bytes (page);
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsPage) copy = news_page_new_from_bytes (bytes, &error);
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (dump, ==, expected);
  again = page_dump (copy);
  g_assert_cmpstr (again, ==, expected);
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = dup_folder ();
  g_autoptr (GDir) dir = NULL;
  const char *file;

  g_test_init (&argc, &argv, NULL);

  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((file = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (file, ".html"))
      {
        char *name = g_strndup (file, strlen (file) - strlen (".html"));
        g_autofree char *path = g_strconcat ("/page/html/", name, NULL);

        g_test_add_data_func_full (path, name, test_fixture, g_free);
      }

  return g_test_run ();
}
