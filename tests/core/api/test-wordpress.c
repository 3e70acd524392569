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
  fixture->descriptor = api_test_load ("wordpress");
  fixture->source = api_test_source ("wordpress", "https://harbour.example/wp-json/");
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
check_list (char **list, const char *expected)
{
  g_autofree char *joined = api_test_join (list);

  g_assert_cmpstr (joined, ==, expected);
}

static void
check_file (NewsArticle *article, guint index, int width, int height, const char *url)
{
  NewsPictureFile *file = &g_array_index (article->lead->files, NewsPictureFile, index);

  g_assert_cmpint (file->width, ==, width);
  g_assert_cmpint (file->height, ==, height);
  g_assert_cmpstr (file->url, ==, url);
}

static void
test_full (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsAnswer) answer = read_good (fixture, NEWS_ASK_LIST, "wordpress/list.json");
  NewsArticle *article = g_ptr_array_index (answer->articles, 0);

  g_assert_cmpuint (answer->articles->len, ==, 5);
  g_assert_cmpuint (answer->faults->len, ==, 0);
  g_assert_cmpstr (article->id, ==, "4301");
  g_assert_cmpstr (article->title, ==,
                   "The tide mill turns again – after 90\xc2\xa0years & two floods");
  g_assert_cmpstr (article->url, ==, "https://harbour.example/2026/11/tide-mill/");
  g_assert_cmpstr (article->byline, ==, "Ida Merrow, Tom O’Dell");
  g_assert_cmpstr (article->outlet, ==, "The Test Gazette");
  g_assert_cmpstr (article->standfirst, ==,
                   "Millers from three villages met at the sluice on Saturday morning to see "
                   "whether the wheel would…");
  g_assert_cmpint (article->published, ==, 1795357800);
  g_assert_cmpint (article->updated, ==, 1795359600);
  g_assert_true (g_str_has_prefix (article->body_html, "<p>The wheel turned at <strong>six"));
  g_assert_null (article->body_text);
  g_assert_null (article->language);
  g_assert_false (article->protected);
  g_assert_cmpint (article->visits, ==, -1);
  check_list (article->topics, "Mills|Tides & rivers");
  check_list (article->sections, "12|9");

  g_assert_cmpuint (article->lead->files->len, ==, 3);
  check_file (article, 0, 300, 200, "https://harbour.example/files/tide-mill-300x200.jpg");
  check_file (article, 1, 1024, 683, "https://harbour.example/files/tide-mill-1024x683.jpg");
  check_file (article, 2, 2048, 1366, "https://harbour.example/files/tide-mill.jpg");
  g_assert_cmpstr (article->lead->alt, ==, "A wooden wheel, half in the water");
  g_assert_cmpstr (article->lead->caption, ==, "The wheel on Saturday. Photo: Ida Merrow");
}

static void
test_protected (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsAnswer) answer = read_good (fixture, NEWS_ASK_LIST, "wordpress/list.json");
  NewsArticle *article = g_ptr_array_index (answer->articles, 1);

  g_assert_true (article->protected);
  g_assert_null (article->body_html);
  g_assert_null (article->standfirst);
  g_assert_null (article->byline);
  g_assert_null (article->lead);
  g_assert_cmpstr (article->title, ==, "Protected: Notes for members");
  check_list (article->sections, "9");
}

/* Errors where the author and the picture should be, and no time that can be trusted. */
static void
test_gaps (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsAnswer) answer = read_good (fixture, NEWS_ASK_LIST, "wordpress/list.json");
  NewsArticle *article = g_ptr_array_index (answer->articles, 2);

  g_assert_cmpint (article->published, ==, 0);
  g_assert_cmpint (article->updated, ==, 0);
  g_assert_cmpstr (article->title, ==, "Signals &#8212; how they are read");
  g_assert_cmpstr (article->standfirst, ==, "Eleven flags say all that a harbour needs.");
  g_assert_cmpstr (article->byline, ==, "Sea Desk");
  g_assert_cmpstr (article->language, ==, "en-GB");
  check_list (article->sections, "9|14");

  /* That of the body is found where bodies are read. */
  g_assert_null (article->lead);
}

/* The whole API's index where the picture should be, and the places that are tried then. */
static void
test_other_pictures (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsAnswer) answer = read_good (fixture, NEWS_ASK_LIST, "wordpress/list.json");
  NewsArticle *rope = g_ptr_array_index (answer->articles, 3);
  NewsArticle *kelp = g_ptr_array_index (answer->articles, 4);

  g_assert_cmpuint (rope->lead->files->len, ==, 1);
  check_file (rope, 0, 0, 0, "https://harbour.example/files/rope.jpg");
  check_file (kelp, 0, 1200, 630, "https://harbour.example/files/kelp.jpg");
  g_assert_cmpstr (kelp->standfirst, ==, "渔民说，今年的海带比往年长得慢，海水也比往年…");
  g_assert_cmpstr (kelp->language, ==, "zh-CN");
  g_assert_null (kelp->body_html);
}

static void
test_broken (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsAnswer) answer = read_good (fixture, NEWS_ASK_LIST, "wordpress/broken.json");
  NewsArticle *article;

  g_assert_cmpuint (answer->articles->len, ==, 4);
  g_assert_cmpuint (answer->faults->len, ==, 5);
  g_assert_cmpstr (g_ptr_array_index (answer->faults, 0), ==, "Article 2 is not an object.");
  g_assert_cmpstr (g_ptr_array_index (answer->faults, 3), ==,
                   "Article 5 has neither an id nor an address.");
  g_assert_cmpstr (g_ptr_array_index (answer->faults, 4), ==,
                   "Article 6 has neither an id nor an address.");

  article = g_ptr_array_index (answer->articles, 0);
  g_assert_cmpstr (article->id, ==, "4301");
  article = g_ptr_array_index (answer->articles, 1);
  g_assert_cmpstr (article->id, ==, "https://harbour.example/2026/11/no-id/");
  g_assert_null (article->title);
  article = g_ptr_array_index (answer->articles, 2);
  g_assert_cmpstr (article->id, ==, "9007199254740993");
  g_assert_null (article->url);
  g_assert_cmpint (article->published, ==, 0);
  check_list (article->topics, "Salt");
  article = g_ptr_array_index (answer->articles, 3);
  g_assert_cmpstr (article->id, ==, "12");
  g_assert_cmpstr (article->title, ==, "<b> is a tag");
}

static void
test_warnings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsAnswer) answer = read_good (fixture, NEWS_ASK_LIST, "wordpress/warnings.txt");

  g_assert_cmpuint (answer->articles->len, ==, 1);
}

static void
test_paging (Fixture *fixture, gconstpointer data)
{
  static const char *const headers[] = { "X-WP-Total: 48", "X-WP-TotalPages: 10", NULL };
  g_autoptr (GBytes) list = api_test_fixture ("wordpress/list.json");
  g_autoptr (GBytes) end = api_test_fixture ("wordpress/past-the-end.json");
  g_autoptr (GBytes) empty = g_bytes_new_static ("[]", 2);
  g_autoptr (NewsPlace) last = news_place_new (10, 5, NULL);
  NewsQuestion question = { NEWS_ASK_LIST, "9", NULL, NULL };
  g_autoptr (NewsAnswer) first = NULL;
  g_autoptr (NewsAnswer) tenth = NULL;
  g_autoptr (NewsAnswer) beyond = NULL;
  g_autoptr (NewsAnswer) nothing = NULL;
  g_autoptr (NewsAnswer) silent = NULL;
  g_autoptr (GError) error = NULL;

  first
    = api_test_read (fixture->descriptor, fixture->source, &question, 200, list, headers, &error);
  g_assert_no_error (error);
  g_assert_cmpint (first->total, ==, 48);
  g_assert_cmpuint (first->next->page, ==, 2);

  question.place = last;
  tenth
    = api_test_read (fixture->descriptor, fixture->source, &question, 200, list, headers, &error);
  g_assert_null (tenth->next);
  beyond = api_test_read (fixture->descriptor, fixture->source, &question, 400, end, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (beyond->articles->len, ==, 0);
  g_assert_null (beyond->next);

  question.place = NULL;
  nothing
    = api_test_read (fixture->descriptor, fixture->source, &question, 200, empty, headers, &error);
  g_assert_no_error (error);
  g_assert_null (nothing->next);
  silent = api_test_read (fixture->descriptor, fixture->source, &question, 200, list, NULL, &error);
  g_assert_cmpint (silent->total, ==, -1);
  g_assert_null (silent->next);
}

static void
test_site (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsAnswer) answer = read_good (fixture, NEWS_ASK_SITE, "wordpress/root.json");

  g_assert_cmpstr (answer->site->name, ==, "The Harbour & Coast Gazette");
  g_assert_cmpstr (answer->site->summary, ==, "News of the “long shore”");
  g_assert_cmpstr (answer->site->home, ==, "https://harbour.example");
  g_assert_null (answer->site->language);
}

static void
test_sections (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsAnswer) answer
    = read_good (fixture, NEWS_ASK_SECTIONS, "wordpress/categories.json");
  NewsApiSection *section = g_ptr_array_index (answer->sections, 0);

  g_assert_cmpuint (answer->sections->len, ==, 3);
  g_assert_cmpuint (answer->faults->len, ==, 1);
  g_assert_cmpstr (section->id, ==, "9");
  g_assert_cmpstr (section->title, ==, "Coast");
  g_assert_null (section->parent);
  g_assert_cmpint (section->count, ==, 210);
  section = g_ptr_array_index (answer->sections, 1);
  g_assert_cmpstr (section->title, ==, "Crafts & trades");
  g_assert_cmpstr (section->parent, ==, "9");
  section = g_ptr_array_index (answer->sections, 2);
  g_assert_cmpstr (section->title, ==, "knots");
  g_assert_cmpint (section->count, ==, 3);
}

/* What is wrong with an answer, and how it is told. */
static const struct
{
  NewsAsk ask;
  guint status;
  const char *fixture;
  int code;
} errors[] = {
  { NEWS_ASK_LIST, 404, "wordpress/no-route.json", NEWS_API_ERROR_UNEXPECTED },
  { NEWS_ASK_ITEM, 404, "wordpress/no-post.json", NEWS_API_ERROR_GONE },
  { NEWS_ASK_LIST, 401, "wordpress/closed.json", NEWS_API_ERROR_BLOCKED },
  { NEWS_ASK_LIST, 403, "pages/blocked.html", NEWS_API_ERROR_BLOCKED },
  { NEWS_ASK_LIST, 429, "pages/blocked.html", NEWS_API_ERROR_RATE_LIMITED },
  { NEWS_ASK_LIST, 503, "pages/blocked.html", NEWS_API_ERROR_SERVER },
  { NEWS_ASK_LIST, 200, "pages/blocked.html", NEWS_API_ERROR_NOT_JSON },
  { NEWS_ASK_LIST, 200, "wordpress/root.json", NEWS_API_ERROR_UNEXPECTED },
  { NEWS_ASK_SECTIONS, 200, "sample/sections.json", NEWS_API_ERROR_UNEXPECTED },
  { NEWS_ASK_SITE, 200, "wordpress/list.json", NEWS_API_ERROR_UNEXPECTED },
  { NEWS_ASK_ITEM, 200, "wordpress/list.json", NEWS_API_ERROR_UNEXPECTED },
  { NEWS_ASK_ITEM, 410, "pages/blocked.html", NEWS_API_ERROR_GONE },
};

static void
test_errors (Fixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      g_autoptr (GBytes) body = api_test_fixture (errors[i].fixture);
      g_autoptr (GError) error = NULL;
      NewsQuestion question = { errors[i].ask, NULL, "1", NULL };
      g_autoptr (NewsAnswer) answer = api_test_read (
        fixture->descriptor, fixture->source, &question, errors[i].status, body, NULL, &error);

      g_assert_null (answer);
      g_assert_error (error, NEWS_API_ERROR, errors[i].code);
      g_test_message ("%u %s: %s", errors[i].status, errors[i].fixture, error->message);
      g_assert_true (g_str_has_suffix (error->message, ".")
                     || g_str_has_suffix (error->message, "”"));
    }
}

/* Answers without anything in them. */
static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  NewsQuestion question = { NEWS_ASK_LIST, NULL, NULL, NULL };
  NewsReply replies[] = { { 200, NULL, NULL, NULL }, { 500, NULL, NULL, NULL } };
  g_autoptr (GBytes) empty = g_bytes_new (NULL, 0);
  NewsReply blank = { 200, NULL, NULL, empty };
  g_autoptr (GError) error = NULL;

  g_assert_null (
    news_descriptor_read (fixture->descriptor, fixture->source, &question, &blank, &error));
  g_assert_error (error, NEWS_API_ERROR, NEWS_API_ERROR_NOT_JSON);
  g_clear_error (&error);
  g_assert_null (
    news_descriptor_read (fixture->descriptor, fixture->source, &question, &replies[0], &error));
  g_assert_error (error, NEWS_API_ERROR, NEWS_API_ERROR_NOT_JSON);
  g_clear_error (&error);
  g_assert_null (
    news_descriptor_read (fixture->descriptor, fixture->source, &question, &replies[1], &error));
  g_assert_error (error, NEWS_API_ERROR, NEWS_API_ERROR_SERVER);
}

/* The API's own words, as plain text. */
static void
test_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) body = api_test_fixture ("wordpress/closed.json");
  g_autoptr (GError) error = NULL;
  NewsQuestion question = { NEWS_ASK_LIST, NULL, NULL, NULL };

  g_assert_null (
    api_test_read (fixture->descriptor, fixture->source, &question, 401, body, NULL, &error));
  g_assert_cmpstr (error->message, ==,
                   "The site does not let news readers in. The site says: “Members only – sorry.”");
}

static void
check_call (Fixture *fixture, const NewsQuestion *question, const char *url)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsCall) call
    = news_descriptor_prepare (fixture->descriptor, fixture->source, question, &error);
  g_auto (GStrv) parts = NULL;
  g_autofree char *decoded = NULL;

  g_assert_no_error (error);
  decoded = g_uri_unescape_string (call->url, NULL);
  parts = g_strsplit (decoded, "&_fields=", 2);
  g_assert_cmpstr (parts[0], ==, url);
  g_assert_cmpstr (call->method, ==, "GET");
  g_assert_null (call->body);
  g_assert_cmpstr (g_hash_table_lookup (call->headers, "Accept"), ==, "application/json");
}

static void
test_calls (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsPlace) third = news_place_new (3, 250, NULL);
  NewsQuestion site = { NEWS_ASK_SITE, NULL, NULL, NULL };
  NewsQuestion item = { NEWS_ASK_ITEM, NULL, "7", NULL };
  NewsQuestion list = { NEWS_ASK_LIST, "12", NULL, third };
  NewsQuestion all = { NEWS_ASK_LIST, NULL, NULL, NULL };
  g_autoptr (NewsCall) call = NULL;

  check_call (
    fixture, &item,
    "https://harbour.example/wp-json/wp/v2/posts/7?_embed=author,wp:featuredmedia,wp:term");
  check_call (fixture, &list,
              "https://harbour.example/wp-json/wp/v2/posts?categories=12"
              "&_embed=author,wp:featuredmedia,wp:term");
  call = news_descriptor_prepare (fixture->descriptor, fixture->source, &list, NULL);
  g_assert_true (g_str_has_suffix (call->url, "&per_page=100&page=3"));

  /* Plain permalinks: the root has a query already. */
  news_source_set_parameter (fixture->source, "api", "https://harbour.example/?rest_route=/");
  check_call (fixture, &site, "https://harbour.example/?rest_route=/");
  check_call (fixture, &item,
              "https://harbour.example/?rest_route=/wp/v2/posts/7"
              "&_embed=author,wp:featuredmedia,wp:term");
  check_call (fixture, &all,
              "https://harbour.example/?rest_route=/wp/v2/posts"
              "&_embed=author,wp:featuredmedia,wp:term");

  /* A newsroom with routes of its own. */
  news_source_set_parameter (fixture->source, "posts", "stories");
  news_source_set_parameter (fixture->source, "sections", "topics");
  check_call (fixture, &list,
              "https://harbour.example/?rest_route=/wp/v2/stories&topics=12"
              "&_embed=author,wp:featuredmedia,wp:term");
}

static void
test_cannot (Fixture *fixture, gconstpointer data)
{
  NewsQuestion item = { NEWS_ASK_ITEM, NULL, NULL, NULL };
  NewsQuestion site = { NEWS_ASK_SITE, NULL, NULL, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (news_descriptor_prepare (fixture->descriptor, fixture->source, &item, &error));
  g_assert_error (error, NEWS_API_ERROR, NEWS_API_ERROR_CANNOT);
  g_clear_error (&error);

  news_source_set_parameter (fixture->source, "api", "not an address");
  g_assert_null (news_descriptor_prepare (fixture->descriptor, fixture->source, &site, &error));
  g_assert_error (error, NEWS_API_ERROR, NEWS_API_ERROR_CANNOT);
  g_assert_nonnull (strstr (error->message, "api"));
  g_assert_null (news_descriptor_get_address (fixture->descriptor, fixture->source));
}

static void
test_abilities (Fixture *fixture, gconstpointer data)
{
  g_assert_true (news_descriptor_can (fixture->descriptor, NEWS_ASK_SITE));
  g_assert_true (news_descriptor_can (fixture->descriptor, NEWS_ASK_SECTIONS));
  g_assert_true (news_descriptor_can (fixture->descriptor, NEWS_ASK_ITEM));
  g_assert_false (news_descriptor_asks_when_opened (fixture->descriptor));
  g_assert_cmpuint (news_descriptor_get_page_size (fixture->descriptor), ==, 20);
  g_assert_cmpstr (news_descriptor_get_id (fixture->descriptor), ==, "wordpress");
  g_assert_cmpstr (news_descriptor_get_name (fixture->descriptor), ==, "WordPress");
  g_assert_cmpstr (news_descriptor_get_address (fixture->descriptor, fixture->source), ==,
                   "https://harbour.example/wp-json/");
}

#define ADD(name, func) g_test_add ("/wordpress/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("full", test_full);
  ADD ("protected", test_protected);
  ADD ("gaps", test_gaps);
  ADD ("other-pictures", test_other_pictures);
  ADD ("broken", test_broken);
  ADD ("warnings", test_warnings);
  ADD ("paging", test_paging);
  ADD ("site", test_site);
  ADD ("sections", test_sections);
  ADD ("errors", test_errors);
  ADD ("nothing", test_nothing);
  ADD ("words", test_words);
  ADD ("calls", test_calls);
  ADD ("cannot", test_cannot);
  ADD ("abilities", test_abilities);

  return g_test_run ();
}
