/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-sample-site.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define ADDRESS "http://127.0.0.1:4711/"

typedef struct
{
  NewsSampleState *state;
  NewsSampleSite *site;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->state = news_sample_state_new (NULL);
  fixture->site = news_sample_site_new (ADDRESS, fixture->state);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  news_sample_site_free (fixture->site);
  news_sample_state_free (fixture->state);
}

/* @query is as it stands in an address, unescaped; or NULL. */
static NewsSampleReply *
ask_as (Fixture *fixture,
        const char *path,
        const char *query,
        const char *accept,
        const char *if_none_match)
{
  g_autoptr (GHashTable) table
    = query != NULL ? g_uri_parse_params (query, -1, "&", G_URI_PARAMS_NONE, NULL) : NULL;
  NewsSampleRequest request
    = { .path = path, .query = table, .accept = accept, .if_none_match = if_none_match };

  return news_sample_site_answer (fixture->site, &request);
}

static JsonObject *
ask (Fixture *fixture, const char *path, const char *query, guint status)
{
  g_autoptr (NewsSampleReply) reply = ask_as (fixture, path, query, NULL, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *text = g_bytes_get_data (reply->body, &length);

  g_test_message ("%s?%s", path, query != NULL ? query : "");
  g_assert_cmpuint (reply->status, ==, status);
  g_assert_cmpstr (reply->type, ==, "application/json; charset=utf-8");
  json_parser_load_from_data (parser, text, (gssize) length, &error);
  g_assert_no_error (error);

  return json_object_ref (json_node_get_object (json_parser_get_root (parser)));
}

static const char *
get_text (JsonObject *object, const char *name)
{
  return json_object_get_string_member (object, name);
}

static void
assert_error (Fixture *fixture, const char *path, const char *query, guint status, const char *code)
{
  g_autoptr (JsonObject) object = ask (fixture, path, query, status);
  JsonObject *error = json_object_get_object_member (object, "error");

  g_assert_cmpstr (get_text (error, "code"), ==, code);
  g_assert_nonnull (get_text (error, "message"));
}

static void
test_who (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonObject) root = ask (fixture, "/", NULL, 200);
  g_autoptr (JsonObject) site = ask (fixture, "/zh/", NULL, 200);
  JsonArray *editions = json_object_get_array_member (root, "editions");
  JsonObject *second = json_array_get_object_element (editions, 1);

  g_assert_cmpstr (get_text (root, "api"), ==, "broadsheet-sample");
  g_assert_cmpstr (get_text (root, "name"), ==, "Broadsheet Sample");
  g_assert_cmpuint (json_array_get_length (editions), ==, 2);
  g_assert_cmpstr (get_text (second, "language"), ==, "zh");
  g_assert_cmpstr (get_text (second, "address"), ==, ADDRESS "zh/");
  g_assert_nonnull (get_text (second, "name"));

  g_assert_cmpstr (get_text (site, "api"), ==, "broadsheet-sample");
  g_assert_cmpstr (get_text (site, "language"), ==, "zh");
  g_assert_cmpstr (get_text (site, "home"), ==, ADDRESS "zh/");
  g_assert_cmpstr (get_text (site, "name"), ==, get_text (second, "name"));
}

static void
test_sections (Fixture *fixture, gconstpointer data)
{
  static const char *const ids[]
    = { "us", "world", "china", "arts", "science", "entertainment", "sports", "beyond" };
  g_autoptr (JsonObject) root = ask (fixture, "/en/sections", NULL, 200);
  JsonArray *sections = json_object_get_array_member (root, "sections");

  g_assert_cmpuint (json_array_get_length (sections), ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      JsonObject *section = json_array_get_object_element (sections, i);

      g_assert_cmpstr (get_text (section, "id"), ==, ids[i]);
      g_assert_nonnull (get_text (section, "title"));
      g_assert_cmpint (json_object_get_int_member (section, "articles"), ==, 6);
    }
}

/* Each story once, newest first, whatever the size of a page. */
static void
test_paging (Fixture *fixture, gconstpointer data)
{
  static const guint sizes[] = { 1, 7, 10, 48, 50 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autofree char *before = g_strdup ("9");
      guint pages = (48 + sizes[i] - 1) / sizes[i];

      for (guint page = 1; page <= pages; page++)
        {
          g_autofree char *query = g_strdup_printf ("size=%u&page=%u", sizes[i], page);
          g_autoptr (JsonObject) root = ask (fixture, "/en/articles", query, 200);
          JsonArray *articles = json_object_get_array_member (root, "articles");

          g_assert_cmpint (json_object_get_int_member (root, "total"), ==, 48);
          g_assert_cmpint (json_object_get_int_member (root, "page"), ==, page);
          g_assert_cmpint (json_object_get_int_member (root, "pages"), ==, pages);
          for (guint j = 0; j < json_array_get_length (articles); j++)
            {
              JsonObject *article = json_array_get_object_element (articles, j);

              g_assert_true (g_hash_table_add (seen, g_strdup (get_text (article, "id"))));
              /* RFC 3339 in one zone sorts as text does. */
              g_assert_cmpstr (get_text (article, "published"), <=, before);
              g_free (before);
              before = g_strdup (get_text (article, "published"));
            }
        }
      g_assert_cmpuint (g_hash_table_size (seen), ==, 48);
    }
}

static void
test_list_of_section (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonObject) root = ask (fixture, "/en/articles", "section=arts", 200);
  g_autoptr (JsonObject) all = ask (fixture, "/en/articles", "section=", 200);
  JsonArray *articles = json_object_get_array_member (root, "articles");

  g_assert_cmpint (json_object_get_int_member (root, "total"), ==, 6);
  g_assert_cmpint (json_object_get_int_member (all, "total"), ==, 48);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (all, "articles")), ==, 10);
  for (guint i = 0; i < json_array_get_length (articles); i++)
    {
      JsonObject *article = json_array_get_object_element (articles, i);
      JsonArray *sections = json_object_get_array_member (article, "sections");

      g_assert_cmpuint (json_array_get_length (sections), ==, 1);
      g_assert_cmpstr (json_array_get_string_element (sections, 0), ==, "arts");
    }
}

static void
assert_picture (JsonObject *picture)
{
  static const int sizes[][2] = { { 320, 213 }, { 640, 427 }, { 1280, 853 } };
  JsonArray *files = json_object_get_array_member (picture, "files");

  g_assert_nonnull (get_text (picture, "alt"));
  g_assert_nonnull (get_text (picture, "caption"));
  g_assert_nonnull (get_text (picture, "credit"));
  g_assert_cmpuint (json_array_get_length (files), ==, G_N_ELEMENTS (sizes));
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      JsonObject *file = json_array_get_object_element (files, i);
      g_autofree char *url = g_strdup_printf (ADDRESS "pictures/night-train?width=%d", sizes[i][0]);

      g_assert_cmpstr (get_text (file, "url"), ==, url);
      g_assert_cmpint (json_object_get_int_member (file, "width"), ==, sizes[i][0]);
      g_assert_cmpint (json_object_get_int_member (file, "height"), ==, sizes[i][1]);
    }
}

static void
test_article (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonObject) root = ask (fixture, "/en/articles/night-train", NULL, 200);
  JsonObject *article = json_object_get_object_member (root, "article");
  g_autoptr (GDateTime) published
    = g_date_time_new_from_iso8601 (get_text (article, "published"), NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  g_assert_cmpstr (get_text (article, "id"), ==, "night-train");
  g_assert_cmpstr (get_text (article, "url"), ==, ADDRESS "en/stories/night-train");
  g_assert_cmpstr (get_text (article, "language"), ==, "en");
  g_assert_nonnull (get_text (article, "headline"));
  g_assert_nonnull (get_text (article, "standfirst"));
  g_assert_nonnull (get_text (article, "outlet"));
  g_assert_nonnull (strstr (get_text (article, "body"), "<p>"));
  g_assert_true (json_object_get_null_member (article, "updated"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (article, "topics")), >, 0);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (article, "related")), >,
                    0);
  assert_picture (json_object_get_object_member (article, "picture"));

  g_assert_nonnull (published);
  g_assert_true (g_str_has_suffix (get_text (article, "published"), "Z"));
  g_assert_cmpint (g_date_time_compare (published, now), <, 0);
}

static gint64
get_visits (Fixture *fixture, const char *language)
{
  g_autofree char *path = g_strconcat ("/", language, "/articles", NULL);
  g_autoptr (JsonObject) root = ask (fixture, path, "size=50", 200);
  JsonArray *articles = json_object_get_array_member (root, "articles");

  for (guint i = 0; i < json_array_get_length (articles); i++)
    {
      JsonObject *article = json_array_get_object_element (articles, i);

      if (strcmp (get_text (article, "id"), "night-train") == 0)
        return json_object_get_int_member (article, "visits");
    }

  return -1;
}

static void
test_visits (Fixture *fixture, gconstpointer data)
{
  gint64 english = get_visits (fixture, "en");
  gint64 chinese = get_visits (fixture, "zh");
  NewsSampleRequest head = { .path = "/en/articles/night-train", .head = TRUE };
  g_autoptr (NewsSampleReply) reply = NULL;

  for (int i = 1; i <= 3; i++)
    {
      g_autoptr (JsonObject) root = ask (fixture, "/en/articles/night-train", NULL, 200);
      JsonObject *article = json_object_get_object_member (root, "article");

      g_assert_cmpint (json_object_get_int_member (article, "visits"), ==, english + i);
    }
  /* Neither asking for headers nor reading the page for browsers counts. */
  reply = news_sample_site_answer (fixture->site, &head);
  g_clear_pointer (&reply, news_sample_reply_free);
  reply = ask_as (fixture, "/en/stories/night-train", NULL, NULL, NULL);
  g_assert_cmpint (get_visits (fixture, "en"), ==, english + 3);
  g_assert_cmpint (get_visits (fixture, "zh"), ==, chinese);
}

static void
test_mistakes (Fixture *fixture, gconstpointer data)
{
  static const char *const pages[] = { "page=0", "page=6",  "page=-1",
                                       "page=x", "page=1x", "page=99999999999999999999",
                                       "page=+1" };
  static const char *const sizes[] = { "size=0", "size=51", "size=ten", "size=1&size= 1" };
  static const char *const nowhere[] = { "/en",
                                         "/fr/",
                                         "//",
                                         "/en//",
                                         "/en/articles/",
                                         "/en/articles/x",
                                         "/en/sections/us",
                                         "/en/nothing",
                                         "/en/articles/night-train/x",
                                         "/pictures/",
                                         "/pictures/x",
                                         "/pictures",
                                         "/pictures/../content/en/us.json",
                                         "*",
                                         "",
                                         "/pictures/night-train.svg" };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    assert_error (fixture, "/en/articles", pages[i], 400, "bad-page");
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    assert_error (fixture, "/en/articles", sizes[i], 400, "bad-size");
  assert_error (fixture, "/en/articles", "section=us&page=2", 400, "bad-page");
  assert_error (fixture, "/en/articles", "section=home", 404, "unknown-section");
  for (gsize i = 0; i < G_N_ELEMENTS (nowhere); i++)
    assert_error (fixture, nowhere[i], NULL, 404, "not-found");
  assert_error (fixture, "/pictures/night-train", "width=wide", 400, "bad-width");
}

static char *
ask_page (Fixture *fixture, const char *path, const char *accept, guint status)
{
  g_autoptr (NewsSampleReply) reply = ask_as (fixture, path, NULL, accept, NULL);

  g_assert_cmpuint (reply->status, ==, status);
  g_assert_cmpstr (reply->type, ==, "text/html; charset=utf-8");
  g_assert_true ((reply->link != NULL) == (status == 200));

  return g_strndup (g_bytes_get_data (reply->body, NULL), g_bytes_get_size (reply->body));
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  const char *browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
  g_autofree char *story = ask_page (fixture, "/zh/stories/night-train", browser, 200);
  g_autofree char *same = ask_page (fixture, "/zh/stories/night-train", NULL, 200);
  g_autofree char *front = ask_page (fixture, "/en/", browser, 200);
  g_autofree char *unknown = ask_page (fixture, "/en/stories/x", browser, 404);
  g_autoptr (NewsSampleReply) json
    = ask_as (fixture, "/en/", NULL, "application/json, text/html;q=0.5", NULL);
  g_autoptr (NewsSampleReply) any = ask_as (fixture, "/en/", NULL, "*/*", NULL);

  g_assert_cmpstr (story, ==, same);
  g_assert_nonnull (strstr (story, "<html lang=\"zh\">"));
  g_assert_nonnull (strstr (story, "href=\"" ADDRESS "zh/articles/night-train\""));
  g_assert_nonnull (strstr (story, "href=\"" ADDRESS "zh/\""));
  g_assert_nonnull (strstr (story, "/pictures/night-train"));
  g_assert_nonnull (strstr (front, "/en/stories/whispering-gallery"));
  g_assert_nonnull (strstr (unknown, "href=\"/en/\""));
  g_assert_true (g_str_has_prefix (json->type, "application/json"));
  g_assert_true (g_str_has_prefix (any->type, "application/json"));
  g_assert_cmpstr (any->vary, ==, "Accept");
}

static int
get_picture_width (Fixture *fixture, const char *query)
{
  g_autoptr (NewsSampleReply) reply = ask_as (fixture, "/pictures/ice-core", query, NULL, NULL);
  const guint8 *data = g_bytes_get_data (reply->body, NULL);

  g_assert_cmpuint (reply->status, ==, 200);
  g_assert_cmpstr (reply->type, ==, "image/png");
  g_assert_cmpmem (data, 4, "\x89PNG", 4);

  return data[18] * 256 + data[19];
}

static void
test_pictures (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsSampleReply) first
    = ask_as (fixture, "/pictures/ice-core", "width=320", NULL, NULL);
  g_autoptr (NewsSampleReply) again
    = ask_as (fixture, "/pictures/ice-core", "width=320", NULL, first->etag);
  g_autoptr (NewsSampleReply) wider
    = ask_as (fixture, "/pictures/ice-core", "width=321", NULL, first->etag);

  g_assert_cmpint (get_picture_width (fixture, NULL), ==, 1280);
  g_assert_cmpint (get_picture_width (fixture, "width=640"), ==, 640);
  g_assert_cmpint (get_picture_width (fixture, "width=1"), ==, 64);
  g_assert_cmpint (get_picture_width (fixture, "width=4000000000"), ==, 2400);

  g_assert_cmpuint (again->status, ==, 304);
  g_assert_null (again->body);
  g_assert_cmpstr (again->etag, ==, first->etag);
  g_assert_cmpuint (wider->status, ==, 200);
}

static void
test_etags (void)
{
  g_assert_true (news_sample_etag_matches ("W/\"a\"", "W/\"a\""));
  g_assert_true (news_sample_etag_matches ("W/\"a\"", "\"b\", \"a\""));
  g_assert_true (news_sample_etag_matches ("\"a\"", "W/\"a\""));
  g_assert_true (news_sample_etag_matches ("\"a\"", "*"));
  g_assert_false (news_sample_etag_matches ("\"a\"", "\"b\""));
  g_assert_false (news_sample_etag_matches ("\"a\"", "a"));
  g_assert_false (news_sample_etag_matches ("\"a\"", ""));
  g_assert_false (news_sample_etag_matches ("\"a\"", NULL));
  g_assert_false (news_sample_etag_matches (NULL, "*"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) \
  g_test_add ("/sample-site/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("who", test_who);
  ADD ("sections", test_sections);
  ADD ("paging", test_paging);
  ADD ("list-of-section", test_list_of_section);
  ADD ("article", test_article);
  ADD ("visits", test_visits);
  ADD ("mistakes", test_mistakes);
  ADD ("pages", test_pages);
  ADD ("pictures", test_pictures);
#undef ADD
  g_test_add_func ("/sample-site/etags", test_etags);

  return g_test_run ();
}
