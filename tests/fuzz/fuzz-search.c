/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "fuzz.h"
#include "news-search-query.h"
#include "news-search-snippet.h"
#include "news-tokenizer.h"

#include <string.h>

/* Every token is text, and stands in the text, one after the other. */
static void
check_tokens (const char *text)
{
  gsize length = strlen (text);
  NewsTokenizer tokenizer;
  NewsToken token;
  guint last = 0;

  news_tokenizer_init (&tokenizer, text, -1);
  while (news_tokenizer_next (&tokenizer, &token))
    {
      g_assert (token.length > 0 && token.length <= NEWS_TOKEN_BYTES);
      g_assert (g_utf8_validate (token.word, token.length, NULL));
      g_assert (token.start >= last && token.end > token.start && token.end <= length);
      g_assert (g_utf8_validate (text + token.start, token.end - token.start, NULL));
      last = token.start;
    }
}

static void
check_snippet (NewsSearchQuery *query, const char *text)
{
  g_autoptr (NewsSearchMatch) match = news_search_match_new (query, NEWS_TERM_TEXT, FALSE);
  g_autoptr (GArray) ranges = NULL;
  g_autofree char *snippet = news_search_snippet_new (match, text, &ranges);
  guint last = 0;

  g_assert (snippet == NULL || g_utf8_validate (snippet, -1, NULL));
  for (guint i = 0; ranges != NULL && i < ranges->len; i++)
    {
      const NewsTextRange *range = &g_array_index (ranges, NewsTextRange, i);

      g_assert (range->start >= last && range->end > range->start);
      g_assert (range->end <= strlen (snippet));
      g_assert (g_utf8_validate (snippet + range->start, range->end - range->start, NULL));
      last = range->end;
    }
}

/* The first line is what is typed, the rest is searched. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *bytes = g_strndup ((const char *) data, size);
  g_autofree char *valid = g_utf8_make_valid (bytes, -1);
  g_auto (GStrv) parts = g_strsplit (valid, "\n", 2);
  const char *typed = parts[0] != NULL ? parts[0] : "";
  const char *text = parts[0] != NULL && parts[1] != NULL ? parts[1] : "";
  g_autoptr (NewsSearchQuery) query = news_search_query_new (typed);
  g_autofree char *string = news_search_query_to_string (query);
  g_autoptr (NewsSearchQuery) again = news_search_query_new (string);
  g_autofree char *twice = news_search_query_to_string (again);

  fuzz_expect_silence ();

  g_assert (g_utf8_validate (string, -1, NULL));
  g_assert (query->terms->len == again->terms->len);
  g_assert (strcmp (string, twice) == 0);
  check_tokens (typed);
  check_tokens (text);
  check_snippet (query, text);

  return 0;
}
