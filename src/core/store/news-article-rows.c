/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-article-rows.h"

#include "news-article-reader.h"
#include "news-canonical-url.h"
#include "news-search-index.h"

#include <string.h>

/* How many earlier versions of an article are kept. */
#define REVISIONS "20"

static void
keep_text (char **text, char *stored)
{
  if (*text == NULL)
    *text = stored;
}

/* An answer that has no body, such as a list, does not take away the body that another one brought,
 * nor what came with it. Otherwise what the source no longer tells is gone. */
static void
complete_from_story (NewsArticle *view, const NewsArticle *stored)
{
  keep_text (&view->title, stored->title);
  keep_text (&view->url, stored->url);
  keep_text (&view->byline, stored->byline);
  keep_text (&view->outlet, stored->outlet);
  keep_text (&view->standfirst, stored->standfirst);
  keep_text (&view->language, stored->language);

  view->page = stored->page;
  view->text = stored->text;
  view->summary_only = stored->summary_only;
  view->protected = view->protected || stored->protected;
  view->consent = FALSE;
  if (stored->preview != NULL)
    view->preview = stored->preview;
  if (view->lead == NULL)
    view->lead = stored->lead;
}

static gboolean
is_same_lead (NewsPicture *one, NewsPicture *other)
{
  if (one == NULL || other == NULL)
    return one == other;

  return news_picture_same_image (one, other);
}

/* The first body of an article that had none, or has it no more, completes it; any other change of
 * what a reader reads makes another version. */
static NewsTelling
compare (const NewsArticle *view, const NewsFingerprint *fingerprint, const NewsKnown *known)
{
  if (!known->there)
    return NEWS_TELLING_ADDED;

  if (memcmp (fingerprint, &known->fingerprint, sizeof *fingerprint) == 0)
    return NEWS_TELLING_SAME;

  if (fingerprint->head != known->fingerprint.head
      || (fingerprint->text != known->fingerprint.text && known->fingerprint.text != 0)
      || (!known->lapsed && !is_same_lead (view->lead, known->lead)))
    return NEWS_TELLING_CHANGED;

  return NEWS_TELLING_UPDATED;
}

static void
bind_details (NewsStatement *statement, const NewsArticle *view)
{
  g_autofree char *canonical = news_canonical_url (view->url);

  news_statement_bind_int (statement, 3, view->published);
  news_statement_bind_int (statement, 4, view->updated);
  news_statement_bind_int (statement, 7, view->visits);
  news_statement_bind_int (statement, 8, view->lead != NULL && view->lead->files->len > 0);
  news_statement_bind_int (statement, 9,
                           view->protected ? NEWS_STORED_PROTECTED
                           : view->consent ? NEWS_STORED_CONSENT
                                           : NEWS_STORED_FREE);
  if (canonical != NULL)
    news_statement_bind_int (statement, 10, news_canonical_url_hash (canonical));
  news_statement_bind_text (statement, 12, view->title);
  news_statement_bind_text (statement, 13, view->outlet);
  news_statement_bind_text (statement, 14, view->byline);
  news_statement_bind_text (statement, 15, view->language);
  news_statement_bind_text (statement, 16, view->preview);
  news_statement_bind_text (statement, 17, view->url);
  news_statement_bind_int (statement, 19, view->summary_only);
}

/* The statement that writes the head. Not REPLACE, which would delete the row first, and with it
 * all that hangs on it. */
static NewsStatement *
prepare_head (NewsDatabase *database)
{
  return news_database_prepare (
    database,
    "INSERT INTO articles (id, source, published, updated, first_seen, sorted, visits, pictured,"
    " protected, address, fingerprint, title, outlet, byline, language, preview, url, lead,"
    " summary_only) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (id) DO UPDATE SET published = excluded.published, updated = excluded.updated,"
    " sorted = excluded.sorted, visits = excluded.visits, pictured = excluded.pictured,"
    " protected = excluded.protected, address = excluded.address,"
    " fingerprint = excluded.fingerprint, title = excluded.title, outlet = excluded.outlet,"
    " byline = excluded.byline, language = excluded.language, preview = excluded.preview,"
    " url = excluded.url, lead = excluded.lead, summary_only = excluded.summary_only");
}

static void
write_body (NewsDatabase *database, gint64 article, const NewsArticle *view)
{
  NewsStatement *statement = news_database_prepare (
    database,
    "INSERT INTO bodies (article, standfirst, page, text) VALUES (?, ?, ?, ?)"
    " ON CONFLICT (article) DO UPDATE SET standfirst = excluded.standfirst, page = excluded.page,"
    " text = excluded.text,"
    " lapsed = iif (excluded.page IS NULL AND excluded.text IS NULL, lapsed, 0)");

  news_statement_bind_int (statement, 1, article);
  news_statement_bind_text (statement, 2, view->standfirst);
  news_statement_bind_bytes (statement, 3, view->page);
  news_statement_bind_text (statement, 4, view->text);
  news_statement_run (statement);
}

static void
keep_revision (NewsDatabase *database, gint64 article, gint64 now)
{
  NewsStatement *statement;

  statement = news_database_prepare (
    database, "INSERT INTO revisions (article, replaced_at, title, standfirst, page, text,"
              " summary_only)"
              " SELECT a.id, ?, a.title, b.standfirst, b.page, b.text, a.summary_only"
              " FROM articles a"
              " LEFT JOIN bodies b ON b.article = a.id WHERE a.id = ?");
  news_statement_bind_ints (statement, now, article);
  news_statement_run (statement);

  statement = news_database_prepare (
    database, "DELETE FROM revisions WHERE article = ?1 AND id <="
              " (SELECT id FROM revisions WHERE article = ?1 ORDER BY id DESC"
              "  LIMIT 1 OFFSET " REVISIONS ")");
  news_statement_bind_int (statement, 1, article);
  news_statement_run (statement);
}

void
news_known_clear (NewsKnown *self)
{
  g_clear_pointer (&self->lead, news_picture_unref);
  g_clear_pointer (&self->story, news_story_unref);
}

void
news_article_rows_look_up (NewsDatabase *database, gint64 article, NewsKnown *known)
{
  NewsStatement *statement = news_database_prepare (
    database, "SELECT published, updated, visits, first_seen, sorted, fingerprint, lead,"
              " (SELECT lapsed FROM bodies WHERE article = id) FROM articles WHERE id = ?");
  g_autoptr (GBytes) fingerprint = NULL;
  g_autoptr (GBytes) lead = NULL;

  news_statement_bind_int (statement, 1, article);
  if (!news_statement_next (statement))
    return;

  known->there = TRUE;
  known->published = news_statement_get_int (statement, 0);
  known->updated = news_statement_get_int (statement, 1);
  known->visits = news_statement_get_int (statement, 2);
  known->first_seen = news_statement_get_int (statement, 3);
  known->sorted = news_statement_get_int (statement, 4);
  fingerprint = news_statement_dup_bytes (statement, 5);
  lead = news_statement_dup_bytes (statement, 6);
  known->lapsed = news_statement_get_int (statement, 7) != 0;
  news_statement_end (statement);

  news_fingerprint_init_from_bytes (&known->fingerprint, fingerprint);
  known->lead = news_article_reader_unpack_picture (lead);
}

void
news_article_rows_complete (NewsDatabase *database,
                            gint64 article,
                            NewsArticle *view,
                            NewsKnown *known)
{
  if (!known->there)
    return;

  if (view->published == 0)
    view->published = known->published;
  if (view->updated == 0)
    view->updated = known->updated;
  if (view->visits < 0)
    view->visits = known->visits;

  if (view->page == NULL && view->text == NULL && known->fingerprint.text != 0)
    known->story = news_article_reader_get_story (database, article);
  if (known->story != NULL)
    complete_from_story (view, known->story->article);
}

gint64
news_article_rows_choose_time (const NewsArticle *view, const NewsKnown *known, gint64 now)
{
  if (known->there && view->published == known->published)
    return known->sorted;

  if (view->published == 0 || view->published > now)
    return known->there ? known->first_seen : now;

  return view->published;
}

NewsTelling
news_article_rows_write (NewsDatabase *database,
                         gint64 article,
                         gint64 source,
                         const NewsArticle *view,
                         const NewsKnown *known,
                         gint64 sorted,
                         gint64 now)
{
  g_autoptr (GBytes) lead = news_article_reader_pack_picture (view->lead);
  g_autoptr (GBytes) bytes = NULL;
  NewsFingerprint fingerprint;
  NewsStatement *statement;
  NewsTelling telling;

  news_fingerprint_init (&fingerprint, view, lead);
  if (view->topics == NULL)
    fingerprint.topics = known->fingerprint.topics;
  if (view->related == NULL)
    fingerprint.related = known->fingerprint.related;

  telling = compare (view, &fingerprint, known);
  if (telling == NEWS_TELLING_SAME)
    return telling;
  if (telling == NEWS_TELLING_CHANGED)
    keep_revision (database, article, now);

  bytes = news_fingerprint_to_bytes (&fingerprint);
  statement = prepare_head (database);
  bind_details (statement, view);
  news_statement_bind_int (statement, 1, article);
  news_statement_bind_int (statement, 2, source);
  news_statement_bind_int (statement, 5, now);
  news_statement_bind_int (statement, 6, sorted);
  news_statement_bind_bytes (statement, 11, bytes);
  news_statement_bind_bytes (statement, 18, lead);
  news_statement_run (statement);

  if (!known->there || fingerprint.head != known->fingerprint.head
      || fingerprint.text != known->fingerprint.text || fingerprint.page != known->fingerprint.page)
    write_body (database, article, view);

  return telling;
}

/* Whether there is anything that could be taken. */
static gboolean
has_body (NewsDatabase *database, gint64 article)
{
  NewsStatement *statement = news_database_prepare (
    database, "SELECT EXISTS (SELECT 1 FROM bodies WHERE article = ?1"
              "  AND (page IS NOT NULL OR text IS NOT NULL))"
              " OR EXISTS (SELECT 1 FROM revisions WHERE article = ?1"
              "  AND (page IS NOT NULL OR text IS NOT NULL))"
              " OR EXISTS (SELECT 1 FROM articles WHERE id = ?1 AND lead IS NOT NULL)");

  news_statement_bind_int (statement, 1, article);

  return news_statement_run_int (statement, 0) != 0;
}

gboolean
news_article_rows_lapse (NewsDatabase *database, gint64 article)
{
  static const char *const steps[] = {
    "UPDATE bodies SET page = NULL, text = NULL, lapsed = 1 WHERE article = ?",
    "UPDATE revisions SET page = NULL, text = NULL WHERE article = ?",
  };
  g_auto (NewsKnown) known = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  NewsStatement *statement;

  if (!has_body (database, article))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      statement = news_database_prepare (database, steps[i]);
      news_statement_bind_int (statement, 1, article);
      news_statement_run (statement);
    }

  /* What is no longer there must not be taken for known when it is told again. */
  news_article_rows_look_up (database, article, &known);
  known.fingerprint.text = known.fingerprint.page = known.fingerprint.details = 0;
  bytes = news_fingerprint_to_bytes (&known.fingerprint);
  statement = news_database_prepare (
    database, "UPDATE articles SET lead = NULL, pictured = 0, fingerprint = ?2 WHERE id = ?1");
  news_statement_bind_int (statement, 1, article);
  news_statement_bind_bytes (statement, 2, bytes);
  news_statement_run (statement);
  news_search_index_renew (database, article);

  return TRUE;
}
