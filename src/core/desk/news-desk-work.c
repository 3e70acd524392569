/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-desk-private.h"
#include "news-errand.h"

/* --- a story that was opened --- */

typedef struct
{
  NewsSource *source;
  NewsProtocol *protocol;
  char *article;
} Visit;

static void
free_visit (Visit *visit)
{
  news_source_unref (visit->source);
  news_protocol_unref (visit->protocol);
  g_free (visit->article);
  g_free (visit);
}

/* A request of a visit counts towards what the source allows a day, as any other. */
static void
note_visit (NewsDesk *self, Visit *visit, NewsErrand *errand)
{
  NewsToll toll = { .requests = errand->requests, .bytes = errand->bytes };
  g_autoptr (GError) error = NULL;

  if (!news_store_note_asking (self->store, visit->source->id, NULL, NULL, &toll, &error))
    g_debug ("%s: %s", visit->source->name, error->message);
}

static void
visit_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  NewsDesk *self = source;
  Visit *visit = data;
  g_auto (NewsErrand) errand = { 0 };
  NewsBatch batch = { 0 };
  GError *error = NULL;
  gboolean is_read;

  errand.protocol = visit->protocol;
  errand.source = visit->source;
  errand.keyring = self->keyring;
  errand.question.ask = NEWS_ASK_ITEM;
  errand.question.article = visit->article;
  errand.min_interval = visit->source->interval * 1000;
  is_read = news_errand_run (&errand, self->fetcher, NULL, cancellable, &error);
  note_visit (self, visit, &errand);
  if (!is_read)
    {
      g_task_return_error (task, error);
      return;
    }

  batch.source = visit->source;
  batch.alone = TRUE;
  batch.articles = errand.answer->articles;
  if (news_store_take_in (self->store, &batch, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
visited_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  /* What the list told of it is on show; that there is no more of it need not trouble a reader. */
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_debug ("Opening: %s", error->message);
}

/* --- health --- */

static void
recorded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  NewsDesk *self = g_task_get_source_object (task);
  NewsSource *source = g_task_get_task_data (task);
  g_autoptr (NewsRecord) record = NULL;
  GError *error = NULL;

  record = news_store_record_finish (NEWS_STORE (object), result, &error);
  if (record == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_task_return_pointer (task,
                         news_source_health_new (source, record, self->interval > 0,
                                                 news_rounds_is_trying (self->rounds, source->id),
                                                 g_get_real_time () / G_USEC_PER_SEC),
                         (GDestroyNotify) news_source_health_free);
}

/* --- tidying --- */

static void
tidy_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  NewsDesk *self = source;
  gint64 *before = data;
  GError *error = NULL;
  int dropped = news_store_drop_older (self->store, *before, &error);

  if (dropped < 0)
    g_task_return_error (task, error);
  else
    g_task_return_int (task, dropped);
}

static void
tidied_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  gssize dropped = g_task_propagate_int (G_TASK (result), &error);

  /* Nothing is lost by keeping more; it is tried again at the next start. */
  if (error != NULL)
    g_debug ("Tidying: %s", error->message);
  else
    g_debug ("Tidying dropped %" G_GSSIZE_FORMAT " articles", dropped);
}

/* --- sites --- */

static void
find_site_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  NewsDesk *self = source;
  GError *error = NULL;
  NewsSite *site = news_site_find (self->fetcher, self->registry, data, cancellable, &error);

  if (site != NULL)
    g_task_return_pointer (task, site, (GDestroyNotify) news_site_free);
  else
    g_task_return_error (task, error);
}

void
news_desk_note_opened (NewsDesk *self, NewsStory *story)
{
  g_autoptr (GTask) task = NULL;
  NewsSource *source;
  NewsProtocol *protocol;
  Visit *visit;

  g_return_if_fail (NEWS_IS_DESK (self));
  g_return_if_fail (story != NULL);

  source = news_edition_get_source (self->edition, story->source);
  protocol = source != NULL ? news_registry_get (self->registry, source->api) : NULL;
  if (protocol == NULL || !news_protocol_asks_when_opened (protocol))
    return;

  visit = g_new0 (Visit, 1);
  visit->source = news_source_ref (source);
  visit->protocol = news_protocol_ref (protocol);
  visit->article = g_strdup (story->article->id);

  task = g_task_new (self, self->cancellable, visited_cb, NULL);
  g_task_set_source_tag (task, news_desk_note_opened);
  g_task_set_task_data (task, visit, (GDestroyNotify) free_visit);
  news_workers_push (self->workers, task, visit_thread);
}

void
news_desk_get_health_async (NewsDesk *self,
                            const char *id,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  NewsSource *source;

  g_return_if_fail (NEWS_IS_DESK (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, news_desk_get_health_async);
  source = news_edition_get_source (self->edition, id);
  if (source == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "No source “%s”", id);
      return;
    }

  g_task_set_task_data (task, news_source_ref (source), (GDestroyNotify) news_source_unref);
  news_store_record_async (self->store, id, _news_desk_get_age (self), cancellable, recorded_cb,
                           g_object_ref (task));
}

NewsSourceHealth *
news_desk_get_health_finish (NewsDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
news_desk_try_source (NewsDesk *self, const char *id)
{
  g_return_if_fail (NEWS_IS_DESK (self));

  news_rounds_try_source (self->rounds, id);
}

void
news_desk_find_site_async (NewsDesk *self,
                           const char *typed,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (NEWS_IS_DESK (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, news_desk_find_site_async);
  g_task_set_task_data (task, g_strdup (typed), g_free);
  news_workers_push (self->workers, task, find_site_thread);
}

NewsSite *
news_desk_find_site_finish (NewsDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
news_desk_tidy (NewsDesk *self, guint days)
{
  g_autoptr (GTask) task = NULL;
  gint64 before;

  g_return_if_fail (NEWS_IS_DESK (self));

  if (days == 0)
    return;

  before = g_get_real_time () / G_USEC_PER_SEC - days * 24 * 60 * 60;
  task = g_task_new (self, self->cancellable, tidied_cb, NULL);
  g_task_set_source_tag (task, news_desk_tidy);
  g_task_set_task_data (task, g_memdup2 (&before, sizeof before), g_free);
  news_workers_push (self->workers, task, tidy_thread);
}
