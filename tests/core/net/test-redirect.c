/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-redirect.h"

#include "news-fetcher.h"

typedef struct
{
  NewsRequest *request;
  NewsRedirect way;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const char *url = data != NULL ? data : "https://a.example/one?x=1";
  g_autoptr (GUri) uri = g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL);

  fixture->request = news_request_new (url);
  fixture->way = (NewsRedirect) { 0 };
  news_redirect_init (&fixture->way, fixture->request, uri);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  news_redirect_clear (&fixture->way);
  news_request_free (fixture->request);
}

static void
assert_goes (Fixture *fixture, guint status, const char *location, const char *url)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *now = NULL;

  g_assert_true (news_redirect_applies (&fixture->way, fixture->request, status, location));
  news_redirect_follow (&fixture->way, fixture->request, status, location, &error);
  g_assert_no_error (error);
  now = g_uri_to_string (fixture->way.uri);
  g_assert_cmpstr (now, ==, url);
}

static void
assert_fails (Fixture *fixture, guint status, const char *location, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (news_redirect_follow (&fixture->way, fixture->request, status, location, &error));
  g_assert_error (error, NEWS_NET_ERROR, code);
}

static void
test_applies (Fixture *fixture, gconstpointer data)
{
  static const guint ends[] = { 200, 204, 300, 304, 404, 500 };
  static const guint goes[] = { 301, 302, 303, 307, 308 };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    g_assert_false (news_redirect_applies (&fixture->way, fixture->request, ends[i], "/x"));
  for (gsize i = 0; i < G_N_ELEMENTS (goes); i++)
    {
      g_assert_true (news_redirect_applies (&fixture->way, fixture->request, goes[i], "/x"));
      g_assert_false (news_redirect_applies (&fixture->way, fixture->request, goes[i], NULL));
    }
}

static void
test_ways (Fixture *fixture, gconstpointer data)
{
  assert_goes (fixture, 301, "/two", "https://a.example/two");
  g_assert_true (fixture->way.is_permanent);
  g_assert_false (fixture->way.has_left);
  assert_goes (fixture, 308, "//b.example/three", "https://b.example/three");
  g_assert_true (fixture->way.is_permanent);
  g_assert_true (fixture->way.has_left);
  assert_goes (fixture, 302, "four", "https://b.example/four");
  g_assert_false (fixture->way.is_permanent);
  assert_fails (fixture, 301, "file:///etc/passwd", NEWS_NET_ERROR_REDIRECTS);
  assert_fails (fixture, 301, "http://", NEWS_NET_ERROR_REDIRECTS);
}

static void
test_ten (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 10; i++)
    assert_goes (fixture, 302, "/again", "https://a.example/again");
  assert_fails (fixture, 302, "/again", NEWS_NET_ERROR_REDIRECTS);
}

static void
test_methods (Fixture *fixture, gconstpointer data)
{
  g_set_str (&fixture->way.method, "POST");
  assert_goes (fixture, 307, "/two", "https://a.example/two");
  g_assert_cmpstr (fixture->way.method, ==, "POST");
  assert_goes (fixture, 303, "/two", "https://a.example/two");
  g_assert_cmpstr (fixture->way.method, ==, "GET");
}

/* A key never leaves encryption, and is gone for good once its host was left, even if only to
 * another port of it. */
static void
test_keys (Fixture *fixture, gconstpointer data)
{
  news_request_set_secret_parameter (fixture->request, "key", "hush");
  assert_goes (fixture, 301, "/two?key=hush&y=2", "https://a.example/two?y=2");
  g_assert_true (fixture->way.is_permanent);
  g_assert_false (fixture->way.has_left);
  assert_fails (fixture, 302, "http://a.example/", NEWS_NET_ERROR_INSECURE);
  assert_goes (fixture, 301, "https://a.example:8443/", "https://a.example:8443/");
  g_assert_true (fixture->way.has_left);
  g_assert_false (fixture->way.is_permanent);
  assert_goes (fixture, 301, "https://a.example/", "https://a.example/");
  g_assert_true (fixture->way.has_left);
}

static void
test_body (Fixture *fixture, gconstpointer data)
{
  fixture->request->secret_body = TRUE;
  g_assert_true (news_redirect_applies (&fixture->way, fixture->request, 307, "/two"));
  g_assert_false (
    news_redirect_applies (&fixture->way, fixture->request, 307, "https://b.example/"));
}

#define ADD(name, function) \
  g_test_add ("/redirect/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("applies", test_applies);
  ADD ("ways", test_ways);
  ADD ("ten", test_ten);
  ADD ("methods", test_methods);
  ADD ("keys", test_keys);
  ADD ("body", test_body);

  return g_test_run ();
}
