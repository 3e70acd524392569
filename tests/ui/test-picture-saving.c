/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-picture-saving.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  gboolean done;
  GError *error;
} Saved;

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Saved *saved = user_data;

  saved->done = TRUE;
  news_picture_save_finish (result, &saved->error);
}

static gboolean
is_done (gpointer data)
{
  return ((Saved *) data)->done;
}

/* Writes a picture of the bytes "as sent" to @file. */
static GError *
save (GFile *file)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("as sent", 7);
  g_autoptr (GBytes) pixel = g_bytes_new_static ("\377\0\0\377", 4);
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new (1, 1, GDK_MEMORY_R8G8B8A8, pixel, 4);
  NewsImage image = { .texture = texture, .bytes = bytes };
  Saved saved = { FALSE, NULL };

  news_picture_save_to_async (&image, file, saved_cb, &saved);
  ui_test_wait (is_done, &saved);

  return saved.error;
}

static void
test_saved (void)
{
  g_autofree char *folder = g_dir_make_tmp ("picture-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "picture.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *content = NULL;

  g_assert_no_error (save (file));
  g_assert_no_error (save (file));
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "as sent");
  g_remove (path);
  g_rmdir (folder);
}

/* The words say what could not be done, and why. */
static void
test_failed (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at/all/picture.png");
  g_autoptr (GError) error = save (file);

  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_true (g_str_has_prefix (error->message, "The picture could not be saved. "));
  g_assert_cmpuint (strlen (error->message), >, strlen ("The picture could not be saved. "));
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/picture-saving/saved", test_saved);
  g_test_add_func ("/picture-saving/failed", test_failed);

  return g_test_run ();
}
