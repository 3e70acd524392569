/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-bookmarks-file.h"

#include <string.h>

static NewsBookmarkList *
read_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return news_bookmarks_file_read (bytes, error);
}

static void
assert_reads (const char *text, gboolean ordered)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsBookmarkList) list = read_text (text, &error);
  NewsBookmark *bookmark;

  g_assert_no_error (error);
  g_assert_cmpuint (list->bookmarks->len, ==, 1);
  g_assert_cmpint (list->ordered, ==, ordered);
  bookmark = g_ptr_array_index (list->bookmarks, 0);
  g_assert_cmpstr (bookmark->article->url, ==, "https://a.example/");
}

/* A file is known by what is in it. */
static void
test_recognise (void)
{
  assert_reads ("\xef\xbb\xbf <DL><A HREF=\"https://a.example/\">a</A>", FALSE);
  assert_reads ("\n{\"format\": \"broadsheet-bookmarks\","
                " \"bookmarks\": [{\"url\": \"https://a.example/\"}]}",
                TRUE);
  assert_reads ("# List\n\n- [a](https://a.example/)\n", TRUE);
}

static void
assert_refuses (const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text (text, &error));
  g_assert_error (error, NEWS_BOOKMARKS_ERROR, NEWS_BOOKMARKS_ERROR_INVALID);
}

static void
test_refuse (void)
{
  assert_refuses ("");
  assert_refuses ("{");
  assert_refuses ("<DL></DL>");
  assert_refuses ("\x89PNG\r\n\x1a\n");
  assert_refuses ("- nothing");
}

static GBytes *
write_file (NewsBookmarksFormat format, guint n)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (NewsBookmarksWriter) writer = news_bookmarks_writer_new (format, stream);

  for (guint i = 0; i < n; i++)
    {
      NewsArticle *article = news_article_new ();
      g_autoptr (NewsBookmark) bookmark = news_bookmark_new_take (article, 0);

      article->url = i % 2 == 0 ? g_strdup_printf ("https://a.example/%u", i) : NULL;
      article->title = g_strnfill (1000, 'x');
      g_assert_true (news_bookmarks_writer_add (writer, bookmark, NULL, NULL));
    }
  g_assert_true (news_bookmarks_writer_end (writer, NULL, NULL));
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* Files of many pieces, and of none; what has no address is passed over. */
static void
test_write (void)
{
  for (int format = NEWS_BOOKMARKS_JSON; format <= NEWS_BOOKMARKS_MARKDOWN; format++)
    {
      g_autoptr (GBytes) empty = write_file ((NewsBookmarksFormat) format, 0);
      g_autoptr (GBytes) bytes = write_file ((NewsBookmarksFormat) format, 300);
      g_autoptr (GError) error = NULL;
      g_autoptr (NewsBookmarkList) list = news_bookmarks_file_read (bytes, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (list->bookmarks->len, ==, 150);
      g_assert_null (news_bookmarks_file_read (empty, &error));
      g_assert_error (error, NEWS_BOOKMARKS_ERROR, NEWS_BOOKMARKS_ERROR_INVALID);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bookmarks-file/recognise", test_recognise);
  g_test_add_func ("/bookmarks-file/refuse", test_refuse);
  g_test_add_func ("/bookmarks-file/write", test_write);

  return g_test_run ();
}
