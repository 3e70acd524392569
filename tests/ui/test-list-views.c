/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-list-views.h"

static NewsScope *
create_section (const char *id)
{
  g_autoptr (NewsSection) section = news_section_new (id, id, NULL);

  return news_scope_new_section (section);
}

static void
keep (GSettings *settings, NewsScope *of, NewsFilter filter, NewsOrder order)
{
  g_autoptr (NewsScope) view = news_scope_new_view (of, filter, order, 0);

  news_list_views_write (settings, view);
}

static void
assert_view (GSettings *settings, NewsScope *scope, NewsFilter filter, NewsOrder order)
{
  NewsFilter filtered;
  NewsOrder ordered;

  news_list_views_read (settings, scope, &filtered, &ordered);
  g_assert_cmpint (filtered, ==, filter);
  g_assert_cmpint (ordered, ==, order);
}

/* Each list by itself; what is plain again leaves nothing. */
static void
test_kept (void)
{
  g_autoptr (GSettings) settings = g_settings_new_with_path (APPLICATION_ID, "/list-views/");
  g_autoptr (NewsScope) world = create_section ("world");
  g_autoptr (NewsScope) arts = create_section ("arts");
  g_autoptr (NewsScope) bookmarks = news_scope_new_bookmarks ();
  g_autoptr (NewsScope) topic = news_scope_new_topic ("topic");
  g_autoptr (GVariant) left = NULL;

  assert_view (settings, world, NEWS_FILTER_ALL, NEWS_ORDER_NEWEST);
  keep (settings, world, NEWS_FILTER_UNREAD, NEWS_ORDER_OLDEST);
  keep (settings, bookmarks, NEWS_FILTER_ALL, NEWS_ORDER_MOST_VISITED);
  keep (settings, topic, NEWS_FILTER_UNREAD, NEWS_ORDER_OLDEST);
  assert_view (settings, world, NEWS_FILTER_UNREAD, NEWS_ORDER_OLDEST);
  assert_view (settings, arts, NEWS_FILTER_ALL, NEWS_ORDER_NEWEST);
  assert_view (settings, bookmarks, NEWS_FILTER_ALL, NEWS_ORDER_MOST_VISITED);
  assert_view (settings, topic, NEWS_FILTER_ALL, NEWS_ORDER_NEWEST);
  assert_view (NULL, world, NEWS_FILTER_ALL, NEWS_ORDER_NEWEST);

  keep (settings, world, NEWS_FILTER_BOOKMARKED, NEWS_ORDER_NEWEST);
  assert_view (settings, world, NEWS_FILTER_BOOKMARKED, NEWS_ORDER_NEWEST);
  keep (settings, world, NEWS_FILTER_ALL, NEWS_ORDER_NEWEST);
  keep (settings, bookmarks, NEWS_FILTER_ALL, NEWS_ORDER_NEWEST);
  left = g_settings_get_value (settings, "list-views");
  g_assert_cmpuint (g_variant_n_children (left), ==, 0);
}

/* What another version wrote, or a person, is as good as nothing. */
static void
test_unknown (void)
{
  g_autoptr (GSettings) settings = g_settings_new_with_path (APPLICATION_ID, "/list-views/");
  g_autoptr (NewsScope) world = create_section ("world");

  g_settings_set_value (settings, "list-views",
                        g_variant_new_parsed ("{'world': ('purple', 'oldest')}"));
  assert_view (settings, world, NEWS_FILTER_ALL, NEWS_ORDER_OLDEST);
  g_settings_reset (settings, "list-views");
}

static void
test_names (void)
{
  NewsFilter filter = NEWS_FILTER_ALL;
  NewsOrder order = NEWS_ORDER_NEWEST;

  for (int i = 0; i < 3; i++)
    {
      g_assert_true (news_list_views_parse_filter (news_list_views_get_filter_name (i), &filter));
      g_assert_cmpint (filter, ==, i);
      g_assert_true (news_list_views_parse_order (news_list_views_get_order_name (i), &order));
      g_assert_cmpint (order, ==, i);
    }
  g_assert_false (news_list_views_parse_filter (NULL, &filter));
  g_assert_false (news_list_views_parse_order ("", &order));
}

static void
test_words (void)
{
  g_autofree char *plain = news_list_views_dup_words (NEWS_FILTER_ALL, NEWS_ORDER_NEWEST);
  g_autofree char *unread = news_list_views_dup_words (NEWS_FILTER_UNREAD, NEWS_ORDER_NEWEST);
  g_autofree char *both = news_list_views_dup_words (NEWS_FILTER_BOOKMARKED, NEWS_ORDER_OLDEST);

  g_assert_null (plain);
  g_assert_cmpstr (unread, ==, "Unread");
  g_assert_cmpstr (both, ==, "Bookmarked · Oldest first");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list-views/kept", test_kept);
  g_test_add_func ("/list-views/unknown", test_unknown);
  g_test_add_func ("/list-views/names", test_names);
  g_test_add_func ("/list-views/words", test_words);

  return g_test_run ();
}
