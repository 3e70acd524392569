/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-search-candidates.h"

#include "news-search-index.h"

/* How many answers pass between two looks at the clock. */
#define ROWS_OF_LOOK 64

/* Up to how many bookmarks are asked for one by one; of more, it is quicker to go through what has
 * the words. */
#define FEW_BOOKMARKS 200

/* Ranks change by the day. */
#define DAY (24 * 60 * 60)

/* The four ways to ask: what has the words, the newest first, or whether one article has them. */
#define ANSWERS(table)                                                         \
  "SELECT i.article, i.source, i.sorted FROM " table " t CROSS JOIN indexed i" \
  " ON i.article = t.rowid WHERE " table " MATCH ? ORDER BY t.rowid DESC"

#define ANSWER_OF_ONE(table)                                                   \
  "SELECT i.article, i.source, i.sorted FROM " table " t CROSS JOIN indexed i" \
  " ON i.article = t.rowid WHERE " table " MATCH ? AND t.rowid = ?"

struct _NewsSearchCandidates
{
  GHashTable *candidates; /* NewsSearchCandidate, by the article, where it begins */
  gboolean partial;
  guint most;
  gint64 deadline;

  NewsDatabase *database; /* borrowed */
  NewsSearchPlan *plan;   /* borrowed */
};

static gboolean
is_late (NewsSearchCandidates *self)
{
  if (self->deadline == 0 || self->partial || g_get_monotonic_time () < self->deadline)
    return self->partial;

  self->partial = TRUE;

  return TRUE;
}

/* Takes the current row of @statement. Whether it is another candidate. */
static gboolean
take (NewsSearchCandidates *self, NewsStatement *statement, NewsFound found)
{
  gint64 article = news_statement_get_int (statement, 0);
  gint64 source = news_statement_get_int (statement, 1);
  gint64 sorted = news_statement_get_int (statement, 2);
  NewsSearchCandidate *candidate;

  if (g_hash_table_contains (self->candidates, &article)
      || !news_search_sieve_pass (&self->plan->sieve, self->database, article, source, sorted))
    return FALSE;

  candidate = g_new0 (NewsSearchCandidate, 1);
  candidate->article = article;
  candidate->sorted = sorted;
  candidate->found = found;
  g_hash_table_add (self->candidates, candidate);

  return TRUE;
}

static void
take_all (NewsSearchCandidates *self,
          NewsStatement *statement,
          const char *expression,
          NewsFound found)
{
  guint looked = 0;
  guint taken = 0;

  if (expression == NULL || is_late (self))
    return;

  news_statement_bind_text (statement, 1, expression);
  while (taken < self->most && (++looked % ROWS_OF_LOOK != 0 || !is_late (self))
         && news_statement_next (statement))
    if (take (self, statement, found))
      taken++;
  news_statement_end (statement);
}

/* Notes of the candidates which words stand in their titles. */
static void
note_titles (NewsSearchCandidates *self, guint word)
{
  NewsStatement *statement = news_database_prepare (
    self->database, "SELECT rowid FROM heads WHERE heads MATCH ? ORDER BY rowid DESC");
  guint looked = 0;

  if (is_late (self))
    return;

  news_statement_bind_text (statement, 1, g_ptr_array_index (self->plan->titles, word));
  while (looked < self->most && (++looked % ROWS_OF_LOOK != 0 || !is_late (self))
         && news_statement_next (statement))
    {
      gint64 article = news_statement_get_int (statement, 0);
      NewsSearchCandidate *candidate = g_hash_table_lookup (self->candidates, &article);

      if (candidate != NULL)
        candidate->titles |= 1u << word;
    }
  news_statement_end (statement);
}

/* --- bookmarks ----------------------------------------------------------------------------------
 */

/* The articles that alone may pass the sieve, if they are few; NULL if they are not. */
static GArray *
list_few (NewsSearchCandidates *self)
{
  g_autoptr (GArray) few = g_array_new (FALSE, FALSE, sizeof (gint64));
  NewsStatement *statement = news_database_prepare (
    self->database, "SELECT identity FROM statuses INDEXED BY statuses_bookmarked"
                    " WHERE bookmarked = 1 LIMIT ?");

  if (self->plan->sieve.bookmarked != TRUE)
    return NULL;

  news_statement_bind_int (statement, 1, FEW_BOOKMARKS + 1);
  while (news_statement_next (statement))
    {
      gint64 article = news_statement_get_int (statement, 0);

      g_array_append_val (few, article);
    }

  if (self->plan->sieve.kept != 0)
    g_array_append_val (few, self->plan->sieve.kept);

  return few->len <= FEW_BOOKMARKS ? g_steal_pointer (&few) : NULL;
}

static void
take_few (NewsSearchCandidates *self,
          GArray *few,
          gboolean heads,
          const char *expression,
          NewsFound found)
{
  for (guint i = 0; expression != NULL && i < few->len && !is_late (self); i++)
    {
      NewsStatement *statement
        = heads ? news_database_prepare (self->database, ANSWER_OF_ONE ("heads"))
                : news_database_prepare (self->database, ANSWER_OF_ONE ("texts"));
      gint64 article = g_array_index (few, gint64, i);

      if (g_hash_table_contains (self->candidates, &article))
        continue;

      news_statement_bind_text (statement, 1, expression);
      news_statement_bind_int (statement, 2, article);
      if (news_statement_next (statement))
        take (self, statement, found);
      news_statement_end (statement);
    }
}

/* --- all together -------------------------------------------------------------------------------
 */

static void
collect (NewsSearchCandidates *self)
{
  g_autoptr (GArray) few = list_few (self);

  for (int found = NEWS_FOUND_PHRASE; found > NEWS_FOUND_TEXT; found--)
    if (few != NULL)
      take_few (self, few, TRUE, self->plan->heads[found], (NewsFound) found);
    else
      take_all (self, news_database_prepare (self->database, ANSWERS ("heads")),
                self->plan->heads[found], (NewsFound) found);

  if (few != NULL)
    take_few (self, few, FALSE, self->plan->texts, NEWS_FOUND_TEXT);
  else
    take_all (self, news_database_prepare (self->database, ANSWERS ("texts")), self->plan->texts,
              NEWS_FOUND_TEXT);

  for (guint i = 0; i < self->plan->titles->len; i++)
    note_titles (self, i);
}

NewsSearchCandidates *
news_search_candidates_new (NewsDatabase *database,
                            NewsSearchPlan *plan,
                            guint most,
                            gint64 deadline)
{
  NewsSearchCandidates *self = g_new0 (NewsSearchCandidates, 1);

  self->database = database;
  self->plan = plan;
  self->most = most;
  self->deadline = deadline;
  self->candidates = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (!plan->never)
    collect (self);

  return self;
}

void
news_search_candidates_free (NewsSearchCandidates *self)
{
  g_hash_table_unref (self->candidates);
  g_free (self);
}

gboolean
news_search_candidates_is_partial (NewsSearchCandidates *self)
{
  return self->partial;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const NewsSearchCandidate *one = *(const NewsSearchCandidate *const *) a;
  const NewsSearchCandidate *other = *(const NewsSearchCandidate *const *) b;

  if (one->rank > other->rank || one->rank < other->rank)
    return one->rank > other->rank ? -1 : 1;

  if (one->sorted != other->sorted)
    return one->sorted > other->sorted ? -1 : 1;

  return (one->article < other->article) - (one->article > other->article);
}

GPtrArray *
news_search_candidates_rank (NewsSearchCandidates *self)
{
  GPtrArray *ranked = g_ptr_array_sized_new (g_hash_table_size (self->candidates));
  gint64 today = news_database_get_now (self->database) / DAY * DAY + DAY;
  guint words = MAX (self->plan->titles->len, 1);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->candidates);
  while (g_hash_table_iter_next (&iter, &value, NULL))
    {
      NewsSearchCandidate *candidate = value;
      double share = (double) __builtin_popcount (candidate->titles) / words;

      candidate->rank = news_search_rank (candidate->found, share, today - candidate->sorted);
      g_ptr_array_add (ranked, candidate);
    }
  g_ptr_array_sort (ranked, compare);

  return ranked;
}

/* --- what the index can't tell ------------------------------------------------------------------
 */

typedef struct
{
  NewsSearchPlan *plan;
  guint32 wanted;
  guint32 unwanted;
} Proof;

static void
read_part (Proof *proof, const char *text)
{
  proof->wanted |= news_search_match_find (proof->plan->wanted, text);
  proof->unwanted |= news_search_match_find (proof->plan->unwanted, text);
}

static void
read_heads (NewsSearchCandidates *self, gint64 article, Proof *proof)
{
  NewsStatement *statement = news_database_prepare (
    self->database, "SELECT a.title, a.byline, a.outlet, b.standfirst FROM articles a"
                    " LEFT JOIN bodies b ON b.article = a.id WHERE a.id = ?");

  news_statement_bind_int (statement, 1, article);
  if (!news_statement_next (statement))
    return;

  for (int column = 0; column < 4; column++)
    {
      g_autofree char *text = news_statement_dup_text (statement, column);

      read_part (proof, text);
    }
  news_statement_end (statement);
}

static void
read_topics (NewsSearchCandidates *self, gint64 article, Proof *proof)
{
  NewsStatement *statement
    = news_database_prepare (self->database, "SELECT t.name FROM article_topics a"
                                             " JOIN topics t ON t.id = a.topic"
                                             " WHERE a.article = ?");

  news_statement_bind_int (statement, 1, article);
  while (news_statement_next (statement))
    {
      g_autofree char *name = news_statement_dup_text (statement, 0);

      read_part (proof, name);
    }
}

gboolean
news_search_candidates_prove (NewsSearchCandidates *self, const NewsSearchCandidate *candidate)
{
  NewsSearchPlan *plan = self->plan;
  gboolean any = news_search_match_get_size (plan->unwanted) > 0;
  guint size = news_search_match_get_size (plan->wanted);
  guint32 all = (guint32) ((G_GUINT64_CONSTANT (1) << size) - 1);
  Proof proof = { .plan = plan };
  g_autofree char *text = NULL;

  if (candidate->found == NEWS_FOUND_TEXT ? !plan->phrases && !plan->unwanted_phrases : !any)
    return TRUE;

  read_heads (self, candidate->article, &proof);
  read_topics (self, candidate->article, &proof);
  text = news_search_index_read_text (self->database, candidate->article);
  read_part (&proof, text);

  return proof.unwanted == 0 && (candidate->found != NEWS_FOUND_TEXT || proof.wanted == all);
}
