/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* bench-intake [FILE]: what it takes to take in what sites answer, from the JSON to articles that
 * can be read and found. The limit is what json-glib takes to parse the same bytes, with what
 * SQLite takes to keep the same texts in a bare table and a stock FTS5 index of it.
 *
 * All is CPU time of the whole process, in which nothing else runs meanwhile, with what is still
 * done when the file is closed. Both begin with an empty file. */

#include "bench-corpus.h"
#include "bench-plain-store.h"
#include "bench-table.h"
#include "bench-times.h"
#include "news-corpus-json.h"
#include "news-descriptor.h"
#include "news-intake.h"
#include "news-json-text.h"
#include "news-memory.h"

#include <glib/gstdio.h>
#include <string.h>

#define POSTS 100
#define ANSWERS 100
#define ANSWERS_QUICKLY 20
#define LIMIT_INTAKE 1.5

/* Of each part the least time counts: what a busy machine adds to one run, it seldom adds to all.
 */
#define RUNS 3

typedef struct
{
  NewsCorpus *corpus;
  NewsDescriptor *descriptor;
  GPtrArray *answers; /* GBytes */
  GPtrArray *sources; /* NewsSource, of each answer */
  char *folder;
} Bench;

/* CPU time of each part. */
typedef struct
{
  double parsed;
  double kept;
  double read; /* mapping, and the bodies cleaned */
  double taken;
} Times;

/* --- what is taken in ---------------------------------------------------------------------------
 */

static NewsDescriptor *
load_descriptor (void)
{
  g_autofree char *path
    = g_build_filename (g_getenv ("TEST_SOURCE_DIR"), "..", "data", "apis", "wordpress.json", NULL);
  g_autoptr (GBytes) bytes = NULL;
  NewsDescriptor *descriptor;
  char *text;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new_take (text, length);
  descriptor = news_descriptor_new_from_bytes (bytes, "wordpress.json", NULL);
  g_assert_nonnull (descriptor);

  return descriptor;
}

static void
set_up (Bench *self)
{
  guint n = g_getenv ("BENCH_QUICK") != NULL ? ANSWERS_QUICKLY : ANSWERS;

  self->corpus = news_corpus_new (NEWS_CORPUS_SEED, NEWS_CORPUS_SOURCES, 300000);
  self->descriptor = load_descriptor ();
  self->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) news_source_unref);
  self->folder = g_dir_make_tmp ("bench-intake-XXXXXX", NULL);
  for (guint i = 0; i < n; i++)
    {
      char *answer = news_corpus_dup_answer (self->corpus, i, 0, POSTS);
      NewsSource *source = news_corpus_create_source (self->corpus, i);

      news_source_set_parameter (source, "api", "https://news.example/wp-json/");
      g_ptr_array_add (self->answers, g_bytes_new_take (answer, strlen (answer)));
      g_ptr_array_add (self->sources, source);
    }
}

static void
tear_down (Bench *self)
{
  g_rmdir (self->folder);
  g_free (self->folder);
  g_ptr_array_unref (self->answers);
  g_ptr_array_unref (self->sources);
  news_descriptor_unref (self->descriptor);
  news_corpus_free (self->corpus);
}

static GPtrArray *
read_answer (Bench *self, guint index)
{
  NewsSource *source = g_ptr_array_index (self->sources, index);
  g_autoptr (GHashTable) headers = g_hash_table_new (g_str_hash, g_str_equal);
  NewsQuestion question = { .ask = NEWS_ASK_LIST };
  NewsReply reply = { 200, "https://news.example/wp-json/wp/v2/posts", headers,
                      g_ptr_array_index (self->answers, index) };
  g_autoptr (NewsAnswer) answer
    = news_descriptor_read (self->descriptor, source, &question, &reply, NULL);

  g_assert_nonnull (answer);
  for (guint i = 0; i < answer->articles->len; i++)
    news_intake_prepare (g_ptr_array_index (answer->articles, i), source);

  return g_ptr_array_ref (answer->articles);
}

static char *
dup_file (Bench *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

static void
remove_file (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (path, endings[i], NULL);

      g_remove (file);
    }
}

/* Adds what @what takes to @time. */
#define MEASURE(time, what)                           \
  G_STMT_START                                        \
  {                                                   \
    double measure_start = bench_times_get_cpu ();    \
                                                      \
    what;                                             \
    (time) += bench_times_get_cpu () - measure_start; \
  }                                                   \
  G_STMT_END

/* --- ours ---------------------------------------------------------------------------------------
 */

static void
take_in (Bench *self, NewsStore *store, guint index, Times *times)
{
  g_autoptr (GPtrArray) articles = NULL;
  NewsBatch batch = { .source = g_ptr_array_index (self->sources, index) };
  gboolean done = FALSE;

  MEASURE (times->read, articles = read_answer (self, index));
  batch.articles = articles;
  MEASURE (times->taken, done = news_store_take_in (store, &batch, NULL, NULL));
  g_assert_true (done);
}

/* --- what it is compared with -------------------------------------------------------------------
 */

static void
parse (GBytes *bytes)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_assert_true (json_parser_load_from_data (parser, data, (gssize) length, NULL));
}

static void
keep_plainly (Bench *self, BenchPlainStore *store, guint index, Times *times)
{
  g_autoptr (GPtrArray) articles = read_answer (self, index);

  MEASURE (times->parsed, parse (g_ptr_array_index (self->answers, index)));
  MEASURE (times->kept, bench_plain_store_add (store, articles));
}

/* --- both ---------------------------------------------------------------------------------------
 */

/* In turn, answer by answer: what a busy machine is slower by for a while is in both. */
static void
run (Bench *self, Times *times)
{
  g_autofree char *plain_path = dup_file (self, "plain.db");
  g_autofree char *path = dup_file (self, "articles.db");
  BenchPlainStore *plain = bench_plain_store_new (plain_path);
  NewsStore *store = news_store_open (path, NULL, NULL);

  g_assert_nonnull (store);
  for (guint i = 0; i < self->answers->len; i++)
    {
      keep_plainly (self, plain, i, times);
      take_in (self, store, i, times);
    }
  MEASURE (times->kept, bench_plain_store_free (plain));
  MEASURE (times->taken, news_store_close (store));

  g_object_unref (store);
  remove_file (plain_path);
  remove_file (path);
}

static void
keep_least (double *least, double value)
{
  *least = *least > 0 ? MIN (*least, value) : value;
}

static gsize
get_size (Bench *self)
{
  gsize size = 0;

  for (guint i = 0; i < self->answers->len; i++)
    size += g_bytes_get_size (g_ptr_array_index (self->answers, i));

  return size;
}

int
main (int argc, char *argv[])
{
  Times least = { 0 };
  Bench self = { 0 };
  double unit;

  news_memory_set_up ();
  set_up (&self);
  g_printerr ("%u posts, %.1f MB\n", self.answers->len * POSTS, (double) get_size (&self) / 1e6);
  for (guint i = 0; i < RUNS; i++)
    {
      Times times = { 0 };

      run (&self, &times);
      keep_least (&least.parsed, times.parsed);
      keep_least (&least.kept, times.kept);
      keep_least (&least.read, times.read);
      keep_least (&least.taken, times.taken);
    }
  tear_down (&self);

  unit = least.parsed + least.kept;
  {
    const BenchRow rows[] = {
      { "json-glib parses", least.parsed, unit, 0, NULL },
      { "a bare table, and a stock index of it", least.kept, unit, 0, NULL },
      { "mapping, and cleaning the bodies", least.read, unit, 0, NULL },
      { "into the store", least.taken, unit, 0, NULL },
      { "taking in, from JSON to indexed", least.read + least.taken, unit, LIMIT_INTAKE, NULL },
    };

    return bench_table_print (rows, G_N_ELEMENTS (rows), argc > 1 ? argv[1] : NULL);
  }
}
