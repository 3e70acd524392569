/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-search-index.h"

#include "news-article-reader.h"
#include "news-fingerprint.h"
#include "news-search-facets.h"
#include "news-tokenizer.h"
#include "news-word-set.h"

#include <string.h>

/* The columns of "heads", in their order. */
enum
{
  TITLE,
  BYLINE,
  OUTLET,
  TOPICS,
  STANDFIRST,
  FACETS,
  N_HEADS,
};

/* What the index has of an article. */
typedef struct
{
  GString *heads[N_HEADS];
  NewsWordSet *words;
} Document;

static void
document_init (Document *self)
{
  for (guint i = 0; i < N_HEADS; i++)
    self->heads[i] = g_string_new (NULL);
  self->words = news_word_set_new ();
}

static void
document_clear (Document *self)
{
  for (guint i = 0; i < N_HEADS; i++)
    g_string_free (self->heads[i], TRUE);
  news_word_set_free (self->words);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Document, document_clear)

/* Adds the tokens of @text to the column, and to all words. */
static void
add_head (Document *self, guint column, const char *text)
{
  NewsTokenizer tokenizer;
  NewsToken token;

  if (text == NULL)
    return;

  news_tokenizer_init (&tokenizer, text, -1);
  while (news_tokenizer_next (&tokenizer, &token))
    {
      g_string_append_c (self->heads[column], ' ');
      g_string_append_len (self->heads[column], token.word, token.length);
      news_word_set_add (self->words, token.word, token.length);
      if (column == BYLINE)
        news_search_facets_append_byline (self->heads[FACETS], token.word, token.length);
      if (column == OUTLET)
        news_search_facets_append_outlet (self->heads[FACETS], token.word, token.length);
    }
}

static void
add_topics (NewsDatabase *database, gint64 article, Document *document)
{
  NewsStatement *statement
    = news_database_prepare (database, "SELECT t.id, t.name FROM article_topics a"
                                       " JOIN topics t ON t.id = a.topic"
                                       " WHERE a.article = ? ORDER BY a.position");

  news_statement_bind_int (statement, 1, article);
  while (news_statement_next (statement))
    {
      g_autofree char *name = news_statement_dup_text (statement, 1);

      news_search_facets_append_topic (document->heads[FACETS],
                                       news_statement_get_int (statement, 0));
      add_head (document, TOPICS, name);
    }
}

static void
add_time (Document *document, gint64 time)
{
  int year, month;

  news_search_facets_get_month (time, &year, &month);
  news_search_facets_append_year (document->heads[FACETS], year);
  news_search_facets_append_month (document->heads[FACETS], year, month);
}

/* The facets are words like others, in both tables. */
static void
add_facets_to_words (Document *document)
{
  g_auto (GStrv) facets = g_strsplit (document->heads[FACETS]->str + 1, " ", -1);

  for (char **facet = facets; *facet != NULL; facet++)
    news_word_set_add (document->words, *facet, strlen (*facet));
}

static gboolean
is_pictured (const NewsArticle *view)
{
  return view->lead != NULL && view->lead->files->len > 0;
}

static void
fill (NewsDatabase *database,
      gint64 article,
      gint64 source,
      gint64 sorted,
      const NewsArticle *view,
      Document *document)
{
  GString *facets = document->heads[FACETS];

  news_search_facets_append_any (facets);
  news_search_facets_append_source (facets, source);
  add_time (document, sorted);
  if (is_pictured (view))
    news_search_facets_append_pictured (facets);

  add_head (document, TITLE, view->title);
  add_head (document, BYLINE, view->byline);
  add_head (document, OUTLET, view->outlet);
  add_topics (database, article, document);
  add_head (document, STANDFIRST, view->standfirst);
  add_facets_to_words (document);
  news_word_set_add_text (document->words, view->text);
}

static gint64
get_hash (Document *document)
{
  guint64 hash = NEWS_FINGERPRINT_SEED;
  const char *words = news_word_set_get_words (document->words);

  for (guint i = 0; i < N_HEADS; i++)
    hash = news_fingerprint_hash (hash, document->heads[i]->str, document->heads[i]->len + 1);

  return (gint64) news_fingerprint_hash (hash, words, strlen (words));
}

static void
run_for (NewsDatabase *database, const char *sql, gint64 article)
{
  NewsStatement *statement = news_database_prepare (database, sql);

  news_statement_bind_int (statement, 1, article);
  news_statement_run (statement);
}

static void
insert_heads (NewsDatabase *database, gint64 article, Document *document)
{
  NewsStatement *statement
    = news_database_prepare (database, "INSERT INTO heads (rowid, title, byline, outlet, topics,"
                                       " standfirst, facets) VALUES (?, ?, ?, ?, ?, ?, ?)");

  news_statement_bind_int (statement, 1, article);
  for (guint i = 0; i < N_HEADS; i++)
    news_statement_bind_text (statement, 2 + (int) i, document->heads[i]->str);
  news_statement_run (statement);
}

static void
insert_words (NewsDatabase *database, gint64 article, Document *document)
{
  NewsStatement *statement
    = news_database_prepare (database, "INSERT INTO texts (rowid, words) VALUES (?, ?)");

  news_statement_bind_int (statement, 1, article);
  news_statement_bind_text (statement, 2, news_word_set_get_words (document->words));
  news_statement_run (statement);
}

static void
note_indexed (NewsDatabase *database, gint64 article, gint64 source, gint64 sorted, gint64 hash)
{
  NewsStatement *statement = news_database_prepare (
    database, "INSERT INTO indexed (article, source, sorted, hash) VALUES (?, ?, ?, ?)"
              " ON CONFLICT (article) DO UPDATE SET source = excluded.source,"
              " sorted = excluded.sorted, hash = excluded.hash");

  news_statement_bind_ints (statement, article, source, sorted, hash);
  news_statement_run (statement);
}

/* Whether it is indexed, and if so, the hash of that. */
static gboolean
look_up (NewsDatabase *database, gint64 article, gint64 *hash)
{
  NewsStatement *statement
    = news_database_prepare (database, "SELECT hash FROM indexed WHERE article = ?");
  gboolean found;

  news_statement_bind_int (statement, 1, article);
  found = news_statement_next (statement);
  if (found)
    *hash = news_statement_get_int (statement, 0);
  news_statement_end (statement);

  return found;
}

void
news_search_index_write (NewsDatabase *database,
                         gint64 article,
                         gint64 source,
                         gint64 sorted,
                         const NewsArticle *view)
{
  g_auto (Document) document = { 0 };
  gint64 before, hash;
  gboolean there;

  document_init (&document);
  fill (database, article, source, sorted, view, &document);
  hash = get_hash (&document);
  there = look_up (database, article, &before);

  if (there && before != hash)
    {
      run_for (database, "DELETE FROM heads WHERE rowid = ?", article);
      run_for (database, "DELETE FROM texts WHERE rowid = ?", article);
    }
  if (!there || before != hash)
    {
      insert_heads (database, article, &document);
      insert_words (database, article, &document);
    }

  note_indexed (database, article, source, sorted, hash);
  run_for (database, "DELETE FROM unindexed WHERE article = ?", article);
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
  static const char *const steps[] = {
    "DELETE FROM heads WHERE rowid = ?",
    "DELETE FROM texts WHERE rowid = ?",
    "DELETE FROM indexed WHERE article = ?",
  };
  gint64 hash;

  if (!look_up (database, article, &hash))
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    run_for (database, steps[i], article);
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
      run_for (database, "DELETE FROM unindexed WHERE article = ?", article);
    }

  if (articles->len < most)
    return 0;

  return (guint) news_statement_run_int (
    news_database_prepare (database, "SELECT count (*) FROM unindexed WHERE article > 0"), 0);
}

char *
news_search_index_read_text (NewsDatabase *database, gint64 article)
{
  NewsStatement *statement
    = news_database_prepare (database, "SELECT text FROM bodies WHERE article = ?");
  char *text = NULL;

  news_statement_bind_int (statement, 1, article);
  if (news_statement_next (statement))
    text = news_statement_dup_text (statement, 0);
  news_statement_end (statement);

  return text;
}
