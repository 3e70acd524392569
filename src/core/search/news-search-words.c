/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-search-words.h"

char **
news_search_words_split (const char *text, NewsTokenKind *end)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_null_terminated (8, g_free, TRUE);
  gboolean repeated = FALSE;
  NewsTokenizer tokenizer;
  NewsToken token;

  *end = NEWS_TOKEN_WORD;
  news_tokenizer_init (&tokenizer, text, -1);
  while (words->len <= NEWS_SEARCH_WORDS && news_tokenizer_next (&tokenizer, &token))
    {
      /* A last character that follows a pair only repeats its end. */
      repeated = token.kind == NEWS_TOKEN_LAST && *end == NEWS_TOKEN_PAIR;
      *end = token.kind;
      g_ptr_array_add (words, g_strndup (token.word, token.length));
    }

  if (repeated && words->len <= NEWS_SEARCH_WORDS)
    {
      g_ptr_array_set_size (words, (int) words->len - 1);
      *end = NEWS_TOKEN_PAIR;
    }
  if (words->len > NEWS_SEARCH_WORDS)
    {
      g_ptr_array_set_size (words, NEWS_SEARCH_WORDS);
      *end = NEWS_TOKEN_PAIR;
    }

  return (char **) g_ptr_array_free (g_steal_pointer (&words), FALSE);
}
