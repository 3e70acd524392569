/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-answer-span.h"
#include "news-article-rows.h"
#include "news-clipping-rows.h"
#include "news-store-keeping.h"
#include "news-store-private.h"

/* How many articles are looked at in one transaction, so that a mark never waits for long. */
#define CHUNK 200

typedef struct
{
  const char *source;
  gint64 before;
  GArray *articles; /* gint64: all of the source's */
  guint looked;
  int lapsed;
} Lapse;

/* Every article of a source stands in everything that it has. */
static gpointer
collect (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  Lapse *lapse = data;
  NewsStatement *statement = news_database_prepare (
    database, "SELECT p.article FROM sources s JOIN queries q ON q.source = s.id"
              " JOIN placements p ON p.query = q.id WHERE s.name = ? AND q.section = ''");

  news_statement_bind_text (statement, 1, lapse->source);
  while (news_statement_next (statement))
    {
      gint64 article = news_statement_get_int (statement, 0);

      g_array_append_val (lapse->articles, article);
    }

  return NULL;
}

/* Whether it was told, by itself or as part of an answer that is still good, before that time. */
static gboolean
is_old (NewsDatabase *database, gint64 article, gint64 before)
{
  NewsStatement *statement = news_database_prepare (
    database, "SELECT EXISTS (SELECT 1 FROM tellings t WHERE t.article = ?1 AND t.told < ?2"
              "  AND NOT EXISTS (SELECT 1 FROM placements p JOIN queries q ON q.id = p.query"
              "   WHERE p.article = ?1 AND q.told > 0 AND t.told + " NEWS_ANSWER_SPAN " >= q.told"
              "   AND q.answered >= ?2))");

  news_statement_bind_ints (statement, article, before);

  return news_statement_run_int (statement, 0) != 0;
}

/* What came with validators would not come again as long as these hold. */
static void
forget_validators (NewsDatabase *database, const char *source)
{
  NewsStatement *statement = news_database_prepare (
    database, "DELETE FROM requests WHERE query IN (SELECT q.id FROM queries q"
              " JOIN sources s ON s.id = q.source WHERE s.name = ?)");

  news_statement_bind_text (statement, 1, source);
  news_statement_run (statement);
}

static gpointer
lapse_chunk (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  Lapse *lapse = data;
  guint end = MIN (lapse->looked + CHUNK, lapse->articles->len);
  int before = lapse->lapsed;

  for (; lapse->looked < end; lapse->looked++)
    {
      gint64 article = g_array_index (lapse->articles, gint64, lapse->looked);

      if (is_old (database, article, lapse->before) && news_article_rows_lapse (database, article))
        {
          news_clipping_rows_drop (database, article);
          lapse->lapsed++;
        }
    }

  if (lapse->lapsed > before)
    {
      forget_validators (database, lapse->source);
      changes->lists = TRUE;
    }

  return NULL;
}

static const NewsOperation collect_operation = {
  .name = "Broadsheet: articles of a source",
  .lane = NEWS_LANE_READ,
  .run = collect,
};

static const NewsOperation lapse_operation = {
  .name = "Broadsheet: let bodies lapse",
  .lane = NEWS_LANE_BULK,
  .run = lapse_chunk,
};

int
news_store_lapse_older (NewsStore *self, const char *source, gint64 before, GError **error)
{
  g_autoptr (GArray) articles = g_array_new (FALSE, FALSE, sizeof (gint64));
  Lapse lapse = { .source = source, .before = before, .articles = articles };

  g_return_val_if_fail (NEWS_IS_STORE (self), -1);

  if (!news_store_wait (self, &collect_operation, &lapse, NULL, error))
    return -1;

  while (lapse.looked < articles->len)
    if (!news_store_wait (self, &lapse_operation, &lapse, NULL, error))
      return -1;

  return lapse.lapsed;
}
