/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* What is made of good and of broken files; test-sample-content looks at the files themselves. */

#include "news-sample-content.h"

#include <string.h>

static void
test_edition (gconstpointer data)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (NewsSampleEdition) edition = news_sample_edition_new (data, faults);

  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (faults, i));
  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_cmpuint (edition->sections->len, ==, 8);
  g_assert_cmpuint (edition->stories->len, ==, 48);
  g_assert_nonnull (news_sample_edition_get_section (edition, "beyond"));
  g_assert_null (news_sample_edition_get_section (edition, "home"));
  g_assert_nonnull (news_sample_edition_get_story (edition, "night-train"));
  g_assert_null (news_sample_edition_get_story (edition, ""));
  for (guint i = 1; i < edition->stories->len; i++)
    {
      const NewsSampleStory *one = g_ptr_array_index (edition->stories, i - 1);
      const NewsSampleStory *other = g_ptr_array_index (edition->stories, i);

      g_assert_cmpint (one->age, <=, other->age);
    }
}

static const char good[]
  = "{\"section\":\"us\",\"title\":\"US\",\"stories\":[{\"id\":\"a\",\"headline\":\"A\","
    "\"standfirst\":\"B\",\"byline\":\"C\",\"outlet\":\"D\",\"age\":7,\"visits\":12,"
    "\"topics\":[\"t\"],\"related\":[],\"body\":[\"<p>1</p>\",\"<p>2</p>\"]}]}";

/* What is wrong with a file, whether the file is lost, and what the fault has to name. */
static const struct
{
  const char *was;
  const char *now;
  gboolean lost;
  const char *names;
} mistakes[] = {
  { "{\"section\"", "[\"section\"", TRUE, "us.json" },
  { "\"section\":\"us\"", "\"section\":7", TRUE, "section" },
  { "\"stories\":[", "\"stories\":7,\"x\":[", TRUE, "stories" },
  { "\"id\":\"a\"", "\"id\":\"\"", FALSE, "id" },
  { "\"headline\":\"A\"", "\"headline\":null", FALSE, "headline" },
  { "\"byline\":\"C\"", "\"byline\":null", FALSE, "byline" },
  { "\"age\":7", "\"age\":\"7\"", FALSE, "age" },
  { "\"age\":7", "\"age\":-7", FALSE, "age" },
  { "\"visits\":12", "\"visits\":1e300", FALSE, "visits" },
  { "[\"t\"]", "[\"t\",7]", FALSE, "topics" },
  { "\"related\":[]", "\"related\":{}", FALSE, "related" },
  { "\"body\":[", "\"picture\":[],\"body\":[", FALSE, "picture" },
  { "\"body\":[", "\"picture\":{},\"body\":[", FALSE, "drawing" },
  { "\"body\":[\"<p>1</p>\",", "\"body\":[null,", FALSE, "body" },
  { "\"stories\":[{", "\"stories\":[3,{", FALSE, "stories[0]" },
};

static void
test_mistakes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autoptr (GString) text = g_string_new (good);
      g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (NewsSampleSection) section = NULL;

      g_assert_cmpuint (g_string_replace (text, mistakes[i].was, mistakes[i].now, 1), ==, 1);
      bytes = g_bytes_new (text->str, text->len);
      section = news_sample_section_new_from_bytes (bytes, "us.json", faults);
      g_assert_true ((section == NULL) == mistakes[i].lost);
      g_assert_cmpuint (faults->len, ==, 1);
      g_test_message ("%s", (const char *) g_ptr_array_index (faults, 0));
      g_assert_nonnull (strstr (g_ptr_array_index (faults, 0), mistakes[i].names));
    }
}

static void
test_good (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new (good, strlen (good));
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (NewsSampleSection) section
    = news_sample_section_new_from_bytes (bytes, "us.json", faults);
  NewsSampleStory *story;

  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_cmpuint (section->stories->len, ==, 1);
  story = g_ptr_array_index (section->stories, 0);
  g_assert_cmpstr (story->body, ==, "<p>1</p>\n<p>2</p>");
  g_assert_cmpint (story->updated, ==, -1);
  g_assert_null (story->drawing);

  g_assert_null (news_sample_section_new_from_bytes (nothing, "us.json", faults));
  g_assert_cmpuint (faults->len, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample-edition/good", test_good);
  g_test_add_func ("/sample-edition/mistakes", test_mistakes);
  g_test_add_data_func ("/sample-edition/read/en", "en", test_edition);
  g_test_add_data_func ("/sample-edition/read/zh", "zh", test_edition);

  return g_test_run ();
}
