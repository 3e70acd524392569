/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-search-rank.h"

#define DAY G_GINT64_CONSTANT (86400)
#define YEARS (3 * 365 * DAY)

static void
test_order (void)
{
  /* A better place, more words in the title, and a later time are each better. */
  for (int found = NEWS_FOUND_TEXT; found < NEWS_FOUND_PHRASE; found++)
    g_assert_cmpfloat (news_search_rank ((NewsFound) (found + 1), 0, DAY), >,
                       news_search_rank ((NewsFound) found, 0, DAY));
  g_assert_cmpfloat (news_search_rank (NEWS_FOUND_TEXT, 0.5, DAY), >,
                     news_search_rank (NEWS_FOUND_TEXT, 0, DAY));
  g_assert_cmpfloat (news_search_rank (NEWS_FOUND_TEXT, 0, DAY), >,
                     news_search_rank (NEWS_FOUND_TEXT, 0, 30 * DAY));

  /* A title is before a text, however old it is; but not before all that is new. */
  g_assert_cmpfloat (news_search_rank (NEWS_FOUND_TITLE, 0, YEARS), >,
                     news_search_rank (NEWS_FOUND_TEXT, 0.9, 0));
  g_assert_cmpfloat (news_search_rank (NEWS_FOUND_TITLE, 0, 0), >,
                     news_search_rank (NEWS_FOUND_PHRASE, 0, YEARS));

  /* What is dated ahead is new. */
  g_assert_cmpfloat_with_epsilon (news_search_rank (NEWS_FOUND_TEXT, 0, -DAY),
                                  news_search_rank (NEWS_FOUND_TEXT, 0, 0), 1e-9);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-rank/order", test_order);

  return g_test_run ();
}
