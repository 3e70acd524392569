/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-visit.h"

#include "news-allowance.h"
#include "news-errand.h"
#include "news-timetable.h"

#include <glib/gi18n-lib.h>

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* The reader only opened an article that is on show anyway: whatever any section of the source was
 * told to wait for, this waits for too. */
static gboolean
is_allowed (NewsSource *source, NewsProtocol *protocol, NewsStore *store, GError **error)
{
  NewsAsking asking = { 0 };
  guint today;

  if (!news_store_get_restraint (store, source->id, &today, &asking.forbidden_until, error))
    return FALSE;

  if (news_timetable_check (&asking, FALSE, 0, get_now ()) == NEWS_HOLD_FORBIDDEN)
    {
      g_set_error (error, NEWS_API_ERROR, NEWS_API_ERROR_RATE_LIMITED,
                   /* Translators: a source, such as a newspaper */
                   _ ("“%s” wants to be left alone for a while."), source->name);
      return FALSE;
    }

  return news_allowance_check (source, protocol, today, error);
}

/* A request of a visit counts towards what the source allows a day, as any other, and a wish to be
 * left alone holds for the next visit. How the list stands is another matter: only the time is
 * kept, with everything that the source has. */
static void
note (NewsSource *source, NewsStore *store, const NewsErrand *errand, const GError *problem)
{
  NewsToll toll = { .requests = errand->requests, .bytes = errand->bytes };
  g_auto (NewsAsking) asking = { 0 };
  g_auto (NewsAsking) told = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean forbids;
  guint today;

  if (problem != NULL)
    news_timetable_note_failure (&told, problem, errand->retry_after, get_now ());
  forbids = told.forbidden_until > 0
            && news_store_get_asking (store, source->id, NULL, &asking, &today, NULL);
  asking.forbidden_until = MAX (asking.forbidden_until, told.forbidden_until);

  if (!news_store_note_asking (store, source->id, NULL, forbids ? &asking : NULL, &toll, &error))
    g_debug ("%s: %s", source->name, error->message);
}

gboolean
news_visit_run (NewsSource *source,
                NewsProtocol *protocol,
                const char *article,
                const NewsTools *tools,
                GCancellable *cancellable,
                GError **error)
{
  g_auto (NewsErrand) errand = { 0 };
  NewsBatch batch = { 0 };
  GError *problem = NULL;

  if (!is_allowed (source, protocol, tools->store, error))
    return FALSE;

  errand.protocol = protocol;
  errand.source = source;
  errand.keyring = tools->keyring;
  errand.question.ask = NEWS_ASK_ITEM;
  errand.question.article = article;
  errand.min_interval = source->interval * 1000;
  news_errand_run (&errand, tools->fetcher, NULL, cancellable, &problem);
  note (source, tools->store, &errand, problem);
  if (problem != NULL)
    {
      g_propagate_error (error, problem);
      return FALSE;
    }

  batch.source = source;
  batch.alone = TRUE;
  batch.articles = errand.answer->articles;

  return news_store_take_in (tools->store, &batch, NULL, error);
}
