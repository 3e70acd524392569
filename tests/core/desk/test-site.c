/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-test-paper.h"

#include <string.h>

#define PAGE                                                                         \
  "<html><head><title>A site</title><link rel='https://api.w.org/' href='%s/rest/'>" \
  "</head><body></body></html>"

static const char root[]
  = "{ \"name\": \"The Peers&#8217; Daily\", \"description\": \"News\", \"url\": "
    "\"https://peers.example\","
    "  \"home\": \"https://peers.example\", \"namespaces\": [ \"oembed/1.0\", \"wp/v2\" ] }";
static const char categories[]
  = "[ { \"id\": 3, \"name\": \"Arts &amp; Culture\", \"slug\": \"arts\", \"count\": 9, "
    "\"parent\": 0 },"
    "  { \"id\": 5, \"name\": \"Sports\", \"slug\": \"sports\", \"count\": 4, \"parent\": 0 } ]";
static const char feed[]
  = "{ \"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"A feed\","
    "  \"home_page_url\": \"https://feed.example/\", \"items\": ["
    "  { \"id\": \"a\", \"url\": \"https://feed.example/a\", \"title\": \"First\" } ] }";

static NewsTestPaper *
create_paper (void)
{
  return news_test_paper_new ("[ { \"id\": \"home\", \"title\": \"Home\" } ]", "[]");
}

static void
serve_site (NewsTestPaper *paper)
{
  g_autofree char *address = news_test_server_dup_url (paper->server, "");
  g_autofree char *page = g_strdup_printf (PAGE, address);
  g_autofree char *posts = news_test_paper_dup_posts (3, 1);

  news_test_server_serve (paper->server, "/", 200, "text/html", page);
  news_test_server_serve (paper->server, "/rest/", 200, "application/json", root);
  news_test_server_serve (paper->server, "/rest/wp/v2/categories", 200, "application/json",
                          categories);
  news_test_server_serve (paper->server, "/rest/wp/v2/posts", 200, "application/json", posts);
}

typedef struct
{
  NewsSite *site;
  GError *error;
  gboolean done;
} Found;

static void
found_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Found *found = user_data;

  found->site = news_desk_find_site_finish (NEWS_DESK (object), result, &found->error);
  found->done = TRUE;
}

static NewsSite *
find (NewsTestPaper *paper, const char *typed, GError **error)
{
  Found found = { NULL, NULL, FALSE };

  news_desk_find_site_async (paper->desk, typed, NULL, found_cb, &found);
  news_test_paper_run_until (&found.done);
  if (found.error != NULL)
    g_propagate_error (error, found.error);

  return found.site;
}

static NewsSite *
find_at (NewsTestPaper *paper, const char *path, GError **error)
{
  g_autofree char *typed = news_test_server_dup_url (paper->server, path);

  return find (paper, typed, error);
}

static void
added_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  gboolean *done = user_data;
  g_autoptr (GError) error = NULL;

  news_desk_add_site_finish (NEWS_DESK (object), result, &error);
  g_assert_no_error (error);
  *done = TRUE;
}

static void
add (NewsTestPaper *paper, NewsSite *site, GPtrArray *ids)
{
  gboolean done = FALSE;

  news_desk_add_site_async (paper->desk, site, ids, NULL, added_cb, &done);
  news_test_paper_run_until (&done);
}

static void
test_wordpress (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();
  g_autoptr (NewsSite) site = NULL;
  g_autoptr (GError) error = NULL;
  NewsApiSection *section;

  serve_site (paper);
  site = find_at (paper, "/", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (news_protocol_get_id (site->find.protocol), ==, "wordpress");
  g_assert_cmpstr (site->find.source->name, ==, "The Peers’ Daily");
  g_assert_cmpstr (site->find.source->home, ==, "https://peers.example");
  g_assert_cmpuint (site->articles, ==, 3);
  g_assert_cmpstr (site->headline, ==, "Story 3");
  g_assert_cmpuint (site->sections->len, ==, 2);
  section = g_ptr_array_index (site->sections, 0);
  g_assert_cmpstr (section->title, ==, "Arts & Culture");
  g_assert_cmpint (section->count, ==, 9);
}

static void
test_feed (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();
  g_autoptr (NewsSite) direct = NULL;
  g_autoptr (NewsSite) linked = NULL;
  g_autoptr (GError) error = NULL;

  news_test_server_serve (paper->server, "/f.json", 200, "application/feed+json", feed);
  news_test_server_serve (
    paper->server, "/blog", 200, "text/html",
    "<link rel=\"alternate\" type=\"application/feed+json\" href=\"/f.json\"><p>Hello");

  direct = find_at (paper, "/f.json", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (direct->find.source->name, ==, "A feed");
  g_assert_cmpuint (direct->sections->len, ==, 0);

  linked = find_at (paper, "/blog", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (linked->find.source->id, ==, direct->find.source->id);
}

/* Somebody who types a feed's address means the feed, also where the site says that it has more. */
static void
test_feed_of_a_site (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();
  g_autofree char *link = NULL;
  g_autofree char *address = news_test_server_dup_url (paper->server, "/rest/");
  g_autoptr (NewsSite) site = NULL;
  g_autoptr (GError) error = NULL;

  serve_site (paper);
  link = g_strdup_printf ("<%s>; rel=\"https://api.w.org/\"", address);
  news_test_server_serve (paper->server, "/feed/json/", 200, "application/feed+json", feed);
  news_test_server_add_header (paper->server, "/feed/json/", "Link", link);
  site = find_at (paper, "/feed/json/", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (news_protocol_get_id (site->find.protocol), ==, "jsonfeed");
}

static void
test_nothing_there (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();
  g_autoptr (GError) error = NULL;

  g_assert_null (find_at (paper, "/status/404", &error));
  g_assert_error (error, NEWS_API_ERROR, NEWS_API_ERROR_UNEXPECTED);
  g_clear_error (&error);

  g_assert_null (find (paper, "http://127.0.0.1:1/", &error));
  g_assert_error (error, NEWS_NET_ERROR, NEWS_NET_ERROR_UNREACHABLE);
  g_clear_error (&error);

  g_assert_null (find (paper, "not an address", &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (strlen (error->message), >, 10);
}

static void
test_add (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (NewsSite) site = NULL;
  g_autoptr (NewsSnapshot) snapshot = NULL;
  g_autofree char *id = NULL;
  NewsSection *section;

  serve_site (paper);
  site = find_at (paper, "/", NULL);
  g_ptr_array_add (ids, NULL);
  g_ptr_array_add (ids, (gpointer) "5");
  add (paper, site, ids);
  g_assert_cmpuint (g_list_model_get_n_items (news_desk_get_sections (paper->desk)), ==, 3);

  section = g_ptr_array_index (news_desk_get_edition (paper->desk)->sections, 2);
  id = g_strdup (section->id);
  g_assert_cmpstr (section->title, ==, "Sports");
  g_assert_cmpstr (section->group, ==, "The Peers’ Daily");

  /* It is asked for at once, and still there after a restart. */
  news_test_paper_settle (paper);
  snapshot = news_test_paper_list_section (paper, id);
  g_assert_cmpuint (snapshot->rows->len, ==, 3);
  news_test_paper_open (paper);
  g_assert_nonnull (news_desk_get_section (paper->desk, id));

  /* What is there already is not added twice. */
  add (paper, site, ids);
  g_assert_cmpuint (g_list_model_get_n_items (news_desk_get_sections (paper->desk)), ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/site/wordpress", test_wordpress);
  g_test_add_func ("/site/feed", test_feed);
  g_test_add_func ("/site/feed-of-a-site", test_feed_of_a_site);
  g_test_add_func ("/site/nothing-there", test_nothing_there);
  g_test_add_func ("/site/add", test_add);

  return g_test_run ();
}
