/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-assignment.h"

#include "news-allowance.h"
#include "news-errand.h"
#include "news-timetable.h"

#include <glib/gi18n-lib.h>

/* How many pages one assignment may ask for, to close a gap or to find something older. */
#define PAGES 4

#define DAY (24 * 60 * 60)

static void
add_faults (NewsAssignment *self, NewsAnswer *answer)
{
  for (guint i = 0; i < answer->faults->len; i++)
    g_ptr_array_add (self->faults, g_strdup (g_ptr_array_index (answer->faults, i)));
}

/* Keeps the answer of @errand. Only that to the newest page is recognised when it comes again:
 * older ones are asked for to get what is not there. */
static gboolean
keep (NewsAssignment *self,
      const NewsTools *tools,
      NewsErrand *errand,
      NewsTaken *taken,
      GError **error)
{
  NewsBatch batch = { 0 };

  if (errand->answer == NULL)
    return news_store_set_validators (tools->store, errand->url, errand->validators, error);

  add_faults (self, errand->answer);
  batch.source = self->source;
  batch.section = self->section;
  batch.articles = errand->answer->articles;
  if (!self->older)
    {
      batch.request = errand->url;
      batch.validators = errand->validators;
    }
  if (!news_store_take_in (tools->store, &batch, taken, error))
    return FALSE;

  self->added += taken->added;

  return TRUE;
}

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* Limits a day are counted by UTC, as the store does. */
static gint64
get_midnight (gint64 now)
{
  return (now / DAY + 1) * DAY;
}

/* One page. *@known tells whether something on it was stored already. */
static gboolean
run_page (NewsAssignment *self,
          const NewsTools *tools,
          NewsProtocol *protocol,
          const NewsPlace *place,
          gboolean *known,
          GCancellable *cancellable,
          GError **error)
{
  g_auto (NewsErrand) errand = { 0 };
  NewsTaken taken = { 0 };
  gboolean is_read;

  self->is_used_up
    = !news_allowance_check (self->source, protocol, self->today + self->toll.requests, error);
  if (self->is_used_up)
    return FALSE;

  errand.protocol = protocol;
  errand.source = self->source;
  errand.keyring = tools->keyring;
  errand.min_interval = self->source->interval * 1000;
  errand.question.ask = NEWS_ASK_LIST;
  errand.question.section = self->section;
  errand.question.place = place;

  is_read = news_errand_run (&errand, tools->fetcher, place == NULL ? tools->store : NULL,
                             cancellable, error);
  self->toll.requests += errand.requests;
  self->toll.bytes += errand.bytes;
  self->retry_after = errand.retry_after;
  if (!is_read)
    return FALSE;

  if (place == NULL)
    self->lifetime = errand.lifetime;
  if (!keep (self, tools, &errand, &taken, error))
    return FALSE;

  self->was_asked = TRUE;
  *known = errand.answer == NULL || taken.known + taken.changed > 0;
  if (errand.answer != NULL)
    {
      if (place == NULL)
        self->expired = errand.answer->expired;
      g_clear_pointer (&self->next, news_place_free);
      self->next = news_place_copy (errand.answer->next);
      self->ended = self->next == NULL;
    }

  return TRUE;
}

static gboolean
run_newest (NewsAssignment *self,
            const NewsTools *tools,
            NewsProtocol *protocol,
            guint stored,
            GCancellable *cancellable,
            GError **error)
{
  gboolean known = FALSE;

  if (!run_page (self, tools, protocol, NULL, &known, cancellable, error))
    return FALSE;

  for (guint i = 1; i < PAGES && stored > 0 && !known && self->next != NULL; i++)
    {
      g_autoptr (NewsPlace) place = g_steal_pointer (&self->next);

      if (!run_page (self, tools, protocol, place, &known, cancellable, error))
        return FALSE;
    }

  return TRUE;
}

/* Where an API counts pages, what is stored tells which page comes next; where it gives a cursor
 * one has to go through its pages from the first. */
static NewsPlace *
create_place (NewsAssignment *self, NewsProtocol *protocol, guint stored)
{
  guint size = news_protocol_get_page_size (protocol);
  NewsPlace *place = news_place_copy (self->place);

  if (place == NULL)
    place = news_place_new (size > 0 ? stored / size + 1 : 1, 0, NULL);
  else if (place->cursor == NULL && size > 0)
    place->page = MAX (place->page, stored / size + 1);

  return place;
}

static gboolean
run_older (NewsAssignment *self,
           const NewsTools *tools,
           NewsProtocol *protocol,
           guint stored,
           GCancellable *cancellable,
           GError **error)
{
  gboolean known;

  self->next = create_place (self, protocol, stored);
  for (guint i = 0; i < PAGES && self->added == 0 && self->next != NULL; i++)
    {
      g_autoptr (NewsPlace) place = g_steal_pointer (&self->next);

      if (!run_page (self, tools, protocol, place, &known, cancellable, error))
        return FALSE;
    }

  return TRUE;
}

static void
ask (NewsAssignment *self, const NewsTools *tools, GCancellable *cancellable, GError **error)
{
  NewsProtocol *protocol = news_registry_get (tools->registry, self->source->api);
  guint stored;

  if (protocol == NULL)
    {
      g_set_error (error, NEWS_API_ERROR, NEWS_API_ERROR_CANNOT,
                   /* Translators: the first is a source, the second the name of a file */
                   _ ("“%s” speaks the API “%s”, which is not described here."), self->source->name,
                   self->source->api);
      return;
    }

  if (!news_store_get_extent (tools->store, self->source->id, self->section, &stored, NULL, error))
    return;

  if (self->older)
    run_older (self, tools, protocol, stored, cancellable, error);
  else
    run_newest (self, tools, protocol, stored, cancellable, error);
}

/* Says until when, in the reader's time, as a person may just have pressed the button. */
static void
set_forbidden (NewsAssignment *self, const NewsAsking *asking, GError **error)
{
  g_autoptr (GDateTime) until = g_date_time_new_from_unix_local (asking->forbidden_until);
  /* Translators: a time of the day, see g_date_time_format() */
  g_autofree char *time = until != NULL ? g_date_time_format (until, _ ("%H:%M")) : NULL;

  if (asking->error_code == NEWS_API_ERROR_QUOTA && asking->error != NULL)
    g_propagate_error (error, news_timetable_dup_error (asking));
  else
    g_set_error (error, NEWS_API_ERROR, NEWS_API_ERROR_RATE_LIMITED,
                 /* Translators: a source, such as a newspaper, and a time of the day */
                 _ ("“%s” wants to be left alone until %s."), self->source->name,
                 time != NULL ? time : "");
}

/* What came of it, for the next time. That it can't be kept costs a request too many and is told by
 * the store itself. */
static void
note (NewsAssignment *self, const NewsTools *tools, NewsAsking *asking, const GError *problem)
{
  gboolean counts = !g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_autoptr (GError) error = NULL;

  self->toll.articles = self->added;
  asking->expired = self->expired;
  if (self->is_used_up)
    news_timetable_forbid (asking, problem, get_midnight (get_now ()), get_now ());
  else if (problem != NULL)
    news_timetable_note_failure (asking, problem, self->retry_after, get_now ());
  else if (!self->older)
    news_timetable_note_answer (asking, self->lifetime, get_now ());
  else
    counts = FALSE;

  if (!news_store_note_asking (tools->store, self->source->id, self->section,
                               counts ? asking : NULL, &self->toll, &error))
    g_debug ("%s: %s", self->source->name, error->message);
}

NewsAssignment *
news_assignment_new (NewsSource *source, const char *section)
{
  NewsAssignment *self = g_new0 (NewsAssignment, 1);

  self->source = news_source_ref (source);
  self->section = g_strdup (section);
  self->faults = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
news_assignment_free (NewsAssignment *self)
{
  news_source_unref (self->source);
  g_free (self->section);
  g_clear_pointer (&self->place, news_place_free);
  g_clear_pointer (&self->next, news_place_free);
  g_ptr_array_unref (self->faults);
  g_free (self);
}

gboolean
news_assignment_run (NewsAssignment *self,
                     const NewsTools *tools,
                     GCancellable *cancellable,
                     GError **error)
{
  g_auto (NewsAsking) asking = { 0 };
  GError *problem = NULL;

  if (!news_store_get_asking (tools->store, self->source->id, self->section, &asking, &self->today,
                              error))
    return FALSE;
  self->expired = asking.expired;

  switch (news_timetable_check (&asking, self->patient, self->max_age, get_now ()))
    {
    case NEWS_HOLD_FRESH:
    case NEWS_HOLD_ENDED:
      return TRUE;
    case NEWS_HOLD_FORBIDDEN:
      set_forbidden (self, &asking, error);
      return FALSE;
    case NEWS_HOLD_BACK_OFF:
      problem = news_timetable_dup_error (&asking);
      if (problem != NULL)
        g_propagate_error (error, problem);
      return problem == NULL;
    case NEWS_HOLD_NONE:
    default:
      break;
    }

  ask (self, tools, cancellable, &problem);
  note (self, tools, &asking, problem);
  if (problem != NULL)
    g_propagate_error (error, problem);

  return problem == NULL;
}
