/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-search-words.h"

static void
test_split (void)
{
  const struct
  {
    const char *text;
    const char *words;
    NewsTokenKind end;
  } cases[] = {
    { "", "", NEWS_TOKEN_WORD },
    { "...", "", NEWS_TOKEN_WORD },
    { "Trump", "trump", NEWS_TOKEN_WORD },
    { "state-of", "state|of", NEWS_TOKEN_WORD },
    { "人", "人", NEWS_TOKEN_LAST },
    { "银行", "银行", NEWS_TOKEN_PAIR },
    { "人民银行", "人民|民银|银行", NEWS_TOKEN_PAIR },
    { "手机 iPhone", "手机|机|iphone", NEWS_TOKEN_WORD },
    { "iPhone手机", "iphone|手机", NEWS_TOKEN_PAIR },
    { "手机 用", "手机|机|用", NEWS_TOKEN_LAST },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      NewsTokenKind end;
      g_auto (GStrv) words = news_search_words_split (cases[i].text, &end);
      g_autofree char *joined = g_strjoinv ("|", words);

      g_assert_cmpstr (joined, ==, cases[i].words);
      g_assert_cmpint (end, ==, cases[i].end);
    }
}

static void
test_most (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  NewsTokenKind end;
  g_auto (GStrv) words = NULL;

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (text, "w%u ", i);
  words = news_search_words_split (text->str, &end);
  g_assert_cmpuint (g_strv_length (words), ==, NEWS_SEARCH_WORDS);
  g_assert_cmpint (end, ==, NEWS_TOKEN_PAIR);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-words/split", test_split);
  g_test_add_func ("/search-words/most", test_most);

  return g_test_run ();
}
