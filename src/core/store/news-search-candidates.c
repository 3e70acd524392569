/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-search-candidates.h"

#include "news-search-index.h"

/* How many answers pass between two looks at the clock. */
#define ROWS_OF_LOOK 64

/* Up to how many bookmarks are asked for one by one; of more, it is quicker to go through what has
 * the words. */
#define FEW_BOOKMARKS 200

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
  guint looked;      /* answers of the index */
  guint proofs;      /* texts that were read */
  gint64 texts_from; /* from this number on, all that "texts" gives has been looked at */
  gint64 today;      /* when it ends: ranks change by the day */
  NewsSearchLimits limits;

  NewsDatabase *database; /* borrowed */
  NewsSearchPlan *plan;   /* borrowed */
};

static gboolean
is_late (NewsSearchCandidates *self)
{
  if (self->limits.deadline != 0 && g_get_monotonic_time () >= self->limits.deadline)
    self->partial = TRUE;

  return self->partial;
}

/* Whether "texts" would have given the article, but for an unwanted word. */
static gboolean
is_left_out (NewsSearchCandidates *self, gint64 article)
{
  return self->plan->unwanted_words != NULL && !self->plan->beginning
         && article >= self->texts_from;
}

/* Takes the current row of @statement. Whether it is another candidate. */
static gboolean
take (NewsSearchCandidates *self, NewsStatement *statement, NewsFound found)
{
  gint64 article = news_statement_get_int (statement, 0);
  gint64 source = news_statement_get_int (statement, 1);
  gint64 sorted = news_statement_get_int (statement, 2);
  NewsSearchCandidate *candidate = g_hash_table_lookup (self->candidates, &article);

  if (candidate != NULL)
    {
      candidate->found = MAX (candidate->found, found);
      candidate->in_texts |= found == NEWS_FOUND_TEXT;
      return FALSE;
    }

  if ((found != NEWS_FOUND_TEXT && is_left_out (self, article))
      || !news_search_sieve_pass (&self->plan->sieve, self->database, article, source, sorted))
    return FALSE;

  candidate = g_new0 (NewsSearchCandidate, 1);
  candidate->article = article;
  candidate->sorted = sorted;
  candidate->found = found;
  candidate->in_texts = found == NEWS_FOUND_TEXT;
  g_hash_table_add (self->candidates, candidate);

  return TRUE;
}

/* Whether to look at another answer of the index. */
static gboolean
may_look (NewsSearchCandidates *self)
{
  self->looked++;
  if (self->limits.looked != 0 && self->looked > self->limits.looked)
    self->partial = TRUE;

  return self->looked % ROWS_OF_LOOK == 0 ? !is_late (self) : !self->partial;
}

static void
take_all (NewsSearchCandidates *self,
          NewsStatement *statement,
          const char *expression,
          NewsFound found)
{
  gboolean more = TRUE;
  guint taken = 0;

  if (expression == NULL || is_late (self))
    return;

  news_statement_bind_text (statement, 1, expression);
  while (taken < self->limits.most && may_look (self) && (more = news_statement_next (statement)))
    {
      if (found == NEWS_FOUND_TEXT)
        self->texts_from = news_statement_get_int (statement, 0);
      if (take (self, statement, found))
        taken++;
    }
  news_statement_end (statement);

  if (found == NEWS_FOUND_TEXT && !more)
    self->texts_from = G_MININT64;
}

/* Notes of the candidates which words stand in their titles. */
static void
note_titles (NewsSearchCandidates *self, guint word)
{
  NewsStatement *statement = news_database_prepare (
    self->database, "SELECT rowid FROM heads WHERE heads MATCH ? ORDER BY rowid DESC");
  guint taken = 0;

  if (is_late (self))
    return;

  news_statement_bind_text (statement, 1, g_ptr_array_index (self->plan->titles, word));
  while (taken++ < self->limits.most && may_look (self) && news_statement_next (statement))
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

      news_statement_bind_text (statement, 1, expression);
      news_statement_bind_int (statement, 2, article);
      if (news_statement_next (statement))
        take (self, statement, found);
      news_statement_end (statement);
    }
}

/* --- all together -------------------------------------------------------------------------------
 */

static double
get_rank (NewsSearchCandidates *self, const NewsSearchCandidate *candidate)
{
  guint words = MAX (self->plan->titles->len, 1);
  double share = (double) __builtin_popcount (candidate->titles) / words;

  return news_search_rank (candidate->found, share, self->today - candidate->sorted);
}

/* Whether as many as are wanted rank before whatever is found no better than by @found. */
static gboolean
has_enough (NewsSearchCandidates *self, NewsFound found)
{
  double best = news_search_rank (found, 1.0, 0);
  GHashTableIter iter;
  gpointer candidate;
  guint n = 0;

  /* Some of them may be no hits. */
  if (self->limits.wanted == 0 || self->plan->unwanted_words != NULL
      || self->plan->unwanted_phrases)
    return FALSE;

  g_hash_table_iter_init (&iter, self->candidates);
  while (n < self->limits.wanted && g_hash_table_iter_next (&iter, &candidate, NULL))
    if (get_rank (self, candidate) > best)
      n++;

  return n == self->limits.wanted;
}

static void
collect_by (NewsSearchCandidates *self, GArray *few, NewsFound found)
{
  gboolean heads = found != NEWS_FOUND_TEXT;
  const char *expression = heads ? self->plan->heads[found] : self->plan->texts;
  NewsStatement *statement;

  if (few != NULL)
    {
      take_few (self, few, heads, expression, found);
      return;
    }

  statement = heads ? news_database_prepare (self->database, ANSWERS ("heads"))
                    : news_database_prepare (self->database, ANSWERS ("texts"));
  take_all (self, statement, expression, found);
}

/* The best comes first, so that the rest may not be needed; but where "texts" leaves something out,
 * it has to be known by then. */
static void
collect (NewsSearchCandidates *self, gboolean sorted)
{
  g_autoptr (GArray) few = list_few (self);
  gboolean texts_first = !sorted || self->plan->unwanted_words != NULL;
  gboolean enough = FALSE;

  if (texts_first)
    collect_by (self, few, NEWS_FOUND_TEXT);

  for (int found = NEWS_FOUND_PHRASE; sorted && found >= NEWS_FOUND_TEXT && !enough; found--)
    {
      enough = has_enough (self, (NewsFound) found);
      if (!enough && (found != NEWS_FOUND_TEXT || !texts_first))
        collect_by (self, few, (NewsFound) found);
    }

  for (guint i = 0; sorted && !enough && i < self->plan->titles->len; i++)
    note_titles (self, i);
}

static NewsSearchCandidates *
create (NewsDatabase *database,
        NewsSearchPlan *plan,
        const NewsSearchLimits *limits,
        gboolean sorted)
{
  NewsSearchCandidates *self = g_new0 (NewsSearchCandidates, 1);

  self->database = database;
  self->plan = plan;
  self->limits = *limits;
  self->texts_from = G_MAXINT64;
  self->today = news_database_get_now (database) / DAY * DAY + DAY;
  self->candidates = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (!plan->never)
    collect (self, sorted);

  return self;
}

NewsSearchCandidates *
news_search_candidates_new (NewsDatabase *database,
                            NewsSearchPlan *plan,
                            const NewsSearchLimits *limits)
{
  return create (database, plan, limits, TRUE);
}

NewsSearchCandidates *
news_search_candidates_new_unsorted (NewsDatabase *database,
                                     NewsSearchPlan *plan,
                                     const NewsSearchLimits *limits)
{
  return create (database, plan, limits, FALSE);
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
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->candidates);
  while (g_hash_table_iter_next (&iter, &value, NULL))
    {
      NewsSearchCandidate *candidate = value;

      candidate->rank = get_rank (self, candidate);
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

/* Whether the article has a word that is not wanted, of which the index itself can tell. */
static gboolean
has_unwanted_words (NewsSearchCandidates *self, gint64 article)
{
  NewsStatement *statement = news_database_prepare (
    self->database, "SELECT 1 FROM texts WHERE texts MATCH ? AND rowid = ?");

  news_statement_bind_text (statement, 1, self->plan->unwanted_words);
  news_statement_bind_int (statement, 2, article);

  return news_statement_run_int (statement, 0) != 0;
}

/* Whether only the text itself tells that the candidate is a hit. */
static gboolean
needs_text (NewsSearchCandidates *self, const NewsSearchCandidate *candidate)
{
  return (candidate->found == NEWS_FOUND_TEXT && self->plan->phrases)
         || self->plan->unwanted_phrases;
}

static gboolean
prove_by_text (NewsSearchCandidates *self, const NewsSearchCandidate *candidate)
{
  guint size = news_search_match_get_size (self->plan->wanted);
  guint32 all = (guint32) ((G_GUINT64_CONSTANT (1) << size) - 1);
  Proof proof = { .plan = self->plan };
  g_autofree char *text = news_search_index_read_text (self->database, candidate->article);

  read_heads (self, candidate->article, &proof);
  read_topics (self, candidate->article, &proof);
  read_part (&proof, text);

  return proof.unwanted == 0 && (candidate->found != NEWS_FOUND_TEXT || proof.wanted == all);
}

gboolean
news_search_candidates_prove (NewsSearchCandidates *self, const NewsSearchCandidate *candidate)
{
  if (self->plan->unwanted_words != NULL && !candidate->in_texts
      && has_unwanted_words (self, candidate->article))
    return FALSE;

  if (!needs_text (self, candidate))
    return TRUE;

  if (self->limits.proofs != 0 && self->proofs == self->limits.proofs)
    {
      self->partial = TRUE;
      return FALSE;
    }

  self->proofs++;

  return prove_by_text (self, candidate);
}
