/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-assignment.h"

#include "news-errand.h"

#include <glib/gi18n-lib.h>

/* How many pages one assignment may ask for, to close a gap or to find something older. */
#define PAGES 4

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

  errand.protocol = protocol;
  errand.source = self->source;
  errand.question.ask = NEWS_ASK_LIST;
  errand.question.section = self->section;
  errand.question.place = place;

  if (!news_errand_run (&errand, tools->fetcher, place == NULL ? tools->store : NULL, cancellable,
                        error))
    {
      self->retry_after = errand.retry_after;
      return FALSE;
    }

  if (!keep (self, tools, &errand, &taken, error))
    return FALSE;

  self->was_asked = TRUE;
  *known = errand.answer == NULL || taken.known + taken.changed > 0;
  if (errand.answer != NULL)
    {
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
  NewsProtocol *protocol = news_registry_get (tools->registry, self->source->api);
  guint stored;
  gint64 answered;

  if (protocol == NULL)
    {
      g_set_error (error, NEWS_API_ERROR, NEWS_API_ERROR_CANNOT,
                   /* Translators: the first is a source, the second the name of a file */
                   _ ("“%s” speaks the API “%s”, which is not described here."), self->source->name,
                   self->source->api);
      return FALSE;
    }

  if (!news_store_get_extent (tools->store, self->source->id, self->section, &stored, &answered,
                              error))
    return FALSE;

  if (self->older)
    return run_older (self, tools, protocol, stored, cancellable, error);

  if (self->max_age > 0 && g_get_real_time () / G_USEC_PER_SEC - answered < self->max_age)
    return TRUE;

  return run_newest (self, tools, protocol, stored, cancellable, error);
}
