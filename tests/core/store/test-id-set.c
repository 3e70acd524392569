/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-id-set.h"

static void
assert_list (NewsIdSet *set)
{
  g_autoptr (GArray) ids = news_id_set_list (set);

  g_assert_cmpuint (ids->len, ==, news_id_set_get_size (set));
  for (guint i = 0; i < ids->len; i++)
    {
      g_assert_true (news_id_set_contains (set, g_array_index (ids, gint64, i)));
      if (i > 0)
        g_assert_cmpint (g_array_index (ids, gint64, i - 1), <, g_array_index (ids, gint64, i));
    }
}

static void
test_few (void)
{
  g_autoptr (NewsIdSet) set = news_id_set_new ();
  static const gint64 ids[]
    = { 1, 2, 63, 64, 8191, 8192, 0, -1, -8193, G_MAXINT64, G_MININT64, 300000 };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_assert_false (news_id_set_contains (set, ids[i]));
      g_assert_true (news_id_set_add (set, ids[i]));
      g_assert_true (news_id_set_contains (set, ids[i]));
      g_assert_false (news_id_set_add (set, ids[i]));
    }

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_false (news_id_set_add (set, ids[i]));
  g_assert_cmpuint (news_id_set_get_size (set), ==, G_N_ELEMENTS (ids));
  assert_list (set);
}

/* Against a plain hash table. */
static void
test_many (void)
{
  g_autoptr (NewsIdSet) set = news_id_set_new ();
  g_autoptr (GHashTable) oracle = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < 100000; i++)
    {
      int id = g_test_rand_int_range (0, 60000);

      g_assert_cmpint (news_id_set_add (set, id), ==,
                       g_hash_table_add (oracle, GINT_TO_POINTER (id)));
    }

  g_assert_cmpuint (news_id_set_get_size (set), ==, g_hash_table_size (oracle));
  assert_list (set);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/id-set/few", test_few);
  g_test_add_func ("/id-set/many", test_many);

  return g_test_run ();
}
