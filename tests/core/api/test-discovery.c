/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "api-test.h"

#include <string.h>

#define WP_LINK "<https://h.example/wp-json/>; rel=\"https://api.w.org/\""

/* What a site answers to the addresses that it knows; all others are 404. */
typedef struct
{
  const char *address;
  const char *fixture;
  const char *link;     /* the header Link, or NULL */
  const char *redirect; /* where the answer came from in the end, or NULL */
} Answer;

static gboolean
answer_way (const Answer *answers, const char *address, NewsReply *reply, GBytes **body)
{
  *body = NULL;
  for (; answers->address != NULL; answers++)
    if (strcmp (answers->address, address) == 0)
      {
        reply->status = 200;
        reply->url = answers->redirect != NULL ? answers->redirect : address;
        *body = api_test_fixture (answers->fixture);
        if (answers->link != NULL)
          g_hash_table_insert (reply->headers, (char *) "link", (char *) answers->link);
        return TRUE;
      }

  return FALSE;
}

/* Goes the ways in order until one leads to the API; @asked counts the different addresses. */
static NewsSource *
discover (NewsDescriptor *descriptor, const char *typed, const Answer *answers, guint *asked)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  NewsSource *source = NULL;

  for (guint i = 0; source == NULL && i < news_descriptor_get_n_ways (descriptor); i++)
    {
      g_autofree char *address = news_descriptor_dup_way_address (descriptor, i, typed);
      g_autoptr (GHashTable) headers = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr (GBytes) nothing = g_bytes_new_static ("Not found", 9);
      g_autoptr (GBytes) body = NULL;
      NewsReply reply = { 404, address, headers, nothing };

      if (address == NULL)
        continue;
      if (answer_way (answers, address, &reply, &body))
        reply.body = body;
      source = news_descriptor_try_way (descriptor, i, typed, &reply);
      g_hash_table_add (seen, g_steal_pointer (&address));
    }
  *asked = g_hash_table_size (seen);

  return source;
}

static const struct
{
  const char *api;
  const char *typed;
  Answer answers[3];
  const char *found; /* NULL if there is nothing to be found */
  guint asked;
} cases[] = {
  /* WordPress by its header, from any page. */
  { "wordpress",
    "https://h.example",
    { { "https://h.example/", "pages/blocked.html", WP_LINK } },
    "https://h.example/wp-json/",
    1 },
  { "wordpress",
    "https://h.example/2026/11/tide-mill/#comments",
    { { "https://h.example/2026/11/tide-mill/", "pages/blocked.html",
        "</feed>; rel=alternate, </wp-json>; rel=\"https://api.w.org/\"" } },
    "https://h.example/wp-json/",
    1 },

  /* By the link in the page. */
  { "wordpress",
    "https://h.example/news",
    { { "https://h.example/news", "pages/wordpress.html" } },
    "https://h.example/wp-json/",
    1 },

  /* The root itself, with and without its slash, pretty and plain. */
  { "wordpress",
    "https://h.example/wp-json/",
    { { "https://h.example/wp-json/", "wordpress/root.json" } },
    "https://h.example/wp-json/",
    1 },
  { "wordpress",
    "https://h.example/wp-json",
    { { "https://h.example/wp-json", "wordpress/root.json" } },
    "https://h.example/wp-json/",
    1 },
  { "wordpress",
    "http://h.example:8080/?rest_route=/",
    { { "http://h.example:8080/?rest_route=/", "wordpress/root.json" } },
    "http://h.example:8080/?rest_route=/",
    1 },
  { "wordpress",
    "http://h.example",
    { { "http://h.example/", "wordpress/root.json", NULL, "https://www.h.example/wp-json/" } },
    "https://www.h.example/wp-json/",
    1 },

  /* By guessing: where the page says nothing. */
  { "wordpress",
    "https://h.example/blog",
    { { "https://h.example/blog/wp-json/", "wordpress/root.json" } },
    "https://h.example/blog/wp-json/",
    2 },
  { "wordpress",
    "https://h.example/blog/index.php",
    { { "https://h.example/blog/?rest_route=/", "wordpress/root.json" } },
    "https://h.example/blog/?rest_route=/",
    4 },
  { "wordpress",
    "https://h.example/a/story.html",
    { { "https://h.example/wp-json/", "wordpress/root.json" } },
    "https://h.example/wp-json/",
    3 },
  { "wordpress",
    "https://h.example/a/",
    { { "https://h.example/?rest_route=/", "wordpress/root.json" } },
    "https://h.example/?rest_route=/",
    5 },

  /* What is none. */
  { "wordpress",
    "https://h.example",
    { { "https://h.example/", "pages/jsonfeed.html" } },
    NULL,
    3 },
  { "wordpress", "https://h.example", { { "https://h.example/", "jsonfeed/feed.json" } }, NULL, 3 },
  { "wordpress", "h.example", { { NULL } }, NULL, 0 },
  { "wordpress", "ftp://h.example/", { { NULL } }, NULL, 0 },

  /* JSON Feed. */
  { "jsonfeed",
    "https://s.example/feed.json",
    { { "https://s.example/feed.json", "jsonfeed/feed.json" } },
    "https://s.example/feed.json",
    1 },
  { "jsonfeed",
    "https://S.example/feed.json?x=1#y",
    { { "https://s.example/feed.json?x=1", "jsonfeed/feed-1.json" } },
    "https://s.example/feed.json?x=1",
    1 },
  { "jsonfeed",
    "https://s.example",
    { { "https://s.example/", "pages/jsonfeed-type.html" } },
    "https://s.example/feeds/all.json",
    1 },
  { "jsonfeed",
    "https://s.example",
    { { "https://s.example/", "pages/jsonfeed.html" } },
    "https://shore.example/blog/feed.json",
    1 },
  { "jsonfeed",
    "https://s.example/blog",
    { { "https://s.example/blog/feed/json", "jsonfeed/empty.json" } },
    "https://s.example/blog/feed/json",
    4 },
  { "jsonfeed",
    "https://s.example/a/b.html",
    { { "https://s.example/feed.json", "jsonfeed/feed.json" } },
    "https://s.example/feed.json",
    3 },
  { "jsonfeed",
    "https://s.example",
    { { "https://s.example/", "pages/wordpress.html" } },
    NULL,
    3 },
  { "jsonfeed",
    "https://s.example/x.json",
    { { "https://s.example/x.json", "jsonfeed/rss-in-json.json" } },
    NULL,
    3 },

  /* The sample. */
  { "sample",
    "http://127.0.0.1:4711/en",
    { { "http://127.0.0.1:4711/en", "sample/root.json" } },
    "http://127.0.0.1:4711/en/",
    1 },
  { "sample", "https://h.example", { { "https://h.example/", "wordpress/root.json" } }, NULL, 1 },
};

static void
test_ways (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NewsDescriptor) descriptor = api_test_load (cases[i].api);
      guint asked = 0;
      g_autoptr (NewsSource) source
        = discover (descriptor, cases[i].typed, cases[i].answers, &asked);
      g_autofree char *id = g_strconcat (cases[i].api, ":", cases[i].found, NULL);

      g_test_message ("%s at %s", cases[i].api, cases[i].typed);
      g_assert_cmpuint (asked, ==, cases[i].asked);
      g_assert_cmpint (source != NULL, ==, cases[i].found != NULL);
      if (source == NULL)
        continue;

      g_assert_cmpstr (news_descriptor_get_address (descriptor, source), ==, cases[i].found);
      g_assert_cmpstr (source->id, ==, id);
      g_assert_cmpstr (source->api, ==, cases[i].api);
      g_assert_cmpstr (source->name, !=, "");
    }
}

/* The top of the sample's server is not one of its editions. */
static void
test_sample_top (void)
{
  static const char top[] = "{\"api\":\"broadsheet-sample\",\"editions\":[]}";
  g_autoptr (NewsDescriptor) descriptor = api_test_load ("sample");
  g_autoptr (GBytes) body = g_bytes_new_static (top, strlen (top));
  NewsReply reply = { 200, "http://127.0.0.1:4711/", NULL, body };

  g_assert_null (news_descriptor_try_way (descriptor, 0, "http://127.0.0.1:4711/", &reply));
}

/* A probe believes nothing but a good answer; a link is one in any answer. */
static void
test_status (void)
{
  g_autoptr (NewsDescriptor) descriptor = api_test_load ("wordpress");
  g_autoptr (GBytes) root = api_test_fixture ("wordpress/root.json");
  g_autoptr (GHashTable) headers = g_hash_table_new (g_str_hash, g_str_equal);
  NewsReply reply = { 403, "https://h.example/", headers, root };
  g_autoptr (NewsSource) linked = NULL;

  for (guint i = 0; i < news_descriptor_get_n_ways (descriptor); i++)
    g_assert_null (news_descriptor_try_way (descriptor, i, "https://h.example/", &reply));

  g_hash_table_insert (headers, (char *) "link", (char *) WP_LINK);
  linked = news_descriptor_try_way (descriptor, 0, "https://h.example/", &reply);
  g_assert_nonnull (linked);
  g_assert_cmpstr (linked->name, ==, "h.example");
}

static void
test_no_body (void)
{
  g_autoptr (NewsDescriptor) descriptor = api_test_load ("jsonfeed");
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  NewsReply reply = { 200, NULL, NULL, nothing };
  NewsReply none = { 200, NULL, NULL, NULL };

  for (guint i = 0; i < news_descriptor_get_n_ways (descriptor); i++)
    {
      g_assert_null (news_descriptor_try_way (descriptor, i, "https://h.example/", &reply));
      g_assert_null (news_descriptor_try_way (descriptor, i, "https://h.example/", &none));
      g_assert_null (news_descriptor_try_way (descriptor, i, "nonsense", &reply));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/discovery/ways", test_ways);
  g_test_add_func ("/discovery/sample-top", test_sample_top);
  g_test_add_func ("/discovery/status", test_status);
  g_test_add_func ("/discovery/no-body", test_no_body);

  return g_test_run ();
}
