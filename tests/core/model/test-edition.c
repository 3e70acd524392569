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

/* --- as a parcel --- */

/* Of every member one that is there, one that is empty and one that is not there. */
static const char whole[]
  = "{ \"format\": 1, \"id\": \"whole\", \"name\": \"大报\", \"language\": \"zh-Hans\","
    "  \"city\": \"北京\", \"timezone\": \"Asia/Shanghai\","
    "  \"sections\": [ { \"id\": \"home\", \"title\": \"要闻\", \"icon\": \"\", \"group\": \"\" },"
    "    { \"id\": \"arts\", \"title\": \"艺术\", \"icon\": \"arts-symbolic\", \"group\": \"更多\","
    "      \"queries\": [ \"two\", { \"source\": \"two\", \"section\": \"7\" },"
    "        { \"source\": \"one\", \"section\": \"\" }, \"three\" ] } ],"
    "  \"sources\": [ { \"id\": \"one\", \"name\": \"壹\", \"api\": \"wordpress\","
    "      \"home\": \"https://one.example/\", \"language\": \"zh\", \"contact\": \"mailto:a@b\","
    "      \"about\": \"https://one.example/about\", \"licence\": \"CC BY 3.0\","
    "      \"credit\": \"One\", \"terms\": \"https://one.example/terms\", \"note\": \"A\\nnote\","
    "      \"interval\": 3600, \"requests-per-day\": 1000000,"
    "      \"parameters\": { \"api\": \"https://one.example/\", \"key\": \"钥匙\", \"\": \"x\" } },"
    "    { \"id\": \"two\", \"name\": \"Two\", \"api\": \"feed\", \"home\": \"\", \"language\": "
    "\"\","
    "      \"contact\": \"\", \"about\": \"\", \"licence\": \"\", \"credit\": \"\", \"terms\": "
    "\"\","
    "      \"note\": \"\", \"interval\": 0, \"requests-per-day\": 1, \"parameters\": {} },"
    "    { \"id\": \"three\", \"name\": \"Three\", \"api\": \"feed\" } ] }";

static void
assert_same (NewsEdition *one, NewsEdition *other)
{
  g_autoptr (GBytes) bytes = news_edition_to_bytes (one);
  g_autoptr (GBytes) others = news_edition_to_bytes (other);

  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                   g_bytes_get_data (others, NULL), g_bytes_get_size (others));
}

static GBytes *
pack (NewsEdition *edition)
{
  g_autoptr (GVariant) variant = news_edition_to_variant (edition);

  return g_variant_get_data_as_bytes (variant);
}

static NewsEdition *
unpack (GBytes *bytes)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (
    g_variant_new_from_bytes (G_VARIANT_TYPE (NEWS_PARCEL_TYPE), bytes, FALSE));

  return news_edition_new_from_variant (variant);
}

static void
test_pack (void)
{
  static const char *const texts[] = { whole, paper };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NewsEdition) edition = parse (texts[i], &error);
      g_autoptr (GVariant) variant = news_edition_to_variant (edition);
      g_autoptr (NewsEdition) again = news_edition_new_from_variant (variant);
      g_autoptr (GBytes) bytes = pack (edition);
      g_autoptr (NewsEdition) read = unpack (bytes);

      g_assert_no_error (error);
      g_assert_false (g_variant_is_floating (variant));
      assert_same (again, edition);
      assert_same (read, edition);
      g_assert_cmpstr (g_time_zone_get_identifier (read->zone), ==, edition->timezone);
    }
}

static void
test_pack_nothing (void)
{
  g_autoptr (NewsEdition) edition = parse (whole, NULL);
  g_autoptr (GBytes) bytes = pack (edition);
  g_autoptr (NewsEdition) read = unpack (bytes);
  NewsSource *two = news_edition_get_source (read, "two");
  NewsSource *three = news_edition_get_source (read, "three");
  NewsSection *arts = news_edition_get_section (read, "arts");

  g_assert_cmpstr (two->note, ==, "");
  g_assert_null (three->note);
  g_assert_cmpuint (g_hash_table_size (three->parameters), ==, 0);
  g_assert_cmpstr (news_edition_get_section (read, "home")->group, ==, "");
  g_assert_null (((NewsQuery *) g_ptr_array_index (arts->queries, 0))->section);
  g_assert_cmpstr (((NewsQuery *) g_ptr_array_index (arts->queries, 2))->section, ==, "");
}

/* Two texts of one edition and two numbers of another version would be mistaken for one another. */
static void
test_pack_form (void)
{
  g_autoptr (NewsEdition) edition = parse (whole, NULL);
  g_autoptr (GVariant) variant = news_edition_to_variant (edition);
  g_autoptr (GVariant) form = g_variant_get_child_value (variant, 0);
  g_autoptr (GVariant) numbers = g_variant_get_child_value (variant, 1);

  /* If there are more now, something was added: then the form is to be another too. */
  g_assert_cmpuint (g_variant_get_uint32 (form), ==, 1);
  g_assert_cmpuint (g_variant_n_children (numbers), ==, 5 + 1 + 3 * 14 + 3 * 2 + 1 + 2 * 5 + 4 * 2);
}

/* An edition, if it is one, has all that it names. */
static void
look_through (NewsEdition *edition)
{
  g_autoptr (GBytes) bytes = news_edition_to_bytes (edition);
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsEdition) again = news_edition_new_from_bytes (bytes, "again", &error);

  g_assert_no_error (error);
}

static void
test_pack_damage (void)
{
  g_autoptr (NewsEdition) edition = parse (whole, NULL);
  g_autoptr (GBytes) bytes = pack (edition);
  gsize size = g_bytes_get_size (bytes);

  for (gsize length = 0; length < size; length++)
    {
      g_autoptr (GBytes) part = g_bytes_new (g_bytes_get_data (bytes, NULL), length);

      g_assert_null (unpack (part));
    }

  for (gsize place = 0; place < size; place++)
    for (guint bit = 0; bit < 8; bit++)
      {
        g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
        g_autoptr (GBytes) flipped = NULL;
        g_autoptr (NewsEdition) read = NULL;

        data[place] ^= (guint8) (1 << bit);
        flipped = g_bytes_new_take (g_steal_pointer (&data), size);
        read = unpack (flipped);
        if (read != NULL)
          look_through (read);
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
  g_test_add_func ("/edition/pack", test_pack);
  g_test_add_func ("/edition/pack-nothing", test_pack_nothing);
  g_test_add_func ("/edition/pack-form", test_pack_form);
  g_test_add_func ("/edition/pack-damage", test_pack_damage);

  return g_test_run ();
}
