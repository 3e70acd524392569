/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-list-change.h"

#define ROUNDS 400
#define LONGEST 40

/* Few groups, so that sections are of several rows; in no order, as rows may be moved. */
static GArray *
create_rows (GRand *random, GArray *of)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (NewsRow));
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);

  for (gint32 i = g_rand_int_range (random, 0, LONGEST); i > 0; i--)
    {
      NewsRow row = { .article = g_rand_int_range (random, 1, 2 * LONGEST),
                      .group = (guint) g_rand_int_range (random, 0, 3) };

      /* Mostly what was there before stays as it was. */
      if (of != NULL && of->len > 0 && g_rand_int_range (random, 0, 4) > 0)
        row = g_array_index (of, NewsRow, (guint) g_rand_int_range (random, 0, (gint32) of->len));
      if (g_hash_table_add (taken, GINT_TO_POINTER (row.article)))
        g_array_append_val (rows, row);
    }

  return rows;
}

static gboolean
is_start (GArray *rows, guint i)
{
  return i == 0
         || g_array_index (rows, NewsRow, i - 1).group != g_array_index (rows, NewsRow, i).group;
}

static guint
find_in (GArray *rows, gint64 article)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, NewsRow, i).article == article)
      return i;

  return G_MAXUINT;
}

/* What the change says of itself is what a plain array says. */
static void
assert_list (NewsListChange *change, GArray *rows)
{
  g_assert_cmpuint (news_list_change_get_length (change), ==, rows->len);
  for (guint i = 0; i < rows->len; i++)
    {
      NewsRow row = news_list_change_get (change, i);
      guint found = news_list_change_find (change, row.article);

      g_assert_cmpint (row.article, ==, g_array_index (rows, NewsRow, i).article);
      /* One that moves up is there twice for a while. */
      g_assert_cmpint (g_array_index (rows, NewsRow, found).article, ==, row.article);
    }
  for (gint64 article = 1; article < 2 * LONGEST; article++)
    if (find_in (rows, article) == G_MAXUINT)
      g_assert_cmpuint (news_list_change_find (change, article), ==, G_MAXUINT);
}

static void
assert_starts (NewsListChange *change, GArray *rows)
{
  for (guint i = 0; i <= rows->len; i++)
    for (guint end = i; end <= rows->len; end++)
      {
        guint expected = i;

        while (expected < end && !is_start (rows, expected))
          expected++;
        g_assert_cmpuint (news_list_change_find_start (change, i, end), ==, expected);
      }
}

static void
assert_spans (NewsListChange *change, GArray *rows, GRand *random)
{
  guint from = (guint) g_rand_int_range (random, 0, (gint32) rows->len + 1);
  guint to = (guint) g_rand_int_range (random, (gint32) from, (gint32) rows->len + 1);
  NewsRowSpan spans[2];
  guint n = news_list_change_get_spans (change, from, to, spans);

  for (guint i = 0; i < n; i++)
    for (guint j = spans[i].from; j < spans[i].to; j++, from++)
      g_assert_cmpint (news_packed_rows_get (spans[i].rows, j).article, ==,
                       g_array_index (rows, NewsRow, from).article);
  g_assert_cmpuint (from, ==, to);
}

/* The plain array takes over what the change has taken as its own already: the rows that stay, down
 * to where it is. */
static void
apply (GArray *rows, GArray *after, const NewsSplice *piece)
{
  if (piece->removed > 0)
    g_array_remove_range (rows, piece->position, piece->removed);
  if (piece->added > 0)
    g_array_insert_vals (rows, piece->position, &g_array_index (after, NewsRow, piece->position),
                         piece->added);
  for (guint i = 0; i < piece->position; i++)
    g_array_index (rows, NewsRow, i) = g_array_index (after, NewsRow, i);
}

static void
carry_out (GArray *before, GArray *after, GRand *random)
{
  g_autoptr (NewsListRows) old = news_list_rows_new (before, NEWS_LIST_HEADINGS_GROUPS);
  g_autoptr (NewsListRows) new = news_list_rows_new (after, NEWS_LIST_HEADINGS_GROUPS);
  g_autoptr (NewsListChange) change = news_list_change_new (old, new);
  g_autoptr (GArray) rows = g_array_copy (before);
  NewsSplice piece;
  guint first, end;

  assert_list (change, rows);
  assert_starts (change, rows);
  while (news_list_change_take (change, (guint) g_rand_int_range (random, 1, 6), &piece))
    {
      g_assert_cmpuint (piece.removed + piece.added, >, 0);
      apply (rows, after, &piece);
      assert_list (change, rows);
      assert_starts (change, rows);
      assert_spans (change, rows, random);
    }

  g_assert_true (news_list_change_is_done (change));
  news_list_change_settle (change, &first, &end);
  assert_list (change, after);
  assert_starts (change, after);
  g_assert_true (news_list_change_get_after (change) == new);
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GArray) before = create_rows (random, NULL);
      g_autoptr (GArray) after = create_rows (random, before);

      carry_out (before, after, random);
    }
}

/* What stays but is of another group is told, and nothing else. */
static void
test_renewed (void)
{
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (NewsRow));
  g_autoptr (GArray) after = g_array_new (FALSE, FALSE, sizeof (NewsRow));
  NewsSplice piece;
  guint first, end;

  for (guint i = 0; i < 6; i++)
    {
      NewsRow row = { .article = 10 + i, .time = 100 - i };

      g_array_append_val (before, row);
      row.time += i == 2 || i == 4 ? 1 : 0;
      if (i != 1)
        g_array_append_val (after, row);
    }

  {
    g_autoptr (NewsListRows) old = news_list_rows_new (before, NEWS_LIST_HEADINGS_NONE);
    g_autoptr (NewsListRows) new = news_list_rows_new (after, NEWS_LIST_HEADINGS_NONE);
    g_autoptr (NewsListChange) change = news_list_change_new (old, new);
    g_autoptr (NewsListChange) none = news_list_change_new (new, new);

    g_assert_true (news_list_change_take (change, 9, &piece));
    g_assert_cmpuint (piece.position, ==, 1);
    g_assert_cmpuint (piece.removed, ==, 1);
    g_assert_false (news_list_change_take (change, 9, &piece));
    news_list_change_settle (change, &first, &end);
    g_assert_cmpuint (first, ==, 1);
    g_assert_cmpuint (end, ==, 4);

    g_assert_false (news_list_change_take (none, 9, &piece));
    news_list_change_settle (none, &first, &end);
    g_assert_cmpuint (first, ==, end);
  }
}

static void
found_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **found = user_data;

  *found = g_object_ref (result);
}

static void
test_worker (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (8);
  g_autoptr (GArray) before = create_rows (random, NULL);
  g_autoptr (GArray) after = create_rows (random, before);
  g_autoptr (NewsListRows) old = news_list_rows_new (before, NEWS_LIST_HEADINGS_GROUPS);
  g_autoptr (NewsListChange) change = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  news_list_change_find_async (old, after, NEWS_LIST_HEADINGS_GROUPS, NULL, found_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  change = news_list_change_find_finish (result, NULL);
  g_assert_nonnull (change);
  assert_list (change, before);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list-change/random", test_random);
  g_test_add_func ("/list-change/renewed", test_renewed);
  g_test_add_func ("/list-change/worker", test_worker);

  return g_test_run ();
}
