/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-errand.h"
#include "news-test-server.h"

#include <string.h>

/* Keys, logins and lists of ids, against a server. What an errand does with validators is tested
 * with the desk. */

typedef struct
{
  NewsTestServer *server;
  NewsFetcher *fetcher;
  NewsKeyring *keyring;
  NewsSource *source;
} Fixture;

#define ARTICLE "'article': { 'id': 'id', 'title': 't', 'url': 'u' }"

static const char keyed[]
  = "{ 'format': 1, 'id': 'keyed', 'name': 'Keyed', 'parameters': { 'api': { 'type': 'address' },"
    "  'key': { 'type': 'secret' } }, 'auth': { 'query': { 'k': '{key}' } },"
    "  'requests': { 'list': { 'url': '{api}list', 'query': { 'n': '5' }, 'rows': '[*]' } "
    "}, " ARTICLE
    ", 'errors': { 'message': 'error', 'rules': [ { 'status': [401], 'means': 'key-invalid' },"
    "  { 'status': [429], 'means': 'rate-limited', 'retry_s': 7 } ] } }";

static const char followed[]
  = "{ 'format': 1, 'id': 'followed', 'name': 'Followed', 'parameters': { 'api': { 'type': "
    "'address' "
    "} },"
    "  'requests': { 'list': { 'url': '{api}ids', 'rows': '[*]', 'follow': { 'ask': 'item' },"
    "    'paging': { 'style': 'slice', 'size': 4 } },"
    "    'item': { 'url': '{api}item/{article}' } }, " ARTICLE " }";

static const char together[] = "{ 'format': 1, 'id': 'together', 'name': 'Together', 'parameters': "
                               "{ 'api': { 'type': 'address' "
                               "} },"
                               "  'requests': { 'list': { 'url': '{api}ids', 'rows': '[*]',"
                               "      'follow': { 'ask': 'items', 'size': 3 } },"
                               "    'items': { 'url': '{api}items', 'query': { 'i': '{articles}' "
                               "}, 'rows': '[*]' } }, " ARTICLE " }";

static const char login[]
  = "{ 'format': 1, 'id': 'login', 'name': 'Login', 'parameters': { 'api': { 'type': 'address' },"
    "  'user': { 'type': 'text', 'default': 'ada' }, 'password': { 'type': 'secret' } },"
    "  'auth': { 'login': { 'url': '{api}login', 'form': { 'u': '{user}', 'p': '{password}' },"
    "      'line': 'Auth=' }, 'query': { 't': '{token}' } },"
    "  'requests': { 'list': { 'url': '{api}list', 'rows': '[*]' } }, " ARTICLE
    ", 'errors': { 'rules': [ { 'status': [401], 'means': 'key-invalid' } ] } }";

static NewsProtocol *
parse (const char *text)
{
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GError) error = NULL;
  NewsDescriptor *descriptor = news_descriptor_new_from_bytes (bytes, "test.json", &error);

  g_assert_no_error (error);

  return news_protocol_new_for_descriptor (descriptor);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *address = NULL;

  fixture->server = news_test_server_new ();
  fixture->fetcher = news_fetcher_new ();
  fixture->keyring = news_keyring_new_in_memory ();
  fixture->source = news_source_new ("test", "Test", "test");
  address = news_test_server_dup_url (fixture->server, "/");
  news_source_set_parameter (fixture->source, "api", address);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  news_fetcher_close (fixture->fetcher);
  g_assert_finalize_object (fixture->fetcher);
  news_test_server_free (fixture->server);
  news_keyring_unref (fixture->keyring);
  news_source_unref (fixture->source);
}

static void
serve (Fixture *fixture, const char *path, guint status, const char *body)
{
  g_autofree char *json = g_strdelimit (g_strdup (body), "'", '"');

  news_test_server_serve (fixture->server, path, status, "application/json", json);
}

static gboolean
run (Fixture *fixture, NewsProtocol *protocol, NewsErrand *errand, GError **error)
{
  *errand = (NewsErrand) { .protocol = protocol,
                           .source = fixture->source,
                           .keyring = fixture->keyring,
                           .question.ask = NEWS_ASK_LIST };

  return news_errand_run (errand, fixture->fetcher, NULL, NULL, error);
}

static void
assert_last (Fixture *fixture, const char *expected)
{
  g_autofree char *last = news_test_server_dup_last (fixture->server);

  g_assert_cmpstr (last, ==, expected);
}

static void
test_key (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsProtocol) protocol = parse (keyed);
  g_auto (NewsErrand) errand = { 0 };
  g_auto (NewsErrand) again = { 0 };
  g_autoptr (GError) error = NULL;

  serve (fixture, "/list", 200, "[ { 'id': 1 } ]");
  g_assert_false (run (fixture, protocol, &errand, &error));
  g_assert_error (error, NEWS_API_ERROR, NEWS_API_ERROR_KEY_MISSING);
  g_clear_error (&error);

  news_keyring_hold (fixture->keyring, "test", "key", "s3cret&key");
  g_assert_true (run (fixture, protocol, &again, &error));
  g_assert_no_error (error);
  assert_last (fixture, "/list?n=5&k=s3cret%26key");

  /* The key went with the request, and nowhere else. */
  g_assert_null (strstr (again.url, "s3cret"));
  g_assert_null (news_source_get_parameter (fixture->source, "key"));
}

/* A key that a server repeats is not repeated to who looks over a reader's shoulder. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsProtocol) protocol = parse (keyed);
  g_auto (NewsErrand) errand = { 0 };
  g_auto (NewsErrand) again = { 0 };
  g_autoptr (GError) error = NULL;

  news_keyring_hold (fixture->keyring, "test", "key", "s3cret");
  serve (fixture, "/list", 401, "{ 'error': 'The key s3cret is not one.' }");
  g_assert_false (run (fixture, protocol, &errand, &error));
  g_assert_error (error, NEWS_API_ERROR, NEWS_API_ERROR_KEY_INVALID);
  g_assert_cmpstr (error->message, ==, "The key ••• is not one.");
  g_clear_error (&error);

  serve (fixture, "/list", 429, "{ 'error': 'Slow.' }");
  g_assert_false (run (fixture, protocol, &again, &error));
  g_assert_error (error, NEWS_API_ERROR, NEWS_API_ERROR_RATE_LIMITED);
  g_assert_cmpuint (again.retry_after, ==, 7);
}

/* No key goes over a line that others can read. */
static void
test_plain (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsProtocol) protocol = parse (keyed);
  g_auto (NewsErrand) errand = { 0 };
  g_autoptr (GError) error = NULL;

  news_keyring_hold (fixture->keyring, "test", "key", "s3cret");
  news_source_set_parameter (fixture->source, "api", "http://broadsheet.invalid/");
  g_assert_false (run (fixture, protocol, &errand, &error));
  g_assert_error (error, NEWS_NET_ERROR, NEWS_NET_ERROR_INSECURE);
  g_assert_null (strstr (error->message, "s3cret"));
}

static void
test_ids (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsProtocol) protocol = parse (followed);
  g_auto (NewsErrand) errand = { 0 };
  g_autoptr (GError) error = NULL;
  NewsArticle *last;

  serve (fixture, "/ids", 200, "[ 1, 2, 3, 4, 5 ]");
  serve (fixture, "/item/1", 200, "{ 'id': 1, 't': 'One' }");
  serve (fixture, "/item/2", 404, "{}");
  serve (fixture, "/item/3", 200, "null");
  serve (fixture, "/item/4", 200, "{ 'id': 4, 't': 'Four' }");
  g_assert_true (run (fixture, protocol, &errand, &error));
  g_assert_no_error (error);

  g_assert_cmpuint (errand.answer->articles->len, ==, 2);
  g_assert_cmpuint (errand.answer->faults->len, ==, 2);
  last = g_ptr_array_index (errand.answer->articles, 1);
  g_assert_cmpstr (last->title, ==, "Four");
  g_assert_cmpuint (errand.answer->next->page, ==, 2);
  g_assert_cmpuint (errand.requests, ==, 5);
}

static void
test_no_item (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsProtocol) protocol = parse (followed);
  g_auto (NewsErrand) errand = { 0 };
  g_autoptr (GError) error = NULL;

  serve (fixture, "/ids", 200, "[ 1, 2 ]");
  g_assert_false (run (fixture, protocol, &errand, &error));
  g_assert_error (error, NEWS_API_ERROR, NEWS_API_ERROR_GONE);
}

static void
test_items (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsProtocol) protocol = parse (together);
  g_auto (NewsErrand) errand = { 0 };
  g_autoptr (GError) error = NULL;

  serve (fixture, "/ids", 200, "[ 1, 2, 3, 4 ]");
  serve (fixture, "/items", 200, "[ { 'id': 1 }, 7, { 'id': 2 } ]");
  g_assert_true (run (fixture, protocol, &errand, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (news_test_server_count (fixture->server, "/items"), ==, 2);
  g_assert_cmpuint (errand.answer->articles->len, ==, 4);
  g_assert_cmpuint (errand.answer->faults->len, ==, 2);
}

static void
test_login (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsProtocol) protocol = parse (login);
  g_auto (NewsErrand) errand = { 0 };
  g_auto (NewsErrand) again = { 0 };
  g_auto (NewsErrand) refused = { 0 };
  g_autoptr (GError) error = NULL;

  news_keyring_hold (fixture->keyring, "test", "password", "s3cret");
  serve (fixture, "/login", 200, "SID=none\nAuth=abc/1\n");
  serve (fixture, "/list", 200, "[]");
  g_assert_true (run (fixture, protocol, &errand, &error));
  g_assert_no_error (error);
  assert_last (fixture, "/list?t=abc%2F1");

  /* The token is good for the session … */
  g_assert_true (run (fixture, protocol, &again, &error));
  g_assert_cmpuint (news_test_server_count (fixture->server, "/login"), ==, 1);

  /* … until it is not taken any more; then a new one is asked for, once. */
  serve (fixture, "/list", 401, "{}");
  g_assert_false (run (fixture, protocol, &refused, &error));
  g_assert_error (error, NEWS_API_ERROR, NEWS_API_ERROR_KEY_INVALID);
  g_assert_cmpuint (news_test_server_count (fixture->server, "/login"), ==, 2);
}

#define ADD(name, func) g_test_add ("/errand-keys/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("key", test_key);
  ADD ("refused", test_refused);
  ADD ("plain", test_plain);
  ADD ("ids", test_ids);
  ADD ("no-item", test_no_item);
  ADD ("items", test_items);
  ADD ("login", test_login);

  return g_test_run ();
}
