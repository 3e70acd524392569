/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "fuzz.h"
#include "news-feed.h"

#include <string.h>

static void
check_text (const char *text)
{
  if (text != NULL)
    {
      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_true (*text != '\0');
    }
}

/* The bytes of a feed; behind a first byte of 1, as GBK by its header. Whatever comes in, each
 * article has an id of its own, and all texts are UTF-8. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *type = size > 0 && data[0] == 1 ? "text/xml; charset=gbk" : NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (data + (type != NULL), size - (type != NULL));
  g_autoptr (NewsFeed) feed = NULL;
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  fuzz_expect_silence ();
  feed = news_feed_new_from_bytes (bytes, type, "https://site.example/a/feed", NULL);
  if (feed == NULL)
    return 0;

  check_text (feed->title);
  check_text (feed->summary);
  for (guint i = 0; i < feed->articles->len; i++)
    {
      NewsArticle *article = g_ptr_array_index (feed->articles, i);

      g_assert_true (g_hash_table_add (ids, article->id));
      check_text (article->title);
      check_text (article->byline);
      check_text (article->standfirst);
      check_text (article->body_html);
      check_text (article->url);
    }

  return 0;
}
