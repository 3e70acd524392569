/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "api-test.h"

#include <string.h>

/* Real answers of real sites. They belong to their publishers and are not part of the project: a
 * folder of them beside the checkout is read if it is there. */

typedef struct
{
  guint articles;
  guint faults;
  guint titles;
  guint urls;
  guint dates;
  guint bodies;
  guint bylines;
  guint pictures;
  guint standfirsts;
  guint visits;
} Count;

static const struct
{
  const char *file;
  NewsAsk ask;
  Count count;
} recordings[] = {
  { "wordpress/frontity-post-60.json", NEWS_ASK_ITEM, { 1, 0, 1, 1, 1, 1, 1, 1, 1 } },
  { "wordpress/frontity-posts-category-7.json", NEWS_ASK_LIST, { 5, 0, 5, 5, 5, 5, 5, 5, 5 } },
  { "wordpress/headstart-posts.json", NEWS_ASK_LIST, { 10, 0, 10, 10, 10, 10, 10, 10, 9 } },
  { "wordpress/ubuntu-empty-list.json", NEWS_ASK_LIST, { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 } },
  { "wordpress/ubuntu-post-by-slug.json", NEWS_ASK_LIST, { 1, 0, 1, 1, 1, 1, 1, 1, 1 } },
  { "wordpress/ubuntu-post-relative-image.json", NEWS_ASK_LIST, { 1, 0, 1, 1, 1, 1, 1, 0, 1 } },
  { "wordpress/ubuntu-posts-two-categories.json", NEWS_ASK_LIST, { 3, 0, 3, 3, 3, 3, 3, 3, 3 } },
  { "wordpress/wpkit-pages.json", NEWS_ASK_LIST, { 10, 0, 10, 10, 10, 0, 0, 0, 0 } },
  { "jsonfeed/feedjira-json_feed.json", NEWS_ASK_LIST, { 20, 0, 20, 20, 20, 20, 20, 0, 0 } },
  { "jsonfeed/feedparser-example.json", NEWS_ASK_LIST, { 2, 0, 1, 2, 0, 2, 2, 0, 0 } },
  { "jsonfeed/feedrs-jsonfeed_example_1.json", NEWS_ASK_LIST, { 2, 0, 2, 2, 2, 2, 2, 0, 0 } },
  { "jsonfeed/feedrs-jsonfeed_spec_1.json", NEWS_ASK_LIST, { 1, 0, 1, 1, 1, 1, 1, 0, 0 } },
  { "jsonfeed/gofeed-parser-json-version_json_10.json",
    NEWS_ASK_LIST,
    { 1, 0, 1, 1, 1, 1, 1, 1, 1 } },
  { "jsonfeed/gofeed-parser-json-version_json_11_deprecated_author.json",
    NEWS_ASK_LIST,
    { 1, 0, 1, 1, 1, 1, 1, 1, 1 } },
  { "jsonfeed/gofeed-translator-json-json10_simple.json", NEWS_ASK_LIST, { 0, 1 } },
  { "jsonfeed/kibty-town.json", NEWS_ASK_LIST, { 6, 0, 6, 6, 6, 6, 0, 0, 0 } },
  { "jsonfeed/nnw-DaringFireball.json", NEWS_ASK_LIST, { 48, 0, 48, 48, 48, 48, 48, 0, 0 } },
  { "jsonfeed/nnw-authors.json", NEWS_ASK_LIST, { 4, 0, 0, 0, 0, 0, 4, 0, 0 } },
  { "jsonfeed/nnw-inessential.json", NEWS_ASK_LIST, { 20, 0, 20, 20, 20, 20, 20, 0, 0 } },
  { "jsonfeed/reader-empty.json", NEWS_ASK_LIST, { 1, 0, 0, 0, 0, 1, 0, 0, 0 } },
  { "jsonfeed/reader-full.json", NEWS_ASK_LIST, { 2, 0, 1, 2, 2, 2, 2, 0, 1 } },
  { "devto/2019-articles.json", NEWS_ASK_LIST, { 1, 0, 1, 1, 1, 0, 1, 1, 1, 0 } },
  { "devto/2021-articles.json", NEWS_ASK_LIST, { 1, 0, 1, 1, 1, 0, 1, 1, 1, 0 } },
  { "devto/forem-articles.json", NEWS_ASK_LIST, { 1, 0, 1, 1, 1, 0, 1, 1, 1, 0 } },
  { "devto/forem-article.json", NEWS_ASK_ITEM, { 1, 0, 1, 1, 1, 1, 1, 1, 1, 0 } },
  { "discourse/latest.json", NEWS_ASK_LIST, { 1, 2, 1, 1, 1, 0, 1, 0, 1, 1 } },
  { "discourse/topic.json", NEWS_ASK_ITEM, { 1, 0, 1, 1, 1, 1, 1, 0, 0, 1 } },
  { "gdelt/artlist-2026.json", NEWS_ASK_LIST, { 3, 0, 3, 3, 3, 0, 0, 3, 0, 0 } },
  { "greader/freshrss-02.json", NEWS_ASK_LIST, { 1, 0, 1, 1, 1, 1, 0, 0, 0, 0 } },
  { "greader/inoreader-stream-contents-0.json", NEWS_ASK_LIST, { 1, 0, 1, 1, 1, 1, 1, 0, 0, 0 } },
  { "greader/miniflux-02.json", NEWS_ASK_LIST, { 1, 0, 1, 1, 1, 1, 1, 0, 0, 0 } },
  { "guardian/2026-item.json", NEWS_ASK_ITEM, { 1, 0, 1, 1, 1, 0, 0, 0, 0, 0 } },
  { "guardian/2026-search.json", NEWS_ASK_LIST, { 10, 0, 10, 10, 10, 0, 0, 0, 0, 0 } },
  { "guardian/facia-collection.json", NEWS_ASK_LIST, { 2, 0, 2, 2, 2, 0, 2, 2, 2, 0 } },
  { "guardian/facia-search.json", NEWS_ASK_LIST, { 10, 0, 10, 10, 10, 0, 9, 10, 10, 0 } },
  { "guardian/item-content-with-atom-media.json", NEWS_ASK_ITEM, { 1, 0, 1, 1, 1, 1, 0, 0, 0, 0 } },
  { "guardian/item-content-with-blocks.json", NEWS_ASK_ITEM, { 1, 0, 1, 1, 1, 1, 0, 0, 0, 0 } },
  { "guardian/item-content.json", NEWS_ASK_ITEM, { 1, 0, 1, 1, 1, 1, 1, 1, 1, 0 } },
  { "guardian/item-section.json", NEWS_ASK_LIST, { 10, 0, 10, 10, 10, 0, 0, 0, 0, 0 } },
  { "guardian/removed.json", NEWS_ASK_LIST, { 0, 10, 0, 0, 0, 0, 0, 0, 0, 0 } },
  { "guardian/search-with-blocks.json", NEWS_ASK_LIST, { 1, 9, 1, 1, 1, 1, 0, 0, 0, 0 } },
  { "guardian/search.json", NEWS_ASK_LIST, { 10, 0, 10, 10, 10, 0, 0, 0, 0, 0 } },
  { "hackernews/algolia-2018-top.json", NEWS_ASK_LIST, { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 } },
  { "hackernews/algolia-2020-front-page.json",
    NEWS_ASK_LIST,
    { 20, 0, 20, 20, 20, 0, 20, 0, 0, 20 } },
  { "hackernews/firebase-00.json", NEWS_ASK_ITEM, { 1, 0, 1, 1, 1, 0, 1, 0, 0, 1 } },
  { "hackernews/firebase-02.json", NEWS_ASK_ITEM, { 1, 0, 1, 1, 1, 1, 1, 0, 0, 1 } },
  { "hackernews/firebase-04.json", NEWS_ASK_ITEM, { 1, 0, 1, 1, 1, 0, 1, 0, 0, 1 } },
  { "mastodon/trends-links-empty.json", NEWS_ASK_LIST, { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 } },
  { "mastodon/trends-links.json", NEWS_ASK_LIST, { 10, 0, 10, 10, 9, 0, 7, 10, 10, 10 } },
  { "miniflux/api-08.json", NEWS_ASK_ITEM, { 1, 0, 1, 1, 1, 1, 1, 0, 0, 0 } },
  { "newsapi/2022-top-headlines-us.json", NEWS_ASK_LIST, { 20, 0, 20, 20, 20, 0, 15, 18, 19, 0 } },
  { "nextcloud-news/v1-3-16.json", NEWS_ASK_LIST, { 1, 0, 1, 1, 1, 1, 1, 0, 0, 0 } },
  { "nextcloud-news/v1-3-20.json", NEWS_ASK_LIST, { 1, 0, 1, 1, 1, 1, 1, 0, 0, 0 } },
  { "nyt/article-search-example.json", NEWS_ASK_LIST, { 1, 0, 1, 1, 1, 0, 1, 0, 1, 0 } },
  { "nyt/top-stories-home-example.json", NEWS_ASK_LIST, { 2, 0, 2, 2, 2, 0, 2, 1, 2, 0 } },
  { "nyt/topstories-2019.json", NEWS_ASK_LIST, { 5, 0, 5, 5, 5, 0, 5, 5, 5, 0 } },
  { "spaceflight/v4-articles-2024.json", NEWS_ASK_LIST, { 10, 0, 10, 10, 10, 0, 0, 10, 10, 0 } },
  { "wikimedia/featured-aggregate.json", NEWS_ASK_LIST, { 43, 1, 43, 43, 37, 0, 0, 40, 43, 37 } },
  { "wikimedia/page-summary.json", NEWS_ASK_ITEM, { 1, 0, 1, 1, 0, 0, 0, 1, 1, 0 } },
  { "wordpress-com/read-following.json", NEWS_ASK_LIST, { 3, 0, 3, 3, 3, 3, 3, 2, 3, 0 } },
  { "wordpress-com/reader-posts.json", NEWS_ASK_LIST, { 10, 0, 10, 10, 10, 10, 10, 6, 10, 0 } },
};

static char *
get_folder (void)
{
  return g_build_filename (g_getenv ("TEST_SOURCE_DIR"), "..", "..", "shared", "recordings", NULL);
}

static GBytes *
load (const char *file)
{
  g_autofree char *folder = get_folder ();
  g_autofree char *path = g_build_filename (folder, file, NULL);
  char *data;
  gsize length;

  if (!g_file_get_contents (path, &data, &length, NULL))
    return NULL;

  return g_bytes_new_take (data, length);
}

static void
count_article (NewsArticle *article, Count *count)
{
  g_assert_nonnull (article->id);
  count->articles++;
  count->titles += article->title != NULL;
  count->urls += article->url != NULL;
  count->dates += article->published != 0;
  count->bodies += article->body_html != NULL || article->body_text != NULL;
  count->bylines += article->byline != NULL;
  count->pictures += article->lead != NULL;
  count->standfirsts += article->standfirst != NULL;
  count->visits += article->visits >= 0;

  /* No markup and no entity may be left where plain text is wanted. */
  g_assert_true (article->title == NULL || strstr (article->title, "&#") == NULL);
  g_assert_true (article->standfirst == NULL || strstr (article->standfirst, "[…") == NULL);
  g_assert_true (article->standfirst == NULL || strstr (article->standfirst, "<") == NULL);
  g_assert_true (article->standfirst == NULL || strstr (article->standfirst, "reading") == NULL);
}

static void
check_count (const Count *found, const Count *expected)
{
  g_assert_cmpuint (found->articles, ==, expected->articles);
  g_assert_cmpuint (found->faults, ==, expected->faults);
  g_assert_cmpuint (found->titles, ==, expected->titles);
  g_assert_cmpuint (found->urls, ==, expected->urls);
  g_assert_cmpuint (found->dates, ==, expected->dates);
  g_assert_cmpuint (found->bodies, ==, expected->bodies);
  g_assert_cmpuint (found->bylines, ==, expected->bylines);
  g_assert_cmpuint (found->pictures, ==, expected->pictures);
  g_assert_cmpuint (found->standfirsts, ==, expected->standfirsts);
  g_assert_cmpuint (found->visits, ==, expected->visits);
}

/* Which descriptor reads the files that begin so; the first that fits. */
static const struct
{
  const char *begin;
  const char *api;
} readers[] = {
  { "wordpress-com/", "wordpress-com" },
  { "wordpress/", "wordpress" },
  { "devto/", "devto" },
  { "discourse/", "discourse" },
  { "gdelt/", "gdelt" },
  { "greader/", "google-reader" },
  { "guardian/", "guardian" },
  { "hackernews/firebase", "hackernews-firebase" },
  { "hackernews/", "hackernews" },
  { "mastodon/", "mastodon" },
  { "miniflux/", "miniflux" },
  { "newsapi/", "newsapi" },
  { "nextcloud-news/", "nextcloud-news" },
  { "nyt/article", "nyt-article-search" },
  { "nyt/", "nyt-top-stories" },
  { "spaceflight/", "spaceflight" },
  { "wikimedia/", "wikimedia" },
};

static const char *
find_api (const char *file)
{
  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    if (g_str_has_prefix (file, readers[i].begin))
      return readers[i].api;

  return "jsonfeed";
}

static NewsAnswer *
read_recording (const char *file, NewsAsk ask, guint status, GError **error)
{
  const char *api = find_api (file);
  g_autoptr (NewsDescriptor) descriptor = api_test_load (api);
  g_autoptr (NewsSource) source = api_test_source (api, "https://a.example/");
  g_autoptr (GBytes) body = load (file);
  NewsQuestion question = { ask, NULL, ask == NEWS_ASK_ITEM ? "1" : NULL, NULL };

  g_assert_nonnull (body);

  return api_test_read (descriptor, source, &question, status, body, NULL, error);
}

static void
tell (const char *file, const Count *count)
{
  g_test_message ("%s: %u articles, %u faults; %u titles, %u addresses, %u dates, %u bodies, "
                  "%u bylines, %u pictures, %u standfirsts, %u visits",
                  file, count->articles, count->faults, count->titles, count->urls, count->dates,
                  count->bodies, count->bylines, count->pictures, count->standfirsts,
                  count->visits);
}

static void
test_articles (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (recordings); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NewsAnswer) answer
        = read_recording (recordings[i].file, recordings[i].ask, 200, &error);
      Count count = { 0 };

      g_assert_no_error (error);
      count.faults = answer->faults->len;
      for (guint k = 0; k < answer->articles->len; k++)
        count_article (g_ptr_array_index (answer->articles, k), &count);
      tell (recordings[i].file, &count);
      check_count (&count, &recordings[i].count);
    }
}

static void
test_sections (void)
{
  static const struct
  {
    const char *file;
    guint sections;
  } files[]
    = { { "wordpress/frontity-categories.json", 3 }, { "wordpress/headstart-categories.json", 4 },
        { "wordpress/ubuntu-categories.json", 45 },  { "discourse/categories.json", 3 },
        { "guardian/2026-sections.json", 3 },        { "guardian/sections.json", 65 } };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NewsAnswer) answer
        = read_recording (files[i].file, NEWS_ASK_SECTIONS, 200, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (answer->sections->len, ==, files[i].sections);
      g_assert_cmpuint (answer->faults->len, ==, 0);
    }
}

static void
test_errors (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsAnswer) end = NULL;

  g_assert_null (read_recording ("wordpress/error-forbidden.json", NEWS_ASK_LIST, 401, &error));
  g_assert_error (error, NEWS_API_ERROR, NEWS_API_ERROR_BLOCKED);
  g_clear_error (&error);
  g_assert_null (read_recording ("jsonfeed/nnw-ScriptingNews.json", NEWS_ASK_LIST, 200, &error));
  g_assert_error (error, NEWS_API_ERROR, NEWS_API_ERROR_UNEXPECTED);
  g_clear_error (&error);
  g_assert_null (read_recording ("guardian/error.json", NEWS_ASK_LIST, 200, &error));
  g_assert_error (error, NEWS_API_ERROR, NEWS_API_ERROR_CANNOT);
  g_assert_cmpstr (error->message, ==, "Uh oh spaghetti-o!");
  g_clear_error (&error);
  g_assert_null (read_recording ("wikimedia/api-error.json", NEWS_ASK_LIST, 200, &error));
  g_assert_error (error, NEWS_API_ERROR, NEWS_API_ERROR_CANNOT);
  g_clear_error (&error);
  g_assert_null (
    read_recording ("spaceflight/snapi-migration-00.json", NEWS_ASK_LIST, 200, &error));
  g_assert_error (error, NEWS_API_ERROR, NEWS_API_ERROR_UNEXPECTED);
  g_clear_error (&error);
  g_assert_null (read_recording ("wordpress/schema-post.json", NEWS_ASK_LIST, 200, &error));
  g_assert_error (error, NEWS_API_ERROR, NEWS_API_ERROR_UNEXPECTED);
  g_clear_error (&error);

  end = read_recording ("wordpress/error-page-out-of-range.json", NEWS_ASK_LIST, 400, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (end->articles->len, ==, 0);
}

/* Each file of the folder, asked for in each way: something sensible must come of it. */
static void
test_all_files (void)
{
  static const char *const folders[]
    = { "wordpress", "jsonfeed", "wordpress-com", "rss",       "guardian", "devto",
        "discourse", "gdelt",    "hackernews",    "mastodon",  "newsapi",  "nyt",
        "reddit",    "greader",  "spaceflight",   "wikimedia", "miniflux" };
  g_autofree char *root = get_folder ();

  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_build_filename (root, folders[i], NULL);
      g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
      const char *name;

      while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
        for (guint ask = NEWS_ASK_SITE; ask <= NEWS_ASK_ITEM; ask++)
          {
            g_autofree char *file = g_build_filename (folders[i], name, NULL);
            g_autoptr (GError) error = NULL;
            g_autoptr (NewsAnswer) answer = NULL;

            answer = read_recording (file, (NewsAsk) ask, 200, &error);
            g_assert_true ((answer == NULL) == (error != NULL));
          }
    }
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = NULL;

  g_test_init (&argc, &argv, NULL);
  folder = get_folder ();
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_print ("1..0 # SKIP there are no recorded answers beside the checkout\n");
      return 0;
    }

  g_test_add_func ("/recordings/articles", test_articles);
  g_test_add_func ("/recordings/sections", test_sections);
  g_test_add_func ("/recordings/errors", test_errors);
  g_test_add_func ("/recordings/all-files", test_all_files);

  return g_test_run ();
}
