/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-editions.h"

#include <glib/gstdio.h>
#include <string.h>

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static NewsEdition *
find (GPtrArray *editions, const char *id)
{
  for (guint i = 0; i < editions->len; i++)
    {
      NewsEdition *edition = g_ptr_array_index (editions, i);

      if (strcmp (edition->id, id) == 0)
        return edition;
    }

  return NULL;
}

static void
test_shipped (void)
{
  static const char *const sections[]
    = { "home", "us", "world", "china", "arts", "science", "entertainment", "sports", "beyond" };
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) own = news_editions_load (NULL, NULL, NULL, faults);
  g_autoptr (GPtrArray) sample = news_editions_load (NULL, NULL, "http://127.0.0.1:99/", faults);
  GPtrArray *both[] = { own, sample };

  g_assert_cmpuint (faults->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    {
      g_assert_cmpuint (both[i]->len, ==, 2);
      for (guint j = 0; j < 2; j++)
        {
          NewsEdition *edition = g_ptr_array_index (both[i], j);

          g_assert_cmpstr (edition->language, ==, j == 0 ? "en" : "zh-Hans");
          g_assert_cmpuint (edition->sections->len, ==, G_N_ELEMENTS (sections));
          for (guint k = 0; k < G_N_ELEMENTS (sections); k++)
            g_assert_cmpstr (((NewsSection *) g_ptr_array_index (edition->sections, k))->id, ==,
                             sections[k]);
        }
    }

  g_assert_cmpstr (news_source_get_parameter (
                     news_edition_get_source (find (sample, "sample-english"), "sample-en"), "api"),
                   ==, "http://127.0.0.1:99/en/");
  g_assert_null (find (own, "sample-english"));
}

static void
test_saved (void)
{
  g_autofree char *folder = g_dir_make_tmp ("editions-XXXXXX", NULL);
  g_autofree char *deeper = g_build_filename (folder, "new", NULL);
  g_autoptr (GPtrArray) shipped = news_editions_load (NULL, NULL, NULL, NULL);
  g_autoptr (GPtrArray) sections
    = g_ptr_array_new_with_free_func ((GDestroyNotify) news_section_unref);
  g_autoptr (NewsEdition) changed = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (sections, news_section_new ("mine", "My own", NULL));
  changed = news_edition_extend (find (shipped, "english"), NULL, sections);
  g_assert_true (news_editions_save (deeper, NULL, changed, &error));
  g_assert_no_error (error);

  again = news_editions_load (deeper, NULL, NULL, NULL);
  g_assert_cmpuint (again->len, ==, 2);
  g_assert_nonnull (news_edition_get_section (find (again, "english"), "mine"));
  g_assert_null (news_edition_get_section (find (again, "chinese"), "mine"));

  remove_folder (deeper);
  remove_folder (folder);
}

/* The sample's server is on another port the next time. */
static void
test_sample_moves (void)
{
  g_autofree char *folder = g_dir_make_tmp ("editions-XXXXXX", NULL);
  g_autoptr (GPtrArray) before = news_editions_load (NULL, NULL, "http://127.0.0.1:1/", NULL);
  g_autoptr (GPtrArray) after = NULL;
  NewsSource *source;

  g_assert_true (
    news_editions_save (folder, "http://127.0.0.1:1/", find (before, "sample-chinese"), NULL));
  after = news_editions_load (folder, NULL, "http://127.0.0.1:2/", NULL);
  source = news_edition_get_source (find (after, "sample-chinese"), "sample-zh");
  g_assert_cmpstr (news_source_get_parameter (source, "api"), ==, "http://127.0.0.1:2/zh/");
  g_assert_cmpstr (source->home, ==, "http://127.0.0.1:2/zh/");

  remove_folder (folder);
}

static void
test_broken (void)
{
  g_autofree char *folder = g_dir_make_tmp ("editions-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "english.json", NULL);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) editions = NULL;

  g_assert_true (g_file_set_contents (path, "{ \"format\": 1, ", -1, NULL));
  editions = news_editions_load (folder, NULL, NULL, faults);
  g_assert_cmpuint (editions->len, ==, 2);
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (faults, 0), "english.json"));

  remove_folder (folder);
}

static void
test_choose (void)
{
  static const char *const american[] = { "en_US.UTF-8", "en_US", "en", "C", NULL };
  static const char *const taiwanese[] = { "zh_TW", "zh", "C", NULL };
  static const char *const french[] = { "fr_FR", "fr", "C", NULL };
  static const char *const swiss[] = { "de_CH", "de", "zh_CN", "C", NULL };
  g_autoptr (GPtrArray) editions = news_editions_load (NULL, NULL, NULL, NULL);

  g_assert_cmpstr (news_editions_choose (editions, NULL, american)->id, ==, "english");
  g_assert_cmpstr (news_editions_choose (editions, "", taiwanese)->id, ==, "chinese");
  g_assert_cmpstr (news_editions_choose (editions, "gone", french)->id, ==, "english");
  g_assert_cmpstr (news_editions_choose (editions, NULL, swiss)->id, ==, "chinese");
  g_assert_cmpstr (news_editions_choose (editions, "chinese", american)->id, ==, "chinese");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/editions/shipped", test_shipped);
  g_test_add_func ("/editions/saved", test_saved);
  g_test_add_func ("/editions/sample-moves", test_sample_moves);
  g_test_add_func ("/editions/broken", test_broken);
  g_test_add_func ("/editions/choose", test_choose);

  return g_test_run ();
}
