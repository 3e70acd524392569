/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-top-stories.h"

#include "news-rows.h"

#define TOP_STORIES 5
#define TOP_STORIES_OF_SECTION 2
#define TOP_SECONDS (36 * 60 * 60)
#define FEW 3

/* An article that may become a top story. */
typedef struct
{
  NewsRow row;
  guint section; /* the first one that it stands in */
  gint64 visits;
  gboolean pictured;
} Candidate;

/* The candidates, by number: the article's number, where a candidate begins, is its key. */
static GHashTable *
new_candidates (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
add_candidate (GHashTable *candidates, const NewsRow *row, guint section)
{
  Candidate *candidate;

  if (g_hash_table_contains (candidates, &row->article))
    return;

  candidate = g_new0 (Candidate, 1);
  candidate->row = *row;
  candidate->section = section;
  candidate->visits = -1;
  g_hash_table_add (candidates, candidate);
}

static gint64
find_newest (NewsDatabase *database, GPtrArray *sections)
{
  gint64 newest = G_MININT64;

  for (guint i = 0; i < sections->len; i++)
    {
      g_autoptr (GArray) rows = news_rows_new ();

      news_rows_read (database, g_ptr_array_index (sections, i), 1, rows);
      if (rows->len > 0)
        newest = MAX (newest, g_array_index (rows, NewsRow, 0).time);
    }

  return newest;
}

static void
collect_query (NewsDatabase *database,
               gint64 query,
               gint64 since,
               guint section,
               GHashTable *candidates)
{
  NewsStatement *statement = news_database_prepare (
    database, "SELECT article, sorted FROM placements WHERE query = ? AND sorted >= ?");

  news_statement_bind_ints (statement, query, since);
  while (news_statement_next (statement))
    {
      NewsRow row = { .article = news_statement_get_int (statement, 0),
                      .time = news_statement_get_int (statement, 1) };

      add_candidate (candidates, &row, section);
    }
}

static gint64
find_oldest (GHashTable *candidates)
{
  gint64 oldest = G_MAXINT64;
  GHashTableIter iter;
  gpointer candidate;

  g_hash_table_iter_init (&iter, candidates);
  while (g_hash_table_iter_next (&iter, &candidate, NULL))
    oldest = MIN (oldest, ((Candidate *) candidate)->row.time);

  return oldest;
}

/* Asks the index of all articles of that time once, and not a row for each candidate. */
static void
add_details (NewsDatabase *database, GHashTable *candidates)
{
  NewsStatement *statement
    = news_database_prepare (database, "SELECT id, visits, pictured FROM articles"
                                       " INDEXED BY articles_by_time WHERE sorted >= ?");

  news_statement_bind_int (statement, 1, find_oldest (candidates));
  while (news_statement_next (statement))
    {
      gint64 article = news_statement_get_int (statement, 0);
      Candidate *candidate = g_hash_table_lookup (candidates, &article);

      if (candidate != NULL)
        {
          candidate->visits = news_statement_get_int (statement, 1);
          candidate->pictured = news_statement_get_int (statement, 2) != 0;
        }
    }
}

static GHashTable *
collect_recent (NewsDatabase *database, GPtrArray *sections, gint64 since)
{
  GHashTable *candidates = new_candidates ();

  for (guint i = 0; i < sections->len; i++)
    {
      GArray *queries = g_ptr_array_index (sections, i);

      for (guint j = 0; j < queries->len; j++)
        collect_query (database, g_array_index (queries, gint64, j), since, i, candidates);
    }

  return candidates;
}

static GHashTable *
collect_newest (NewsDatabase *database, GPtrArray *sections)
{
  GHashTable *candidates = new_candidates ();

  for (guint i = 0; i < sections->len; i++)
    {
      g_autoptr (GArray) rows = news_rows_new ();

      news_rows_read (database, g_ptr_array_index (sections, i), TOP_STORIES, rows);
      for (guint j = 0; j < rows->len; j++)
        add_candidate (candidates, &g_array_index (rows, NewsRow, j), i);
    }

  return candidates;
}

static int
compare_visited (gconstpointer a, gconstpointer b)
{
  const Candidate *one = *(const Candidate *const *) a;
  const Candidate *other = *(const Candidate *const *) b;

  if (one->visits != other->visits)
    return one->visits > other->visits ? -1 : 1;

  return news_rows_compare (&one->row, &other->row);
}

static int
compare_pictured (gconstpointer a, gconstpointer b)
{
  const Candidate *one = *(const Candidate *const *) a;
  const Candidate *other = *(const Candidate *const *) b;

  if (one->pictured != other->pictured)
    return one->pictured ? -1 : 1;

  return news_rows_compare (&one->row, &other->row);
}

static int
compare_newest (gconstpointer a, gconstpointer b)
{
  const Candidate *one = *(const Candidate *const *) a;
  const Candidate *other = *(const Candidate *const *) b;

  return news_rows_compare (&one->row, &other->row);
}

/* All candidates, the best first. Borrowed. */
static GPtrArray *
rank (GHashTable *candidates, gboolean newest)
{
  g_autoptr (GPtrArray) visited = g_ptr_array_new ();
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  GPtrArray *ranked = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer candidate;

  g_hash_table_iter_init (&iter, candidates);
  while (g_hash_table_iter_next (&iter, &candidate, NULL))
    g_ptr_array_add (!newest && ((Candidate *) candidate)->visits >= 0 ? visited : others,
                     candidate);

  g_ptr_array_sort (visited, compare_visited);
  g_ptr_array_sort (others, newest ? compare_newest : compare_pictured);

  for (guint i = 0; i < MAX (visited->len, others->len); i++)
    {
      if (i < visited->len)
        g_ptr_array_add (ranked, g_ptr_array_index (visited, i));
      if (i < others->len)
        g_ptr_array_add (ranked, g_ptr_array_index (others, i));
    }

  return ranked;
}

static GPtrArray *
choose (GPtrArray *ranked, guint sections)
{
  g_autofree guint *taken = g_new0 (guint, sections);
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < ranked->len && chosen->len < TOP_STORIES; i++)
    {
      Candidate *candidate = g_ptr_array_index (ranked, i);

      if (taken[candidate->section] < TOP_STORIES_OF_SECTION)
        {
          taken[candidate->section]++;
          g_ptr_array_add (chosen, candidate);
        }
    }

  return chosen;
}

/* The first one is shown large, with its picture. */
static void
lead_with_picture (GPtrArray *chosen)
{
  for (guint i = 0; i < chosen->len; i++)
    if (((Candidate *) g_ptr_array_index (chosen, i))->pictured)
      {
        g_ptr_array_insert (chosen, 0, g_ptr_array_steal_index (chosen, i));
        return;
      }
}

void
news_top_stories_read (NewsDatabase *database, GPtrArray *sections, GArray *rows)
{
  gint64 newest = find_newest (database, sections);
  gint64 since = newest > G_MININT64 + TOP_SECONDS ? newest - TOP_SECONDS : G_MININT64;
  g_autoptr (GHashTable) candidates = collect_recent (database, sections, since);
  gboolean few = g_hash_table_size (candidates) < FEW;
  g_autoptr (GPtrArray) ranked = NULL;
  g_autoptr (GPtrArray) chosen = NULL;

  if (few)
    {
      g_hash_table_unref (candidates);
      candidates = collect_newest (database, sections);
    }

  add_details (database, candidates);
  ranked = rank (candidates, few);
  chosen = choose (ranked, sections->len);
  lead_with_picture (chosen);

  for (guint i = 0; i < chosen->len; i++)
    g_array_append_val (rows, ((Candidate *) g_ptr_array_index (chosen, i))->row);
}
