/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-check.h"
#include "news-offer.h"
#include "news-test-paper.h"

#include <string.h>

#define RSS                                                                                   \
  "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>"     \
  "<title>%s</title><link>https://gazette.example/</link><language>en</language>%s</channel>" \
  "</rss>"
#define ITEM                                                                      \
  "<item><title>%s</title><link>https://gazette.example/%s</link><guid>%s</guid>" \
  "<pubDate>Mon, 23 Nov 2026 10:00:00 GMT</pubDate><description>Short.</description></item>"
#define ATOM_PAGE                                                                              \
  "<feed xmlns='http://www.w3.org/2005/Atom'><title>Paged</title><link rel='next' href='%s'/>" \
  "<entry><title>%s</title><id>%s</id><link href='https://a.example/%s'/>"                     \
  "<updated>2026-11-23T10:00:00Z</updated></entry></feed>"

/* An edition with one section, which is the feed at /feed. */
static NewsTestPaper *
create_paper (void)
{
  return news_test_paper_new (
    "[ { \"id\": \"home\", \"title\": \"Home\" },"
    "  { \"id\": \"all\", \"title\": \"All\", \"queries\": [ { \"source\": \"f\" } ] } ]",
    "[ { \"id\": \"f\", \"name\": \"Gazette\", \"api\": \"feed\","
    "    \"parameters\": { \"feed\": \"@SERVER@/feed\" } } ]");
}

static void
serve_rss (NewsTestServer *server, const char *path, const char *title, const char *headline)
{
  g_autofree char *item = g_strdup_printf (ITEM, headline, headline, headline);
  g_autofree char *body = g_strdup_printf (RSS, title, item);

  news_test_server_serve (server, path, 200, "application/rss+xml", body);
}

static void
serve_whole (NewsTestServer *server, const char *path, const char *title)
{
  GString *words = g_string_new (NULL);
  g_autofree char *item = NULL;
  g_autofree char *body = NULL;

  for (int i = 0; i < 200; i++)
    g_string_append (words, "Words ");
  item = g_strdup_printf ("<item><title>Long</title><guid>l</guid><content:encoded>%s"
                          "</content:encoded></item>",
                          words->str);
  g_string_free (words, TRUE);
  body = g_strdup_printf (RSS, title, item);
  news_test_server_serve (server, path, 200, "application/rss+xml", body);
}

/* --- reading -------------------------------------------------------------------------------- */

static NewsAnswer *
ask (NewsTestServer *server, const char *path, const NewsPlace *place, GError **error)
{
  g_autoptr (NewsFetcher) fetcher = news_fetcher_new ();
  g_autoptr (NewsRegistry) registry = news_registry_load (NULL, NULL);
  g_autoptr (NewsSource) source = news_source_new ("f", "Feed", "feed");
  g_autofree char *url = news_test_server_dup_url (server, path);
  g_auto (NewsErrand) errand = { 0 };

  news_source_set_parameter (source, "feed", url);
  errand.protocol = news_registry_get (registry, "feed");
  errand.source = source;
  errand.question.ask = NEWS_ASK_LIST;
  errand.question.place = place;
  news_errand_run (&errand, fetcher, NULL, NULL, error);
  news_fetcher_close (fetcher);

  return g_steal_pointer (&errand.answer);
}

static void
test_pages (void)
{
  g_autoptr (NewsTestServer) server = news_test_server_new ();
  g_autofree char *first = g_strdup_printf (ATOM_PAGE, "/atom2", "One", "1", "1");
  g_autofree char *second = g_strdup_printf (ATOM_PAGE, "/atom2", "Two", "2", "2");
  g_autoptr (NewsAnswer) newest = NULL;
  g_autoptr (NewsAnswer) older = NULL;

  news_test_server_serve (server, "/atom", 200, "application/atom+xml", first);
  news_test_server_serve (server, "/atom2", 200, "application/atom+xml", second);
  newest = ask (server, "/atom", NULL, NULL);
  g_assert_nonnull (newest->next);
  g_assert_true (g_str_has_suffix (newest->next->cursor, "/atom2"));

  /* The second leads to itself. */
  older = ask (server, "/atom", newest->next, NULL);
  g_assert_cmpstr (((NewsArticle *) g_ptr_array_index (older->articles, 0))->title, ==, "Two");
  g_assert_null (older->next);
}

/* What is relative in a body is so to the base that the feed tells, not to the page's address. */
static void
test_base (void)
{
  g_autoptr (NewsTestServer) server = news_test_server_new ();
  g_autoptr (NewsAnswer) answer = NULL;
  NewsArticle *article;

  news_test_server_serve (
    server, "/atom", 200, "application/atom+xml",
    "<feed xmlns='http://www.w3.org/2005/Atom'><title>Feed</title><entry><id>1</id>"
    "<link href='https://a.example/story'/><content type='html' xml:base='https://b.example/dir/'>"
    "&lt;p>Words&lt;/p>&lt;img src='p.jpg' width='800' height='600'></content></entry></feed>");
  answer = ask (server, "/atom", NULL, NULL);
  article = g_ptr_array_index (answer->articles, 0);
  g_assert_cmpstr (article->url, ==, "https://a.example/story");
  g_assert_nonnull (article->lead);
  g_assert_cmpstr (g_array_index (article->lead->files, NewsPictureFile, 0).url, ==,
                   "https://b.example/dir/p.jpg");
}

static void
test_errors (void)
{
  static const struct
  {
    guint status;
    NewsApiError code;
  } cases[] = { { 404, NEWS_API_ERROR_UNEXPECTED },
                { 410, NEWS_API_ERROR_GONE },
                { 429, NEWS_API_ERROR_RATE_LIMITED },
                { 503, NEWS_API_ERROR_SERVER },
                { 200, NEWS_API_ERROR_NOT_JSON } };
  g_autoptr (NewsTestServer) server = news_test_server_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      news_test_server_serve (server, "/f", cases[i].status, "text/html", "<html>Page</html>");
      g_assert_null (ask (server, "/f", NULL, &error));
      g_assert_error (error, NEWS_API_ERROR, (int) cases[i].code);
      g_assert_cmpuint (strlen (error->message), >, 10);
    }
}

static void
test_section (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();
  g_autoptr (NewsSnapshot) snapshot = NULL;

  serve_rss (paper->server, "/feed", "Gazette", "Ferry");
  news_test_paper_refresh (paper);
  snapshot = news_test_paper_list_section (paper, "all");
  g_assert_cmpuint (snapshot->rows->len, ==, 1);
}

/* --- finding -------------------------------------------------------------------------------- */

static GPtrArray *
list (NewsTestServer *server, const char *path, GError **error)
{
  g_autoptr (NewsFetcher) fetcher = news_fetcher_new ();
  g_autoptr (NewsRegistry) registry = news_registry_load (NULL, NULL);
  g_autofree char *url = news_test_server_dup_url (server, path);
  GPtrArray *offers = news_offer_list (fetcher, registry, NULL, url, NULL, error);

  news_fetcher_close (fetcher);

  return offers;
}

static NewsOffer *
get_offer (GPtrArray *offers, guint index)
{
  g_assert_nonnull (offers);
  g_assert_cmpuint (index, <, offers->len);

  return g_ptr_array_index (offers, index);
}

static void
check_offer (NewsOffer *offer, const char *api, const char *name, gboolean whole)
{
  g_assert_cmpstr (news_protocol_get_id (offer->find.protocol), ==, api);
  g_assert_cmpstr (offer->find.source->name, ==, name);
  g_assert_cmpint (offer->whole, ==, whole);
}

/* A site with an API that is closed, two feeds and one of comments. */
static void
test_links (void)
{
  g_autoptr (NewsTestServer) server = news_test_server_new ();
  g_autoptr (GPtrArray) offers = NULL;

  serve_rss (server, "/comments/feed", "Comments", "Reply");
  serve_rss (server, "/short", "Headlines", "Ferry");
  serve_whole (server, "/long", "Everything");
  news_test_server_serve (
    server, "/", 200, "text/html",
    "<html><head><link rel='https://api.w.org/' href='/wp-json/'>"
    "<link rel='shortcut icon' href='/small.ico'><link rel=apple-touch-icon href='/large.png'>"
    "<link rel=alternate type='application/rss+xml' title='Comments Feed' href='/comments/feed'>"
    "<link rel=alternate type='application/rss+xml' title='Headlines' href='/short'>"
    "<link rel=alternate type='application/rss+xml' title='Everything' href='/long'></head>");
  news_test_server_serve (server, "/wp-json/", 401, "application/json",
                          "{ \"code\": \"rest_disabled\", \"message\": \"No\" }");

  offers = list (server, "/", NULL);
  g_assert_cmpuint (offers->len, ==, 3);
  check_offer (get_offer (offers, 0), "feed", "Everything", TRUE);
  check_offer (get_offer (offers, 1), "feed", "Headlines", FALSE);
  check_offer (get_offer (offers, 2), "feed", "Comments", FALSE);
  g_assert_cmpstr (get_offer (offers, 1)->headline, ==, "Ferry");
  g_assert_cmpstr (get_offer (offers, 1)->find.source->home, ==, "https://gazette.example/");
  g_assert_cmpstr (get_offer (offers, 1)->find.source->language, ==, "en");
  g_assert_true (g_str_has_suffix (get_offer (offers, 1)->find.icon, "/large.png"));
  /* Who is told where the feeds are does not knock at other doors for them. */
  g_assert_cmpuint (news_test_server_count (server, "/rss"), ==, 0);
}

/* A header does as well as an element, and both together tell of a feed once. */
static void
test_link_header (void)
{
  g_autoptr (NewsTestServer) server = news_test_server_new ();
  g_autoptr (GPtrArray) offers = NULL;

  serve_rss (server, "/hidden", "Headlines", "Ferry");
  serve_rss (server, "/other", "Other", "Bridge");
  news_test_server_serve (
    server, "/", 200, "text/html",
    "<html><head><link rel=alternate type='application/rss+xml' href='/other'></head><p>Words");
  news_test_server_add_header (
    server, "/", "Link",
    "</style.css>; rel=preload, </hidden>; rel=\"alternate\"; type=\"Application/RSS+XML;"
    " charset=utf-8\"; title=\"Headlines\", </other>; rel=alternate;"
    " type=\"application/rss+xml\"");
  offers = list (server, "/", NULL);
  g_assert_cmpuint (offers->len, ==, 2);
  check_offer (get_offer (offers, 0), "feed", "Headlines", FALSE);
  check_offer (get_offer (offers, 1), "feed", "Other", FALSE);
}

static void
test_places (void)
{
  g_autoptr (NewsTestServer) server = news_test_server_new ();
  g_autoptr (GPtrArray) offers = NULL;

  news_test_server_serve (server, "/", 200, "text/html", "<html><p>No links");
  serve_rss (server, "/atom.xml", "Hidden", "Found");
  offers = list (server, "/", NULL);
  g_assert_cmpuint (offers->len, ==, 1);
  check_offer (get_offer (offers, 0), "feed", "Hidden", FALSE);
  g_assert_cmpuint (news_test_server_count (server, "/index.xml"), ==, 0);
}

/* Who types a feed's address means the feed, also where there is an API besides. */
static void
test_itself (void)
{
  g_autoptr (NewsTestServer) server = news_test_server_new ();
  g_autofree char *root = news_test_server_dup_url (server, "/wp-json/");
  g_autofree char *link = g_strdup_printf ("<%s>; rel=\"https://api.w.org/\"", root);
  g_autofree char *posts = news_test_paper_dup_posts (3, 1);
  g_autoptr (GPtrArray) offers = NULL;

  serve_rss (server, "/feed", "Gazette", "Ferry");
  news_test_server_add_header (server, "/feed", "Link", link);
  news_test_server_serve (server, "/wp-json/", 200, "application/json",
                          "{ \"name\": \"Press\", \"url\": \"https://p.example\", \"home\": "
                          "\"https://p.example\", \"namespaces\": [ \"wp/v2\" ] }");
  news_test_server_serve (server, "/wp-json/wp/v2/posts", 200, "application/json", posts);
  news_test_server_serve (server, "/wp-json/wp/v2/categories", 200, "application/json", "[]");
  offers = list (server, "/feed", NULL);
  g_assert_cmpuint (offers->len, ==, 2);
  check_offer (get_offer (offers, 0), "feed", "Gazette", FALSE);
  g_assert_true (get_offer (offers, 0)->find.meant);
  check_offer (get_offer (offers, 1), "wordpress", "Press", FALSE);
}

static void
test_check (void)
{
  g_autoptr (NewsTestServer) server = news_test_server_new ();
  g_autofree char *url = news_test_server_dup_url (server, "/feed");
  NewsCheck check = { .address = url, .page = 1 };
  g_autofree char *report = NULL;

  serve_rss (server, "/feed", "Gazette", "Ferry");
  g_assert_cmpint (news_check_run (&check, NULL, &report), ==, NEWS_CHECK_READ);
  g_assert_nonnull (strstr (report, "\"api\" : \"feed\""));
  g_assert_nonnull (strstr (report, "\"name\" : \"Gazette\""));
  g_assert_nonnull (strstr (report, "\"title\" : \"Ferry\""));
  g_assert_nonnull (strstr (report, "\"errors\" : []"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/feeds/pages", test_pages);
  g_test_add_func ("/feeds/base", test_base);
  g_test_add_func ("/feeds/errors", test_errors);
  g_test_add_func ("/feeds/section", test_section);
  g_test_add_func ("/feeds/links", test_links);
  g_test_add_func ("/feeds/link-header", test_link_header);
  g_test_add_func ("/feeds/places", test_places);
  g_test_add_func ("/feeds/itself", test_itself);
  g_test_add_func ("/feeds/check", test_check);

  return g_test_run ();
}
