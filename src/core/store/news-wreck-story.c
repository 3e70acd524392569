/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-wreck-story.h"

#include "news-article-reader.h"

#include <sqlite3.h>

/* Forgets a failure. Returns whether it was one of what was asked, and not of the file: an earlier
 * version did not have that column yet. */
static gboolean
forgive (NewsDatabase *database)
{
  gboolean unknown = news_database_get_failure (database) == SQLITE_ERROR;

  news_database_forgive (database);

  return unknown;
}

static char *
dup_source (NewsDatabase *database, gint64 identity)
{
  NewsStatement *statement = news_database_prepare (
    database, "SELECT s.name FROM articles a JOIN sources s ON s.id = a.source WHERE a.id = ?");
  char *source = NULL;

  news_statement_bind_int (statement, 1, identity);
  if (news_statement_next (statement))
    source = news_statement_dup_text (statement, 0);
  news_statement_end (statement);
  forgive (database);

  return source;
}

/* The head by what version 1 has of it. */
static NewsStory *
read_early_head (NewsDatabase *database, gint64 identity)
{
  g_autofree char *source = dup_source (database, identity);
  NewsStatement *statement
    = news_database_prepare (database, "SELECT published, updated, visits, title, outlet, byline,"
                                       " language, preview, url, lead FROM articles WHERE id = ?");
  g_autoptr (GBytes) lead = NULL;
  NewsStory *story;

  news_statement_bind_int (statement, 1, identity);
  if (!news_statement_next (statement))
    return NULL;

  story = news_story_new ();
  story->number = identity;
  story->source = g_steal_pointer (&source);
  story->article = news_article_new ();
  story->article->published = news_statement_get_int (statement, 0);
  story->article->updated = news_statement_get_int (statement, 1);
  story->article->visits = news_statement_get_int (statement, 2);
  story->article->title = news_statement_dup_text (statement, 3);
  story->article->outlet = news_statement_dup_text (statement, 4);
  story->article->byline = news_statement_dup_text (statement, 5);
  story->article->language = news_statement_dup_text (statement, 6);
  story->article->preview = news_statement_dup_text (statement, 7);
  story->article->url = news_statement_dup_text (statement, 8);
  lead = news_statement_dup_bytes (statement, 9);
  story->article->lead = news_article_reader_unpack_picture (lead);
  news_statement_end (statement);

  return story;
}

static void
add_early_body (NewsDatabase *database, NewsStory *story)
{
  NewsStatement *statement = news_database_prepare (
    database, "SELECT standfirst, page, text FROM bodies WHERE article = ?");

  news_statement_bind_int (statement, 1, story->number);
  if (!news_statement_next (statement))
    return;

  story->article->standfirst = news_statement_dup_text (statement, 0);
  story->article->page = news_statement_dup_bytes (statement, 1);
  story->article->text = news_statement_dup_text (statement, 2);
  news_statement_end (statement);
}

NewsStory *
news_wreck_story_read (NewsDatabase *database, gint64 identity)
{
  NewsStory *story = news_article_reader_get_head (database, identity);

  if (forgive (database))
    {
      g_clear_pointer (&story, news_story_unref);
      story = read_early_head (database, identity);
      forgive (database);
    }
  if (story == NULL)
    return NULL;

  news_article_reader_add_body (database, story);
  if (forgive (database))
    {
      add_early_body (database, story);
      forgive (database);
    }

  news_article_reader_add_links (database, story);
  forgive (database);

  return story;
}
