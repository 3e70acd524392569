/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-source-health.h"

static NewsHealth
judge (const NewsRecord *record, gboolean is_asking, gint64 now)
{
  if (is_asking)
    return NEWS_HEALTH_ASKING;
  if (record->queries == 0)
    return NEWS_HEALTH_NEW;
  if (record->forbidden_until > now)
    return NEWS_HEALTH_WAITING;
  if (record->failing == 0 && record->error == NULL)
    return NEWS_HEALTH_WELL;

  return record->failing < record->queries && record->answered > 0 ? NEWS_HEALTH_PARTLY
                                                                   : NEWS_HEALTH_FAILING;
}

NewsSourceHealth *
news_source_health_new (NewsSource *source,
                        const NewsRecord *record,
                        gboolean by_clock,
                        gboolean is_asking,
                        gint64 now)
{
  NewsSourceHealth *self = g_new0 (NewsSourceHealth, 1);

  self->health = judge (record, is_asking, now);
  self->tried = record->tried;
  self->answered = record->answered;
  self->due = by_clock && record->queries > 0 ? MAX (record->due, now) : 0;
  self->forbidden_until = record->forbidden_until > now ? record->forbidden_until : 0;
  self->problem = g_strdup (record->error);
  self->queries = record->queries;
  self->failing = record->failing;
  self->articles = record->articles;
  self->bytes = record->bytes;
  self->today = record->today;
  self->limit = source->requests_per_day;

  return self;
}

void
news_source_health_free (NewsSourceHealth *self)
{
  g_free (self->problem);
  g_free (self);
}
