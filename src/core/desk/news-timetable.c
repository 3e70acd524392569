/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-timetable.h"

#include "news-descriptor.h"
#include "news-fetcher.h"

#define MINUTE 60
#define HOUR (60 * MINUTE)

#define FLOOR (9 * MINUTE)
#define CEILING (5 * HOUR)

#define FIRST_WAIT MINUTE
#define LONGEST_WAIT (4 * HOUR)
#define JITTER 0.1

#define LONGEST_RETRY (24 * HOUR)

/* After "too many requests" without a time */
#define DEFAULT_RETRY (10 * MINUTE)

/* After "used up for today", as nobody says when their day ends */
#define QUOTA_RETRY HOUR

/* By which domains are kept; 0 stands for no error, and what is written is never another one. */
typedef enum
{
  KIND_NET = 1,
  KIND_API,
  KIND_OTHER,
} Kind;

static gboolean
is_ahead (gint64 until, gint64 most, gint64 now)
{
  return until > now && until - now <= most;
}

static gint64
get_wait (guint failures)
{
  gint64 wait = MIN ((gint64) FIRST_WAIT << MIN (failures - 1, 10), LONGEST_WAIT);

  return (gint64) ((double) wait * g_random_double_range (1 - JITTER, 1 + JITTER));
}

static Kind
get_kind (const GError *error)
{
  return error->domain == NEWS_NET_ERROR   ? KIND_NET
         : error->domain == NEWS_API_ERROR ? KIND_API
                                           : KIND_OTHER;
}

static void
set_error (NewsAsking *asking, const GError *error)
{
  asking->error_kind = error != NULL ? get_kind (error) : 0;
  asking->error_code = error != NULL ? error->code : 0;
  g_set_str (&asking->error, error != NULL ? error->message : NULL);
}

NewsHold
news_timetable_check (const NewsAsking *asking, gboolean patient, guint max_age, gint64 now)
{
  gint64 age = now - asking->answered;

  if (is_ahead (asking->forbidden_until, LONGEST_RETRY, now))
    return NEWS_HOLD_FORBIDDEN;
  if (patient && max_age > 0 && asking->expired)
    return NEWS_HOLD_ENDED;
  if (patient && is_ahead (asking->patient_until, (gint64) (LONGEST_WAIT * (1 + JITTER)) + 1, now))
    return NEWS_HOLD_BACK_OFF;
  if (max_age > 0 && asking->error_kind == 0
      && ((age >= 0 && age < max_age) || is_ahead (asking->fresh_until, CEILING, now)))
    return NEWS_HOLD_FRESH;

  return NEWS_HOLD_NONE;
}

void
news_timetable_note_answer (NewsAsking *asking, guint lifetime, gint64 now)
{
  asking->tried = asking->answered = now;
  asking->failures = 0;
  asking->patient_until = asking->forbidden_until = 0;
  asking->fresh_until = now + CLAMP ((gint64) lifetime, FLOOR, CEILING);
  set_error (asking, NULL);
}

void
news_timetable_note_failure (NewsAsking *asking, const GError *error, guint retry_after, gint64 now)
{
  gint64 retry = MIN ((gint64) retry_after, LONGEST_RETRY);

  asking->tried = now;
  set_error (asking, error);
  if (g_error_matches (error, NEWS_NET_ERROR, NEWS_NET_ERROR_OFFLINE))
    return;

  asking->failures++;
  asking->patient_until = now + get_wait (asking->failures);
  if (retry == 0 && g_error_matches (error, NEWS_API_ERROR, NEWS_API_ERROR_RATE_LIMITED))
    retry = DEFAULT_RETRY;
  else if (retry == 0 && g_error_matches (error, NEWS_API_ERROR, NEWS_API_ERROR_QUOTA))
    retry = QUOTA_RETRY;
  asking->forbidden_until = retry > 0 ? now + retry : 0;
}

void
news_timetable_forbid (NewsAsking *asking, const GError *error, gint64 until, gint64 now)
{
  asking->tried = now;
  set_error (asking, error);
  asking->forbidden_until = until;
}

GError *
news_timetable_dup_error (const NewsAsking *asking)
{
  if (asking->error == NULL)
    return NULL;

  switch ((Kind) asking->error_kind)
    {
    case KIND_NET:
      return g_error_new_literal (NEWS_NET_ERROR, asking->error_code, asking->error);
    case KIND_API:
      return g_error_new_literal (NEWS_API_ERROR, asking->error_code, asking->error);
    case KIND_OTHER:
      return g_error_new_literal (NEWS_STORE_ERROR, NEWS_STORE_ERROR_FAILED, asking->error);
    default:
      return NULL;
    }
}
