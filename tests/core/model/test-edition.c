/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-edition.h"

#include <string.h>

static const char paper[]
  = "{ \"format\": 1, \"id\": \"test\", \"name\": \"Test\", \"language\": \"en\","
    "  \"city\": \"New York\", \"timezone\": \"America/New_York\","
    "  \"sections\": [ { \"id\": \"home\", \"title\": \"Home\" },"
    "    { \"id\": \"arts\", \"title\": \"Arts\", \"icon\": \"arts-symbolic\", \"queries\": ["
    "      { \"source\": \"one\", \"section\": \"7\" }, { \"source\": \"two\" } ] } ],"
    "  \"sources\": [ { \"id\": \"one\", \"name\": \"One\", \"api\": \"wordpress\","
    "      \"parameters\": { \"api\": \"https://one.example/wp-json/\" } },"
    "    { \"id\": \"two\", \"name\": \"Two\", \"api\": \"jsonfeed\" } ] }";

static NewsEdition *
parse (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return news_edition_new_from_bytes (bytes, "test.json", error);
}

static void
check (NewsEdition *edition)
{
  NewsSection *arts = news_edition_get_section (edition, "arts");
  NewsQuery *query;

  g_assert_cmpstr (edition->city, ==, "New York");
  g_assert_cmpuint (edition->sections->len, ==, 2);
  g_assert_cmpuint (edition->sources->len, ==, 2);
  g_assert_true (news_section_is_home (news_edition_get_section (edition, "home")));
  g_assert_false (news_section_is_home (arts));
  g_assert_null (news_edition_get_section (edition, "sports"));

  g_assert_cmpuint (arts->queries->len, ==, 2);
  query = g_ptr_array_index (arts->queries, 0);
  g_assert_cmpstr (query->section, ==, "7");
  query = g_ptr_array_index (arts->queries, 1);
  g_assert_null (query->section);
  g_assert_cmpstr (
    news_source_get_parameter (news_edition_get_source (edition, query->source), "api"), ==, NULL);
  g_assert_cmpstr (news_source_get_parameter (news_edition_get_source (edition, "one"), "api"), ==,
                   "https://one.example/wp-json/");
}

static void
test_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsEdition) edition = parse (paper, &error);

  g_assert_no_error (error);
  check (edition);
}

static void
test_write (void)
{
  g_autoptr (NewsEdition) edition = parse (paper, NULL);
  g_autoptr (GBytes) bytes = news_edition_to_bytes (edition);
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsEdition) again = news_edition_new_from_bytes (bytes, "again", &error);

  g_assert_no_error (error);
  check (again);
}

static void
test_extend (void)
{
  g_autoptr (NewsEdition) edition = parse (paper, NULL);
  g_autoptr (NewsEdition) extended = NULL;
  g_autoptr (GPtrArray) sources
    = g_ptr_array_new_with_free_func ((GDestroyNotify) news_source_unref);
  g_autoptr (GPtrArray) sections
    = g_ptr_array_new_with_free_func ((GDestroyNotify) news_section_unref);
  NewsSection *section = news_section_new ("arts", "Arts of three", NULL);

  section->group = g_strdup ("Three");
  news_section_add_query (section, "three", "9");
  g_assert_true (news_section_has_query (section, "three", "9"));
  g_assert_false (news_section_has_query (section, "three", NULL));
  g_assert_false (news_section_has_query (section, "two", "9"));
  g_ptr_array_add (sections, section);
  g_ptr_array_add (sources, news_source_new ("three", "Three", "wordpress"));
  g_ptr_array_add (sources, news_source_new ("two", "Two, renamed", "jsonfeed"));
  extended = news_edition_extend (edition, sources, sections);

  check (edition);
  g_assert_cmpuint (extended->sources->len, ==, 3);
  g_assert_cmpstr (news_edition_get_source (extended, "two")->name, ==, "Two, renamed");
  section = news_edition_get_section (extended, "arts-2");
  g_assert_cmpstr (section->title, ==, "Arts of three");
  g_assert_cmpstr (section->group, ==, "Three");
  g_assert_cmpuint (section->queries->len, ==, 1);
}

/* Files that are no text, or more than one; what is said of them is. */
static void
test_no_text (void)
{
  static const char *const files[] = { "", "{ \"form\xff\": 1 }", "\xff\xfe{", "\"\" {}" };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (parse (files[i], &error));
      g_assert_error (error, NEWS_EDITION_ERROR, NEWS_EDITION_ERROR_INVALID);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

/* What is wrong with a file, and what the error has to name. */
static const struct
{
  const char *was;
  const char *now;
  const char *names;
} mistakes[] = {
  { "\"format\": 1", "\"format\": 2", "format" },
  { "\"name\": \"Test\"", "\"nmae\": \"Test\"", "nmae" },
  { "\"city\": \"New York\",", "", "city" },
  { "America/New_York", "America/Gotham", "Gotham" },
  { "America/New_York", "America/../../../../etc/localtime", "localtime" },
  { "\"America/New_York\"", "\"/usr/share/zoneinfo/UTC\"", "zoneinfo" },
  { "\"id\": \"test\"", "\"id\": \"../test\"", "../test" },
  { "\"source\": \"one\"", "\"source\": \"nobody\"", "sections[1].queries[0]" },
  { "\"section\": \"7\"", "\"section\": 7", "section" },
  { "\"id\": \"two\"", "\"id\": \"one\"", "sources[1]" },
  { "\"id\": \"arts\"", "\"id\": \"home\"", "sections[1]" },
  { "\"id\": \"arts\"", "\"id\": \"@bookmarks\"", "sections[1]" },
  { "\"api\": \"jsonfeed\"", "\"apis\": \"jsonfeed\"", "sources[1]" },
  { "\"sections\": [", "\"sections\": [ 3,", "sections[0]" },
  { "{ \"format\"", "[ \"format\"", "test.json" },
};

static void
test_mistakes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autoptr (GString) text = g_string_new (paper);
      g_autoptr (NewsEdition) edition = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (g_string_replace (text, mistakes[i].was, mistakes[i].now, 1), ==, 1);
      edition = parse (text->str, &error);
      g_assert_null (edition);
      g_assert_error (error, NEWS_EDITION_ERROR, NEWS_EDITION_ERROR_INVALID);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, mistakes[i].names));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edition/no-text", test_no_text);
  g_test_add_func ("/edition/read", test_read);
  g_test_add_func ("/edition/write", test_write);
  g_test_add_func ("/edition/extend", test_extend);
  g_test_add_func ("/edition/mistakes", test_mistakes);

  return g_test_run ();
}
