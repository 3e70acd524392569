/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-saved-search.h"

static void
count_cb (NewsSavedSearch *search, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
test_members (void)
{
  NewsSavedSearch *search = news_saved_search_new ("Harbours", "harbour is:unread");
  guint count = 0;

  g_assert_cmpstr (news_saved_search_get_name (search), ==, "Harbours");
  g_assert_cmpstr (news_saved_search_get_query (search), ==, "harbour is:unread");
  g_assert_cmpstr (news_saved_search_get_id (search), ==, "@search:harbour is:unread");
  g_assert_cmpuint (news_saved_search_get_unread (search), ==, 0);

  g_signal_connect (search, "notify", G_CALLBACK (count_cb), &count);
  news_saved_search_set_name (search, "Harbours");
  news_saved_search_set_query (search, "harbour is:unread");
  news_saved_search_set_unread (search, 0);
  g_assert_cmpuint (count, ==, 0);
  news_saved_search_set_name (search, "Piers");
  news_saved_search_set_query (search, "pier");
  news_saved_search_set_unread (search, 3);
  g_assert_cmpuint (count, ==, 3);
  g_assert_cmpstr (news_saved_search_get_id (search), ==, "@search:pier");
  g_assert_finalize_object (search);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/saved-search/members", test_members);

  return g_test_run ();
}
