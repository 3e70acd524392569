/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-search-index.h"

#include "news-article-reader.h"
#include "news-fingerprint.h"
#include "news-search-terms.h"
#include "news-segment.h"
#include "news-tokenizer.h"

#include <string.h>

/* A segment that has no more of its articles than that is given up. */
#define FEWEST_ARTICLES (NEWS_SEGMENT_ARTICLES / 8)

/* --- terms --------------------------------------------------------------------------------------
 */

static void
add_word (NewsTermSet *terms, NewsField field, const NewsToken *token)
{
  NewsTerm term;

  news_term_init_word (&term, field, token->word, token->length);
  news_term_set_add (terms, &term);
}

/* The words of @text (nullable) in @field, and in another one too; NEWS_FIELD_WORD for none. */
static void
add_text (NewsTermSet *terms, const char *text, NewsField field, NewsField other)
{
  NewsTokenizer tokenizer;
  NewsToken token;

  if (text == NULL)
    return;

  news_tokenizer_init (&tokenizer, text, -1);
  while (news_tokenizer_next (&tokenizer, &token))
    {
      add_word (terms, NEWS_FIELD_WORD, &token);
      if (field != NEWS_FIELD_WORD)
        add_word (terms, field, &token);
      if (other != NEWS_FIELD_WORD)
        add_word (terms, other, &token);
    }
}

/* Of a title it is also known which words follow one another. */
static void
add_title (NewsTermSet *terms, const char *title)
{
  char before[NEWS_TOKEN_BYTES + 8];
  gsize length = 0;
  NewsTokenizer tokenizer;
  NewsToken token;
  NewsTerm term;

  if (title == NULL)
    return;

  add_text (terms, title, NEWS_FIELD_TITLE, NEWS_FIELD_WORD);
  news_tokenizer_init (&tokenizer, title, -1);
  while (news_tokenizer_next (&tokenizer, &token))
    {
      if (length > 0)
        {
          news_term_init_following (&term, before, length, token.word, token.length);
          news_term_set_add (terms, &term);
        }
      length = MIN (token.length, sizeof before);
      memcpy (before, token.word, length);
    }
}

static void
add_number (NewsTermSet *terms, NewsField field, gint64 number)
{
  NewsTerm term;

  news_term_init_number (&term, field, number);
  news_term_set_add (terms, &term);
}

static void
add_topics (NewsDatabase *database, gint64 article, NewsTermSet *terms)
{
  NewsStatement *statement
    = news_database_prepare (database, "SELECT t.id, t.name FROM article_topics a"
                                       " JOIN topics t ON t.id = a.topic WHERE a.article = ?");

  news_statement_bind_int (statement, 1, article);
  while (news_statement_next (statement))
    {
      g_autofree char *name = news_statement_dup_text (statement, 1);

      add_number (terms, NEWS_FIELD_TOPIC, news_statement_get_int (statement, 0));
      add_text (terms, name, NEWS_FIELD_NAME, NEWS_FIELD_WORD);
    }
}

static GBytes *
make_terms (NewsDatabase *database,
            gint64 article,
            gint64 source,
            gint64 sorted,
            const NewsArticle *view)
{
  g_autoptr (NewsTermSet) terms = news_term_set_new ();
  int year, month;

  news_search_terms_get_month (sorted, &year, &month);
  add_number (terms, NEWS_FIELD_SOURCE, source);
  add_number (terms, NEWS_FIELD_YEAR, year);
  add_number (terms, NEWS_FIELD_MONTH, month);
  if (view->lead != NULL && view->lead->files->len > 0)
    add_number (terms, NEWS_FIELD_PICTURED, 1);

  add_title (terms, view->title);
  add_text (terms, view->byline, NEWS_FIELD_NAME, NEWS_FIELD_BYLINE);
  add_text (terms, view->outlet, NEWS_FIELD_NAME, NEWS_FIELD_OUTLET);
  add_topics (database, article, terms);
  add_text (terms, view->standfirst, NEWS_FIELD_STANDFIRST, NEWS_FIELD_WORD);
  add_text (terms, view->text, NEWS_FIELD_WORD, NEWS_FIELD_WORD);

  return news_term_set_to_bytes (terms);
}

/* --- segments -----------------------------------------------------------------------------------
 */

gint64
news_search_index_get_posting (gint64 segment, guint bucket)
{
  return (gint64) bucket << 40 | segment;
}

/* The articles of a segment, in the order of their bits. */
static GArray *
read_pending (NewsDatabase *database, GPtrArray *terms)
{
  GArray *articles = g_array_new (FALSE, FALSE, sizeof (gint64));
  NewsStatement *statement = news_database_prepare (
    database, "SELECT article, terms FROM pending WHERE article > 0 ORDER BY article LIMIT ?");

  news_statement_bind_int (statement, 1, NEWS_SEGMENT_ARTICLES);
  while (news_statement_next (statement))
    {
      gint64 article = news_statement_get_int (statement, 0);

      g_array_append_val (articles, article);
      g_ptr_array_add (terms, news_statement_dup_bytes (statement, 1));
    }

  return articles;
}

static gint64
insert_segment (NewsDatabase *database, GArray *articles)
{
  g_autoptr (GBytes) bytes = g_bytes_new (articles->data, articles->len * sizeof (gint64));
  NewsStatement *statement
    = news_database_prepare (database, "INSERT INTO segments (articles, live) VALUES (?, ?)");

  news_statement_bind_bytes (statement, 1, bytes);
  news_statement_bind_int (statement, 2, articles->len);
  news_statement_run (statement);

  return news_database_get_last_row (database);
}

static void
insert_buckets (NewsDatabase *database, gint64 segment, GPtrArray *buckets)
{
  for (guint i = 0; i < buckets->len; i++)
    {
      NewsStatement *statement
        = news_database_prepare (database, "INSERT INTO postings (id, terms) VALUES (?, ?)");

      news_statement_bind_int (statement, 1, news_search_index_get_posting (segment, i));
      news_statement_bind_bytes (statement, 2, g_ptr_array_index (buckets, i));
      news_statement_run (statement);
    }
}

/* Makes a segment of what is pending. */
static void
make_segment (NewsDatabase *database)
{
  g_autoptr (GPtrArray) terms = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GArray) articles = read_pending (database, terms);
  g_autoptr (GPtrArray) buckets = news_segment_build (terms);
  gint64 segment = insert_segment (database, articles);

  insert_buckets (database, segment, buckets);
  for (guint i = 0; i < articles->len; i++)
    {
      gint64 article = g_array_index (articles, gint64, i);
      NewsStatement *statement
        = news_database_prepare (database, "UPDATE indexed SET segment = ? WHERE article = ?");

      news_statement_bind_ints (statement, segment, article);
      news_statement_run (statement);
      news_database_run_for (database, "DELETE FROM pending WHERE article = ?", article);
    }
}

static void
drop_segment (NewsDatabase *database, gint64 segment)
{
  for (guint bucket = 0; bucket < NEWS_SEGMENT_BUCKETS; bucket++)
    news_database_run_for (database, "DELETE FROM postings WHERE id = ?",
                           news_search_index_get_posting (segment, bucket));
  news_database_run_for (database, "DELETE FROM segments WHERE id = ?", segment);
}

/* The articles that the segment still tells of. */
static GArray *
list_live (NewsDatabase *database, gint64 segment)
{
  GArray *live = g_array_new (FALSE, FALSE, sizeof (gint64));
  NewsStatement *statement
    = news_database_prepare (database, "SELECT articles FROM segments WHERE id = ?");
  g_autoptr (GBytes) bytes = NULL;
  const gint64 *articles;
  gsize size = 0;

  news_statement_bind_int (statement, 1, segment);
  if (news_statement_next (statement))
    bytes = news_statement_dup_bytes (statement, 0);
  news_statement_end (statement);

  articles = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;
  for (gsize i = 0; i < size / sizeof *articles; i++)
    {
      statement = news_database_prepare (database, "SELECT segment FROM indexed WHERE article = ?");
      news_statement_bind_int (statement, 1, articles[i]);
      if (news_statement_run_int (statement, 0) == segment)
        g_array_append_val (live, articles[i]);
    }

  return live;
}

/* Forgets that the segment tells of an article. Where it hardly tells of any, the rest of these is
 * written anew, as if they had just come. */
static void
leave_segment (NewsDatabase *database, gint64 segment)
{
  NewsStatement *statement;
  g_autoptr (GArray) live = NULL;

  news_database_run_for (database, "UPDATE segments SET live = live - 1 WHERE id = ?", segment);
  statement = news_database_prepare (database, "SELECT live FROM segments WHERE id = ?");
  news_statement_bind_int (statement, 1, segment);
  if (news_statement_run_int (statement, G_MAXINT64) > FEWEST_ARTICLES)
    return;

  live = list_live (database, segment);
  drop_segment (database, segment);
  for (guint i = 0; i < live->len; i++)
    {
      gint64 article = g_array_index (live, gint64, i);

      news_database_run_for (database, "DELETE FROM indexed WHERE article = ?", article);
      news_search_index_renew (database, article);
    }
}

/* --- articles -----------------------------------------------------------------------------------
 */

/* What is known of an article in the index. */
typedef struct
{
  gboolean there;
  gint64 segment;
  gint64 hash;
} Known;

static Known
look_up (NewsDatabase *database, gint64 article)
{
  NewsStatement *statement
    = news_database_prepare (database, "SELECT segment, hash FROM indexed WHERE article = ?");
  Known known = { 0 };

  news_statement_bind_int (statement, 1, article);
  known.there = news_statement_next (statement);
  if (known.there)
    {
      known.segment = news_statement_get_int (statement, 0);
      known.hash = news_statement_get_int (statement, 1);
    }
  news_statement_end (statement);

  return known;
}

static gint64
get_hash (GBytes *terms, gint64 sorted)
{
  guint64 hash = news_fingerprint_hash (NEWS_FINGERPRINT_SEED, &sorted, sizeof sorted);
  gsize size;
  gconstpointer bytes = g_bytes_get_data (terms, &size);

  return (gint64) news_fingerprint_hash_long (hash, bytes, size);
}

static void
insert_pending (NewsDatabase *database, gint64 article, GBytes *terms)
{
  NewsStatement *statement = news_database_prepare (
    database, "INSERT INTO pending (article, terms) VALUES (?, ?)"
              " ON CONFLICT (article) DO UPDATE SET terms = excluded.terms");

  news_statement_bind_int (statement, 1, article);
  news_statement_bind_bytes (statement, 2, terms);
  news_statement_run (statement);
}

static void
note_indexed (NewsDatabase *database, gint64 article, gint64 source, gint64 sorted, gint64 hash)
{
  NewsStatement *statement = news_database_prepare (
    database, "INSERT INTO indexed (article, source, sorted, segment, hash) VALUES (?, ?, ?, 0, ?)"
              " ON CONFLICT (article) DO UPDATE SET source = excluded.source,"
              " sorted = excluded.sorted, segment = 0, hash = excluded.hash");

  news_statement_bind_ints (statement, article, source, sorted, hash);
  news_statement_run (statement);
}

void
news_search_index_write (NewsDatabase *database,
                         gint64 article,
                         gint64 source,
                         gint64 sorted,
                         const NewsArticle *view)
{
  g_autoptr (GBytes) terms = make_terms (database, article, source, sorted, view);
  gint64 hash = get_hash (terms, sorted);
  Known known = look_up (database, article);

  if (known.there && known.hash == hash)
    return;

  insert_pending (database, article, terms);
  note_indexed (database, article, source, sorted, hash);
  news_database_run_for (database, "DELETE FROM unindexed WHERE article = ?", article);
  if (known.there && known.segment != 0)
    leave_segment (database, known.segment);
}

void
news_search_index_settle (NewsDatabase *database)
{
  gint64 pending = news_statement_run_int (
    news_database_prepare (database, "SELECT count (*) FROM pending WHERE article > 0"), 0);

  for (; pending >= NEWS_SEGMENT_ARTICLES; pending -= NEWS_SEGMENT_ARTICLES)
    make_segment (database);
}

void
news_search_index_renew (NewsDatabase *database, gint64 article)
{
  NewsStatement *statement
    = news_database_prepare (database, "SELECT source, sorted FROM articles WHERE id = ?");
  g_autoptr (NewsStory) story = NULL;
  gint64 source, sorted;

  news_statement_bind_int (statement, 1, article);
  if (!news_statement_next (statement))
    return;

  source = news_statement_get_int (statement, 0);
  sorted = news_statement_get_int (statement, 1);
  news_statement_end (statement);

  story = news_article_reader_get_story (database, article);
  if (story != NULL)
    news_search_index_write (database, article, source, sorted, story->article);
}

void
news_search_index_remove (NewsDatabase *database, gint64 article)
{
  Known known = look_up (database, article);

  if (!known.there)
    return;

  news_database_run_for (database, "DELETE FROM pending WHERE article = ?", article);
  news_database_run_for (database, "DELETE FROM indexed WHERE article = ?", article);
  if (known.segment != 0)
    leave_segment (database, known.segment);
}

guint
news_search_index_more (NewsDatabase *database, guint most)
{
  g_autoptr (GArray) articles = g_array_new (FALSE, FALSE, sizeof (gint64));
  NewsStatement *statement = news_database_prepare (
    database, "SELECT article FROM unindexed WHERE article > 0 ORDER BY article DESC LIMIT ?");

  news_statement_bind_int (statement, 1, most);
  while (news_statement_next (statement))
    {
      gint64 article = news_statement_get_int (statement, 0);

      g_array_append_val (articles, article);
    }

  for (guint i = 0; i < articles->len; i++)
    {
      gint64 article = g_array_index (articles, gint64, i);

      news_search_index_renew (database, article);
      news_database_run_for (database, "DELETE FROM unindexed WHERE article = ?", article);
    }
  news_search_index_settle (database);

  if (articles->len < most)
    return 0;

  return (guint) news_statement_run_int (
    news_database_prepare (database, "SELECT count (*) FROM (SELECT 1 FROM unindexed"
                                     " WHERE article > 0 LIMIT 1000)"),
    0);
}

void
news_search_index_clear (NewsDatabase *database)
{
  static const char *const steps[] = {
    "DELETE FROM postings",
    "DELETE FROM segments",
    "DELETE FROM pending",
    "DELETE FROM indexed",
    "INSERT OR IGNORE INTO unindexed SELECT id FROM articles",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    news_statement_run (news_database_prepare (database, steps[i]));
}
