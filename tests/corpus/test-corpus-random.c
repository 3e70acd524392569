/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "corpus-random.h"

#include <stdlib.h>

#define DRAWS 20000

/* The same on every machine, now and later. */
static void
test_numbers (void)
{
  CorpusRandom random = corpus_random_new (1, 2);
  CorpusRandom again = corpus_random_new (1, 2);
  CorpusRandom other = corpus_random_new (1, 3);
  guint64 first = corpus_random_next (&random);

  g_assert_cmphex (first, ==, G_GUINT64_CONSTANT (0x9edbe9bd18ad781d));
  g_assert_cmphex (first, ==, corpus_random_next (&again));
  g_assert_cmphex (first, !=, corpus_random_next (&other));
  g_assert_cmphex (first, !=, corpus_random_next (&random));
}

static void
test_below (void)
{
  CorpusRandom random = corpus_random_new (7, 0);
  guint counts[3] = { 0 };

  for (guint i = 0; i < DRAWS; i++)
    {
      guint number = corpus_random_below (&random, G_N_ELEMENTS (counts));

      g_assert_cmpuint (number, <, G_N_ELEMENTS (counts));
      counts[number]++;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    g_assert_cmpuint (counts[i], >, DRAWS / 3 - DRAWS / 50);
  g_assert_cmpuint (corpus_random_below (&random, 1), ==, 0);
}

static int
compare (const void *a, const void *b)
{
  guint one = *(const guint *) a, other = *(const guint *) b;

  return (one > other) - (one < other);
}

/* As long as is said of them: the median, the mean, and the long ones. */
static void
test_lengths (void)
{
  CorpusRandom random = corpus_random_new (7, 1);
  g_autofree guint *lengths = g_new (guint, DRAWS);
  guint64 sum = 0;

  for (guint i = 0; i < DRAWS; i++)
    sum += lengths[i] = corpus_random_length (&random, 1000);
  qsort (lengths, DRAWS, sizeof *lengths, compare);

  g_assert_cmpuint (lengths[DRAWS / 2], >, 960);
  g_assert_cmpuint (lengths[DRAWS / 2], <, 1040);
  g_assert_cmpuint (sum / DRAWS, >, 1130);
  g_assert_cmpuint (sum / DRAWS, <, 1250);
  g_assert_cmpuint (lengths[DRAWS * 19 / 20], >, 2400);
  g_assert_cmpuint (lengths[DRAWS * 19 / 20], <, 3000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/corpus-random/numbers", test_numbers);
  g_test_add_func ("/corpus-random/below", test_below);
  g_test_add_func ("/corpus-random/lengths", test_lengths);

  return g_test_run ();
}
