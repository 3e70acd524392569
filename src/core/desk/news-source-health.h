/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-source.h"
#include "news-store.h"

G_BEGIN_DECLS

/* How a source is, over all of its queries. */
typedef enum
{
  NEWS_HEALTH_NEW,     /* it was never asked */
  NEWS_HEALTH_ASKING,  /* it is being asked */
  NEWS_HEALTH_WELL,    /* it answered the last time */
  NEWS_HEALTH_PARTLY,  /* some of its sections did not */
  NEWS_HEALTH_FAILING, /* none did */
  NEWS_HEALTH_WAITING, /* it, or a limit, says not before @forbidden_until, even by hand */
} NewsHealth;

/* What a reader may want to know of a source: for the page about it. Times are seconds since 1970,
 * 0 for never. */
typedef struct
{
  NewsHealth health;
  gint64 tried;
  gint64 answered; /* the last that went well */
  gint64 due;      /* when the clock asks again: 0 if nothing but a person does */
  gint64 forbidden_until;
  char *problem; /* what failed last and why, or NULL; owned */
  guint queries;
  guint failing;
  guint articles; /* that were new, ever */
  guint64 bytes;  /* of answers, ever */
  guint today;    /* requests since midnight by UTC */
  guint limit;    /* of them, or 0 */
} NewsSourceHealth;

/* @by_clock: whether a clock asks at all; @is_asking: whether the source is asked right now; @now:
 * seconds since 1970. */
NewsSourceHealth *news_source_health_new (NewsSource *source,
                                          const NewsRecord *record,
                                          gboolean by_clock,
                                          gboolean is_asking,
                                          gint64 now);
void news_source_health_free (NewsSourceHealth *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsSourceHealth, news_source_health_free)

G_END_DECLS
