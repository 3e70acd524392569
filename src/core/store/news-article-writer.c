/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-article-writer.h"

#include "news-article-links.h"
#include "news-article-rows.h"
#include "news-search-index.h"

#include <string.h>

static gint64
ensure_source (NewsArticleWriter *self, NewsSource *source)
{
  NewsStatement *statement = news_database_prepare (
    self->database, "INSERT INTO sources (name, title) VALUES (?, ?)"
                    " ON CONFLICT (name) DO UPDATE SET title = excluded.title"
                    " WHERE title IS NOT excluded.title");

  news_statement_bind_text (statement, 1, source->id);
  news_statement_bind_text (statement, 2, source->name);
  if (news_statement_run (statement) > 0)
    self->changes->lists = TRUE;

  statement = news_database_prepare (self->database, "SELECT id FROM sources WHERE name = ?");
  news_statement_bind_text (statement, 1, source->id);

  return news_statement_run_int (statement, 0);
}

static gint64
ensure_query (NewsArticleWriter *self, const char *section)
{
  NewsStatement *statement = news_database_prepare (
    self->database, "SELECT id FROM queries WHERE source = ? AND section = ?");
  gint64 query;

  news_statement_bind_int (statement, 1, self->source);
  news_statement_bind_text (statement, 2, section);
  query = news_statement_run_int (statement, 0);
  if (query != 0)
    return query;

  statement
    = news_database_prepare (self->database, "INSERT INTO queries (source, section) VALUES (?, ?)");
  news_statement_bind_int (statement, 1, self->source);
  news_statement_bind_text (statement, 2, section);
  news_statement_run (statement);

  return news_database_get_last_row (self->database);
}

gint64
news_article_writer_get_query (NewsArticleWriter *self, const char *section)
{
  gint64 *query;

  if (section == NULL)
    section = "";

  query = g_hash_table_lookup (self->queries, section);
  if (query == NULL)
    {
      query = g_new (gint64, 1);
      *query = ensure_query (self, section);
      g_hash_table_insert (self->queries, g_strdup (section), query);
    }

  return *query;
}

gint64
news_article_writer_identify (NewsArticleWriter *self, const char *remote)
{
  NewsStatement *statement = news_database_prepare (
    self->database, "SELECT id FROM identities WHERE source = ? AND remote = ?");
  gint64 article;

  news_statement_bind_int (statement, 1, self->source);
  news_statement_bind_text (statement, 2, remote);
  article = news_statement_run_int (statement, 0);
  if (article != 0)
    return article;

  statement = news_database_prepare (self->database,
                                     "INSERT INTO identities (source, remote) VALUES (?, ?)");
  news_statement_bind_int (statement, 1, self->source);
  news_statement_bind_text (statement, 2, remote);
  news_statement_run (statement);

  return news_database_get_last_row (self->database);
}

static void
set_told (NewsArticleWriter *self, gint64 article)
{
  NewsStatement *statement = news_database_prepare (
    self->database, "INSERT INTO tellings (article, told) VALUES (?, ?)"
                    " ON CONFLICT (article) DO UPDATE SET told = excluded.told");

  news_statement_bind_ints (statement, article, self->now);
  news_statement_run (statement);
}

static gboolean
is_read (NewsArticleWriter *self, gint64 article)
{
  NewsStatement *statement
    = news_database_prepare (self->database, "SELECT read FROM statuses WHERE identity = ?");

  news_statement_bind_int (statement, 1, article);

  return news_statement_run_int (statement, 0) != 0;
}

static void
count (NewsArticleWriter *self, NewsTelling telling)
{
  switch (telling)
    {
    case NEWS_TELLING_ADDED:
      self->taken.added++;
      break;

    case NEWS_TELLING_CHANGED:
      self->taken.changed++;
      break;

    case NEWS_TELLING_SAME:
    case NEWS_TELLING_UPDATED:
    default:
      self->taken.known++;
    }
}

gint64
news_article_writer_take (NewsArticleWriter *self, NewsArticle *article)
{
  gint64 number = news_article_writer_identify (self, article->id);
  g_auto (NewsKnown) known = { 0 };
  NewsArticle view = *article;
  NewsTelling telling;
  gint64 sorted;

  news_article_rows_look_up (self->database, number, &known);
  news_article_rows_complete (self->database, number, &view, &known);
  sorted = news_article_rows_choose_time (&view, &known, self->now);

  telling = news_article_rows_write (self->database, number, self->source, &view, &known, sorted,
                                     self->now);
  count (self, telling);
  if (telling != NEWS_TELLING_SAME)
    {
      news_article_links_write_topics (self->database, number, article->topics, sorted);
      news_article_links_write_related (self->database, number, article->related);
      self->changes->lists = TRUE;
    }
  if (known.there && sorted != known.sorted)
    news_article_links_move (self->database, number, sorted);
  if (telling != NEWS_TELLING_SAME || sorted != known.sorted)
    news_search_index_write (self->database, number, self->source, sorted, &view);

  news_article_links_write_placements (self, number, article->sections, sorted,
                                       is_read (self, number));
  set_told (self, number);

  return number;
}

void
news_article_writer_finish (NewsArticleWriter *self, gboolean answered)
{
  NewsStatement *statement = news_database_prepare (
    self->database, "UPDATE queries SET told = ?, answered = ? WHERE id = ?");

  news_unread_tally_write (self->tally);
  if (!answered)
    return;

  news_statement_bind_ints (statement, self->now, self->now, self->asked);
  news_statement_run (statement);
}

void
news_article_writer_init (NewsArticleWriter *self,
                          NewsDatabase *database,
                          NewsChanges *changes,
                          NewsSource *source,
                          const char *section)
{
  memset (self, 0, sizeof *self);
  self->database = database;
  self->changes = changes;
  self->now = news_database_get_now (database);
  self->queries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->tally = news_unread_tally_new (database);

  self->source = ensure_source (self, source);
  self->everything = news_article_writer_get_query (self, NULL);
  self->asked = news_article_writer_get_query (self, section);
}

void
news_article_writer_clear (NewsArticleWriter *self)
{
  g_clear_pointer (&self->queries, g_hash_table_unref);
  g_clear_pointer (&self->tally, news_unread_tally_free);
}
