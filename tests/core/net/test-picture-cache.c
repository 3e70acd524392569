/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-picture-cache.h"
#include "news-test-server.h"

#include <glib/gstdio.h>

/* A picture for the cache is told by its first bytes. */
static const char gif[] = "GIF89a, and then what a picture holds";

typedef struct
{
  NewsTestServer *server;
  NewsFetcher *fetcher;
  NewsPictureCache *cache;
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->server = news_test_server_new ();
  fixture->fetcher = news_fetcher_new ();
  fixture->folder = g_dir_make_tmp ("pictures-XXXXXX", NULL);
  fixture->cache = news_picture_cache_new (fixture->fetcher, fixture->folder, 1000);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  news_picture_cache_clear (fixture->cache);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_assert_finalize_object (fixture->cache);
  g_assert_finalize_object (fixture->fetcher);
  news_test_server_free (fixture->server);
  g_free (fixture->folder);
}

static GBytes *
load (Fixture *fixture, const char *path, NewsPictureFlags flags, GError **error)
{
  g_autofree char *url = news_test_server_dup_url (fixture->server, path);

  return news_picture_cache_load (fixture->cache, url, flags, NULL, error);
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) again = NULL;

  g_assert_null (load (fixture, "/a.gif", NEWS_PICTURE_CACHE_ONLY, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  news_test_server_serve (fixture->server, "/a.gif", 200, "image/gif", gif);
  bytes = load (fixture, "/a.gif", 0, &error);
  g_assert_no_error (error);
  again = load (fixture, "/a.gif", NEWS_PICTURE_CACHE_ONLY, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, again));
  g_assert_cmpuint (news_test_server_count (fixture->server, "/a.gif"), ==, 1);
  g_assert_cmpuint (news_picture_cache_get_size (fixture->cache), ==, sizeof gif - 1);
}

/* Who asks again gets neither what is kept nor what failed. */
static void
test_again (Fixture *fixture, gconstpointer data)
{
  static const char other[] = "GIF87a, and then another picture";
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;
  g_autoptr (GBytes) kept = NULL;

  g_assert_null (load (fixture, "/a.gif", 0, NULL));
  news_test_server_serve (fixture->server, "/a.gif", 200, "image/gif", gif);
  g_assert_null (load (fixture, "/a.gif", 0, NULL));
  first = load (fixture, "/a.gif", NEWS_PICTURE_AGAIN, NULL);
  g_assert_cmpuint (g_bytes_get_size (first), ==, sizeof gif - 1);

  news_test_server_serve (fixture->server, "/a.gif", 200, "image/gif", other);
  second = load (fixture, "/a.gif", NEWS_PICTURE_AGAIN, NULL);
  kept = load (fixture, "/a.gif", NEWS_PICTURE_CACHE_ONLY, NULL);
  g_assert_cmpuint (g_bytes_get_size (second), ==, sizeof other - 1);
  g_assert_true (g_bytes_equal (second, kept));

  /* What fails the second time leaves what is kept as it is. */
  news_test_server_serve (fixture->server, "/a.gif", 404, "text/plain", "Gone");
  g_assert_null (load (fixture, "/a.gif", NEWS_PICTURE_AGAIN, NULL));
  g_clear_pointer (&kept, g_bytes_unref);
  kept = load (fixture, "/a.gif", NEWS_PICTURE_CACHE_ONLY, NULL);
  g_assert_true (g_bytes_equal (second, kept));
}

static void
test_accept (Fixture *fixture, gconstpointer data)
{
  g_autofree char *accept = NULL;

  news_picture_cache_set_accept (fixture->cache, "image/webp,image/*;q=0.5");
  g_assert_null (load (fixture, "/headers", 0, NULL));
  accept = news_test_server_dup_last_header (fixture->server, "Accept");
  g_assert_cmpstr (accept, ==, "image/webp,image/*;q=0.5");
}

static void
test_not_a_picture (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  news_test_server_serve (fixture->server, "/page.jpg", 200, "image/jpeg",
                          "<html>Please switch on cookies</html>");
  for (int i = 0; i < 3; i++)
    {
      g_assert_null (load (fixture, "/page.jpg", 0, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
      g_clear_error (&error);
    }
  g_assert_cmpuint (news_test_server_count (fixture->server, "/page.jpg"), ==, 1);
  g_assert_cmpuint (news_picture_cache_get_size (fixture->cache), ==, 0);
}

static void
test_bounded (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 100; i++)
    {
      g_autofree char *path = g_strdup_printf ("/%d.gif", i);
      g_autoptr (GBytes) bytes = NULL;

      news_test_server_serve (fixture->server, path, 200, "image/gif", gif);
      bytes = load (fixture, path, 0, NULL);
      g_assert_nonnull (bytes);
      g_assert_cmpuint (news_picture_cache_get_size (fixture->cache), <=, 1000);
    }
}

static void
test_from_article (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  news_test_server_serve (fixture->server, "/a.gif", 200, "image/gif", gif);
  g_assert_null (load (fixture, "/a.gif", NEWS_PICTURE_FROM_ARTICLE, &error));
  g_assert_error (error, NEWS_NET_ERROR, NEWS_NET_ERROR_FORBIDDEN);
  g_assert_cmpuint (news_test_server_count (fixture->server, "/"), ==, 0);
}

static gpointer
load_one (gpointer user_data)
{
  g_autoptr (GBytes) bytes = load (user_data, "/one.gif", 0, NULL);

  g_assert_nonnull (bytes);

  return NULL;
}

static void
test_asked_once (Fixture *fixture, gconstpointer data)
{
  GThread *threads[8];

  news_test_server_serve (fixture->server, "/one.gif", 200, "image/gif", gif);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("load", load_one, fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);

  g_assert_cmpuint (news_test_server_count (fixture->server, "/one.gif"), ==, 1);
}

static gpointer
load_busy (gpointer user_data)
{
  g_autoptr (GBytes) bytes = load (user_data, "/busy", 0, NULL);

  return NULL;
}

static gpointer
fetch_busy (gpointer user_data)
{
  Fixture *fixture = user_data;
  g_autofree char *url = news_test_server_dup_url (fixture->server, "/busy");
  g_autoptr (NewsRequest) request = news_request_new (url);
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsResponse) response = news_fetcher_fetch (fixture->fetcher, request, NULL, &error);

  g_assert_no_error (error);

  return NULL;
}

/* Pictures and articles of one host share its two places. */
static void
test_shared_places (Fixture *fixture, gconstpointer data)
{
  GThread *threads[8];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("busy", i % 2 == 0 ? load_busy : fetch_busy, fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);

  g_assert_cmpuint (news_test_server_count (fixture->server, "/busy"), >=, 5);
  g_assert_cmpuint (news_test_server_get_most_busy (fixture->server), ==, 2);
}

/* What is on the shelf is given without the network, stays when the rest goes, and is all that is
 * put there. */
static void
test_shelf (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_dir_make_tmp ("shelf-XXXXXX", NULL);
  NewsPictureFolder *shelf = news_picture_folder_new (path, G_MAXUINT64);
  g_autofree char *url = news_test_server_dup_url (fixture->server, "/b.gif");
  g_autofree char *name = news_picture_folder_dup_name (url);
  g_autoptr (GBytes) shown = NULL;
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GBytes) fetched = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GPtrArray) none = NULL;

  news_picture_cache_set_shelf (fixture->cache, shelf);
  news_test_server_serve (fixture->server, "/a.gif", 200, "image/gif", gif);
  news_test_server_serve (fixture->server, "/b.gif", 200, "image/gif", gif);

  /* One that was shown before is not asked for again. */
  shown = load (fixture, "/a.gif", 0, NULL);
  kept = load (fixture, "/a.gif", NEWS_PICTURE_TO_SHELF, NULL);
  g_assert_nonnull (kept);
  g_assert_cmpuint (news_test_server_count (fixture->server, "/a.gif"), ==, 1);
  fetched = load (fixture, "/b.gif", NEWS_PICTURE_TO_SHELF, NULL);
  g_assert_nonnull (fetched);
  g_assert_cmpuint (news_picture_cache_get_size (fixture->cache), ==, sizeof gif - 1);

  news_picture_cache_clear (fixture->cache);
  after = load (fixture, "/b.gif", NEWS_PICTURE_CACHE_ONLY, NULL);
  g_assert_nonnull (after);
  names = news_picture_folder_list (shelf);
  g_assert_cmpuint (names->len, ==, 2);

  news_picture_folder_remove (shelf, name);
  g_assert_null (load (fixture, "/b.gif", NEWS_PICTURE_CACHE_ONLY, NULL));
  news_picture_folder_clear (shelf);
  none = news_picture_folder_list (shelf);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

#define ADD(name, function) \
  g_test_add ("/picture-cache/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("kept", test_kept);
  ADD ("again", test_again);
  ADD ("accept", test_accept);
  ADD ("not-a-picture", test_not_a_picture);
  ADD ("bounded", test_bounded);
  ADD ("from-article", test_from_article);
  ADD ("asked-once", test_asked_once);
  ADD ("shared-places", test_shared_places);
  ADD ("shelf", test_shelf);

  return g_test_run ();
}
