/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"
#include "news-data-resources.h"
#include "news-edition.h"

#include <string.h>

/* The sections of a full paper, in the sidebar's order. */
static const char *const order[] = { "home",   "us",      "world",         "china",
                                     "arts",   "science", "entertainment", "sports",
                                     "beyond", NULL };

/* What the descriptors need, and what each value has to end in. */
static const struct
{
  const char *api;
  const char *parameter;
  const char *suffix;
} parameters[] = {
  { "wordpress", "site", "/" },
  { "wordpress", "api", "/" },
  { "jsonfeed", "feed", "" },
  { "feed", "feed", "" },
};

static char **
list_editions (void)
{
  g_autoptr (GError) error = NULL;
  char **names = g_resource_enumerate_children (
    news_data_get_resource (), RESOURCE_PATH "/editions", G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (names), >=, 2);

  return names;
}

static NewsEdition *
load (const char *name)
{
  g_autofree char *path = g_strdup_printf ("%s/editions/%s", RESOURCE_PATH, name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resource_lookup_data (news_data_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  NewsEdition *edition;

  g_assert_no_error (error);
  edition = news_edition_new_from_bytes (bytes, name, &error);
  g_assert_no_error (error);

  return edition;
}

static void
for_each_edition (void (*check) (NewsEdition *edition, const char *name))
{
  g_auto (GStrv) names = list_editions ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (NewsEdition) edition = load (names[i]);

      g_test_message ("%s: %u sections, %u sources", names[i], edition->sections->len,
                      edition->sources->len);
      check (edition, names[i]);
    }
}

static void
check_edition (NewsEdition *edition, const char *name)
{
  g_autofree char *file = g_strconcat (edition->id, ".json", NULL);
  g_autoptr (GBytes) bytes = news_edition_to_bytes (edition);
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsEdition) again = news_edition_new_from_bytes (bytes, "again", &error);

  g_assert_cmpstr (file, ==, name);
  g_assert_no_error (error);
  g_assert_cmpuint (again->sources->len, ==, edition->sources->len);
}

/* The sample's server is on this machine, at an address that is filled in when it runs. */
static gboolean
is_sample (NewsEdition *edition)
{
  return g_str_has_prefix (edition->id, "sample-");
}

static void
check_sections (NewsEdition *edition, const char *name)
{
  g_assert_cmpuint (edition->sections->len, ==, G_N_ELEMENTS (order) - 1);

  for (guint i = 0; order[i] != NULL; i++)
    {
      NewsSection *section = g_ptr_array_index (edition->sections, i);
      g_autofree char *icon
        = g_strdup_printf ("%s/icons/scalable/actions/%s.svg", RESOURCE_PATH, section->icon);

      g_assert_cmpstr (section->id, ==, order[i]);
      g_test_message ("%s/%s: %u queries", edition->id, section->id, section->queries->len);
      g_assert_true (g_resources_get_info (icon, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL));
      if (news_section_is_home (section))
        g_assert_cmpuint (section->queries->len, ==, 0);
      else
        g_assert_cmpuint (section->queries->len, >=, is_sample (edition) ? 1 : 2);
    }
}

/* Whether the outlet lets whole articles be shown, by the words of its licence. */
static gboolean
is_open (NewsEdition *edition, NewsQuery *query)
{
  const char *licence = news_edition_get_source (edition, query->source)->licence;

  return strstr (licence, "CC BY") != NULL || g_str_has_prefix (licence, "Public domain")
         || g_str_has_prefix (licence, "GPL");
}

/* In each section those with such a licence come first. */
static void
check_licences (NewsEdition *edition, const char *name)
{
  for (guint i = 0; i < edition->sections->len; i++)
    {
      NewsSection *section = g_ptr_array_index (edition->sections, i);

      g_test_message ("%s/%s", edition->id, section->id);
      for (guint j = 1; j < section->queries->len; j++)
        g_assert_true (is_open (edition, g_ptr_array_index (section->queries, j - 1))
                       || !is_open (edition, g_ptr_array_index (section->queries, j)));
    }
}

static gboolean
is_asked (NewsEdition *edition, NewsSource *source)
{
  for (guint i = 0; i < edition->sections->len; i++)
    {
      NewsSection *section = g_ptr_array_index (edition->sections, i);

      for (guint j = 0; j < section->queries->len; j++)
        {
          NewsQuery *query = g_ptr_array_index (section->queries, j);

          if (strcmp (query->source, source->id) == 0)
            return TRUE;
        }
    }

  return FALSE;
}

static void
check_parameters (NewsSource *source)
{
  guint known = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (parameters); i++)
    {
      const char *value;

      if (strcmp (parameters[i].api, source->api) != 0)
        continue;
      known++;
      value = news_source_get_parameter (source, parameters[i].parameter);
      g_assert_nonnull (value);
      g_assert_true (g_str_has_prefix (value, "https://"));
      g_assert_true (g_uri_is_valid (value, G_URI_FLAGS_NONE, NULL));
      g_assert_true (g_str_has_suffix (value, parameters[i].suffix));
    }

  g_assert_cmpuint (known, >, 0);
}

static void
check_sources (NewsEdition *edition, const char *name)
{
  if (is_sample (edition))
    return;

  for (guint i = 0; i < edition->sources->len; i++)
    {
      NewsSource *source = g_ptr_array_index (edition->sources, i);

      g_test_message ("%s", source->id);
      g_assert_true (g_str_has_prefix (source->home, "https://"));
      g_assert_nonnull (source->language);
      g_assert_nonnull (source->licence);
      g_assert_nonnull (source->credit);
      if (g_str_has_prefix (source->licence, "CC "))
        g_assert_nonnull (source->terms);
      g_assert_nonnull (source->note);
      g_assert_true (is_asked (edition, source));
      check_parameters (source);
    }
}

/* An article is known by its source's id, so two editions may share one only if it is the same. */
static void
test_shared_sources (void)
{
  g_auto (GStrv) names = list_editions ();
  g_autoptr (GHashTable) seen
    = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) news_source_unref);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (NewsEdition) edition = load (names[i]);

      for (guint j = 0; j < edition->sources->len; j++)
        {
          NewsSource *source = g_ptr_array_index (edition->sources, j);
          NewsSource *other = g_hash_table_lookup (seen, source->id);

          if (other != NULL)
            g_assert_cmpstr (source->home, ==, other->home);
          else
            g_hash_table_insert (seen, source->id, news_source_ref (source));
        }
    }
}

static void
test_edition (void)
{
  for_each_edition (check_edition);
}

static void
test_sections (void)
{
  for_each_edition (check_sections);
}

static void
test_licences (void)
{
  for_each_edition (check_licences);
}

static void
test_sources (void)
{
  for_each_edition (check_sources);
}

static void
check_descriptors (NewsEdition *edition, const char *name)
{
  for (guint i = 0; i < edition->sources->len; i++)
    {
      NewsSource *source = g_ptr_array_index (edition->sources, i);
      g_autofree char *path = g_strdup_printf ("%s/apis/%s.json", RESOURCE_PATH, source->api);

      /* Feeds are read without a descriptor. */
      if (strcmp (source->api, "feed") == 0)
        continue;

      g_test_message ("%s: %s", source->id, path);
      g_assert_true (g_resource_get_info (news_data_get_resource (), path,
                                          G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL));
    }
}

static void
test_descriptors (void)
{
  g_auto (GStrv) apis = g_resource_enumerate_children (
    news_data_get_resource (), RESOURCE_PATH "/apis", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (apis == NULL)
    g_test_skip ("no descriptor is built in");
  else
    for_each_edition (check_descriptors);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/editions/edition", test_edition);
  g_test_add_func ("/editions/sections", test_sections);
  g_test_add_func ("/editions/licences", test_licences);
  g_test_add_func ("/editions/sources", test_sources);
  g_test_add_func ("/editions/shared-sources", test_shared_sources);
  g_test_add_func ("/editions/descriptors", test_descriptors);

  return g_test_run ();
}
