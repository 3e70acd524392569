/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-scope.h"

static NewsSection *
create (const char *id, gboolean query)
{
  NewsSection *section = news_section_new (id, id, NULL);

  if (query)
    news_section_add_query (section, "one", NULL);

  return section;
}

static NewsScope *
create_home (const char *first, const char *second)
{
  g_autoptr (GPtrArray) sections
    = g_ptr_array_new_with_free_func ((GDestroyNotify) news_section_unref);

  g_ptr_array_add (sections, create ("home", FALSE));
  g_ptr_array_add (sections, create (first, TRUE));
  g_ptr_array_add (sections, create (second, TRUE));

  return news_scope_new_home (sections);
}

static void
test_equal (void)
{
  g_autoptr (NewsSection) arts = create ("arts", TRUE);
  g_autoptr (NewsSection) again = create ("arts", FALSE);
  g_autoptr (NewsSection) world = create ("world", TRUE);
  NewsScope *scopes[] = {
    news_scope_new_section (arts), news_scope_new_section (world), news_scope_new_bookmarks (),
    news_scope_new_topic ("arts"), news_scope_new_topic ("world"), create_home ("arts", "world"),
    create_home ("world", "arts"),
  };
  g_autoptr (NewsScope) same = news_scope_new_section (again);
  g_autoptr (NewsScope) home = create_home ("arts", "world");

  for (gsize i = 0; i < G_N_ELEMENTS (scopes); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (scopes); j++)
      g_assert_cmpint (news_scope_equal (scopes[i], scopes[j]), ==, i == j);

  g_assert_true (news_scope_equal (scopes[0], same));
  g_assert_true (news_scope_equal (scopes[5], home));
  g_assert_true (news_scope_equal (NULL, NULL));
  g_assert_false (news_scope_equal (scopes[0], NULL));
  g_assert_false (news_scope_equal (NULL, scopes[0]));

  for (gsize i = 0; i < G_N_ELEMENTS (scopes); i++)
    news_scope_unref (scopes[i]);
}

static void
test_home (void)
{
  g_autoptr (NewsScope) home = create_home ("arts", "world");

  g_assert_cmpuint (home->sections->len, ==, 2);
  g_assert_cmpstr (((NewsSection *) g_ptr_array_index (home->sections, 0))->id, ==, "arts");
}

/* A view lists the same as its like, and nothing else does; what it is of stays as it is. */
static void
test_view (void)
{
  g_autoptr (NewsSection) arts = create ("arts", TRUE);
  g_autoptr (NewsScope) plain = news_scope_new_section (arts);
  g_autoptr (NewsScope) home = create_home ("arts", "world");
  g_autoptr (NewsScope) front
    = news_scope_new_view (home, NEWS_FILTER_UNREAD, NEWS_ORDER_MOST_VISITED, 0);

  for (guint i = 0; i < 9; i++)
    {
      g_autoptr (NewsScope) view = news_scope_new_view (plain, i / 3, i % 3, 0);

      g_assert_cmpint (news_scope_is_plain (view), ==, i == 0);
      g_assert_cmpint (news_scope_equal (view, plain), ==, i == 0);
      for (guint j = 0; j < 9; j++)
        {
          g_autoptr (NewsScope) other = news_scope_new_view (view, j / 3, j % 3, 7);

          g_assert_cmpint (news_scope_equal (view, other), ==, i == j);
          g_assert_true (g_ptr_array_index (other->sections, 0) == arts);
        }
    }
  g_assert_true (news_scope_is_plain (plain));
  g_assert_cmpint (front->order, ==, NEWS_ORDER_NEWEST);
  g_assert_cmpint (front->filter, ==, NEWS_FILTER_UNREAD);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scope/equal", test_equal);
  g_test_add_func ("/scope/home", test_home);
  g_test_add_func ("/scope/view", test_view);

  return g_test_run ();
}
