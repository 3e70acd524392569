/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-article-reader.h"

#include "news-body.h"

NewsPicture *
news_article_reader_unpack_picture (GBytes *bytes)
{
  g_autoptr (GVariant) variant = NULL;

  if (bytes == NULL)
    return NULL;

  /* Not trusted: whatever the bytes are, GVariant makes something of the type out of them. */
  variant = g_variant_ref_sink (
    g_variant_new_from_bytes (G_VARIANT_TYPE (NEWS_PICTURE_VARIANT), bytes, FALSE));

  return news_picture_new_from_variant (variant);
}

GBytes *
news_article_reader_pack_picture (NewsPicture *picture)
{
  g_autoptr (GVariant) variant = NULL;

  if (picture == NULL)
    return NULL;

  variant = g_variant_ref_sink (news_picture_to_variant (picture));

  return g_variant_get_data_as_bytes (variant);
}

static NewsPicture *
dup_picture (NewsStatement *statement, int column)
{
  g_autoptr (GBytes) bytes = news_statement_dup_bytes (statement, column);

  return news_article_reader_unpack_picture (bytes);
}

/* A row always has a title: where the source gives none, the first words, or the address. */
static void
ensure_title (NewsHeadline *headline)
{
  if (headline->title != NULL)
    return;

  headline->title = g_steal_pointer (&headline->preview);
  if (headline->title == NULL)
    headline->title = g_strdup (headline->url != NULL ? headline->url : "");
}

NewsHeadline *
news_article_reader_get_headline (NewsDatabase *database, gint64 article)
{
  NewsStatement *statement
    = news_database_prepare (database, "SELECT a.published, a.visits, a.title,"
                                       " coalesce (a.outlet, s.title), a.byline, a.language,"
                                       " a.preview, a.url, a.lead, t.read, t.bookmarked,"
                                       " a.protected"
                                       " FROM articles a LEFT JOIN sources s ON s.id = a.source"
                                       " LEFT JOIN statuses t ON t.identity = a.id"
                                       " WHERE a.id = ?");
  NewsHeadline *headline;

  news_statement_bind_int (statement, 1, article);
  if (!news_statement_next (statement))
    return NULL;

  headline = news_headline_new (article);
  headline->published = news_statement_get_int (statement, 0);
  headline->visits = news_statement_get_int (statement, 1);
  headline->title = news_statement_dup_text (statement, 2);
  headline->outlet = news_statement_dup_text (statement, 3);
  headline->byline = news_statement_dup_text (statement, 4);
  headline->language = news_statement_dup_text (statement, 5);
  headline->preview = news_statement_dup_text (statement, 6);
  headline->url = news_statement_dup_text (statement, 7);
  headline->lead = dup_picture (statement, 8);
  headline->read = news_statement_get_int (statement, 9) != 0;
  headline->bookmarked = news_statement_get_int (statement, 10) != 0;
  headline->protected = news_statement_get_int (statement, 11) == NEWS_STORED_PROTECTED;
  headline->consent = news_statement_get_int (statement, 11) == NEWS_STORED_CONSENT;
  news_statement_end (statement);
  ensure_title (headline);

  return headline;
}

static void
read_article (NewsStatement *statement, NewsArticle *article)
{
  article->id = news_statement_dup_text (statement, 3);
  article->published = news_statement_get_int (statement, 4);
  article->updated = news_statement_get_int (statement, 5);
  article->visits = news_statement_get_int (statement, 6);
  article->protected = news_statement_get_int (statement, 7) == NEWS_STORED_PROTECTED;
  article->consent = news_statement_get_int (statement, 7) == NEWS_STORED_CONSENT;
  article->title = news_statement_dup_text (statement, 8);
  article->outlet = news_statement_dup_text (statement, 9);
  article->byline = news_statement_dup_text (statement, 10);
  article->language = news_statement_dup_text (statement, 11);
  article->preview = news_statement_dup_text (statement, 12);
  article->url = news_statement_dup_text (statement, 13);
  article->lead = dup_picture (statement, 14);
  article->summary_only = news_statement_get_int (statement, 15) != 0;
}

NewsStory *
news_article_reader_get_head (NewsDatabase *database, gint64 article)
{
  NewsStatement *statement
    = news_database_prepare (database, "SELECT s.name, t.read, t.bookmarked, i.remote, a.published,"
                                       " a.updated, a.visits, a.protected, a.title, a.outlet,"
                                       " a.byline, a.language, a.preview, a.url, a.lead,"
                                       " a.summary_only,"
                                       " iif (t.bookmarked, t.bookmarked_at / 1000000, 0)"
                                       " FROM articles a JOIN identities i ON i.id = a.id"
                                       " JOIN sources s ON s.id = i.source"
                                       " LEFT JOIN statuses t ON t.identity = a.id WHERE a.id = ?");
  NewsStory *story;

  news_statement_bind_int (statement, 1, article);
  if (!news_statement_next (statement))
    return NULL;

  story = news_story_new ();
  story->number = article;
  story->article = news_article_new ();
  story->source = news_statement_dup_text (statement, 0);
  story->read = news_statement_get_int (statement, 1) != 0;
  story->bookmarked = news_statement_get_int (statement, 2) != 0;
  story->bookmarked_at = news_statement_get_int (statement, 16);
  read_article (statement, story->article);
  news_statement_end (statement);

  return story;
}

void
news_article_reader_add_body (NewsDatabase *database, NewsStory *story)
{
  NewsStatement *statement = news_database_prepare (
    database, "SELECT standfirst, lapsed, page, text, pack FROM bodies WHERE article = ?");

  news_statement_bind_int (statement, 1, story->number);
  if (!news_statement_next (statement))
    return;

  story->article->standfirst = news_statement_dup_text (statement, 0);
  story->article->lapsed = news_statement_get_int (statement, 1) != 0;
  news_body_read_columns (database, statement, 2, &story->article->page, &story->article->text);
  news_statement_end (statement);
}

NewsStory *
news_article_reader_get_story (NewsDatabase *database, gint64 article)
{
  NewsStory *story = news_article_reader_get_head (database, article);

  if (story != NULL)
    news_article_reader_add_body (database, story);

  return story;
}

/* The texts that @statement, which asks of one article, gives; NULL for none. */
static char **
collect (NewsStatement *statement, gint64 article)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  news_statement_bind_int (statement, 1, article);
  while (news_statement_next (statement))
    g_strv_builder_take (builder, news_statement_dup_text (statement, 0));
  texts = g_strv_builder_end (builder);

  return texts[0] != NULL ? g_steal_pointer (&texts) : NULL;
}

/* The outlet of an article that names none is its source. */
static void
ensure_outlet (NewsDatabase *database, NewsStory *story)
{
  NewsStatement *statement
    = news_database_prepare (database, "SELECT title FROM sources WHERE name = ?");

  if (story->article->outlet != NULL)
    return;

  news_statement_bind_text (statement, 1, story->source);
  if (news_statement_next (statement))
    story->article->outlet = news_statement_dup_text (statement, 0);
  news_statement_end (statement);
}

void
news_article_reader_add_links (NewsDatabase *database, NewsStory *story)
{
  NewsStatement *statement;

  ensure_outlet (database, story);

  statement = news_database_prepare (database, "SELECT t.name FROM article_topics a"
                                               " JOIN topics t ON t.id = a.topic"
                                               " WHERE a.article = ? ORDER BY a.position");
  story->article->topics = collect (statement, story->number);

  statement = news_database_prepare (database, "SELECT q.section FROM placements p"
                                               " JOIN queries q ON q.id = p.query"
                                               " WHERE p.article = ? AND q.section <> ''"
                                               " ORDER BY q.id");
  story->article->sections = collect (statement, story->number);

  statement = news_database_prepare (
    database, "SELECT remote FROM related WHERE article = ? ORDER BY position");
  story->article->related = collect (statement, story->number);
}
