/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-splices.h"

#define ROUNDS 2000
#define LONGEST 60

static GArray *
create_list (GRand *rand, guint length, guint range)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < length; i++)
    {
      gint64 number = g_rand_int_range (rand, 1, (gint32) range);

      if (g_hash_table_add (taken, GSIZE_TO_POINTER (number)))
        g_array_append_val (list, number);
    }

  return list;
}

/* Carries the splices out, as a model does, and counts the rows that they move. */
static guint
apply (GArray *list, GArray *after, GArray *splices)
{
  guint moved = 0;

  for (guint i = 0; i < splices->len; i++)
    {
      NewsSplice *splice = &g_array_index (splices, NewsSplice, i);

      g_assert_cmpuint (splice->position + splice->removed, <=, list->len);
      if (splice->removed > 0)
        g_array_remove_range (list, splice->position, splice->removed);
      if (splice->added > 0)
        g_array_insert_vals (list, splice->position,
                             &g_array_index (after, gint64, splice->position), splice->added);
      moved += splice->removed + splice->added;
    }

  return moved;
}

/* The longest run of rows that both lists have in the same order, in the plain quadratic way. */
static guint
count_common (GArray *before, GArray *after)
{
  guint lengths[LONGEST + 1][LONGEST + 1] = { 0 };

  for (guint i = 1; i <= before->len; i++)
    for (guint j = 1; j <= after->len; j++)
      lengths[i][j] = g_array_index (before, gint64, i - 1) == g_array_index (after, gint64, j - 1)
                        ? lengths[i - 1][j - 1] + 1
                        : MAX (lengths[i - 1][j], lengths[i][j - 1]);

  return lengths[before->len][after->len];
}

static void
check (GArray *before, GArray *after)
{
  g_autoptr (GArray) splices
    = news_splices_find ((gint64 *) before->data, before->len, (gint64 *) after->data, after->len);
  g_autoptr (GArray) list = g_array_copy (before);
  guint moved = apply (list, after, splices);

  g_assert_cmpmem (list->data, list->len * sizeof (gint64), after->data,
                   after->len * sizeof (gint64));
  g_assert_cmpuint (moved, ==, before->len + after->len - 2 * count_common (before, after));
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < ROUNDS; i++)
    {
      guint range = (guint) g_rand_int_range (rand, 2, 200);
      g_autoptr (GArray) before
        = create_list (rand, (guint) g_rand_int_range (rand, 0, LONGEST), range);
      g_autoptr (GArray) after
        = create_list (rand, (guint) g_rand_int_range (rand, 0, LONGEST), range);

      check (before, after);
    }
}

static void
test_news_on_top (void)
{
  const gint64 before[] = { 3, 2, 1 };
  const gint64 after[] = { 5, 4, 3, 2, 1 };
  g_autoptr (GArray) splices = news_splices_find (before, 3, after, 5);
  NewsSplice *splice = &g_array_index (splices, NewsSplice, 0);

  g_assert_cmpuint (splices->len, ==, 1);
  g_assert_cmpuint (splice->position, ==, 0);
  g_assert_cmpuint (splice->removed, ==, 0);
  g_assert_cmpuint (splice->added, ==, 2);
}

static void
test_nothing (void)
{
  const gint64 list[] = { 3, 2, 1 };
  g_autoptr (GArray) same = news_splices_find (list, 3, list, 3);
  g_autoptr (GArray) empty = news_splices_find (NULL, 0, NULL, 0);

  g_assert_cmpuint (same->len, ==, 0);
  g_assert_cmpuint (empty->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/splices/random", test_random);
  g_test_add_func ("/splices/news-on-top", test_news_on_top);
  g_test_add_func ("/splices/nothing", test_nothing);

  return g_test_run ();
}
