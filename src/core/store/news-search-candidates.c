/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-search-candidates.h"

#include "news-body.h"
#include "news-search-index.h"

/* How many answers pass between two looks at the clock. */
#define ANSWERS_OF_LOOK 64

/* Up to how many bookmarks are known by heart. */
#define FEW_BOOKMARKS 1000

#define DAY (24 * 60 * 60)

#define HAS_BIT(bits, i) (((bits).words[(i) / 64] >> (i) % 64 & 1) != 0)

struct _NewsSearchCandidates
{
  GArray *candidates;                 /* NewsSearchCandidate */
  guint taken[NEWS_FOUND_PHRASE + 1]; /* how many of each */
  GHashTable *few; /* gint64 (of themselves) that alone may pass the sieve, or NULL for any */
  gboolean partial;
  guint looked;
  guint proofs;
  gint64 today; /* when it ends: ranks change by the day */
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

/* Whether to look at another answer of the index. */
static gboolean
may_look (NewsSearchCandidates *self)
{
  self->looked++;
  if (self->limits.looked != 0 && self->looked > self->limits.looked)
    self->partial = TRUE;

  return self->looked % ANSWERS_OF_LOOK == 0 ? !is_late (self) : !self->partial;
}

/* What is not bookmarked need not be looked up where that is asked, unless there are many. */
static void
list_few (NewsSearchCandidates *self)
{
  g_autoptr (GHashTable) few = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  NewsStatement *statement = news_database_prepare (
    self->database, "SELECT identity FROM statuses INDEXED BY statuses_bookmarked"
                    " WHERE bookmarked = 1 LIMIT ?");

  if (self->plan->sieve.bookmarked != TRUE)
    return;

  news_statement_bind_int (statement, 1, FEW_BOOKMARKS + 1);
  while (news_statement_next (statement))
    {
      gint64 article = news_statement_get_int (statement, 0);

      g_hash_table_add (few, g_memdup2 (&article, sizeof article));
    }
  g_hash_table_add (few, g_memdup2 (&self->plan->sieve.kept, sizeof (gint64)));

  if (g_hash_table_size (few) <= FEW_BOOKMARKS)
    self->few = g_steal_pointer (&few);
}

/* --- one view of the index ----------------------------------------------------------------------
 */

/* What is found like that or better, by NewsFound, and which words are in titles. */
typedef struct
{
  NewsSegmentBits found[NEWS_FOUND_PHRASE + 1];
  NewsSegmentBits titles[NEWS_SEARCH_TERMS];
} Bits;

static NewsSegmentBits
sift (NewsSearchExpression *expression, NewsSearchView *view, const NewsSegmentBits *bits)
{
  NewsSegmentBits sifted = *bits;

  if (expression != NULL)
    news_search_expression_sift (expression, view, &sifted);
  else
    sifted = (NewsSegmentBits) { 0 };

  return sifted;
}

/* The worst way of being found of which more candidates are wanted; beyond the best if there is
 * none. */
static guint
get_level (NewsSearchCandidates *self)
{
  guint level = NEWS_FOUND_TEXT;

  while (level <= NEWS_FOUND_PHRASE && self->taken[level] >= self->limits.most)
    level++;
  if (level > NEWS_FOUND_TEXT && level <= NEWS_FOUND_PHRASE && self->plan->found[level] == NULL)
    level = NEWS_FOUND_PHRASE + 1;

  return level;
}

static void
fill (NewsSearchCandidates *self, NewsSearchView *view, guint level, Bits *bits)
{
  NewsSegmentBits all = { 0 };

  for (guint i = 0; i < news_search_view_get_length (view); i++)
    all.words[i / 64] |= G_GUINT64_CONSTANT (1) << i % 64;

  news_search_expression_sift (self->plan->all, view, &all);
  bits->found[NEWS_FOUND_TEXT]
    = level > NEWS_FOUND_TEXT ? sift (self->plan->found[level], view, &all) : all;
  for (guint found = NEWS_FOUND_HEADS; found <= NEWS_FOUND_PHRASE; found++)
    bits->found[found] = sift (self->plan->found[found], view, &bits->found[found - 1]);
  for (guint i = 0; i < self->plan->titles->len; i++)
    bits->titles[i]
      = sift (g_ptr_array_index (self->plan->titles, i), view, &bits->found[NEWS_FOUND_TEXT]);
}

/* What is known of the article, if the view still tells of it. */
static gboolean
look_up (NewsSearchCandidates *self, gint64 article, gint64 segment, gint64 *source, gint64 *sorted)
{
  NewsStatement *statement = news_database_prepare (
    self->database, "SELECT source, sorted FROM indexed WHERE article = ? AND segment = ?");
  gboolean found;

  news_statement_bind_ints (statement, article, segment);
  found = news_statement_next (statement);
  if (found)
    {
      *source = news_statement_get_int (statement, 0);
      *sorted = news_statement_get_int (statement, 1);
    }
  news_statement_end (statement);

  return found;
}

static void
take (NewsSearchCandidates *self, NewsSearchView *view, gint64 article, guint i, const Bits *bits)
{
  NewsSearchCandidate candidate = { .article = article };
  gint64 source;

  for (guint found = NEWS_FOUND_HEADS; found <= NEWS_FOUND_PHRASE; found++)
    if (HAS_BIT (bits->found[found], i))
      candidate.found = (NewsFound) found;

  if (self->taken[candidate.found] >= self->limits.most
      || (self->few != NULL && !g_hash_table_contains (self->few, &article)) || !may_look (self)
      || !look_up (self, article, news_search_view_get_segment (view), &source, &candidate.sorted)
      || !news_search_sieve_pass (&self->plan->sieve, self->database, article, source,
                                  candidate.sorted))
    return;

  for (guint word = 0; word < self->plan->titles->len; word++)
    candidate.titles += HAS_BIT (bits->titles[word], i) ? 1 : 0;
  self->taken[candidate.found]++;
  g_array_append_val (self->candidates, candidate);
}

static void
collect_view (NewsSearchCandidates *self, NewsSearchView *view, guint level)
{
  Bits bits;
  guint length;
  const gint64 *articles;

  fill (self, view, level, &bits);
  if (news_segment_bits_are_none (&bits.found[NEWS_FOUND_TEXT]))
    return;

  articles = news_search_view_get_articles (view, &length);
  for (guint i = length; i-- > 0 && !self->partial;)
    if (HAS_BIT (bits.found[NEWS_FOUND_TEXT], i))
      take (self, view, articles[i], i, &bits);
}

/* --- all views ----------------------------------------------------------------------------------
 */

static void
collect (NewsSearchCandidates *self)
{
  g_autoptr (NewsSearchView) view = news_search_view_next (self->database, NULL);
  guint level = get_level (self);

  while (view != NULL && level <= NEWS_FOUND_PHRASE && !is_late (self)
         && !news_database_has_failed (self->database))
    {
      NewsSearchView *next;

      collect_view (self, view, level);
      level = get_level (self);
      next = news_search_view_next (self->database, view);
      news_search_view_free (view);
      view = next;
    }
}

NewsSearchCandidates *
news_search_candidates_new (NewsDatabase *database,
                            NewsSearchPlan *plan,
                            const NewsSearchLimits *limits)
{
  NewsSearchCandidates *self = g_new0 (NewsSearchCandidates, 1);

  self->database = database;
  self->plan = plan;
  self->limits = *limits;
  self->today = news_database_get_now (database) / DAY * DAY + DAY;
  self->candidates = g_array_new (FALSE, FALSE, sizeof (NewsSearchCandidate));
  if (plan->never)
    return self;

  list_few (self);
  collect (self);

  return self;
}

void
news_search_candidates_free (NewsSearchCandidates *self)
{
  g_array_unref (self->candidates);
  g_clear_pointer (&self->few, g_hash_table_unref);
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
  GPtrArray *ranked = g_ptr_array_sized_new (self->candidates->len);
  guint words = MAX (self->plan->titles->len, 1);

  for (guint i = 0; i < self->candidates->len; i++)
    {
      NewsSearchCandidate *candidate = &g_array_index (self->candidates, NewsSearchCandidate, i);

      candidate->rank = news_search_rank (candidate->found, (double) candidate->titles / words,
                                          self->today - candidate->sorted);
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
  guint size = news_search_match_get_size (self->plan->wanted);
  guint32 all = (guint32) ((G_GUINT64_CONSTANT (1) << size) - 1);
  Proof proof = { .plan = self->plan };
  g_autofree char *text = NULL;

  if (!self->plan->unproven)
    return TRUE;

  if (self->limits.proofs != 0 && self->proofs == self->limits.proofs)
    {
      self->partial = TRUE;
      return FALSE;
    }

  self->proofs++;
  text = news_body_read_text (self->database, candidate->article);
  read_heads (self, candidate->article, &proof);
  read_topics (self, candidate->article, &proof);
  read_part (&proof, text);

  return proof.unwanted == 0 && proof.wanted == all;
}
