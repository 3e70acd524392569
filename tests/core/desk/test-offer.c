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
  return news_test_paper_new ("[ { \"id\": \"home\", \"title\": \"Home\" },"
                              "  { \"id\": \"games\", \"title\": \"Games\" } ]",
                              "[]");
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
  gpointer value;
  GError *error;
  gboolean done;
} Result;

static gpointer
take (Result *result, GError **error)
{
  news_test_paper_run_until (&result->done);
  if (result->error != NULL)
    g_propagate_error (error, result->error);

  return result->value;
}

static void
found_cb (GObject *object, GAsyncResult *task, gpointer user_data)
{
  Result *result = user_data;

  result->value = news_desk_find_offers_finish (NEWS_DESK (object), task, &result->error);
  result->done = TRUE;
}

static GPtrArray *
list (NewsTestPaper *paper, const char *typed, GError **error)
{
  Result result = { NULL, NULL, FALSE };

  news_desk_find_offers_async (paper->desk, typed, NULL, found_cb, &result);

  return take (&result, error);
}

/* The first of what is offered. */
static NewsOffer *
find_at (NewsTestPaper *paper, const char *path, GError **error)
{
  g_autofree char *typed = news_test_server_dup_url (paper->server, path);
  g_autoptr (GPtrArray) offers = list (paper, typed, error);

  return offers != NULL ? news_offer_ref (g_ptr_array_index (offers, 0)) : NULL;
}

static void
added_cb (GObject *object, GAsyncResult *task, gpointer user_data)
{
  Result *result = user_data;

  result->value = news_desk_add_offer_finish (NEWS_DESK (object), task, &result->error);
  result->done = TRUE;
}

static char *
add_into (NewsTestPaper *paper, NewsOffer *offer, GPtrArray *ids, const char *into, GError **error)
{
  Result result = { NULL, NULL, FALSE };

  news_desk_add_offer_async (paper->desk, offer, ids, into, NULL, added_cb, &result);

  return take (&result, error);
}

static void
add (NewsTestPaper *paper, NewsOffer *offer, GPtrArray *ids, const char *place)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *section = add_into (paper, offer, ids, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (section, ==, place);
}

static void
test_wordpress (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();
  g_autoptr (NewsOffer) offer = NULL;
  g_autoptr (GError) error = NULL;
  NewsApiSection *section;

  serve_site (paper);
  offer = find_at (paper, "/", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (news_protocol_get_id (offer->find.protocol), ==, "wordpress");
  g_assert_cmpstr (offer->find.source->name, ==, "The Peers’ Daily");
  g_assert_cmpstr (offer->find.source->home, ==, "https://peers.example");
  g_assert_cmpuint (offer->articles, ==, 3);
  g_assert_cmpstr (offer->headline, ==, "Story 3");
  g_assert_cmpuint (offer->sections->len, ==, 2);
  section = g_ptr_array_index (offer->sections, 0);
  g_assert_cmpstr (section->title, ==, "Arts & Culture");
  g_assert_cmpint (section->count, ==, 9);
}

static void
test_feed (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();
  g_autoptr (NewsOffer) direct = NULL;
  g_autoptr (NewsOffer) linked = NULL;
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
  g_autoptr (NewsOffer) offer = NULL;
  g_autoptr (GError) error = NULL;

  serve_site (paper);
  link = g_strdup_printf ("<%s>; rel=\"https://api.w.org/\"", address);
  news_test_server_serve (paper->server, "/feed/json/", 200, "application/feed+json", feed);
  news_test_server_add_header (paper->server, "/feed/json/", "Link", link);
  offer = find_at (paper, "/feed/json/", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (news_protocol_get_id (offer->find.protocol), ==, "jsonfeed");
}

static void
test_nothing_there (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();
  g_autoptr (GError) error = NULL;

  g_assert_null (find_at (paper, "/status/404", &error));
  g_assert_error (error, NEWS_API_ERROR, NEWS_API_ERROR_UNEXPECTED);
  g_clear_error (&error);

  g_assert_null (list (paper, "http://127.0.0.1:1/", &error));
  g_assert_error (error, NEWS_NET_ERROR, NEWS_NET_ERROR_UNREACHABLE);
  g_clear_error (&error);

  g_assert_null (list (paper, "not an address", &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (strlen (error->message), >, 10);
}

static void
test_add (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (NewsOffer) offer = NULL;
  g_autoptr (NewsSnapshot) snapshot = NULL;
  g_autofree char *id = NULL;
  NewsSection *section;

  serve_site (paper);
  offer = find_at (paper, "/", NULL);
  id = g_strdup_printf ("%s#5", offer->find.source->id);
  g_ptr_array_add (ids, NULL);
  g_ptr_array_add (ids, (gpointer) "5");
  add (paper, offer, ids, id);
  g_assert_cmpuint (g_list_model_get_n_items (news_desk_get_sections (paper->desk)), ==, 4);

  section = g_ptr_array_index (news_desk_get_edition (paper->desk)->sections, 3);
  g_assert_cmpstr (section->id, ==, id);
  g_assert_cmpstr (section->title, ==, "Sports");
  g_assert_cmpstr (section->group, ==, "The Peers’ Daily");

  /* It is asked for at once, and still there after a restart. */
  news_test_paper_settle (paper);
  snapshot = news_test_paper_list_section (paper, id);
  g_assert_cmpuint (snapshot->rows->len, ==, 3);
  news_test_paper_open (paper);
  g_assert_nonnull (news_desk_get_section (paper->desk, id));

  /* What is there already is not added twice; the reader is led to it. */
  add (paper, offer, ids, id);
  g_assert_cmpuint (g_list_model_get_n_items (news_desk_get_sections (paper->desk)), ==, 4);
  news_test_paper_settle (paper);
}

/* Into a section that the edition has: its other sources stay, and nothing is in it twice. */
static void
test_merge (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (NewsOffer) offer = NULL;
  NewsSection *section;

  serve_site (paper);
  offer = find_at (paper, "/", NULL);
  g_ptr_array_add (ids, (gpointer) "3");
  g_ptr_array_add (ids, NULL);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *place = add_into (paper, offer, ids, "games", &error);

      g_assert_no_error (error);
      g_assert_cmpstr (place, ==, "games");
      g_assert_cmpuint (news_desk_get_edition (paper->desk)->sections->len, ==, 2);
      section = news_edition_get_section (news_desk_get_edition (paper->desk), "games");
      g_assert_cmpstr (section->title, ==, "Games");
      g_assert_cmpuint (section->queries->len, ==, 2);
      g_assert_true (news_section_has_query (section, offer->find.source->id, "3"));
      g_assert_true (news_section_has_query (section, offer->find.source->id, NULL));
    }
  g_assert_nonnull (
    news_edition_get_source (news_desk_get_edition (paper->desk), offer->find.source->id));
  news_test_paper_settle (paper);
}

/* Neither where there is no such section, nor home, nor what the source does not have. */
static void
test_no_place (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (NewsOffer) offer = NULL;
  const struct
  {
    const char *id;
    const char *into;
  } cases[] = { { "3", "gone" }, { "3", "home" }, { "77", NULL }, { "77", "games" } };

  serve_site (paper);
  offer = find_at (paper, "/", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_ptr_array_set_size (ids, 0);
      g_ptr_array_add (ids, (gpointer) cases[i].id);
      g_assert_null (add_into (paper, offer, ids, cases[i].into, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
      g_assert_cmpuint (strlen (error->message), >, 10);
    }
  g_assert_cmpuint (news_desk_get_edition (paper->desk)->sections->len, ==, 2);
  g_assert_cmpuint (news_desk_get_edition (paper->desk)->sources->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/offer/wordpress", test_wordpress);
  g_test_add_func ("/offer/feed", test_feed);
  g_test_add_func ("/offer/feed-of-a-site", test_feed_of_a_site);
  g_test_add_func ("/offer/nothing-there", test_nothing_there);
  g_test_add_func ("/offer/add", test_add);
  g_test_add_func ("/offer/merge", test_merge);
  g_test_add_func ("/offer/no-place", test_no_place);

  return g_test_run ();
}
