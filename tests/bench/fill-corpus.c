/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* Makes the stores that the benches read, as far as they are not there: so that none of the benches
 * has that to do while it measures. */

#include "bench-pictures.h"
#include "news-memory.h"

int
main (void)
{
  const guint sizes[] = { BENCH_CORPUS_FEW, bench_corpus_get_many () };

  news_memory_set_up ();
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (BenchCorpus) corpus = bench_corpus_new (sizes[i], NULL);

      bench_pictures_make (corpus);
    }

  return 0;
}
