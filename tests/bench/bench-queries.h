/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-corpus.h"

G_BEGIN_DECLS

/* What somebody may search for in the corpus. */
typedef enum
{
  BENCH_QUERY_COMMONEST, /* one of the thirty commonest words */
  BENCH_QUERY_TWO_COMMONEST,
  BENCH_QUERY_COMMON, /* a word that a newspaper has in many articles */
  BENCH_QUERY_RARE,
  BENCH_QUERY_TWO_WORDS, /* of one article */
  BENCH_QUERY_LETTER,    /* the beginning of a word, while it is typed */
  BENCH_QUERY_TWO_LETTERS,
  BENCH_QUERY_THREE_LETTERS,
  BENCH_QUERY_FIVE_LETTERS,
  BENCH_QUERY_PHRASE,        /* that many articles have */
  BENCH_QUERY_COMMON_PHRASE, /* of the commonest words alone, of which few stand together */
  BENCH_QUERY_QUOTED,        /* some words of one article, in quotation marks */
  BENCH_QUERY_HAN_CHARACTER,
  BENCH_QUERY_HAN_WORD,
  BENCH_QUERY_HAN_PHRASE, /* four and more characters */
  BENCH_QUERY_TRADITIONAL,
  BENCH_QUERY_WITHOUT, /* a common word without another one */
  BENCH_QUERY_SOURCE,  /* from here on: one of the commonest words, and an operator */
  BENCH_QUERY_AUTHOR,
  BENCH_QUERY_TOPIC,
  BENCH_QUERY_OLD,
  BENCH_QUERY_UNREAD,
  BENCH_QUERY_BOOKMARKED,
  BENCH_QUERY_PICTURED,
  BENCH_QUERY_SMALL, /* the same in a small section, which is not for the query to say */
  BENCH_N_QUERIES,
} BenchQueryKind;

const char *bench_query_get_name (BenchQueryKind kind);

/* A query of that kind, the same for the same number. To be freed. */
char *bench_query_new (NewsCorpus *corpus, BenchQueryKind kind, guint number);

G_END_DECLS
