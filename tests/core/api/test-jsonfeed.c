/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "api-test.h"

#include <string.h>

typedef struct
{
  NewsDescriptor *descriptor;
  NewsSource *source;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->descriptor = api_test_load ("jsonfeed");
  fixture->source = api_test_source ("jsonfeed", "https://shore.example/feed.json");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  news_source_unref (fixture->source);
  news_descriptor_unref (fixture->descriptor);
}

static NewsAnswer *
read_good (Fixture *fixture, NewsAsk ask, const char *name)
{
  g_autoptr (GError) error = NULL;
  NewsAnswer *answer
    = api_test_read_fixture (fixture->descriptor, fixture->source, ask, name, &error);

  g_assert_no_error (error);

  return answer;
}

static const char *
get_file (NewsArticle *article)
{
  if (article->lead == NULL)
    return NULL;

  return g_array_index (article->lead->files, NewsPictureFile, 0).url;
}

static void
test_full (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsAnswer) answer = read_good (fixture, NEWS_ASK_LIST, "jsonfeed/feed.json");
  NewsArticle *article = g_ptr_array_index (answer->articles, 0);
  g_autofree char *topics = api_test_join (article->topics);

  g_assert_cmpuint (answer->articles->len, ==, 5);
  g_assert_cmpstr (article->id, ==, "https://shore.example/2026/salt");
  g_assert_cmpstr (article->title, ==, "Salt & smoke");
  g_assert_cmpstr (article->url, ==, "https://shore.example/2026/salt");
  g_assert_cmpstr (article->byline, ==, "Nora Vale, Per Lund");
  g_assert_cmpstr (article->outlet, ==, "The Long Shore");
  g_assert_cmpstr (article->standfirst, ==, "What the smokehouse keeps.");
  g_assert_cmpstr (article->body_html, ==, "<p>Salt.</p>");
  g_assert_cmpstr (article->body_text, ==, "Salt.");
  g_assert_cmpstr (article->language, ==, "en");
  g_assert_cmpint (article->published, ==, 1795161600);
  g_assert_cmpint (article->updated, ==, 1795174200);
  g_assert_cmpstr (topics, ==, "salt|smoke");
  g_assert_cmpstr (get_file (article), ==, "https://shore.example/pictures/salt.jpg");
  g_assert_null (article->sections);
}

static void
test_sparse (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsAnswer) answer = read_good (fixture, NEWS_ASK_LIST, "jsonfeed/feed.json");
  NewsArticle *note = g_ptr_array_index (answer->articles, 1);
  NewsArticle *gulls = g_ptr_array_index (answer->articles, 2);
  NewsArticle *charts = g_ptr_array_index (answer->articles, 3);
  NewsArticle *linked = g_ptr_array_index (answer->articles, 4);

  g_assert_cmpstr (note->id, ==, "77");
  g_assert_null (note->title);
  g_assert_null (note->standfirst);
  g_assert_cmpstr (note->url, ==, "https://elsewhere.example/a");
  g_assert_cmpstr (note->byline, ==, "Old Style");
  g_assert_cmpint (note->published, ==, 1795046400);
  g_assert_cmpstr (get_file (note), ==, "https://cdn.shore.example/b.jpg");

  g_assert_cmpstr (gulls->url, ==, "https://shore.example/2026/gulls");
  g_assert_cmpstr (gulls->byline, ==, "Shore Desk");
  g_assert_cmpstr (gulls->language, ==, "en-GB");
  g_assert_cmpint (gulls->published, ==, 0);
  g_assert_null (get_file (gulls));

  g_assert_cmpstr (get_file (charts), ==, "https://shore.example/chart.png");
  g_assert_cmpstr (charts->lead->alt, ==, "The chart of 1911");
  g_assert_cmpstr (linked->id, ==, "https://elsewhere.example/b");

  g_assert_cmpuint (answer->faults->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (answer->faults, 0), ==,
                   "Article 5 has neither an id nor an address.");
}

static void
test_versions (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *version;
    gboolean good;
  } versions[] = {
    { "\"https://jsonfeed.org/version/1\"", TRUE },
    { "\"https://jsonfeed.org/version/1/\"", TRUE },
    { "\"https://jsonfeed.org/version/1.1\"", TRUE },
    { "\"http://jsonfeed.org/version/1.1/\"", TRUE },
    { "\"1.0\"", TRUE },
    { "\"1.1\"", TRUE },
    { "\"1\"", TRUE },
    { "1.1", TRUE },
    { "1", TRUE },
    { "\"https://jsonfeed.org/version/2\"", FALSE },
    { "\"2.0\"", FALSE },
    { "null", FALSE },
    { "{}", FALSE },
  };
  NewsQuestion question = { NEWS_ASK_LIST, NULL, NULL, NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_autofree char *text
        = g_strdup_printf ("{\"version\":%s,\"items\":[]}", versions[i].version);
      g_autoptr (GBytes) body = g_bytes_new (text, strlen (text));
      g_autoptr (GError) error = NULL;
      g_autoptr (NewsAnswer) answer
        = api_test_read (fixture->descriptor, fixture->source, &question, 200, body, NULL, &error);

      g_test_message ("%s", text);
      g_assert_cmpint (answer != NULL, ==, versions[i].good);
      if (answer == NULL)
        g_assert_error (error, NEWS_API_ERROR, NEWS_API_ERROR_UNEXPECTED);
    }
}

static void
test_old_and_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsAnswer) old = read_good (fixture, NEWS_ASK_LIST, "jsonfeed/feed-1.json");
  g_autoptr (NewsAnswer) empty = read_good (fixture, NEWS_ASK_LIST, "jsonfeed/empty.json");
  NewsArticle *article = g_ptr_array_index (old->articles, 0);

  g_assert_cmpstr (article->byline, ==, "Shore Desk");
  g_assert_cmpstr (article->outlet, ==, "Old Shore");
  g_assert_cmpuint (empty->articles->len, ==, 0);
  g_assert_cmpuint (empty->faults->len, ==, 0);
  g_assert_null (empty->next);
}

static void
test_other_format (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (api_test_read_fixture (fixture->descriptor, fixture->source, NEWS_ASK_LIST,
                                        "jsonfeed/rss-in-json.json", &error));
  g_assert_error (error, NEWS_API_ERROR, NEWS_API_ERROR_UNEXPECTED);
}

static void
test_next (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsAnswer) first = read_good (fixture, NEWS_ASK_LIST, "jsonfeed/feed.json");
  g_autoptr (GBytes) body = api_test_fixture ("jsonfeed/feed.json");
  NewsQuestion question = { NEWS_ASK_LIST, NULL, NULL, first->next };
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsCall) call
    = news_descriptor_prepare (fixture->descriptor, fixture->source, &question, &error);
  g_autoptr (NewsAnswer) second = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (call->url, ==, "https://shore.example/feed.json?page=2");

  /* The second page names itself as the next one. */
  second = api_test_read (fixture->descriptor, fixture->source, &question, 200, body, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (second->articles->len, ==, 5);
  g_assert_null (second->next);
}

static void
test_site (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsAnswer) answer = read_good (fixture, NEWS_ASK_SITE, "jsonfeed/feed.json");

  g_assert_cmpstr (answer->site->name, ==, "The Long Shore");
  g_assert_cmpstr (answer->site->home, ==, "https://shore.example/");
  g_assert_cmpstr (answer->site->language, ==, "en-GB");
  g_assert_cmpstr (answer->site->summary, ==, "A feed of the coast");
  g_assert_cmpuint (answer->articles->len, ==, 0);
}

static void
test_abilities (Fixture *fixture, gconstpointer data)
{
  NewsQuestion sections = { NEWS_ASK_SECTIONS, NULL, NULL, NULL };
  NewsQuestion one = { NEWS_ASK_LIST, "arts", NULL, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_false (news_descriptor_can (fixture->descriptor, NEWS_ASK_SECTIONS));
  g_assert_false (news_descriptor_can (fixture->descriptor, NEWS_ASK_ITEM));
  g_assert_true (news_descriptor_can (fixture->descriptor, NEWS_ASK_SITE));
  g_assert_cmpuint (news_descriptor_get_page_size (fixture->descriptor), ==, 0);
  g_assert_false (news_descriptor_asks_when_opened (fixture->descriptor));

  g_assert_null (news_descriptor_prepare (fixture->descriptor, fixture->source, &sections, &error));
  g_assert_error (error, NEWS_API_ERROR, NEWS_API_ERROR_CANNOT);
  g_clear_error (&error);
  g_assert_null (news_descriptor_prepare (fixture->descriptor, fixture->source, &one, &error));
  g_assert_error (error, NEWS_API_ERROR, NEWS_API_ERROR_CANNOT);
}

#define ADD(name, func) g_test_add ("/jsonfeed/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("full", test_full);
  ADD ("sparse", test_sparse);
  ADD ("versions", test_versions);
  ADD ("old-and-empty", test_old_and_empty);
  ADD ("other-format", test_other_format);
  ADD ("next", test_next);
  ADD ("site", test_site);
  ADD ("abilities", test_abilities);

  return g_test_run ();
}
