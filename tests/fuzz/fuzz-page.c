/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* A libFuzzer target for all that becomes a page: stored bytes if the input begins with their
 * version (1), plain text behind a byte 2, Markdown behind a byte 3, key points in HTML behind a
 * byte 4, else HTML. Whatever comes in, the page is sound, and comes back from its bytes as it was.
 */

#include "fuzz.h"
#include "news-address.h"
#include "news-key-points.h"
#include "news-markdown-signs.h"
#include "news-page.h"

#include <string.h>

static void
check_text (const NewsText *text)
{
  gsize length = strlen (text->text);
  guint start = 0;

  g_assert_true (g_utf8_validate (text->text, length, NULL));
  for (guint i = 0; i < text->spans->len; i++)
    {
      const NewsSpan *span = &g_array_index (text->spans, NewsSpan, i);

      g_assert_cmpuint (span->start, >=, start);
      g_assert_cmpuint (span->start, <, span->end);
      g_assert_cmpuint (span->end, <=, length);
      g_assert_cmpuint (span->style, <, NEWS_STYLE_SMALL << 1);
      g_assert_true (span->style != 0 || span->link != NULL || span->language != NULL
                     || span->expansion != NULL);
      g_assert_true (span->link == NULL || span->expansion == NULL);
      if (span->link != NULL)
        g_assert_true (news_address_is_safe (span->link, NEWS_ADDRESS_LINK));
      start = span->start;
    }
}

static void
check_block (const NewsBlock *block, guint depth)
{
  g_assert_cmpuint (depth, <=, NEWS_BLOCK_MAX_DEPTH);
  g_assert_true ((block->text != NULL) == news_block_type_has_text (block->type));
  g_assert_true ((block->children != NULL) == news_block_type_has_children (block->type));
  if (block->text != NULL)
    check_text (block->text);
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    {
      const NewsBlock *child = g_ptr_array_index (block->children, i);

      g_assert_true (news_block_type_holds (block->type, child->type));
      check_block (child, depth + 1);
    }
}

/* Chance alone seldom writes what is nearly a stored page: one is damaged in a few places, which
 * the input decides. What can still be read is sound. */
static void
check_damaged (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autofree guint8 *damaged = g_memdup2 (data, size);
  guint hash = g_bytes_hash (bytes);

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (GBytes) all = NULL;
      g_autoptr (NewsPage) page = NULL;

      hash = hash * 1664525 + 1013904223;
      damaged[(hash >> 3) % size] ^= (guint8) (1 << (hash & 7));
      damaged[0] = data[0];
      all = g_bytes_new (damaged, size);
      page = news_page_new_from_bytes (all, NULL);
      for (guint k = 0; page != NULL && k < news_page_get_n_blocks (page); k++)
        check_block (news_page_get_block (page, k), 1);
    }
}

static void
check_page (NewsPage *page)
{
  g_autofree char *text = news_page_dup_text (page);
  g_autofree char *preview = news_page_dup_preview (page, 20);
  g_autoptr (GBytes) bytes = news_page_to_bytes (page);
  g_autoptr (NewsPage) copy = news_page_new_from_bytes (bytes, NULL);
  g_autoptr (GBytes) again = NULL;
  NewsPicture *picture = news_page_get_first_picture (page);

  g_assert_true (g_utf8_validate (text, -1, NULL));
  if (preview != NULL)
    g_assert_cmpint (g_utf8_strlen (preview, -1), <=, 20);
  for (guint i = 0; i < news_page_get_n_blocks (page); i++)
    check_block (news_page_get_block (page, i), 1);

  g_assert_nonnull (copy);
  again = news_page_to_bytes (copy);
  g_assert_true (g_bytes_equal (bytes, again));
  check_damaged (bytes);

  if (picture != NULL)
    {
      g_autoptr (NewsPage) without = news_page_without_lead (page, picture);

      g_assert_cmpuint (news_page_get_n_blocks (without), <=, news_page_get_n_blocks (page));
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (NewsPage) page = NULL;

  fuzz_expect_silence ();

  if (size > 0 && data[0] == 1)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (data, size);

      page = news_page_new_from_bytes (bytes, NULL);
    }
  else if (size > 0 && data[0] == 2)
    {
      g_autofree char *text = g_strndup ((const char *) data + 1, size - 1);

      page = news_page_new_from_text (text);
    }
  else if (size > 0 && data[0] == 3)
    {
      g_autofree char *text = g_strndup ((const char *) data + 1, size - 1);

      news_markdown_signs_suffice (text);
      page = news_page_new_from_markdown (text, "https://site.example/a/b?c");
    }
  else if (size > 0 && data[0] == 4)
    {
      g_autofree char *html = g_strndup ((const char *) data + 1, size - 1);
      NewsBlock *key_points = news_key_points_new_from_html (html, "https://site.example/a/b?c");

      if (key_points != NULL)
        page = news_page_with_key_points (NULL, key_points);
    }
  else
    page = news_page_new_from_html ((const char *) data, size, "https://site.example/a/b?c");

  if (page != NULL)
    check_page (page);

  return 0;
}
