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

/* What was found in them by hand. */
static const struct
{
  const char *name;
  Count count;
} known[] = {
  { "capy-atom-image-query-params.xml", { 25, 25, 25, 25, 0, 25, 25, 25 } },
  { "capy-feed-multiple-media-content.xml", { 20, 0, 20, 20, 20, 0, 0, 18 } },
  { "capy-feed-rdf-distrowatch.xml", { 10, 10, 10, 10, 0, 10, 0, 0 } },
  { "feeder-rdf_slashdot.xml", { 15, 15, 15, 15, 14, 1, 15, 1 } },
  { "feeder-rss_mediarss.xml", { 20, 20, 20, 20, 5, 15, 0, 20 } },
  { "feedjira-TechCrunch.xml", { 20, 20, 20, 20, 20, 20, 20, 20 } },
  { "feedjira-TypePadNews.xml", { 10, 10, 10, 10, 10, 10, 10, 0 } },
  { "feedjira-youtube_atom.xml", { 15, 15, 15, 15, 1, 14, 15, 15 } },
  { "nnw-DaringFireball.rss", { 47, 47, 47, 47, 47, 6, 47, 0 } },
  { "nnw-OneFootTsunami.atom", { 25, 25, 25, 25, 25, 0, 25, 0 } },
  { "nnw-bio.rdf", { 30, 30, 30, 30, 30, 0, 30, 0 } },
  { "nnw-expertopinionent.atom", { 43, 43, 43, 43, 43, 42, 43, 0 } },
  { "nnw-macworld.rss", { 30, 30, 30, 30, 7, 23, 30, 30 } },
  { "nnw-natasha.xml", { 10, 10, 10, 10, 10, 10, 10, 0 } },
  { "nodefp-illegally-nested.xml", { 10, 10, 10, 10, 0, 10, 0, 10 } },
  { "nodefp-tpm.atom", { 20, 20, 20, 20, 20, 0, 20, 0 } },
  { "feedrs-rss_1.0_iso8859.xml", { 1, 1, 1, 1, 1, 1, 1, 0 } },
  { "simplepie-feed-utf16be.xml", { 1, 1, 1, 0, 0, 1, 0, 0 } },
  { "feeder-atom_hnapp.xml", { 30, 30, 30, 30, 30, 0, 30, 0 } },
};

/* What is no feed: a dictionary of another format, a compressed file. */
static const char *const others[] = { "feedrs-xml_sample_2.xml", "nodefp-compressed.xml", NULL };

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
  /* There is something to read or to open, and no markup or entity where plain text is wanted. */
  g_assert_true (article->title != NULL || article->url != NULL || article->body_html != NULL
                 || article->body_text != NULL || article->standfirst != NULL);
  g_assert_true (article->title == NULL || g_utf8_validate (article->title, -1, NULL));
  g_assert_true (article->title == NULL || strstr (article->title, "&#") == NULL);
  g_assert_true (article->standfirst == NULL || strstr (article->standfirst, "<p") == NULL);
  g_assert_true (article->byline == NULL || strchr (article->byline, '@') == NULL);
  g_assert_true (article->url == NULL || g_ascii_strncasecmp (article->url, "http", 4) == 0);
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

static void
check_known (const char *name, const Count *count)
{
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (strcmp (known[i].name, name) == 0)
      g_assert_cmpmem (count, sizeof *count, &known[i].count, sizeof *count);
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
          g_assert_true (g_strv_contains (others, name));
          continue;
        }
      for (guint i = 0; i < feed->articles->len; i++)
        count_article (g_ptr_array_index (feed->articles, i), &count);
      tell (name, feed, &count);
      check_known (name, &count);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/feed-recordings/all", test_all);

  return g_test_run ();
}
