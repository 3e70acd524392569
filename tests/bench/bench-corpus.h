/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-corpus-filler.h"

G_BEGIN_DECLS

/* How many articles a bench works on: as many as the numbers of the design are for, or with --quick
 * a tenth of them; and how many there are in a small store, which it must be hardly quicker with.
 */
guint bench_corpus_get_many (void);
#define BENCH_CORPUS_FEW 3000

/* A store that is filled with the corpus, in a folder of its own as the application keeps it: the
 * articles, and the edition that they are read with. What is done to it is gone afterwards. */
typedef struct
{
  NewsCorpus *corpus;
  NewsCorpusSums sums;
  guint64 size; /* of the store's file, in bytes */
  char
    *root; /* the folder that all of it is in: XDG_DATA_HOME, with XDG_CACHE_HOME "cache" in it */
  char *folder; /* of the application, for the data */
  char *cache;  /* the same for what can be had again; not there yet */
  char *path;   /* of the store's file */
} BenchCorpus;

/* To fill it takes minutes, so that the file is kept in the folder that the variable BENCH_CORPUS
 * names, and copied. The sources are at @address, or nowhere where it is NULL. Ends the program
 * where that can't be done. */
BenchCorpus *bench_corpus_new (guint articles, const char *address);
void bench_corpus_free (BenchCorpus *self);

/* Opens the store in the folder; to be closed before bench_corpus_free(). */
NewsStore *bench_corpus_open (BenchCorpus *self);

/* Has the system forget what it has of the store's file in memory; while the store is closed. */
void bench_corpus_cool (BenchCorpus *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchCorpus, bench_corpus_free)

G_END_DECLS
