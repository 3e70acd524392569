/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-feed.h"

#include <string.h>

/* Real feeds of real sites, and cases that other readers have collected. They belong to their
 * publishers and are not part of the project: a folder of them beside the checkout is read if it is
 * there. */

typedef struct
{
  guint articles;
  guint titles;
  guint urls;
  guint dates;
  guint bodies;
  guint standfirsts;
  guint bylines;
  guint pictures;
} Count;

static char *
get_folder (void)
{
  return g_build_filename (g_getenv ("TEST_SOURCE_DIR"), "..", "..", "shared", "recordings", "rss",
                           NULL);
}

static void
count_article (NewsArticle *article, Count *count)
{
  g_assert_nonnull (article->id);
  g_assert_true (article->title == NULL || g_utf8_validate (article->title, -1, NULL));
  count->articles++;
  count->titles += article->title != NULL;
  count->urls += article->url != NULL;
  count->dates += article->published != 0;
  count->bodies += article->body_html != NULL || article->body_text != NULL;
  count->standfirsts += article->standfirst != NULL;
  count->bylines += article->byline != NULL;
  count->pictures += article->lead != NULL;
}

static void
tell (const char *name, NewsFeed *feed, const Count *count)
{
  NewsArticle *first = feed->articles->len > 0 ? g_ptr_array_index (feed->articles, 0) : NULL;

  g_test_message ("%-60s %3u art %3u ttl %3u url %3u dat %3u bod %3u sum %3u by %3u pic %u flt "
                  "| %s | %s | %s | %s",
                  name, count->articles, count->titles, count->urls, count->dates, count->bodies,
                  count->standfirsts, count->bylines, count->pictures, feed->faults->len,
                  feed->title, first != NULL ? first->title : NULL,
                  first != NULL ? first->url : NULL, first != NULL ? first->byline : NULL);
}

static NewsFeed *
read_recording (const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *data = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length;

  if (!g_file_get_contents (path, &data, &length, error))
    return NULL;
  bytes = g_bytes_new (data, length);

  return news_feed_new_from_bytes (bytes, NULL, "https://feed.example/feed", error);
}

static void
test_all (void)
{
  g_autofree char *folder = get_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  if (dir == NULL)
    {
      g_test_skip ("there are no recordings beside the checkout");
      return;
    }

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NewsFeed) feed = NULL;
      Count count = { 0 };

      if (g_str_has_suffix (name, ".md"))
        continue;
      feed = read_recording (folder, name, &error);
      if (feed == NULL)
        {
          g_test_message ("%-60s %s", name, error->message);
          continue;
        }
      for (guint i = 0; i < feed->articles->len; i++)
        count_article (g_ptr_array_index (feed->articles, i), &count);
      tell (name, feed, &count);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/feed-recordings/all", test_all);

  return g_test_run ();
}
