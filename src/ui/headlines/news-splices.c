/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-splices.h"

#define NOWHERE G_MAXUINT

/* Where each row of @before stands in @after, or NOWHERE. */
static guint *
locate (const gint64 *before, guint n_before, const gint64 *after, guint n_after)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint *located = g_new (guint, n_before);

  for (guint i = 0; i < n_after; i++)
    g_hash_table_insert (places, (gpointer) &after[i], GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < n_before; i++)
    located[i] = GPOINTER_TO_UINT (g_hash_table_lookup (places, &before[i])) - 1;

  return located;
}

/* Marks the rows that stay: the longest run of rows whose places in @after grow. Patience sorting:
 * @ends[k] is the row that ends the best run of k + 1 rows so far, @previous leads back along it.
 */
static gboolean *
choose_staying (const guint *located, guint n)
{
  gboolean *stays = g_new0 (gboolean, n);
  g_autofree guint *ends = g_new (guint, n);
  g_autofree guint *previous = g_new (guint, n);
  guint length = 0;

  for (guint i = 0; i < n; i++)
    {
      guint low = 0, high = length;

      if (located[i] == NOWHERE)
        continue;
      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (located[ends[middle]] < located[i])
            low = middle + 1;
          else
            high = middle;
        }
      previous[i] = low > 0 ? ends[low - 1] : NOWHERE;
      ends[low] = i;
      length = MAX (length, low + 1);
    }

  for (guint i = length > 0 ? ends[length - 1] : NOWHERE; i != NOWHERE; i = previous[i])
    stays[i] = TRUE;

  return stays;
}

/* What stands alike at both ends is left out first: mostly that is nearly all. */
static void
trim (const gint64 *before,
      guint n_before,
      const gint64 *after,
      guint n_after,
      guint *start,
      guint *end)
{
  guint least = MIN (n_before, n_after);

  *start = *end = 0;
  while (*start < least && before[*start] == after[*start])
    (*start)++;
  while (*end < least - *start && before[n_before - 1 - *end] == after[n_after - 1 - *end])
    (*end)++;
}

GArray *
news_splices_find (const gint64 *before, guint n_before, const gint64 *after, guint n_after)
{
  GArray *splices = g_array_new (FALSE, FALSE, sizeof (NewsSplice));
  g_autofree guint *located = NULL;
  g_autofree gboolean *stays = NULL;
  guint start, end, position, old = 0, new = 0;

  trim (before, n_before, after, n_after, &start, &end);
  before += start;
  after += start;
  n_before -= start + end;
  n_after -= start + end;
  position = start;

  located = locate (before, n_before, after, n_after);
  stays = choose_staying (located, n_before);

  while (old < n_before || new < n_after)
    {
      NewsSplice splice = { position, 0, 0 };

      while (old < n_before && !stays[old])
        {
          old++;
          splice.removed++;
        }
      while (new < n_after && (old == n_before || new < located[old]))
        {
          new ++;
          splice.added++;
        }
      if (splice.removed + splice.added > 0)
        g_array_append_val (splices, splice);

      position += splice.added;
      for (; old < n_before && stays[old] && new < n_after &&new == located[old]; old++, new ++)
        position++;
    }

  return splices;
}
