/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-requests.h"

#include "news-store-private.h"

typedef struct
{
  const char *address;
  const NewsValidators *validators; /* of a request that writes */
} Request;

void
news_validators_free (NewsValidators *self)
{
  g_free (self->etag);
  g_free (self->last_modified);
  g_free (self->moved);
  g_free (self);
}

/* An answer without news is an answer: the query behind it is up to date, however long ago its body
 * came. */
static void
refresh_query (NewsDatabase *database, const char *address)
{
  NewsStatement *statement = news_database_prepare (
    database, "UPDATE queries SET answered = max (answered, ?)"
              " WHERE id = (SELECT query FROM requests WHERE address = ?)");

  news_statement_bind_int (statement, 1, news_database_get_now (database));
  news_statement_bind_text (statement, 2, address);
  news_statement_run (statement);
}

static void
write_move (NewsDatabase *database, const char *address, const char *target)
{
  NewsStatement *statement;

  if (target == NULL)
    statement = news_database_prepare (database, "DELETE FROM moves WHERE address = ?");
  else
    statement = news_database_prepare (
      database, "INSERT OR REPLACE INTO moves (address, target) VALUES (?, ?)");

  news_statement_bind_text (statement, 1, address);
  if (target != NULL)
    news_statement_bind_text (statement, 2, target);
  news_statement_run (statement);
}

void
news_requests_write (NewsDatabase *database,
                     const char *address,
                     gint64 query,
                     const NewsValidators *validators)
{
  static const NewsValidators none = { 0 };
  NewsStatement *statement = news_database_prepare (
    database, "INSERT INTO requests (address, query, etag, last_modified, answered, hash,"
              " lifetime) VALUES (?, nullif (?, 0), ?, ?, ?, ?, ?)"
              " ON CONFLICT (address) DO UPDATE SET query = coalesce (excluded.query, query),"
              " etag = excluded.etag, last_modified = excluded.last_modified,"
              " answered = excluded.answered, hash = excluded.hash,"
              " lifetime = excluded.lifetime");
  gint64 answered;

  if (validators == NULL)
    validators = &none;
  answered = validators->answered != 0 ? validators->answered : news_database_get_now (database);

  news_statement_bind_text (statement, 1, address);
  news_statement_bind_int (statement, 2, query);
  news_statement_bind_text (statement, 3, validators->etag);
  news_statement_bind_text (statement, 4, validators->last_modified);
  news_statement_bind_int (statement, 5, answered);
  news_statement_bind_int (statement, 6, (gint64) validators->hash);
  news_statement_bind_int (statement, 7, validators->lifetime);
  news_statement_run (statement);

  refresh_query (database, address);
  if (validators->moved != NULL)
    write_move (database, address, validators->moved);
}

static gpointer
forget_move (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  Request *request = data;

  write_move (database, request->address, NULL);

  return NULL;
}

static gpointer
write_validators (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  Request *request = data;

  news_requests_write (database, request->address, 0, request->validators);

  return NULL;
}

static gpointer
read_validators (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  Request *request = data;
  NewsStatement *statement = news_database_prepare (
    database, "SELECT etag, last_modified, answered, hash, target, lifetime FROM requests"
              " LEFT JOIN moves USING (address) WHERE address = ?");
  NewsValidators *validators;

  news_statement_bind_text (statement, 1, request->address);
  if (!news_statement_next (statement))
    return NULL;

  validators = g_new0 (NewsValidators, 1);
  validators->etag = news_statement_dup_text (statement, 0);
  validators->last_modified = news_statement_dup_text (statement, 1);
  validators->answered = news_statement_get_int (statement, 2);
  validators->hash = (guint64) news_statement_get_int (statement, 3);
  validators->moved = news_statement_dup_text (statement, 4);
  validators->lifetime = (guint) CLAMP (news_statement_get_int (statement, 5), 0, G_MAXINT);
  news_statement_end (statement);

  return validators;
}

static const NewsOperation write_operation = {
  .name = "Broadsheet: keep validators",
  .lane = NEWS_LANE_BULK,
  .run = write_validators,
};

static const NewsOperation read_operation = {
  .name = "Broadsheet: get validators",
  .lane = NEWS_LANE_READ,
  .run = read_validators,
  .free_result = (GDestroyNotify) news_validators_free,
};

static const NewsOperation forget_operation = {
  .name = "Broadsheet: forget a move",
  .lane = NEWS_LANE_BULK,
  .run = forget_move,
};

NewsValidators *
news_store_get_validators (NewsStore *self, const char *request, GError **error)
{
  Request asked = { .address = request };
  gpointer validators = NULL;

  g_return_val_if_fail (NEWS_IS_STORE (self), NULL);

  news_store_wait (self, &read_operation, &asked, &validators, error);

  return validators;
}

gboolean
news_store_set_validators (NewsStore *self,
                           const char *request,
                           const NewsValidators *validators,
                           GError **error)
{
  Request asked = { .address = request, .validators = validators };

  g_return_val_if_fail (NEWS_IS_STORE (self), FALSE);

  return news_store_wait (self, &write_operation, &asked, NULL, error);
}

gboolean
news_store_forget_move (NewsStore *self, const char *request, GError **error)
{
  Request asked = { .address = request };

  g_return_val_if_fail (NEWS_IS_STORE (self), FALSE);

  return news_store_wait (self, &forget_operation, &asked, NULL, error);
}
