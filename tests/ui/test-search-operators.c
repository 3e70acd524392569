/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-search-operators.h"
#include "news-search-query.h"

#include <string.h>

/* What is told to readers is what the language of queries has, and no more. */
static void
test_all (void)
{
  guint n;
  const NewsSearchOperator *operators = news_search_operators_get_all (&n);

  g_assert_cmpuint (n, >, 8);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *typed = g_strconcat (operators[i].text, "2026", NULL);
      gboolean complete
        = strchr (operators[i].text, ':') != NULL && !g_str_has_suffix (operators[i].text, ":");
      g_autoptr (NewsSearchQuery) query
        = news_search_query_new (complete ? operators[i].text : typed);
      const NewsSearchTerm *term = g_ptr_array_index (query->terms, 0);

      g_assert_cmpstr (news_search_operators_explain (operators[i].text), ==, operators[i].meaning);
      if (strchr (operators[i].text, ':') != NULL)
        g_assert_cmpint (term->kind, !=, NEWS_TERM_TEXT);
      else
        g_assert_true (term->excluded || term->quoted);
    }
  for (int kind = NEWS_TERM_SOURCE; kind <= NEWS_TERM_PICTURE; kind++)
    {
      g_autofree char *label = g_strconcat (news_search_query_get_name ((NewsTermKind) kind),
                                            kind <= NEWS_TERM_AFTER ? ":" : "", NULL);

      g_assert_nonnull (news_search_operators_explain (label));
    }
  g_assert_null (news_search_operators_explain ("harbour"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search-operators/all", test_all);

  return g_test_run ();
}
