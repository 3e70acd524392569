/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-registry.h"

#include <glib/gstdio.h>

#define OWN                                                              \
  "{ \"format\": 1, \"id\": \"%s\", \"name\": \"%s\","                   \
  "  \"requests\": { \"list\": { \"url\": \"https://own.example/news\"," \
  "    \"rows\": \"items[*]\" } },"                                      \
  "  \"article\": { \"id\": \"id\", \"title\": \"title\", \"url\": \"url\" } }"

typedef struct
{
  char *folder;
  GPtrArray *faults;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("registry-XXXXXX", NULL);
  fixture->faults = g_ptr_array_new_with_free_func (g_free);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_ptr_array_unref (fixture->faults);
}

static void
write_file (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
write_own (Fixture *fixture, const char *file, const char *id, const char *name)
{
  g_autofree char *text = g_strdup_printf (OWN, id, name);

  write_file (fixture, file, text);
}

static const char *
get_name (NewsRegistry *registry, const char *id)
{
  NewsProtocol *protocol = news_registry_get (registry, id);

  return protocol != NULL ? news_descriptor_get_name (news_protocol_get_descriptor (protocol))
                          : NULL;
}

static void
test_shipped (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsRegistry) registry = news_registry_load (NULL, fixture->faults);

  g_assert_cmpuint (fixture->faults->len, ==, 0);
  g_assert_cmpstr (get_name (registry, "wordpress"), ==, "WordPress");
  g_assert_true (news_protocol_is_feed (news_registry_get (registry, "feed")));
  g_assert_null (news_registry_get (registry, "nothing"));
}

/* It is the same one, whether it is asked for alone or with all others. */
static void
test_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsRegistry) registry = news_registry_load (NULL, fixture->faults);
  NewsProtocol *wordpress = news_registry_get (registry, "wordpress");
  GPtrArray *all = news_registry_get_all (registry);

  g_assert_true (g_ptr_array_find (all, wordpress, NULL));
  for (guint i = 0; i < all->len; i++)
    {
      NewsProtocol *protocol = g_ptr_array_index (all, i);

      g_assert_true (news_registry_get (registry, news_protocol_get_id (protocol)) == protocol);
    }
}

/* By its id, whatever the file is called; and it is there once. */
static void
test_replaced (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsRegistry) shipped = news_registry_load (NULL, NULL);
  g_autoptr (NewsRegistry) registry = NULL;

  write_own (fixture, "mine.json", "wordpress", "My Own WordPress");
  registry = news_registry_load (fixture->folder, fixture->faults);
  g_assert_cmpuint (fixture->faults->len, ==, 0);
  g_assert_cmpstr (get_name (registry, "wordpress"), ==, "My Own WordPress");
  g_assert_false (news_protocol_can (news_registry_get (registry, "wordpress"), NEWS_ASK_SECTIONS));
  g_assert_cmpuint (news_registry_get_all (registry)->len, ==,
                    news_registry_get_all (shipped)->len);
}

static void
test_added (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsRegistry) shipped = news_registry_load (NULL, NULL);
  g_autoptr (NewsRegistry) registry = NULL;

  write_own (fixture, "mine.json", "mine", "Mine");
  registry = news_registry_load (fixture->folder, fixture->faults);
  g_assert_cmpstr (get_name (registry, "mine"), ==, "Mine");
  g_assert_cmpuint (news_registry_get_all (registry)->len, ==,
                    news_registry_get_all (shipped)->len + 1);
}

/* One that can't be read replaces nothing, and it is told. */
static void
test_broken (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsRegistry) registry = NULL;

  write_file (fixture, "wordpress.json", "{ \"format\": 1, \"id\": \"wordpress\" }");
  registry = news_registry_load (fixture->folder, fixture->faults);
  g_assert_cmpuint (fixture->faults->len, ==, 1);
  g_assert_cmpstr (get_name (registry, "wordpress"), ==, "WordPress");
}

#define ADD(name, function) \
  g_test_add ("/registry/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("shipped", test_shipped);
  ADD ("all", test_all);
  ADD ("replaced", test_replaced);
  ADD ("added", test_added);
  ADD ("broken", test_broken);

  return g_test_run ();
}
