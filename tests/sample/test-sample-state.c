/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-sample-state.h"

#include <glib/gstdio.h>

typedef struct
{
  char *root;
  char *folder; /* that does not exist yet */
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->root = g_dir_make_tmp ("sample-state-XXXXXX", NULL);
  g_assert_nonnull (fixture->root);
  fixture->folder = g_build_filename (fixture->root, "a", "b", NULL);
  fixture->path = g_build_filename (fixture->folder, "sample-server.json", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *between = g_path_get_dirname (fixture->folder);

  g_remove (fixture->path);
  g_rmdir (fixture->folder);
  g_rmdir (between);
  g_assert_cmpint (g_rmdir (fixture->root), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
  g_free (fixture->root);
}

static void
test_keep (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsSampleState) state = news_sample_state_new (fixture->folder);
  g_autoptr (NewsSampleState) again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (news_sample_state_get_port (state), ==, 0);
  g_assert_cmpint (news_sample_state_get_visits (state, "en", "a"), ==, 0);

  /* Nothing changed, so nothing is written. */
  g_assert_true (news_sample_state_save (state, &error));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));

  news_sample_state_set_port (state, 4711);
  news_sample_state_add_visit (state, "en", "a");
  news_sample_state_add_visit (state, "en", "a");
  news_sample_state_add_visit (state, "zh", "a");
  g_assert_true (news_sample_state_save (state, &error));
  g_assert_no_error (error);

  again = news_sample_state_new (fixture->folder);
  g_assert_cmpuint (news_sample_state_get_port (again), ==, 4711);
  g_assert_cmpint (news_sample_state_get_visits (again, "en", "a"), ==, 2);
  g_assert_cmpint (news_sample_state_get_visits (again, "zh", "a"), ==, 1);
  g_assert_cmpint (news_sample_state_get_visits (again, "zh", "b"), ==, 0);
}

/* Whatever is in the file, the server starts. */
static const char *const broken[] = {
  "",
  "{",
  "[]",
  "7",
  "{\"port\":-1,\"visits\":7}",
  "{\"port\":99999999,\"visits\":{\"en/a\":\"many\"}}",
  "{\"port\":\"4711\",\"visits\":{\"en/a\":-4}}",
  "{\"port\":null,\"visits\":null}",
};

static void
test_broken (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_mkdir_with_parents (fixture->folder, 0700), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (NewsSampleState) state = NULL;

      g_assert_true (g_file_set_contents (fixture->path, broken[i], -1, NULL));
      state = news_sample_state_new (fixture->folder);
      g_assert_cmpuint (news_sample_state_get_port (state), ==, 0);
      g_assert_cmpint (news_sample_state_get_visits (state, "en", "a"), ==, 0);
    }
}

static void
test_overflow (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsSampleState) state = NULL;

  g_assert_cmpint (g_mkdir_with_parents (fixture->folder, 0700), ==, 0);
  g_assert_true (
    g_file_set_contents (fixture->path, "{\"visits\":{\"en/a\":9223372036854775807}}", -1, NULL));
  state = news_sample_state_new (fixture->folder);
  news_sample_state_add_visit (state, "en", "a");
  g_assert_cmpint (news_sample_state_get_visits (state, "en", "a"), ==, G_MAXINT);
}

static void
test_nowhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsSampleState) state = news_sample_state_new (NULL);
  g_autofree char *file = g_build_filename (fixture->root, "file", NULL);
  g_autofree char *below = g_build_filename (file, "folder", NULL);
  g_autoptr (NewsSampleState) impossible = NULL;
  g_autoptr (GError) error = NULL;

  news_sample_state_add_visit (state, "en", "a");
  g_assert_true (news_sample_state_save (state, &error));
  g_assert_cmpint (news_sample_state_get_visits (state, "en", "a"), ==, 1);

  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  impossible = news_sample_state_new (below);
  news_sample_state_set_port (impossible, 1);
  g_assert_false (news_sample_state_save (impossible, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED);
  g_remove (file);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/sample-state/keep", Fixture, NULL, set_up, test_keep, tear_down);
  g_test_add ("/sample-state/broken", Fixture, NULL, set_up, test_broken, tear_down);
  g_test_add ("/sample-state/overflow", Fixture, NULL, set_up, test_overflow, tear_down);
  g_test_add ("/sample-state/nowhere", Fixture, NULL, set_up, test_nowhere, tear_down);

  return g_test_run ();
}
