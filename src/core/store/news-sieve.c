/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-sieve.h"

#include "news-id-set.h"
#include "news-snapshot.h"

/* Articles that are asked for one by one before all marks are read: of the first rows of a list,
 * mostly few are asked for. */
#define ONE_BY_ONE 5000

struct _NewsSieve
{
  /* Owned */
  NewsIdSet
    *marked; /* bookmarked, or read too early to be listed; NULL as long as it is not read */

  /* Borrowed */
  NewsDatabase *database;

  NewsFilter filter;
  gint64 since;
  gint64 kept;
  guint asked;
};

static void
read_marked (NewsSieve *self)
{
  NewsStatement *statement;

  if (self->filter == NEWS_FILTER_BOOKMARKED)
    {
      statement = news_database_prepare (
        self->database, "SELECT identity FROM statuses INDEXED BY statuses_bookmarked"
                        " WHERE bookmarked = 1");
    }
  else
    {
      statement
        = news_database_prepare (self->database, "SELECT identity FROM statuses WHERE identity > ?"
                                                 " AND read = 1 AND coalesce (read_at, 0) < ?");
      news_statement_bind_ints (statement, G_MININT64, self->since);
    }

  self->marked = news_id_set_new ();
  while (news_statement_next (statement))
    news_id_set_add (self->marked, news_statement_get_int (statement, 0));
}

static gboolean
is_marked (NewsSieve *self, gint64 article)
{
  NewsStatement *statement;

  if (self->marked == NULL && (self->filter == NEWS_FILTER_BOOKMARKED || self->asked == ONE_BY_ONE))
    read_marked (self);
  if (self->marked != NULL)
    return news_id_set_contains (self->marked, article);

  self->asked++;
  statement = news_database_prepare (self->database, "SELECT 1 FROM statuses WHERE identity = ?"
                                                     " AND read = 1 AND coalesce (read_at, 0) < ?");
  news_statement_bind_ints (statement, article, self->since);

  return news_statement_run_int (statement, 0) != 0;
}

NewsSieve *
news_sieve_new (NewsDatabase *database, NewsFilter filter, gint64 since, gint64 kept)
{
  NewsSieve *self;

  if (filter == NEWS_FILTER_ALL)
    return NULL;

  self = g_new0 (NewsSieve, 1);
  self->database = database;
  self->filter = filter;
  self->since = since;
  self->kept = kept;

  return self;
}

void
news_sieve_free (NewsSieve *self)
{
  g_clear_pointer (&self->marked, news_id_set_free);
  g_free (self);
}

gboolean
news_sieve_passes (NewsSieve *self, gint64 article)
{
  return self == NULL || article == self->kept
         || is_marked (self, article) == (self->filter == NEWS_FILTER_BOOKMARKED);
}

guint
news_sieve_get_most (NewsSieve *self, gint64 query)
{
  NewsStatement *statement;

  if (self == NULL || self->filter != NEWS_FILTER_UNREAD || self->since != G_MAXINT64)
    return G_MAXUINT;

  statement = news_database_prepare (self->database, "SELECT unread FROM queries WHERE id = ?");
  news_statement_bind_int (statement, 1, query);

  return (guint) CLAMP (news_statement_run_int (statement, 0), 0, G_MAXINT);
}

void
news_sieve_sift (NewsSieve *self, GArray *rows)
{
  guint n = 0;

  if (self->marked == NULL && rows->len > ONE_BY_ONE)
    read_marked (self);

  for (guint i = 0; i < rows->len; i++)
    {
      NewsRow row = g_array_index (rows, NewsRow, i);

      if (news_sieve_passes (self, row.article))
        g_array_index (rows, NewsRow, n++) = row;
    }

  g_array_set_size (rows, n);
}
