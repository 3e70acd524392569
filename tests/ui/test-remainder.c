/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-remainder.h"

#include <string.h>

static void
assert_words (NewsArticle *article, NewsPage *page, const char *expected)
{
  g_autofree char *words = news_remainder_dup_words (article, page);

  if (expected == NULL)
    g_assert_null (words);
  else
    {
      g_assert_nonnull (words);
      g_assert_nonnull (strstr (words, expected));
    }
}

static void
test_words (void)
{
  g_autoptr (NewsArticle) article = news_article_new ();
  g_autoptr (NewsPage) page = news_page_new_from_text ("A text.");
  g_autoptr (NewsPage) empty = news_page_new_from_text ("");

  assert_words (article, page, NULL);
  assert_words (article, empty, "gives no more");
  assert_words (article, NULL, "gives no more");

  article->consent = TRUE;
  assert_words (article, NULL, "agree to be tracked");

  article->summary_only = TRUE;
  assert_words (article, page, "This is a summary.");
  article->outlet = g_strdup ("The Peers");
  assert_words (article, page, "The Peers gives readers a summary here.");
  article->lapsed = TRUE;
  assert_words (article, NULL, "The Peers lets the text be kept for a limited time");

  article->protected = TRUE;
  assert_words (article, page, "This is only how the article begins.");
  assert_words (article, NULL, "behind a password or a subscription");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/remainder/words", test_words);

  return g_test_run ();
}
