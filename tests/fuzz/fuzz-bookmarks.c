/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "fuzz.h"
#include "news-bookmarks-file.h"

#include <string.h>

static void
check_text (const char *text)
{
  g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
}

static void
check (const NewsArticle *article)
{
  g_assert_true (g_ascii_strncasecmp (article->url, "http", 4) == 0);
  check_text (article->url);
  check_text (article->title);
  check_text (article->outlet);
  check_text (article->standfirst);
  check_text (article->text);
  for (guint i = 0; article->topics != NULL && article->topics[i] != NULL; i++)
    check_text (article->topics[i]);
}

/* The bytes of a file of bookmarks, of whatever format. Whatever comes in, only web addresses and
 * sound texts come out, and what is written of them is read again. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (NewsBookmarkList) list = NULL;

  fuzz_expect_silence ();
  list = news_bookmarks_file_read (bytes, NULL);
  for (int format = NEWS_BOOKMARKS_JSON; list != NULL && format <= NEWS_BOOKMARKS_MARKDOWN;
       format++)
    {
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
      g_autoptr (NewsBookmarksWriter) writer
        = news_bookmarks_writer_new ((NewsBookmarksFormat) format, stream);
      g_autoptr (NewsBookmarkList) again = NULL;
      g_autoptr (GBytes) written = NULL;

      for (guint i = 0; i < list->bookmarks->len; i++)
        {
          const NewsBookmark *bookmark = g_ptr_array_index (list->bookmarks, i);

          check (bookmark->article);
          g_assert_true (news_bookmarks_writer_add (writer, bookmark, NULL, NULL));
        }
      g_assert_true (news_bookmarks_writer_end (writer, NULL, NULL));
      g_output_stream_close (stream, NULL, NULL);
      written = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
      again = news_bookmarks_file_read (written, NULL);
      g_assert_nonnull (again);
      if (format != NEWS_BOOKMARKS_MARKDOWN)
        g_assert_cmpuint (again->bookmarks->len, ==, list->bookmarks->len);
    }

  return 0;
}
