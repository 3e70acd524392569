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
  fixture->descriptor = api_test_load ("sample");
  fixture->source = api_test_source ("sample", "http://127.0.0.1:4711/en/");
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

static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsAnswer) answer = read_good (fixture, NEWS_ASK_LIST, "sample/list.json");
  NewsArticle *article = g_ptr_array_index (answer->articles, 0);
  NewsArticle *other = g_ptr_array_index (answer->articles, 1);
  g_autofree char *topics = api_test_join (article->topics);
  g_autofree char *sections = api_test_join (article->sections);
  g_autofree char *related = api_test_join (article->related);
  g_autofree char *points = api_test_join (article->key_points);

  g_assert_cmpuint (answer->faults->len, ==, 0);
  g_assert_cmpint (answer->total, ==, 48);
  g_assert_cmpuint (answer->next->page, ==, 2);
  g_assert_cmpstr (article->id, ==, "night-train");
  g_assert_cmpstr (article->url, ==, "http://127.0.0.1:4711/en/stories/night-train");
  g_assert_cmpstr (article->title, ==, "A night train comes back");
  g_assert_cmpstr (article->byline, ==, "Ada Winter");
  g_assert_cmpstr (article->outlet, ==, "The Tidewater Courier");
  g_assert_nonnull (article->standfirst);
  g_assert_cmpstr (article->language, ==, "en");
  g_assert_cmpstr (topics, ==, "railways|plains");
  g_assert_cmpstr (sections, ==, "us");
  g_assert_cmpstr (related, ==, "river-ferry");
  g_assert_cmpstr (points, ==, "It came at nine.|It was late.");
  g_assert_cmpint (article->published, ==, 1795428000);
  g_assert_cmpint (article->updated, ==, 0);
  g_assert_cmpint (article->visits, ==, 655);
  g_assert_cmpstr (article->body_html, ==, "<p>It came at <em>nine</em>.</p>");
  g_assert_cmpuint (article->lead->files->len, ==, 2);
  g_assert_cmpint (news_picture_choose (article->lead, 700)->width, ==, 1280);
  g_assert_cmpstr (article->lead->alt, ==, "A train at dusk");
  g_assert_cmpstr (article->lead->caption, ==, "The train.");
  g_assert_cmpstr (article->lead->credit, ==, "Drawing: Ada Winter");

  g_assert_null (other->lead);
  g_assert_null (other->related);
  g_assert_null (other->key_points);
  g_assert_cmpint (other->updated, ==, 1795431600);
}

static void
test_others (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsAnswer) site = read_good (fixture, NEWS_ASK_SITE, "sample/root.json");
  g_autoptr (NewsAnswer) sections = read_good (fixture, NEWS_ASK_SECTIONS, "sample/sections.json");
  g_autoptr (NewsAnswer) item = read_good (fixture, NEWS_ASK_ITEM, "sample/item.json");
  NewsApiSection *us = g_ptr_array_index (sections->sections, 0);
  NewsArticle *article = g_ptr_array_index (item->articles, 0);

  g_assert_cmpstr (site->site->name, ==, "Broadsheet Sample");
  g_assert_cmpstr (site->site->home, ==, "http://127.0.0.1:4711/en/");
  g_assert_cmpstr (site->site->language, ==, "en");
  g_assert_cmpuint (sections->sections->len, ==, 2);
  g_assert_cmpstr (us->id, ==, "us");
  g_assert_cmpstr (us->title, ==, "US");
  g_assert_cmpint (us->count, ==, 6);
  g_assert_cmpuint (item->articles->len, ==, 1);
  g_assert_cmpint (article->visits, ==, 656);
  g_assert_null (item->next);
}

static void
check_call (Fixture *fixture, const NewsQuestion *question, const char *url)
{
  g_autoptr (NewsCall) call
    = news_descriptor_prepare (fixture->descriptor, fixture->source, question, NULL);

  g_assert_cmpstr (call->url, ==, url);
}

static void
test_calls (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsPlace) second = news_place_new (2, 0, NULL);
  NewsQuestion site = { NEWS_ASK_SITE, NULL, NULL, NULL };
  NewsQuestion sections = { NEWS_ASK_SECTIONS, NULL, NULL, NULL };
  NewsQuestion list = { NEWS_ASK_LIST, "us", NULL, second };
  NewsQuestion all = { NEWS_ASK_LIST, NULL, NULL, NULL };
  NewsQuestion item = { NEWS_ASK_ITEM, NULL, "night-train", NULL };

  check_call (fixture, &site, "http://127.0.0.1:4711/en/");
  check_call (fixture, &sections, "http://127.0.0.1:4711/en/sections");
  check_call (fixture, &list, "http://127.0.0.1:4711/en/articles?section=us&size=10&page=2");
  check_call (fixture, &all, "http://127.0.0.1:4711/en/articles?size=10&page=1");
  check_call (fixture, &item, "http://127.0.0.1:4711/en/articles/night-train");
  g_assert_true (news_descriptor_asks_when_opened (fixture->descriptor));
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint status;
    const char *body;
    int code;
  } cases[] = {
    { 404, "{\"error\":{\"code\":\"no-story\",\"message\":\"There is no such story.\"}}",
      NEWS_API_ERROR_GONE },
    { 200, "{}", NEWS_API_ERROR_GONE },
    { 200, "{\"article\":null}", NEWS_API_ERROR_GONE },
    { 200, "{\"article\":{\"headline\":\"x\"}}", NEWS_API_ERROR_UNEXPECTED },
    { 200, "null", NEWS_API_ERROR_GONE },
  };
  NewsQuestion question = { NEWS_ASK_ITEM, NULL, "x", NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) body = g_bytes_new_static (cases[i].body, strlen (cases[i].body));
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].body);
      g_assert_null (api_test_read (fixture->descriptor, fixture->source, &question,
                                    cases[i].status, body, NULL, &error));
      g_assert_error (error, NEWS_API_ERROR, cases[i].code);
      g_assert_true (i > 0 || g_str_equal (error->message, "There is no such story."));
    }
}

#define ADD(name, func) g_test_add ("/sample/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("list", test_list);
  ADD ("others", test_others);
  ADD ("calls", test_calls);
  ADD ("gone", test_gone);

  return g_test_run ();
}
