/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-search-query.h"
#include "news-search-speech.h"
#include "news-store.h"

static void
assert_count (guint count, const char *expected)
{
  g_autofree char *words = news_search_dup_count (count);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_count (void)
{
  assert_count (0, "Nothing found");
  assert_count (1, "1 found");
  assert_count (312, "312 found");
  assert_count (NEWS_STORE_MOST_MATCHES, "1000 found");
  assert_count (NEWS_STORE_MOST_MATCHES + 1, "1000+ found");
}

static NewsScope *
create_section (const char *title)
{
  g_autoptr (NewsSection) section = news_section_new ("one", title, NULL);

  return news_scope_new_section (section);
}

static void
test_here (void)
{
  g_autoptr (NewsScope) section = create_section ("World");
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (NewsScope) home = news_scope_new_home (none);
  g_autoptr (NewsScope) topic = news_scope_new_topic ("tea");
  g_autoptr (NewsScope) bookmarks = news_scope_new_bookmarks ();
  g_autoptr (NewsScope) search = news_scope_new_search ("tea", NULL, NULL);

  g_assert_cmpstr (news_search_get_here (section), ==, "This Section");
  g_assert_cmpstr (news_search_get_here (home), ==, "This Edition");
  g_assert_cmpstr (news_search_get_here (topic), ==, "This Topic");
  g_assert_null (news_search_get_here (bookmarks));
  g_assert_null (news_search_get_here (search));
}

/* The query means the same: the last term of it is the place. */
static void
assert_whole (NewsScope *within, const char *expected, NewsTermKind kind, const char *text)
{
  g_autoptr (NewsScope) search = news_scope_new_search ("green tea", within, NULL);
  g_autofree char *whole = news_search_dup_whole_query (search);
  g_autoptr (NewsSearchQuery) query = news_search_query_new (whole);
  const NewsSearchTerm *last = g_ptr_array_index (query->terms, query->terms->len - 1);

  g_assert_cmpstr (whole, ==, expected);
  g_assert_cmpint (last->kind, ==, kind);
  if (text != NULL)
    g_assert_cmpstr (last->text, ==, text);
}

static void
test_whole (void)
{
  g_autoptr (NewsScope) world = create_section ("World");
  g_autoptr (NewsScope) beyond = create_section ("Beyond science");
  g_autoptr (NewsScope) quoted = create_section ("The \"good\" life");
  g_autoptr (NewsScope) topic = news_scope_new_topic ("donald trump");
  g_autoptr (NewsScope) bookmarks = news_scope_new_bookmarks ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (NewsScope) home = news_scope_new_home (none);

  assert_whole (NULL, "green tea", NEWS_TERM_TEXT, "tea");
  assert_whole (home, "green tea", NEWS_TERM_TEXT, "tea");
  assert_whole (world, "green tea section:World", NEWS_TERM_SECTION, "World");
  assert_whole (beyond, "green tea section:\"Beyond science\"", NEWS_TERM_SECTION,
                "Beyond science");
  assert_whole (quoted, "green tea section:\"The  good  life\"", NEWS_TERM_SECTION, NULL);
  assert_whole (topic, "green tea topic:\"donald trump\"", NEWS_TERM_TOPIC, "donald trump");
  assert_whole (bookmarks, "green tea is:bookmarked", NEWS_TERM_BOOKMARKED, NULL);
}

static void
assert_seen (NewsScope *within, NewsFilter filter, const char *expected)
{
  g_autoptr (NewsScope) search = news_scope_new_search ("green tea", within, NULL);
  g_autoptr (NewsScope) seen = news_scope_new_view (search, filter, NEWS_ORDER_NEWEST, 0);
  g_autofree char *whole = news_search_dup_whole_query (seen);

  g_assert_cmpstr (whole, ==, expected);
}

/* What is seen through a filter is saved as it is seen. */
static void
test_filter (void)
{
  g_autoptr (NewsScope) world = create_section ("World");
  g_autoptr (NewsScope) bookmarks = news_scope_new_bookmarks ();

  assert_seen (NULL, NEWS_FILTER_ALL, "green tea");
  assert_seen (NULL, NEWS_FILTER_UNREAD, "green tea is:unread");
  assert_seen (NULL, NEWS_FILTER_BOOKMARKED, "green tea is:bookmarked");
  assert_seen (world, NEWS_FILTER_UNREAD, "green tea section:World is:unread");
  assert_seen (bookmarks, NEWS_FILTER_UNREAD, "green tea is:bookmarked is:unread");
  assert_seen (bookmarks, NEWS_FILTER_BOOKMARKED, "green tea is:bookmarked");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search-speech/count", test_count);
  g_test_add_func ("/search-speech/here", test_here);
  g_test_add_func ("/search-speech/whole", test_whole);
  g_test_add_func ("/search-speech/filter", test_filter);

  return g_test_run ();
}
