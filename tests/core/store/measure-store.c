/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* Not a test: fills a store and tells how long its questions take, each as a ratio to a bare
 * indexed query of 50 rows on the same file. Arguments: the file (kept, and filled only if it is
 * not there), articles, sources, words of a body. */

#include "news-store-filler.h"
#include "store-fixture.h"

#include <math.h>

#define ROUNDS 15

typedef void (*Question) (StoreFixture *fixture, gconstpointer data);

static double bare;

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return (one > other) - (one < other);
}

static double
measure (const char *name, StoreFixture *fixture, Question question, gconstpointer data)
{
  double times[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      question (fixture, data);
      times[i] = (double) (g_get_monotonic_time () - start) / 1000.0;
    }

  qsort (times, ROUNDS, sizeof *times, compare_times);
  g_print ("%-44s %9.2f ms   first to last %.2f to %.2f", name, times[ROUNDS / 2], times[0],
           times[ROUNDS - 1]);
  if (bare > 0)
    g_print ("   %8.1f x", times[ROUNDS / 2] / bare);
  g_print ("\n");

  return times[ROUNDS / 2];
}

static gpointer
run_bare (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  NewsStatement *statement
    = news_database_prepare (database, "SELECT id, title, preview FROM articles"
                                       " ORDER BY sorted DESC LIMIT 50");

  while (news_statement_next (statement))
    g_free (news_statement_dup_text (statement, 1));

  return NULL;
}

static void
ask_bare (StoreFixture *fixture, gconstpointer data)
{
  static const NewsOperation operation
    = { .name = "Bare", .lane = NEWS_LANE_READ, .run = run_bare };

  g_assert_true (news_store_wait (fixture->store, &operation, NULL, NULL, NULL));
}

static void
ask_list (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (NewsSnapshot) snapshot = store_fixture_list (fixture, (NewsScope *) data, 0, 50);

  g_assert_cmpuint (snapshot->headlines->len, <=, 50);
}

static void
ask_top (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (NewsSnapshot) snapshot = store_fixture_list_top (fixture, (NewsScope *) data, 50);

  g_assert_cmpuint (snapshot->headlines->len, ==, 50);
}

static void
ask_some (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (NewsSnapshot) snapshot = store_fixture_list_top (fixture, (NewsScope *) data, 50);

  g_assert_cmpuint (snapshot->headlines->len, <=, 50);
}

static void
ask_all (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (NewsSnapshot) snapshot = store_fixture_list (fixture, (NewsScope *) data, 0, 0);

  g_assert_nonnull (snapshot);
}

static void
ask_rows (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (NewsSnapshot) snapshot = store_fixture_list (fixture, (NewsScope *) data, 0, 0);

  g_assert_cmpuint (snapshot->rows->len, >, 0);
}

/* The first rows of each filter and order, and how long all of them take. */
static void
measure_views (StoreFixture *fixture, NewsScope *of, const char *words)
{
  static const char *const filters[] = { "all", "unread", "bookmarked" };
  static const char *const orders[] = { "newest", "oldest", "most visited" };

  for (guint i = 0; i < G_N_ELEMENTS (filters) * G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (NewsScope) scope = news_scope_new_view (of, i / 3, i % 3, G_MAXINT64);
      g_autofree char *first
        = g_strdup_printf ("%s, %s, %s: first 50", words, filters[i / 3], orders[i % 3]);
      g_autofree char *all
        = g_strdup_printf ("%s, %s, %s: all", words, filters[i / 3], orders[i % 3]);

      measure (first, fixture, ask_some, scope);
      measure (all, fixture, ask_all, scope);
    }
}

static void
ask_headlines (StoreFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (NewsHeadline) headline = store_fixture_headline (fixture, 1000 + i);

      g_assert_nonnull (headline);
    }
}

static void
ask_more (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *titles = store_fixture_more (fixture, 1234, 12);
}

static void
ask_count (StoreFixture *fixture, gconstpointer data)
{
  StoreFixtureWait wait = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) counts = NULL;

  news_store_count_async (fixture->store, (GPtrArray *) data, NULL, store_fixture_answer_cb, &wait);
  result = store_fixture_wait (&wait);
  counts = news_store_count_finish (fixture->store, result, NULL);
  g_assert_nonnull (counts);
}

static void
ask_mark (StoreFixture *fixture, gconstpointer data)
{
  static gboolean read = FALSE;

  read = !read;
  store_fixture_set_read (fixture, 1234, read);
}

static void
ask_story (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (NewsStory) story = store_fixture_story (fixture, 4321);
}

static GPtrArray *
create_sections (const NewsFiller *filler, guint count, gboolean home)
{
  GPtrArray *sections = g_ptr_array_new_with_free_func ((GDestroyNotify) news_section_unref);

  if (home)
    g_ptr_array_add (sections, news_section_new ("home", "Home", NULL));

  for (guint i = 0; i < count; i++)
    {
      g_autofree char *id = g_strdup_printf ("section-%u", i);
      NewsSection *section = news_section_new (id, id, NULL);

      for (guint source = i; source < filler->sources; source += count)
        {
          g_autofree char *name = news_filler_dup_source (source);

          news_section_add_query (section, name, NULL);
        }
      g_ptr_array_add (sections, section);
    }

  return sections;
}

static void
fill (StoreFixture *fixture, const NewsFiller *filler)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;

  news_filler_run (filler, fixture->store, &error);
  g_assert_no_error (error);
  g_print ("filled %u articles of %u sources in %.1f s\n", filler->articles, filler->sources,
           (double) (g_get_monotonic_time () - start) / 1e6);
}

/* Marks a third, and turns it back; then everything. All is unread afterwards. */
static void
measure_marks (StoreFixture *fixture, NewsScope *scope)
{
  g_autoptr (NewsSnapshot) snapshot = store_fixture_list (fixture, scope, 0, 0);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint lengths[] = { snapshot->rows->len / 3, snapshot->rows->len };

  for (guint i = 0; i < snapshot->rows->len; i++)
    g_array_append_val (numbers, g_array_index (snapshot->rows, NewsRow, i).article);

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (NewsPackedRows) rows = news_packed_rows_new (snapshot->rows);
      NewsRowSpan span = { rows, 0, lengths[i] };
      gint64 start, turn;
      g_autoptr (GArray) changed = NULL;

      store_fixture_set_unread (fixture, numbers);
      start = g_get_monotonic_time ();
      changed = store_fixture_read_rows (fixture, &span, 1);
      turn = g_get_monotonic_time ();

      store_fixture_set_unread (fixture, changed);
      g_print ("%-44s %9.2f ms, undone in %.2f ms\n", "mark so many read",
               (double) (turn - start) / 1000.0,
               (double) (g_get_monotonic_time () - turn) / 1000.0);
      g_print ("%44u\n", changed->len);
    }
}

int
main (int argc, char *argv[])
{
  NewsFiller filler = { .seed = 1,
                        .articles = argc > 2 ? (guint) atoi (argv[2]) : 300000,
                        .sources = argc > 3 ? (guint) atoi (argv[3]) : 600,
                        .words = argc > 4 ? (guint) atoi (argv[4]) : 60,
                        .sections = 4,
                        .now = STORE_FIXTURE_NOW,
                        .days = 365 };
  StoreFixture fixture = { .path = g_strdup (argc > 1 ? argv[1] : "measure.sqlite") };
  gboolean there = g_file_test (fixture.path, G_FILE_TEST_EXISTS);
  g_autoptr (NewsSection) everything = news_filler_new_section (&filler);
  g_autoptr (NewsSection) one = store_fixture_section ("one", "source-1/");
  g_autoptr (NewsScope) single = news_scope_new_section (one);
  g_autoptr (NewsScope) section = news_scope_new_section (everything);
  g_autoptr (NewsScope) topic = news_scope_new_topic (NEWS_FILLER_TOPIC);
  g_autoptr (GPtrArray) sections = create_sections (&filler, 8, TRUE);
  g_autoptr (NewsScope) home = news_scope_new_home (sections);

  store_fixture_reopen (&fixture);
  if (!there)
    fill (&fixture, &filler);

  bare = measure ("bare indexed query of 50 rows", &fixture, ask_bare, NULL);
  measure ("section of everything, 50 headlines", &fixture, ask_list, section);
  measure ("section of everything, first 50 alone", &fixture, ask_top, section);
  if (filler.sources > 1)
    measure ("section of one source, first 50 alone", &fixture, ask_top, single);
  measure ("section of everything, rows alone", &fixture, ask_rows, section);
  measure ("home of 8 sections, 50 headlines", &fixture, ask_list, home);
  measure ("topic, 50 headlines", &fixture, ask_list, topic);
  measure ("50 headlines, one by one", &fixture, ask_headlines, NULL);
  measure ("count of 8 sections and home", &fixture, ask_count, sections);
  measure ("more", &fixture, ask_more, NULL);
  measure ("story", &fixture, ask_story, NULL);
  measure ("mark one read or unread", &fixture, ask_mark, NULL);
  measure_views (&fixture, section, "everything");
  measure_marks (&fixture, section);
  measure_views (&fixture, section, "all is unread");

  store_fixture_close (&fixture);
  g_free (fixture.path);

  return 0;
}
