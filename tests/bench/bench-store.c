/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* bench-store [FILE]: how long the store takes to answer what a window asks of it, with as many
 * articles as somebody may keep, and how much room they take.
 *
 * All is the time on the wall from the question to the answer in the main loop, the median of some;
 * what changes marks is done some times, on a copy, and turned back, and the least counts: where
 * the system has the file in memory, as somebody has just looked at its lists. Where it has not, it
 * is done once, and has no limit, as it is the disk that takes most of it. */

#include "bench-corpus.h"
#include "bench-table.h"
#include "bench-times.h"
#include "news-corpus-json.h"
#include "news-memory.h"
#include "store-fixture.h"

#include <string.h>

#define FIRST_ROWS 50
#define TURNS 3

/* What the design allows: seconds, and times. */
#define LIMIT_OPEN 0.050
#define LIMIT_MARK 0.300 /* of MARKED */
#define LIMIT_GROWTH 1.3
#define LIMIT_SIZE 1.6

#define MARKED 100000

/* With fewer, what comes once for any number of them (the log is written back) would count for
 * several times, and the limit says nothing. */
#define MARKED_ENOUGH 50000

typedef struct
{
  BenchCorpus *corpus;
  StoreFixture fixture;
  NewsScope *all;
  NewsScope *half;
  NewsScope *small;
  NewsScope *home;
  GPtrArray *sections; /* NewsSection: what the sidebar counts */
  gint64 article;
  gboolean read;  /* whether that article is, once it was marked */
  GArray *marked; /* gint64 */
} Bench;

/* --- a store ------------------------------------------------------------------------------------
 */

static NewsScope *
create_scope (Bench *self, const char *id)
{
  g_autoptr (NewsSection) section = news_corpus_create_section (self->corpus->corpus, id);

  return news_scope_new_section (section);
}

static void
fill_sections (Bench *self)
{
  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) news_section_unref);
  g_ptr_array_add (self->sections,
                   news_corpus_create_section (self->corpus->corpus, NEWS_SECTION_HOME));
  for (guint i = 0; i < NEWS_CORPUS_GROUPS; i++)
    {
      g_autofree char *id = g_strdup_printf ("group-%u", i);

      g_ptr_array_add (self->sections, news_corpus_create_section (self->corpus->corpus, id));
    }
}

static void
set_up (Bench *self, guint articles)
{
  g_autoptr (NewsSnapshot) snapshot = NULL;

  self->corpus = bench_corpus_new (articles, NULL);
  self->fixture.path = self->corpus->path;
  self->fixture.store = bench_corpus_open (self->corpus);
  fill_sections (self);
  self->all = create_scope (self, "all");
  self->half = create_scope (self, "half");
  self->small = create_scope (self, "small");
  self->home = news_scope_new_home (self->sections);
  snapshot = store_fixture_list_top (&self->fixture, self->all, FIRST_ROWS);
  self->article = g_array_index (snapshot->rows, NewsRow, FIRST_ROWS / 2).article;
}

static void
tear_down (Bench *self)
{
  store_fixture_close (&self->fixture);
  g_clear_pointer (&self->marked, g_array_unref);
  news_scope_unref (self->all);
  news_scope_unref (self->half);
  news_scope_unref (self->small);
  news_scope_unref (self->home);
  g_ptr_array_unref (self->sections);
  bench_corpus_free (self->corpus);
}

/* --- questions ----------------------------------------------------------------------------------
 */

/* What no list can be quicker than. */
static gpointer
run_bare (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  NewsStatement *statement
    = news_database_prepare (database, "SELECT id, title, preview FROM articles"
                                       " ORDER BY sorted DESC LIMIT 50");

  while (news_statement_next (statement))
    {
      g_autofree char *title = news_statement_dup_text (statement, 1);
      g_autofree char *preview = news_statement_dup_text (statement, 2);
    }

  return NULL;
}

static void
ask_bare (gpointer data)
{
  static const NewsOperation operation
    = { .name = "Bare", .lane = NEWS_LANE_READ, .run = run_bare };
  Bench *self = data;

  g_assert_true (news_store_wait (self->fixture.store, &operation, NULL, NULL, NULL));
}

static void
ask_top (Bench *self, NewsScope *scope)
{
  g_autoptr (NewsSnapshot) snapshot = store_fixture_list_top (&self->fixture, scope, FIRST_ROWS);

  g_assert_cmpuint (snapshot->headlines->len, >, 0);
}

static void
ask_all_top (gpointer data)
{
  ask_top (data, ((Bench *) data)->all);
}

static void
ask_small_top (gpointer data)
{
  ask_top (data, ((Bench *) data)->small);
}

static void
ask_home (gpointer data)
{
  Bench *self = data;
  g_autoptr (NewsSnapshot) snapshot
    = store_fixture_list (&self->fixture, self->home, 0, FIRST_ROWS);

  g_assert_cmpuint (snapshot->headlines->len, >, 0);
}

static void
ask_all_rows (gpointer data)
{
  Bench *self = data;
  g_autoptr (NewsSnapshot) snapshot = store_fixture_list (&self->fixture, self->all, 0, FIRST_ROWS);

  g_assert_cmpuint (snapshot->rows->len, ==, self->corpus->sums.articles);
}

static void
ask_bookmarks (gpointer data)
{
  Bench *self = data;
  g_autoptr (NewsScope) scope = news_scope_new_bookmarks ();
  g_autoptr (NewsSnapshot) snapshot = store_fixture_list (&self->fixture, scope, 0, FIRST_ROWS);

  g_assert_cmpuint (snapshot->rows->len, ==, self->corpus->sums.bookmarks);
}

static void
ask_topic (gpointer data)
{
  Bench *self = data;
  const CorpusLexicon *lexicon = news_corpus_get_lexicon (self->corpus->corpus, CORPUS_ENGLISH);
  g_autofree char *topic = corpus_lexicon_dup_topic (lexicon, 0);
  g_autoptr (NewsScope) scope = news_scope_new_topic (topic);
  g_autoptr (NewsSnapshot) snapshot = store_fixture_list (&self->fixture, scope, 0, FIRST_ROWS);

  g_assert_cmpuint (snapshot->rows->len, >, 0);
}

static void
ask_counts (gpointer data)
{
  Bench *self = data;
  StoreFixtureWait wait = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) counts = NULL;

  news_store_count_async (self->fixture.store, self->sections, NULL, store_fixture_answer_cb,
                          &wait);
  result = store_fixture_wait (&wait);
  counts = news_store_count_finish (self->fixture.store, result, NULL);
  g_assert_nonnull (counts);
}

static void
ask_story (gpointer data)
{
  Bench *self = data;
  g_autoptr (NewsStory) story = store_fixture_story (&self->fixture, self->article);

  g_assert_nonnull (story);
}

static void
ask_more (gpointer data)
{
  Bench *self = data;
  g_autofree char *titles = store_fixture_more (&self->fixture, self->article, 12);
}

static void
ask_headlines (gpointer data)
{
  Bench *self = data;

  for (guint i = 0; i < FIRST_ROWS; i++)
    {
      g_autoptr (NewsHeadline) headline
        = store_fixture_headline (&self->fixture, self->article - (gint64) i);

      g_assert_nonnull (headline);
    }
}

/* --- marks --------------------------------------------------------------------------------------
 */

static void
read_half (Bench *self)
{
  self->marked = store_fixture_read_all (&self->fixture, self->half);
}

static void
undo (Bench *self)
{
  StoreFixtureWait wait = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) changed = NULL;

  news_store_set_read_async (self->fixture.store, (const gint64 *) (gpointer) self->marked->data,
                             self->marked->len, FALSE, NULL, store_fixture_answer_cb, &wait);
  result = store_fixture_wait (&wait);
  changed = news_store_set_read_finish (self->fixture.store, result, NULL);
  g_assert_cmpuint (changed->len, ==, self->marked->len);
}

/* Marks one, or takes its mark away. */
static void
mark_one (gpointer data)
{
  Bench *self = data;

  self->read = !self->read;
  store_fixture_set_read (&self->fixture, self->article, self->read);
}

/* What the marks took since @start, as if they had been 100,000. */
static BenchRow
sum_up_marks (Bench *self, const char *name, double start)
{
  double taken = (bench_times_get_wall () - start) * MARKED / self->marked->len;
  BenchRow row = bench_row_within (name, taken, LIMIT_MARK);

  if (self->marked->len < MARKED_ENOUGH)
    row.limit = 0;

  return row;
}

static void
keep_least (BenchRow *row, const BenchRow *other)
{
  if (row->seconds == 0 || other->seconds < row->seconds)
    *row = *other;
}

static void
measure_marks (Bench *self, BenchRow *rows)
{
  memset (rows, 0, 2 * sizeof *rows);
  for (guint i = 0; i < TURNS; i++)
    {
      BenchRow marked, undone;
      double start = bench_times_get_wall ();

      g_clear_pointer (&self->marked, g_array_unref);
      read_half (self);
      marked = sum_up_marks (self, "mark 100,000 read", start);
      keep_least (&rows[0], &marked);

      start = bench_times_get_wall ();
      undo (self);
      undone = sum_up_marks (self, "mark 100,000 unread again", start);
      keep_least (&rows[1], &undone);
    }
  g_printerr ("%u marked read, and unread again\n", self->marked->len);
}

static void
measure_cold_marks (BenchRow *row)
{
  Bench self = { 0 };
  double start;

  set_up (&self, bench_corpus_get_many ());
  store_fixture_close (&self.fixture);
  bench_corpus_cool (self.corpus);
  self.fixture.store = bench_corpus_open (self.corpus);

  start = bench_times_get_wall ();
  read_half (&self);
  *row = sum_up_marks (&self, "mark 100,000 read, the file not in memory", start);
  row->limit = 0;
  tear_down (&self);
}

/* --- all of it ----------------------------------------------------------------------------------
 */

static BenchRow
compare (const char *name, double seconds, double unit, double limit)
{
  BenchRow row = { .seconds = seconds, .unit = unit, .limit = limit };

  g_strlcpy (row.name, name, sizeof row.name);

  return row;
}

static BenchRow
compare_sizes (Bench *self)
{
  BenchRow row
    = compare ("the database, to the bytes of its text", (double) self->corpus->size / 1e6,
               (double) self->corpus->sums.text / 1e6, LIMIT_SIZE);

  row.measure = "MB";

  return row;
}

/* The first rows of many articles and of few, in turn: at two milliseconds it matters how fast the
 * processor happens to be. The least of each. */
static void
measure_tops (Bench *many, double *of_many, double *of_few)
{
  Bench few = { 0 };

  set_up (&few, BENCH_CORPUS_FEW);
  *of_many = *of_few = G_MAXDOUBLE;
  for (guint i = 0; i < TURNS; i++)
    {
      *of_many = MIN (*of_many, bench_times_measure (ask_all_top, many));
      *of_few = MIN (*of_few, bench_times_measure (ask_all_top, &few));
    }
  tear_down (&few);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    BenchFunc func;
  } questions[] = {
    { "a small section, first 50", ask_small_top },
    { "home of 8 sections, first 50", ask_home },
    { "bookmarks, first 50 of all", ask_bookmarks },
    { "a topic, first 50 of all", ask_topic },
    { "counts of 8 sections and home", ask_counts },
    { "a story", ask_story },
    { "more headlines", ask_more },
    { "50 headlines, one by one", ask_headlines },
  };
  BenchRow rows[G_N_ELEMENTS (questions) + 9];
  gsize n = 0;
  Bench self = { 0 };
  double few, bare, top;

  news_memory_set_up ();
  set_up (&self, bench_corpus_get_many ());
  g_printerr ("%u articles\n", self.corpus->sums.articles);

  bare = bench_times_measure (ask_bare, &self);
  measure_tops (&self, &top, &few);
  rows[n++] = compare ("one indexed query of 50 rows", bare, bare, 0);
  rows[n++] = bench_row_within ("a section of all, first 50", top, LIMIT_OPEN);
  rows[n++] = compare ("first 50 of all, to those of 3,000 articles", top, few, LIMIT_GROWTH);
  rows[n++]
    = compare ("a section of all, every row", bench_times_measure (ask_all_rows, &self), bare, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    rows[n++]
      = compare (questions[i].name, bench_times_measure (questions[i].func, &self), bare, 0);
  rows[n++] = compare ("mark one", bench_times_measure (mark_one, &self), bare, 0);
  measure_marks (&self, &rows[n]);
  n += 2;
  rows[n++] = compare_sizes (&self);
  tear_down (&self);
  measure_cold_marks (&rows[n++]);

  return bench_table_print (rows, n, argc > 1 ? argv[1] : NULL);
}
