/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* bench-search [FILE]: how long it takes from a letter that is typed to the first 50 of what is
 * found, with their snippets, while articles are taken in without a pause; of every kind of
 * question, the time within which 99 of 100 are answered. What is suggested meanwhile is measured
 * too.
 *
 * All is the time on the wall from the question to the answer in the main loop. */

#include "bench-corpus.h"
#include "bench-queries.h"
#include "bench-table.h"
#include "bench-times.h"
#include "news-corpus-json.h"
#include "news-memory.h"
#include "store-fixture.h"

#include <string.h>

#define FIRST_ROWS 50
#define LIMIT_SEARCH 0.050
#define LIMIT_SUGGEST 0.010

#define QUESTIONS 100
#define QUESTIONS_QUICKLY 12
#define SUGGESTIONS 8
#define BATCH 20 /* articles that are taken in at once, as a page of a site has them */

typedef struct
{
  BenchCorpus *corpus;
  StoreFixture fixture;
  NewsScope *small;
  BenchTimes *all;
  guint found; /* questions that found something */
  guint snippets;
  guint partial;
  guint questions;
} Bench;

/* --- articles that come meanwhile ---------------------------------------------------------------
 */

typedef struct
{
  Bench *bench;
  GThread *thread;
  int stopped; /* atomic */
  guint taken;
} Writer;

static void
take_in (Writer *self)
{
  NewsCorpus *corpus = self->bench->corpus->corpus;
  guint first = news_corpus_get_n_articles (corpus) + self->taken;
  g_autoptr (NewsSource) source = news_corpus_create_source (corpus, self->taken / BATCH % 600);
  g_autoptr (GPtrArray) articles
    = g_ptr_array_new_with_free_func ((GDestroyNotify) news_article_unref);
  NewsBatch batch = { .source = source, .articles = articles };

  for (guint i = 0; i < BATCH; i++)
    g_ptr_array_add (articles, news_corpus_prepare_article (corpus, first + i));
  g_assert_true (news_store_take_in (self->bench->fixture.store, &batch, NULL, NULL));
  self->taken += BATCH;
}

static gpointer
write_cb (gpointer data)
{
  Writer *self = data;

  while (g_atomic_int_get (&self->stopped) == 0)
    take_in (self);

  return NULL;
}

static void
start_writing (Writer *self, Bench *bench)
{
  self->bench = bench;
  self->thread = g_thread_new ("writer", write_cb, self);
}

static void
stop_writing (Writer *self)
{
  g_atomic_int_set (&self->stopped, 1);
  g_thread_join (self->thread);
  g_printerr ("%u articles were taken in meanwhile\n", self->taken);
}

/* --- questions ----------------------------------------------------------------------------------
 */

static void
set_up (Bench *self)
{
  g_autoptr (NewsSection) small = NULL;

  self->corpus = bench_corpus_new (bench_corpus_get_many (), NULL);
  self->fixture.path = self->corpus->path;
  self->fixture.store = bench_corpus_open (self->corpus);
  self->all = bench_times_new ();
  small = news_corpus_create_section (self->corpus->corpus, "small");
  self->small = news_scope_new_section (small);
}

static void
tear_down (Bench *self)
{
  store_fixture_close (&self->fixture);
  news_scope_unref (self->small);
  g_array_unref (self->all);
  bench_corpus_free (self->corpus);
}

static guint
count_snippets (NewsSnapshot *snapshot)
{
  guint snippets = 0;

  for (guint i = 0; i < snapshot->headlines->len; i++)
    {
      NewsHeadline *headline = g_ptr_array_index (snapshot->headlines, i);

      snippets += headline->snippet != NULL;
    }

  return snippets;
}

static double
ask (Bench *self, BenchQueryKind kind, guint number)
{
  g_autofree char *query = bench_query_new (self->corpus->corpus, kind, number);
  NewsScope *within = kind == BENCH_QUERY_SMALL ? self->small : NULL;
  g_autoptr (NewsScope) scope = news_scope_new_search (query, within, NULL);
  double start = bench_times_get_wall ();
  g_autoptr (NewsSnapshot) snapshot = store_fixture_list_top (&self->fixture, scope, FIRST_ROWS);
  double seconds = bench_times_get_wall () - start;

  self->questions++;
  self->found += snapshot->rows->len > 0;
  self->partial += snapshot->partial;
  self->snippets += count_snippets (snapshot);

  return seconds;
}

static BenchRow
measure (Bench *self, BenchQueryKind kind)
{
  guint n = g_getenv ("BENCH_QUICK") != NULL ? QUESTIONS_QUICKLY : QUESTIONS;
  g_autoptr (GArray) times = bench_times_new ();
  guint found = self->found + self->partial;

  for (guint i = 0; i < n; i++)
    {
      double seconds = ask (self, kind, i);

      bench_times_add (times, seconds);
      bench_times_add (self->all, seconds);
    }
  /* What finds nothing, and has looked at all, is no measure. */
  g_assert_cmpuint (self->found + self->partial, >, found);

  return bench_row_within (bench_query_get_name (kind), bench_times_get (times, 99), LIMIT_SEARCH);
}

/* --- suggestions --------------------------------------------------------------------------------
 */

static double
suggest (Bench *self, const char *typed)
{
  StoreFixtureWait wait = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) suggestions = NULL;
  double start = bench_times_get_wall ();

  news_store_suggest_async (self->fixture.store, typed, (guint) strlen (typed), SUGGESTIONS, NULL,
                            NULL, store_fixture_answer_cb, &wait);
  result = store_fixture_wait (&wait);
  suggestions = news_store_suggest_finish (self->fixture.store, result, NULL);
  g_assert_nonnull (suggestions);

  return bench_times_get_wall () - start;
}

static BenchRow
measure_suggestions (Bench *self)
{
  static const char *const typed[] = { "s",        "so",          "source:", "source:t",
                                       "topic:c",  "topic:",      "author:", "author:m",
                                       "the clim", "the source:", "is:",     "中" };
  guint rounds = g_getenv ("BENCH_QUICK") != NULL ? 2 : 10;
  g_autoptr (GArray) times = bench_times_new ();

  for (guint round = 0; round < rounds; round++)
    for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
      bench_times_add (times, suggest (self, typed[i]));

  return bench_row_within ("suggestions, p99", bench_times_get (times, 99), LIMIT_SUGGEST);
}

int
main (int argc, char *argv[])
{
  BenchRow rows[BENCH_N_QUERIES + 3];
  Writer writer = { 0 };
  Bench self = { 0 };
  gsize n = 2;

  news_memory_set_up ();
  set_up (&self);
  start_writing (&writer, &self);
  for (guint kind = 0; kind < BENCH_N_QUERIES; kind++)
    rows[n++] = measure (&self, (BenchQueryKind) kind);
  rows[n++] = measure_suggestions (&self);
  stop_writing (&writer);
  g_printerr (
    "of %u questions %u were answered in part at first, %u found something; %u snippets\n",
    self.questions, self.partial, self.found, self.snippets);
  g_assert_cmpuint (self.snippets, >, self.questions);

  rows[0] = bench_row_within ("all of them, p50", bench_times_get (self.all, 50), LIMIT_SEARCH);
  rows[1] = bench_row_within ("all of them, p99", bench_times_get (self.all, 99), LIMIT_SEARCH);
  tear_down (&self);

  return bench_table_print (rows, n, argc > 1 ? argv[1] : NULL);
}
