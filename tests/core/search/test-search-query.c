/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-search-query.h"

#include <string.h>

/* The terms of @text in few letters: "-" excluded, the operator, the words, "*" open. */
static char *
describe (const char *text)
{
  g_autoptr (NewsSearchQuery) query = news_search_query_new (text);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < query->terms->len; i++)
    {
      const NewsSearchTerm *term = g_ptr_array_index (query->terms, i);
      const char *name = news_search_query_get_name (term->kind);
      g_autofree char *words
        = term->kind <= NEWS_TERM_AFTER ? g_strjoinv (" ", term->words) : g_strdup ("");

      g_string_append_printf (all, "%s%s%s%s[%s]%s", i > 0 ? " " : "", term->excluded ? "-" : "",
                              name != NULL ? name : "", term->quoted ? "q" : "", words,
                              term->open ? "*" : "");
    }

  return g_string_free_and_steal (all);
}

static void
test_terms (void)
{
  const struct
  {
    const char *text;
    const char *terms;
  } cases[] = {
    { "", "" },
    { "  \343\200\200 ", "" },
    { "trump", "[trump]*" },
    { "trump ", "[trump]" },
    { "trump tariffs", "[trump] [tariffs]*" },
    { "trump.", "[trump]" },
    { "\"trade war\"", "q[trade war]" },
    { "\"trade wa", "q[trade wa]*" },
    { "“trade war” 「中国人」", "q[trade war] q[中国 国人]" },
    { "-china", "-[china]" },
    { "- china ", "[] [china]" },
    { "－中国 -\"a b\"", "-[中国] -q[a b]" },
    { "a-b ", "[a b]" },
    { "source:bbc ", "source[bbc]" },
    { "source:\"BBC News\" x ", "sourceq[bbc news] [x]" },
    { "source：新华", "source[新华]" },
    { "来源：新华 栏目:科学 ", "source[新华] section[科学]" },
    { "Topic:Trade author:o'brien ", "topic[trade] author[o brien]" },
    { "-source:bbc ", "-source[bbc]" },
    { "before:2026-02 after:2025 ", "before[2026 02] after[2025]" },
    { "before:soon ", "[before soon]" },
    { "before:", "before[]" },
    { "is:unread is:READ is:bookmarked has:picture ",
      "is:unread[] is:read[] is:bookmarked[] has:picture[]" },
    { "is:un", "[is un]*" },
    { "is:other ", "[is other]" },
    { "http://a.example/ ", "[http a example]" },
    { "unknown:x ", "[unknown x]" },
    { "强", "[强]*" },
    { "\"强\"", "q[强]*" },
    { "强 ", "[强]*" },
    { "中国", "[中国]" },
    { "source:", "source[]" },
    { "source:\"", "sourceq[]" },
    { "\"\" x ", "q[] [x]" },
    { "🎉", "[]" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *terms = describe (cases[i].text);

      g_assert_cmpstr (terms, ==, cases[i].terms);
    }
}

static void
test_places (void)
{
  g_autoptr (NewsSearchQuery) query = news_search_query_new (" a -source:\"b c\" d");
  const NewsSearchTerm *first = g_ptr_array_index (query->terms, 0);
  const NewsSearchTerm *second = g_ptr_array_index (query->terms, 1);
  const NewsSearchTerm *third = g_ptr_array_index (query->terms, 2);

  g_assert_cmpuint (first->start, ==, 1);
  g_assert_cmpuint (first->end, ==, 2);
  g_assert_cmpuint (second->start, ==, 3);
  g_assert_cmpuint (second->value, ==, 11);
  g_assert_cmpuint (second->end, ==, 16);
  g_assert_false (second->unfinished);
  g_assert_cmpuint (third->end, ==, 18);
  g_assert_true (third->unfinished);
}

static void
test_empty (void)
{
  static const char *const empty[] = { "", " ", "source:", "...", "\"\"", "before:" };
  static const char *const asking[] = { "a", "is:unread", "source:a", "after:2026", "-a" };

  for (gsize i = 0; i < G_N_ELEMENTS (empty); i++)
    {
      g_autoptr (NewsSearchQuery) query = news_search_query_new (empty[i]);

      g_assert_true (news_search_query_is_empty (query));
    }

  for (gsize i = 0; i < G_N_ELEMENTS (asking); i++)
    {
      g_autoptr (NewsSearchQuery) query = news_search_query_new (asking[i]);

      g_assert_false (news_search_query_is_empty (query));
    }
}

static void
test_many (void)
{
  g_autofree char *text = g_strnfill (2000, ' ');
  g_autoptr (NewsSearchQuery) query = NULL;

  for (gsize i = 0; i < 2000; i += 2)
    text[i] = 'x';
  query = news_search_query_new (text);
  g_assert_cmpuint (query->terms->len, ==, NEWS_SEARCH_TERMS);
}

static void
test_string (void)
{
  const struct
  {
    const char *text;
    const char *string;
  } cases[] = {
    { "  a   b ", "a b " },
    { "a b", "a b" },
    { "来源：新华 -“a b”", "source:新华 -\"a b\"" },
    { "\"a b", "\"a b" },
    { "is:starred has:image ", "is:bookmarked has:picture " },
    { "source:\"BBC News\" ", "source:\"BBC News\"" },
    { "「say \"hi\"」", "“say \"hi\"”" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NewsSearchQuery) query = news_search_query_new (cases[i].text);
      g_autofree char *string = news_search_query_to_string (query);

      g_assert_cmpstr (string, ==, cases[i].string);
    }
}

/* Whatever is typed, what is written of it means the same. */
static void
test_random (void)
{
  static const char *const pieces[]
    = { "a",  "B",  " ", " ",  "\"",           "“",         "”",           "「",
        "」", "-",  ":", "：", "source:",      "is:unread", "before:2026", "来源",
        "中", "国", "'", "。", "\343\200\200", "＂",        "„",           "状态：未读" };

  for (guint round = 0; round < 5000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (NewsSearchQuery) query = NULL;
      g_autofree char *string = NULL;
      g_autofree char *once = NULL;
      g_autofree char *again = NULL;

      for (gint32 n = g_test_rand_int_range (0, 12); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

      query = news_search_query_new (text->str);
      string = news_search_query_to_string (query);
      once = describe (text->str);
      again = describe (string);
      g_assert_cmpstr (once, ==, again);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-query/terms", test_terms);
  g_test_add_func ("/search-query/places", test_places);
  g_test_add_func ("/search-query/empty", test_empty);
  g_test_add_func ("/search-query/many", test_many);
  g_test_add_func ("/search-query/string", test_string);
  g_test_add_func ("/search-query/random", test_random);

  return g_test_run ();
}
