/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-store-private.h"

#define DAY (24 * 60 * 60)

/* A query that was not tried within two days of its source's latest one is no longer in the
 * edition: all that are, are tried at least daily. */
#define LIVE " source = ?1 AND tried > (SELECT max (tried) - 172800 FROM askings WHERE source = ?1)"

typedef struct
{
  char *source;
  char *section;
  const NewsAsking *asking; /* of one that writes, or NULL */
  const NewsToll *toll;
  NewsAsking *read;
  guint today;
  gint64 forbidden_until;
  gint64 max_age;
} Request;

static void
free_request (Request *request)
{
  g_free (request->source);
  g_free (request->section);
  g_free (request);
}

static const char *
get_section (const Request *request)
{
  return request->section != NULL ? request->section : "";
}

void
news_asking_clear (NewsAsking *self)
{
  g_free (self->error);
  *self = (NewsAsking) { 0 };
}

void
news_record_free (NewsRecord *self)
{
  g_free (self->error);
  g_free (self);
}

/* Days by UTC: whoever counts requests a day has to begin somewhere. */
static gint64
get_day (NewsDatabase *database)
{
  return news_database_get_now (database) / DAY;
}

static void
write_state (NewsDatabase *database, const Request *request)
{
  const NewsAsking *asking = request->asking;
  NewsStatement *statement = news_database_prepare (
    database, "UPDATE askings SET tried = ?, answered = ?, failures = ?, patient_until = ?,"
              " forbidden_until = ?, fresh_until = ?, error_kind = ?, error_code = ?, error = ?,"
              " expired = ? WHERE source = ? AND section = ?");

  news_statement_bind_ints (statement, asking->tried, asking->answered, asking->failures,
                            asking->patient_until, asking->forbidden_until, asking->fresh_until,
                            asking->error_kind, asking->error_code);
  news_statement_bind_text (statement, 9, asking->error);
  news_statement_bind_int (statement, 10, asking->expired);
  news_statement_bind_text (statement, 11, request->source);
  news_statement_bind_text (statement, 12, get_section (request));
  news_statement_run (statement);
}

static gpointer
note (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  Request *request = data;
  const NewsToll *toll = request->toll;
  NewsStatement *statement = news_database_prepare (
    database, "INSERT INTO askings (day, today, bytes, articles, source, section)"
              " VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
              " ON CONFLICT (source, section) DO UPDATE SET"
              " today = iif (day = excluded.day, today, 0) + excluded.today, day = excluded.day,"
              " bytes = bytes + excluded.bytes, articles = articles + excluded.articles");

  news_statement_bind_ints (statement, get_day (database), toll->requests, (gint64) toll->bytes,
                            toll->articles);
  news_statement_bind_text (statement, 5, request->source);
  news_statement_bind_text (statement, 6, get_section (request));
  news_statement_run (statement);
  if (request->asking != NULL)
    write_state (database, request);

  return NULL;
}

static guint
count_today (NewsDatabase *database, const char *source)
{
  NewsStatement *statement = news_database_prepare (
    database, "SELECT sum (today) FROM askings WHERE day = ? AND source = ?");

  news_statement_bind_int (statement, 1, get_day (database));
  news_statement_bind_text (statement, 2, source);

  return (guint) news_statement_run_int (statement, 0);
}

static gpointer
read_asking (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  Request *request = data;
  NewsAsking *asking = request->read;
  NewsStatement *statement = news_database_prepare (
    database,
    "SELECT tried, answered, failures, patient_until, forbidden_until, fresh_until,"
    " error_kind, error_code, error, expired FROM askings WHERE source = ? AND section = ?");

  news_statement_bind_text (statement, 1, request->source);
  news_statement_bind_text (statement, 2, get_section (request));
  if (news_statement_next (statement))
    {
      asking->tried = news_statement_get_int (statement, 0);
      asking->answered = news_statement_get_int (statement, 1);
      asking->failures = (guint) CLAMP (news_statement_get_int (statement, 2), 0, 1000);
      asking->patient_until = news_statement_get_int (statement, 3);
      asking->forbidden_until = news_statement_get_int (statement, 4);
      asking->fresh_until = news_statement_get_int (statement, 5);
      asking->error_kind = (guint) news_statement_get_int (statement, 6);
      asking->error_code = (int) news_statement_get_int (statement, 7);
      asking->error = news_statement_dup_text (statement, 8);
      asking->expired = news_statement_get_int (statement, 9) != 0;
      news_statement_end (statement);
    }
  request->today = count_today (database, request->source);

  return NULL;
}

static gpointer
read_restraint (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  Request *request = data;
  NewsStatement *statement = news_database_prepare (
    database, "SELECT max (forbidden_until) FROM askings WHERE source = ?");

  news_statement_bind_text (statement, 1, request->source);
  request->forbidden_until = news_statement_run_int (statement, 0);
  request->today = count_today (database, request->source);

  return NULL;
}

static gpointer
lift_restraint (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  NewsStatement *statement = news_database_prepare (
    database, "UPDATE askings SET forbidden_until = 0, patient_until = 0 WHERE source = ?");

  news_statement_bind_text (statement, 1, ((Request *) data)->source);
  news_statement_run (statement);

  return NULL;
}

/* What failed last, of all sections of the source that fail. */
static void
read_failure (NewsDatabase *database, NewsRecord *record, const char *source)
{
  NewsStatement *statement = news_database_prepare (database, "SELECT error FROM askings WHERE" LIVE
                                                              " AND error IS NOT NULL"
                                                              " ORDER BY tried DESC LIMIT 1");

  news_statement_bind_text (statement, 1, source);
  if (!news_statement_next (statement))
    return;

  record->error = news_statement_dup_text (statement, 0);
  news_statement_end (statement);
}

static void
read_times (NewsDatabase *database, NewsRecord *record, const Request *request)
{
  NewsStatement *statement = news_database_prepare (
    database, "SELECT count (*), sum (failures > 0), max (tried), max (answered),"
              " max (forbidden_until),"
              " min (iif (expired, NULL, max (answered + ?2, fresh_until, patient_until,"
              "  forbidden_until)))"
              " FROM askings WHERE" LIVE " AND tried > 0");

  news_statement_bind_text (statement, 1, request->source);
  news_statement_bind_int (statement, 2, request->max_age);
  if (!news_statement_next (statement))
    return;

  record->queries = (guint) news_statement_get_int (statement, 0);
  record->failing = (guint) news_statement_get_int (statement, 1);
  record->tried = news_statement_get_int (statement, 2);
  record->answered = news_statement_get_int (statement, 3);
  record->forbidden_until = news_statement_get_int (statement, 4);
  record->due = news_statement_get_int (statement, 5);
  news_statement_end (statement);
}

static void
read_toll (NewsDatabase *database, NewsRecord *record, const char *source)
{
  NewsStatement *statement = news_database_prepare (
    database, "SELECT sum (bytes), sum (articles) FROM askings WHERE source = ?");

  news_statement_bind_text (statement, 1, source);
  if (!news_statement_next (statement))
    return;

  record->bytes = (guint64) news_statement_get_int (statement, 0);
  record->articles = (guint) news_statement_get_int (statement, 1);
  news_statement_end (statement);
}

static gpointer
read_record (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  Request *request = data;
  NewsRecord *record = g_new0 (NewsRecord, 1);

  read_times (database, record, request);
  read_toll (database, record, request->source);
  record->today = count_today (database, request->source);
  read_failure (database, record, request->source);

  return record;
}

static const NewsOperation note_operation = {
  .name = "Broadsheet: note asking",
  .lane = NEWS_LANE_BULK,
  .run = note,
};

static const NewsOperation read_operation = {
  .name = "Broadsheet: get asking",
  .lane = NEWS_LANE_READ,
  .run = read_asking,
};

static const NewsOperation restraint_operation = {
  .name = "Broadsheet: restraint of a source",
  .lane = NEWS_LANE_READ,
  .run = read_restraint,
};

static const NewsOperation lift_operation = {
  .name = "Broadsheet: lift restraint of a source",
  .lane = NEWS_LANE_BULK,
  .run = lift_restraint,
};

static const NewsOperation record_operation = {
  .name = "Broadsheet: record of a source",
  .lane = NEWS_LANE_READ,
  .run = read_record,
  .free_request = (GDestroyNotify) free_request,
  .free_result = (GDestroyNotify) news_record_free,
};

gboolean
news_store_get_asking (NewsStore *self,
                       const char *source,
                       const char *section,
                       NewsAsking *asking,
                       guint *today,
                       GError **error)
{
  Request request = { .source = (char *) source, .section = (char *) section, .read = asking };

  g_return_val_if_fail (NEWS_IS_STORE (self), FALSE);

  if (!news_store_wait (self, &read_operation, &request, NULL, error))
    return FALSE;

  *today = request.today;

  return TRUE;
}

gboolean
news_store_get_restraint (NewsStore *self,
                          const char *source,
                          guint *today,
                          gint64 *forbidden_until,
                          GError **error)
{
  Request request = { .source = (char *) source };

  g_return_val_if_fail (NEWS_IS_STORE (self), FALSE);

  if (!news_store_wait (self, &restraint_operation, &request, NULL, error))
    return FALSE;

  *today = request.today;
  *forbidden_until = request.forbidden_until;

  return TRUE;
}

gboolean
news_store_lift_restraint (NewsStore *self, const char *source, GError **error)
{
  Request request = { .source = (char *) source };

  g_return_val_if_fail (NEWS_IS_STORE (self), FALSE);

  return news_store_wait (self, &lift_operation, &request, NULL, error);
}

gboolean
news_store_note_asking (NewsStore *self,
                        const char *source,
                        const char *section,
                        const NewsAsking *asking,
                        const NewsToll *toll,
                        GError **error)
{
  Request request
    = { .source = (char *) source, .section = (char *) section, .asking = asking, .toll = toll };

  g_return_val_if_fail (NEWS_IS_STORE (self), FALSE);

  return news_store_wait (self, &note_operation, &request, NULL, error);
}

void
news_store_record_async (NewsStore *self,
                         const char *source,
                         guint max_age,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  Request *request = g_new0 (Request, 1);

  g_return_if_fail (NEWS_IS_STORE (self));

  request->source = g_strdup (source);
  request->max_age = max_age;
  news_store_start (self, &record_operation, request, cancellable, callback, user_data);
}

NewsRecord *
news_store_record_finish (NewsStore *self, GAsyncResult *result, GError **error)
{
  return news_store_finish (self, &record_operation, result, error);
}
