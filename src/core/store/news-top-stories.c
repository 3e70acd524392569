/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-top-stories.h"

#include "news-rows.h"

#define TOP_STORIES 5
#define TOP_STORIES_OF_SECTION 2
#define TOP_SECONDS (36 * 60 * 60)
#define FEW 3

/* Of these best candidates top stories are chosen: where nearly all that is new stands in the same
 * two sections, the rest of thousands need not be asked where it stands. */
#define BEST 400

/* Nearly always the newest article of the sections is among these newest of all. */
#define NEWEST 200

/* An article that may become a top story, if it stands in a section. */
typedef struct
{
  NewsRow row;
  gint64 visits;
  guint section; /* the first one that it stands in */
  gboolean pictured;
} Candidate;

/* Candidates of a rank, of which the best are looked at one after another. They are a heap, each at
 * least as good as those at twice its place and one or two more: to sort thousands of which some
 * hundreds are looked at would take longer. */
typedef struct
{
  GArray *candidates;
  GCompareFunc compare;
} Rank;

static void
clear_rank (Rank *rank)
{
  g_array_unref (rank->candidates);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rank, clear_rank)

static int
compare_visited (gconstpointer a, gconstpointer b)
{
  const Candidate *one = a;
  const Candidate *other = b;

  if (one->visits != other->visits)
    return one->visits > other->visits ? -1 : 1;

  return news_rows_compare (&one->row, &other->row);
}

static int
compare_newest (gconstpointer a, gconstpointer b)
{
  return news_rows_compare (&((const Candidate *) a)->row, &((const Candidate *) b)->row);
}

/* --- the heap --- */

/* The better of the two at @first and after it. */
static guint
choose_better (Rank *rank, guint first)
{
  const Candidate *one = &g_array_index (rank->candidates, Candidate, first);

  return first + 1 < rank->candidates->len && rank->compare (one + 1, one) < 0 ? first + 1 : first;
}

/* Lets the one at @place down to where it belongs, below all that are better. */
static void
let_down (Rank *rank, guint place)
{
  Candidate *candidates = &g_array_index (rank->candidates, Candidate, 0);
  Candidate moved = candidates[place];

  while (2 * place + 1 < rank->candidates->len)
    {
      guint better = choose_better (rank, 2 * place + 1);

      if (rank->compare (&moved, &candidates[better]) <= 0)
        break;
      candidates[place] = candidates[better];
      place = better;
    }

  candidates[place] = moved;
}

static void
make_heap (Rank *rank)
{
  for (guint i = rank->candidates->len / 2; i > 0; i--)
    let_down (rank, i - 1);
}

/* FALSE if there is none left. */
static gboolean
pop_best (Rank *rank, Candidate *best)
{
  if (rank->candidates->len == 0)
    return FALSE;

  *best = g_array_index (rank->candidates, Candidate, 0);
  g_array_remove_index_fast (rank->candidates, 0);
  if (rank->candidates->len > 0)
    let_down (rank, 0);

  return TRUE;
}

/* --- where an article stands --- */

/* The first section that each query is of, by the query, borrowed. */
static GHashTable *
index_queries (GPtrArray *sections)
{
  GHashTable *index = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < sections->len; i++)
    {
      GArray *queries = g_ptr_array_index (sections, i);

      for (guint j = 0; j < queries->len; j++)
        if (!g_hash_table_contains (index, &g_array_index (queries, gint64, j)))
          g_hash_table_insert (index, &g_array_index (queries, gint64, j), GUINT_TO_POINTER (i));
    }

  return index;
}

/* FALSE if it stands in none of them. */
static gboolean
find_section (NewsDatabase *database, GHashTable *index, Candidate *candidate)
{
  NewsStatement *statement
    = news_database_prepare (database, "SELECT query FROM placements"
                                       " INDEXED BY placements_by_article WHERE article = ?");

  candidate->section = G_MAXUINT;
  news_statement_bind_int (statement, 1, candidate->row.article);
  while (news_statement_next (statement))
    {
      gint64 query = news_statement_get_int (statement, 0);
      gpointer section;

      if (g_hash_table_lookup_extended (index, &query, NULL, &section))
        candidate->section = MIN (candidate->section, GPOINTER_TO_UINT (section));
    }

  return candidate->section != G_MAXUINT;
}

/* Takes out the best one that stands in a section; FALSE if there is none. Most are never looked
 * at: to ask where each stands would take longer than all else that Home asks. */
static gboolean
take_best (NewsDatabase *database, GHashTable *index, Rank *rank, Candidate *best)
{
  while (pop_best (rank, best))
    if (find_section (database, index, best))
      return TRUE;

  return FALSE;
}

/* --- candidates --- */

/* The time of the newest article that stands in a section, if it is among the newest of all: they
 * stand side by side in the file, and the newest of each query do not. */
static gboolean
find_newest_of_all (NewsDatabase *database, GHashTable *index, gint64 *newest)
{
  g_autoptr (GArray) rows = news_rows_new ();
  NewsStatement *statement
    = news_database_prepare (database, "SELECT id, sorted FROM articles INDEXED BY articles_by_time"
                                       " WHERE sorted <= ? ORDER BY sorted DESC LIMIT ?");

  news_statement_bind_ints (statement, NEWS_ROW_LATEST, NEWEST);
  news_rows_add (rows, statement);
  for (guint i = 0; i < rows->len; i++)
    {
      Candidate candidate = { .row = g_array_index (rows, NewsRow, i) };

      if (find_section (database, index, &candidate))
        {
          *newest = candidate.row.time;
          return TRUE;
        }
    }

  return FALSE;
}

/* FALSE if the sections have none. */
static gboolean
find_newest (NewsDatabase *database, GPtrArray *sections, GHashTable *index, gint64 *newest)
{
  gboolean found = FALSE;

  if (find_newest_of_all (database, index, newest))
    return TRUE;

  for (guint i = 0; i < sections->len; i++)
    {
      g_autoptr (GArray) rows = news_rows_new ();

      news_rows_read (database, g_ptr_array_index (sections, i), 1, rows);
      if (rows->len > 0)
        {
          gint64 time = g_array_index (rows, NewsRow, 0).time;

          *newest = found ? MAX (*newest, time) : time;
          found = TRUE;
        }
    }

  return found;
}

/* All there are of that time whose visits are counted, in sections or not. */
static void
rank_visited (NewsDatabase *database, gint64 since, Rank *rank)
{
  NewsStatement *statement
    = news_database_prepare (database, "SELECT id, sorted, visits, pictured FROM articles"
                                       " INDEXED BY articles_by_time"
                                       " WHERE sorted >= ? AND visits >= 0");

  news_statement_bind_int (statement, 1, since);
  while (news_statement_next (statement))
    {
      Candidate candidate = { .row = { .article = news_statement_get_int (statement, 0),
                                       .time = news_statement_get_int (statement, 1) },
                              .visits = news_statement_get_int (statement, 2),
                              .pictured = news_statement_get_int (statement, 3) != 0 };

      g_array_append_val (rank->candidates, candidate);
    }

  make_heap (rank);
}

/* The others of that time: those with a picture first, the newest of them first. The index has them
 * in that order, so that no more of thousands are read than are looked at. */
typedef struct
{
  NewsStatement *statement; /* borrowed; NULL at the end */
  gint64 since;
  gboolean pictured;
} Others;

static void
begin_others (Others *others, gboolean pictured)
{
  others->pictured = pictured;
  news_statement_bind_ints (others->statement, others->since, pictured);
}

static void
init_others (Others *others, NewsDatabase *database, gint64 since)
{
  others->statement = news_database_prepare (
    database, "SELECT id, sorted FROM articles INDEXED BY articles_by_time"
              " WHERE sorted >= ? AND visits < 0 AND (pictured <> 0) = ? ORDER BY sorted DESC");
  others->since = since;
  begin_others (others, TRUE);
}

static void
end_others (Others *others)
{
  if (others->statement != NULL)
    news_statement_end (others->statement);
  others->statement = NULL;
}

/* FALSE if there are no more. */
static gboolean
take_other (Others *others, Candidate *candidate)
{
  while (others->statement != NULL && !news_statement_next (others->statement))
    if (others->pictured)
      begin_others (others, FALSE);
    else
      end_others (others);

  if (others->statement == NULL)
    return FALSE;

  *candidate = (Candidate) { .row = { .article = news_statement_get_int (others->statement, 0),
                                      .time = news_statement_get_int (others->statement, 1) },
                             .visits = -1,
                             .pictured = others->pictured };

  return TRUE;
}

static gboolean
is_pictured (NewsDatabase *database, gint64 article)
{
  NewsStatement *statement
    = news_database_prepare (database, "SELECT pictured FROM articles WHERE id = ?");

  news_statement_bind_int (statement, 1, article);

  return news_statement_run_int (statement, 0) != 0;
}

static void
rank_newest (NewsDatabase *database, GPtrArray *sections, Rank *rank)
{
  for (guint i = 0; i < sections->len; i++)
    {
      g_autoptr (GArray) rows = news_rows_new ();

      news_rows_read (database, g_ptr_array_index (sections, i), TOP_STORIES, rows);
      for (guint j = 0; j < rows->len; j++)
        {
          NewsRow row = g_array_index (rows, NewsRow, j);
          Candidate candidate = { .row = row, .pictured = is_pictured (database, row.article) };

          g_array_append_val (rank->candidates, candidate);
        }
    }

  make_heap (rank);
}

/* --- choice --- */

typedef struct
{
  NewsDatabase *database; /* borrowed */
  GHashTable *index;
  GArray *taken;    /* guint: how many are chosen of each section */
  GArray *chosen;   /* Candidate */
  gint64 last;      /* the one that was looked at last */
  guint candidates; /* that have been looked at */
} Choice;

static void
clear_choice (Choice *choice)
{
  g_clear_pointer (&choice->index, g_hash_table_unref);
  g_clear_pointer (&choice->taken, g_array_unref);
  g_clear_pointer (&choice->chosen, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Choice, clear_choice)

static void
init_choice (Choice *choice, NewsDatabase *database, GPtrArray *sections)
{
  choice->database = database;
  choice->index = index_queries (sections);
  choice->taken = g_array_new (FALSE, TRUE, sizeof (guint));
  g_array_set_size (choice->taken, sections->len);
  choice->chosen = g_array_new (FALSE, FALSE, sizeof (Candidate));
}

static void
consider (Choice *choice, const Candidate *candidate)
{
  guint *taken = &g_array_index (choice->taken, guint, candidate->section);

  /* In the rank of the newest one stands for each section that it is in. */
  if (candidate->row.article == choice->last)
    return;

  choice->last = candidate->row.article;
  choice->candidates++;
  if (choice->chosen->len < TOP_STORIES && *taken < TOP_STORIES_OF_SECTION)
    {
      (*taken)++;
      g_array_append_vals (choice->chosen, candidate, 1);
    }
}

/* FALSE at the end of @rank. */
static gboolean
consider_best (Choice *choice, Rank *rank)
{
  Candidate candidate;

  if (!take_best (choice->database, choice->index, rank, &candidate))
    return FALSE;

  consider (choice, &candidate);

  return TRUE;
}

/* The same of the others. */
static gboolean
consider_other (Choice *choice, Others *others)
{
  Candidate candidate;

  do
    if (!take_other (others, &candidate))
      return FALSE;
  while (!find_section (choice->database, choice->index, &candidate));

  consider (choice, &candidate);

  return TRUE;
}

/* The two ranks take turns. FALSE if that time had too few. */
static gboolean
choose_recent (Choice *choice, gint64 since)
{
  g_auto (Rank) visited = { g_array_new (FALSE, FALSE, sizeof (Candidate)), compare_visited };
  Others others;
  gboolean more = TRUE;

  rank_visited (choice->database, since, &visited);
  init_others (&others, choice->database, since);
  while (more && choice->chosen->len < TOP_STORIES && choice->candidates < BEST)
    {
      more = consider_best (choice, &visited);
      more = consider_other (choice, &others) || more;
    }
  end_others (&others);

  return choice->candidates >= FEW;
}

static void
choose_newest (Choice *choice, GPtrArray *sections)
{
  g_auto (Rank) newest = { g_array_new (FALSE, FALSE, sizeof (Candidate)), compare_newest };

  g_array_set_size (choice->chosen, 0);
  g_array_set_size (choice->taken, 0);
  g_array_set_size (choice->taken, sections->len);
  choice->last = 0;
  rank_newest (choice->database, sections, &newest);
  while (choice->chosen->len < TOP_STORIES && consider_best (choice, &newest))
    ;
}

/* The first one is shown large, with its picture. */
static void
add_chosen (GArray *chosen, GArray *rows)
{
  guint lead = 0;

  while (lead < chosen->len && !g_array_index (chosen, Candidate, lead).pictured)
    lead++;
  if (lead < chosen->len)
    g_array_append_val (rows, g_array_index (chosen, Candidate, lead).row);
  for (guint i = 0; i < chosen->len; i++)
    if (i != lead)
      g_array_append_val (rows, g_array_index (chosen, Candidate, i).row);
}

void
news_top_stories_read (NewsDatabase *database, GPtrArray *sections, GArray *rows)
{
  g_auto (Choice) choice = { 0 };
  gint64 newest;

  init_choice (&choice, database, sections);
  if (!find_newest (database, sections, choice.index, &newest))
    return;

  if (!choose_recent (&choice, newest - TOP_SECONDS))
    choose_newest (&choice, sections);
  add_chosen (choice.chosen, rows);
}
