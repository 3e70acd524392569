/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-errand.h"
#include "news-registry.h"
#include "news-test-server.h"

#include <glib/gstdio.h>

#define FEED(title)                                                                             \
  "{ \"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"" title "\", \"items\": [" \
  "  { \"id\": \"a\", \"url\": \"https://feed.example/a\", \"title\": \"A\","                   \
  "    \"content_html\": \"<p>Its text</p>\", \"date_published\": \"2026-11-20T10:00:00Z\" } ] }"

typedef struct
{
  NewsTestServer *server;
  NewsFetcher *fetcher;
  NewsRegistry *registry;
  NewsStore *store;
  NewsSource *source;
  char *folder;
} Fixture;

/* Runs @function on a thread, as errands do. */
static void
run (Fixture *fixture, GThreadFunc function)
{
  g_thread_join (g_thread_new ("errand", function, fixture));
}

static gpointer
open_store (gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *path = g_build_filename (fixture->folder, "store.sqlite", NULL);
  g_autofree char *set_aside = NULL;
  g_autoptr (GError) error = NULL;

  fixture->registry = news_registry_load (NULL, NULL);
  fixture->store = news_store_open (path, &set_aside, &error);
  g_assert_no_error (error);

  return NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *url = NULL;

  fixture->server = news_test_server_new ();
  fixture->fetcher = news_fetcher_new ();
  fixture->folder = g_dir_make_tmp ("errand-XXXXXX", NULL);
  fixture->source = news_source_new ("feed", "The Feed", "jsonfeed");
  url = news_test_server_dup_url (fixture->server, "/feed.json");
  news_source_set_parameter (fixture->source, "feed", url);
  run (fixture, open_store);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  news_fetcher_close (fixture->fetcher);
  g_assert_finalize_object (fixture->fetcher);
  news_store_close (fixture->store);
  g_object_unref (fixture->store);
  news_registry_unref (fixture->registry);
  news_source_unref (fixture->source);
  news_test_server_free (fixture->server);

  folder = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

static void
serve (Fixture *fixture, const char *feed)
{
  news_test_server_serve (fixture->server, "/feed.json", 200, "application/feed+json", feed);
}

/* Asks once, and keeps the validators. Returns whether there was something to understand. */
static gboolean
ask (Fixture *fixture)
{
  g_auto (NewsErrand) errand = { 0 };
  g_autoptr (GError) error = NULL;

  errand.protocol = news_registry_get (fixture->registry, "jsonfeed");
  errand.source = fixture->source;
  errand.question.ask = NEWS_ASK_LIST;
  news_errand_run (&errand, fixture->fetcher, fixture->store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (errand.requests, ==, 1);
  news_store_set_validators (fixture->store, errand.url, errand.validators, &error);
  g_assert_no_error (error);

  return errand.answer != NULL;
}

/* A server without validators sends the same again: it is not understood a second time. */
static gpointer
run_same_bytes (gpointer data)
{
  Fixture *fixture = data;

  serve (fixture, FEED ("One"));
  g_assert_true (ask (fixture));
  g_assert_false (ask (fixture));
  serve (fixture, FEED ("Two"));
  g_assert_true (ask (fixture));
  g_assert_false (ask (fixture));

  return NULL;
}

static void
test_same_bytes (Fixture *fixture, gconstpointer data)
{
  run (fixture, run_same_bytes);
}

/* Whether validators went along with a request of those that came @age seconds ago, whose body is
 * said not to have changed. */
static gboolean
are_sent (Fixture *fixture, gint64 age)
{
  gint64 came = g_get_real_time () / G_USEC_PER_SEC - age;
  NewsValidators kept = { .etag = (char *) "\"e\"", .answered = came, .hash = 5 };
  g_autofree char *url = news_test_server_dup_url (fixture->server, "/feed.json");
  g_autofree char *etag = NULL;
  g_autoptr (NewsValidators) after = NULL;

  g_assert_true (news_store_set_validators (fixture->store, url, &kept, NULL));
  g_assert_false (ask (fixture));
  after = news_store_get_validators (fixture->store, url, NULL);
  g_assert_cmpint (after->answered, ==, came);
  etag = news_test_server_dup_last_header (fixture->server, "If-None-Match");

  return etag != NULL;
}

/* A server that always says that nothing is new is asked for all of it after a week. */
static gpointer
run_stale (gpointer data)
{
  Fixture *fixture = data;
  static const gint64 day = 24 * 60 * 60;

  news_test_server_serve (fixture->server, "/feed.json", 304, "application/feed+json", "");
  g_assert_true (are_sent (fixture, 0));
  g_assert_true (are_sent (fixture, 7 * day));
  g_assert_false (are_sent (fixture, 9 * day));
  g_assert_false (are_sent (fixture, -9 * day));

  serve (fixture, FEED ("One"));
  g_assert_true (ask (fixture));
  news_test_server_serve (fixture->server, "/feed.json", 304, "application/feed+json", "");
  g_assert_false (ask (fixture));

  return NULL;
}

static void
test_stale (Fixture *fixture, gconstpointer data)
{
  run (fixture, run_stale);
}

/* What an answer says of itself. */
static gpointer
run_words (gpointer data)
{
  Fixture *fixture = data;
  g_auto (NewsErrand) errand = { 0 };
  g_autoptr (GError) error = NULL;

  serve (fixture, FEED ("One"));
  news_test_server_add_header (fixture->server, "/feed.json", "Cache-Control", "max-age=1200");
  news_test_server_add_header (fixture->server, "/feed.json", "Retry-After", "90");
  errand.protocol = news_registry_get (fixture->registry, "jsonfeed");
  errand.source = fixture->source;
  errand.question.ask = NEWS_ASK_LIST;
  news_errand_run (&errand, fixture->fetcher, fixture->store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (errand.lifetime, ==, 1200);
  g_assert_cmpuint (errand.retry_after, ==, 90);
  g_assert_cmpuint (errand.bytes, ==, strlen (FEED ("One")));

  return NULL;
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  run (fixture, run_words);
}

#define ADD(name, function) g_test_add ("/errand/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("same-bytes", test_same_bytes);
  ADD ("stale", test_stale);
  ADD ("words", test_words);

  return g_test_run ();
}
