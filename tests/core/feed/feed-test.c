/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "feed-test.h"

#include <string.h>

char *
feed_test_load (const char *name)
{
  g_autofree char *path
    = g_build_filename (g_getenv ("TEST_SOURCE_DIR"), "fixtures", "feed", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

NewsFeed *
feed_test_read (const char *data, gssize length, const char *type)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length < 0 ? strlen (data) : (gsize) length);
  g_autoptr (GError) error = NULL;
  NewsFeed *feed = news_feed_new_from_bytes (bytes, type, "https://site.example/dir/feed", &error);

  g_assert_no_error (error);

  return feed;
}

NewsFeed *
feed_test_read_file (const char *name)
{
  g_autofree char *text = feed_test_load (name);

  return feed_test_read (text, -1, NULL);
}

NewsArticle *
feed_test_get (NewsFeed *feed, guint index)
{
  g_assert_cmpuint (index, <, feed->articles->len);

  return g_ptr_array_index (feed->articles, index);
}
