/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-bookmarks-file.h"
#include "news-bookmarks-json.h"

#include <string.h>

static char *
read_fixture (const char *name, gsize *length)
{
  g_autofree char *path
    = g_build_filename (g_getenv ("TEST_SOURCE_DIR"), "fixtures", "bookmarks", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, length, &error);
  g_assert_no_error (error);

  return text;
}

static NewsBookmarkList *
read_json (const char *json)
{
  g_autoptr (GError) error = NULL;
  NewsBookmarkList *list = news_bookmarks_json_read (json, strlen (json), &error);

  g_assert_no_error (error);

  return list;
}

static NewsArticle *
get_article (NewsBookmarkList *list, guint i)
{
  return ((NewsBookmark *) g_ptr_array_index (list->bookmarks, i))->article;
}

/* Each is read as far as it is what it should be; what is broken costs only itself. */
static void
test_read (void)
{
  gsize length;
  g_autofree char *json = read_fixture ("broadsheet.json", &length);
  g_autofree char *mended = NULL;
  g_autoptr (NewsBookmarkList) list = NULL;
  g_auto (GStrv) parts = NULL;
  NewsArticle *article;

  /* The last one would swallow the rest of the file. */
  g_assert_null (news_bookmarks_json_read (json, length, NULL));
  parts = g_strsplit (json, "\"Broken\" \"}", 2);
  mended = g_strconcat (parts[0], "\"Broken\" 5}", parts[1], NULL);
  list = read_json (mended);
  g_assert_true (list->ordered);
  g_assert_cmpuint (list->bookmarks->len, ==, 2);
  g_assert_cmpuint (list->left_out, ==, 3);

  article = get_article (list, 0);
  g_assert_cmpstr (article->url, ==, "https://one.example/a");
  g_assert_cmpstr (article->outlet, ==, "The One");
  g_assert_cmpstr (article->text, ==, "One } paragraph.\n\nAnother \" one.");
  g_assert_cmpstr (article->topics[0], ==, "Trade");
  g_assert_null (article->topics[1]);
  g_assert_cmpint (article->published, ==, 1795946400);
  g_assert_cmpuint (article->lead->files->len, ==, 1);
  g_assert_true (article->summary_only);
  g_assert_cmpint (((NewsBookmark *) g_ptr_array_index (list->bookmarks, 0))->time, ==, 1795946400);
  article = get_article (list, 1);
  g_assert_null (article->title);
  g_assert_null (article->lead);
  g_assert_cmpint (article->published, ==, 0);
}

static void
assert_fails (const char *json, NewsBookmarksError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (news_bookmarks_json_read (json, strlen (json), &error));
  g_assert_error (error, NEWS_BOOKMARKS_ERROR, (int) code);
}

static void
test_refuse (void)
{
  assert_fails ("", NEWS_BOOKMARKS_ERROR_INVALID);
  assert_fails ("{}", NEWS_BOOKMARKS_ERROR_INVALID);
  assert_fails ("{\"format\": \"broadsheet-bookmarks\"}", NEWS_BOOKMARKS_ERROR_INVALID);
  assert_fails ("{\"format\": \"other\", \"bookmarks\": []}", NEWS_BOOKMARKS_ERROR_INVALID);
  assert_fails ("{\"format\": \"broadsheet-bookmarks\", \"version\": 2, \"bookmarks\": []}",
                NEWS_BOOKMARKS_ERROR_TOO_NEW);
}

/* All that is known of an article, and nothing else. */
static void
test_round (void)
{
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (NewsBookmarkList) again = NULL;
  NewsArticle *article = news_article_new ();
  NewsBookmark *bookmark = news_bookmark_new_take (article, 1795946400);
  const char *topics[] = { "Trade", "The sea", NULL };
  NewsArticle *read;

  article->url = g_strdup ("https://one.example/a");
  article->title = g_strdup ("港口 \"opens\" \\ {[");
  article->byline = g_strdup ("A. Writer");
  article->outlet = g_strdup ("The One");
  article->standfirst = g_strdup ("In short.");
  article->language = g_strdup ("en-GB");
  article->text = g_strdup ("One.\n\nTwo }]");
  article->topics = g_strdupv ((char **) topics);
  article->published = 1700000000;
  article->updated = 1700000001;
  article->page = g_bytes_new ("\0\1\2", 3);
  article->lead = news_picture_new ();
  news_picture_add_file (article->lead, "https://one.example/p.jpg", 640, 480);
  article->lead->caption = g_strdup ("A caption");

  news_bookmarks_json_begin (json);
  news_bookmarks_json_append (json, bookmark, TRUE);
  news_bookmarks_json_append (json, bookmark, FALSE);
  news_bookmarks_json_end (json);
  again = read_json (json->str);
  g_assert_cmpuint (again->bookmarks->len, ==, 2);
  g_assert_cmpuint (again->left_out, ==, 0);

  read = get_article (again, 1);
  g_assert_cmpstr (read->url, ==, article->url);
  g_assert_cmpstr (read->title, ==, article->title);
  g_assert_cmpstr (read->byline, ==, article->byline);
  g_assert_cmpstr (read->outlet, ==, article->outlet);
  g_assert_cmpstr (read->standfirst, ==, article->standfirst);
  g_assert_cmpstr (read->language, ==, article->language);
  g_assert_cmpstr (read->text, ==, article->text);
  g_assert_cmpstrv (read->topics, article->topics);
  g_assert_cmpint (read->published, ==, article->published);
  g_assert_cmpint (read->updated, ==, article->updated);
  g_assert_true (g_bytes_equal (read->page, article->page));
  g_assert_true (news_picture_equal (read->lead, article->lead));
  g_assert_false (read->summary_only);
  g_assert_cmpint (((NewsBookmark *) g_ptr_array_index (again->bookmarks, 1))->time, ==,
                   1795946400);
  news_bookmark_free (bookmark);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bookmarks-json/read", test_read);
  g_test_add_func ("/bookmarks-json/refuse", test_refuse);
  g_test_add_func ("/bookmarks-json/round", test_round);

  return g_test_run ();
}
