/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "feed-test.h"
#include "news-opml.h"

#include <string.h>

static NewsOpml *
read_opml (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  NewsOpml *opml = news_opml_new_from_bytes (bytes, &error);

  g_assert_no_error (error);

  return opml;
}

static NewsOpml *
read_file (void)
{
  g_autofree char *text = feed_test_load ("subscriptions.opml");

  return read_opml (text);
}

static NewsSource *
get_source (NewsOpml *opml, guint index)
{
  g_assert_cmpuint (index, <, opml->sources->len);

  return g_ptr_array_index (opml->sources, index);
}

static NewsSection *
get_section (NewsOpml *opml, guint index)
{
  g_assert_cmpuint (index, <, opml->sections->len);

  return g_ptr_array_index (opml->sections, index);
}

static void
test_sources (void)
{
  g_autoptr (NewsOpml) opml = read_file ();
  NewsSource *first = get_source (opml, 0);

  g_assert_cmpstr (opml->title, ==, "What I read");
  g_assert_cmpuint (opml->sources->len, ==, 3);
  g_assert_cmpstr (first->id, ==, "feed:https://wanbao.example/rss");
  g_assert_cmpstr (first->name, ==, "港口晚报");
  g_assert_cmpstr (first->api, ==, "feed");
  g_assert_cmpstr (first->home, ==, "https://wanbao.example/");
  g_assert_cmpstr (first->language, ==, "zh-cn");
  g_assert_cmpstr (news_source_get_parameter (first, "feed"), ==, "https://wanbao.example/rss");
  g_assert_null (get_source (opml, 1)->language);
  g_assert_cmpstr (get_source (opml, 2)->api, ==, "jsonfeed");
}

static void
test_sections (void)
{
  g_autoptr (NewsOpml) opml = read_file ();

  /* The nested folder is met first; the copy beside the folders has a section of its own. */
  g_assert_cmpuint (opml->sections->len, ==, 4);
  g_assert_cmpstr (get_section (opml, 0)->title, ==, "Asia & Pacific");
  g_assert_cmpstr (get_section (opml, 0)->group, ==, "World");
  g_assert_cmpuint (get_section (opml, 0)->queries->len, ==, 1);
  g_assert_cmpstr (get_section (opml, 1)->title, ==, "World");
  g_assert_null (get_section (opml, 1)->group);
  g_assert_cmpstr (get_section (opml, 2)->title, ==, "Alone");
  g_assert_cmpstr (get_section (opml, 3)->title, ==, "Gazette");
}

/* Nothing in a list may be run or read from this machine. */
static void
test_dropped (void)
{
  g_autoptr (NewsOpml) opml = read_file ();

  g_assert_cmpuint (opml->faults->len, ==, 4);
  for (guint i = 0; i < opml->sources->len; i++)
    g_assert_true (
      g_str_has_prefix (news_source_get_parameter (get_source (opml, i), "feed"), "https://"));
}

static const char edition_json[]
  = "{ \"format\": 1, \"id\": \"mine\", \"name\": \"Mine & yours\", \"language\": \"en\","
    "  \"city\": \"London\", \"timezone\": \"Europe/London\","
    "  \"sections\": [ { \"id\": \"home\", \"title\": \"Home\" },"
    "    { \"id\": \"a\", \"title\": \"Arts <1>\", \"group\": \"Culture\", \"queries\": ["
    "      { \"source\": \"f\" }, { \"source\": \"w\", \"section\": \"5\" } ] },"
    "    { \"id\": \"b\", \"title\": \"World\", \"queries\": [ { \"source\": \"f\" },"
    "      { \"source\": \"j\" } ] },"
    "    { \"id\": \"c\", \"title\": \"Books\", \"group\": \"Culture\", \"queries\": ["
    "      { \"source\": \"j\" } ] } ],"
    "  \"sources\": [ { \"id\": \"f\", \"name\": \"Feed “one”\", \"api\": \"feed\","
    "      \"home\": \"https://f.example/\", \"language\": \"en\","
    "      \"parameters\": { \"feed\": \"https://f.example/rss?a=1&b=2\" } },"
    "    { \"id\": \"j\", \"name\": \"Json\", \"api\": \"jsonfeed\","
    "      \"parameters\": { \"feed\": \"https://j.example/f\" } },"
    "    { \"id\": \"w\", \"name\": \"Press\", \"api\": \"wordpress\","
    "      \"home\": \"https://w.example/\","
    "      \"parameters\": { \"root\": \"https://w.example/wp-json/\" } } ] }";

static void
test_round_trip (void)
{
  g_autoptr (GBytes) json = g_bytes_new_static (edition_json, strlen (edition_json));
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsEdition) edition = news_edition_new_from_bytes (json, "test", &error);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) written = NULL;
  g_autoptr (NewsOpml) opml = NULL;

  g_assert_no_error (error);
  written = news_opml_from_edition (edition, faults);
  g_assert_cmpuint (faults->len, ==, 1);
  opml = news_opml_new_from_bytes (written, &error);
  g_assert_no_error (error);

  g_assert_cmpstr (opml->title, ==, "Mine & yours");
  /* The one without a feed does not come back, which is told. */
  g_assert_cmpuint (opml->faults->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (opml->faults, 0), "Press"));
  g_assert_cmpuint (opml->sources->len, ==, 2);
  g_assert_cmpstr (get_source (opml, 0)->name, ==, "Feed “one”");
  g_assert_cmpstr (news_source_get_parameter (get_source (opml, 0), "feed"), ==,
                   "https://f.example/rss?a=1&b=2");
  g_assert_cmpstr (get_source (opml, 1)->api, ==, "jsonfeed");
  g_assert_cmpuint (opml->sections->len, ==, 3);
  g_assert_cmpstr (get_section (opml, 0)->title, ==, "Arts <1>");
  g_assert_cmpstr (get_section (opml, 0)->group, ==, "Culture");
  g_assert_cmpstr (get_section (opml, 1)->title, ==, "Books");
  g_assert_cmpuint (get_section (opml, 2)->queries->len, ==, 2);
}

static void
test_broken (void)
{
  g_autoptr (NewsOpml) cut
    = read_opml ("<opml><body><outline text='A'><outline xmlUrl='https://a.example/f'/><outl");
  g_autoptr (GBytes) other = g_bytes_new_static ("<rss/>", 6);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (cut->sources->len, ==, 1);
  g_assert_cmpuint (cut->faults->len, ==, 1);
  g_assert_null (news_opml_new_from_bytes (other, &error));
  g_assert_error (error, NEWS_FEED_ERROR, NEWS_FEED_ERROR_NOT_A_FEED);
}

/* Past the limits, the rest is left out and the reader told so, once. */
static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new ("<opml><body>");
  g_autoptr (NewsOpml) opml = NULL;

  for (guint i = 0; i < 10002; i++)
    g_string_append_printf (text, "<outline xmlUrl='https://a.example/%u'/>", i);
  for (guint i = 0; i < 1002; i++)
    g_string_append (text, "<outline xmlUrl='exec:/bin/sh'/>");
  g_string_append (text, "</body></opml>");
  opml = read_opml (text->str);

  g_assert_cmpuint (opml->sources->len, ==, 10000);
  g_assert_cmpuint (opml->faults->len, ==, 1001);
  g_assert_nonnull (strstr (g_ptr_array_index (opml->faults, 1000), "10000"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/opml/sources", test_sources);
  g_test_add_func ("/opml/sections", test_sections);
  g_test_add_func ("/opml/dropped", test_dropped);
  g_test_add_func ("/opml/round-trip", test_round_trip);
  g_test_add_func ("/opml/broken", test_broken);
  g_test_add_func ("/opml/long", test_long);

  return g_test_run ();
}
