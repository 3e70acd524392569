/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-desk-private.h"
#include "news-memory.h"
#include "news-visit.h"

void
_news_desk_start (NewsDesk *self,
                  NewsWorkers *workers,
                  GTaskThreadFunc run,
                  gpointer request,
                  GDestroyNotify free_request,
                  GCancellable *cancellable,
                  GAsyncReadyCallback callback,
                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, run);
  g_task_set_task_data (task, request, free_request);
  /* Whoever does piece after piece may begin one after the last moment. */
  if (workers == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, "The desk is closed");
  else
    news_workers_push (workers, task, run);
}

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

static void
visit_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  NewsDesk *self = source;
  Visit *visit = data;
  NewsTools tools = { self->fetcher, self->registry, self->store, self->keyring };
  GError *error = NULL;

  if (news_visit_run (visit->source, visit->protocol, visit->article, &tools, cancellable, &error))
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
                         news_source_health_new (source, record, news_alarm_is_set (self->alarm),
                                                 news_rounds_is_trying (self->rounds, source->id),
                                                 g_get_real_time () / G_USEC_PER_SEC),
                         (GDestroyNotify) news_source_health_free);
}

/* --- tidying --- */

/* What an earlier version has stored is put into the index of the search, some at a time. */
static gboolean
index_all (NewsDesk *self, GCancellable *cancellable, GError **error)
{
  int left;

  do
    left = news_store_index_more (self->store, error);
  while (left > 0 && !g_cancellable_is_cancelled (cancellable));

  return left >= 0;
}

static void
tidy_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  NewsDesk *self = source;
  GError *error = NULL;
  int dropped = news_upkeep_run (data, self->store, &error);
  gboolean indexed = dropped >= 0 && index_all (self, cancellable, &error);

  news_memory_give_back ();
  if (!indexed)
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

void
news_desk_note_opened (NewsDesk *self, NewsStory *story)
{
  NewsSource *source;
  NewsProtocol *protocol;
  Visit *visit;

  g_return_if_fail (NEWS_IS_DESK (self));
  g_return_if_fail (story != NULL);

  self->keep.shown = story->number;
  source = news_edition_get_source (self->edition, story->source);
  protocol = source != NULL ? news_registry_get (self->registry, source->api) : NULL;
  if (protocol == NULL || !news_protocol_asks_when_opened (protocol))
    return;

  visit = g_new0 (Visit, 1);
  visit->source = news_source_ref (source);
  visit->protocol = news_protocol_ref (protocol);
  visit->article = g_strdup (story->article->id);
  _news_desk_start (self, self->workers, visit_thread, visit, (GDestroyNotify) free_visit,
                    self->cancellable, visited_cb, NULL);
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
  news_store_record_async (self->store, id, news_alarm_get_age (self->alarm), cancellable,
                           recorded_cb, g_object_ref (task));
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
news_desk_set_keep (NewsDesk *self, guint days, guint number)
{
  g_return_if_fail (NEWS_IS_DESK (self));

  self->keep.days = days;
  self->keep.number = number;
}

void
news_desk_tidy (NewsDesk *self)
{
  NewsUpkeep *upkeep;

  g_return_if_fail (NEWS_IS_DESK (self));

  upkeep = news_upkeep_new (self->editions, self->registry, &self->keep,
                            g_get_real_time () / G_USEC_PER_SEC);
  _news_desk_start (self, self->workers, tidy_thread, upkeep, (GDestroyNotify) news_upkeep_free,
                    self->cancellable, tidied_cb, NULL);
  news_clipper_tidy (self->clipper);
}

const NewsTerms *
news_desk_get_terms (NewsDesk *self, NewsSource *source)
{
  NewsProtocol *protocol;
  NewsDescriptor *descriptor;

  g_return_val_if_fail (NEWS_IS_DESK (self), NULL);

  protocol = news_registry_get (self->registry, source->api);
  descriptor = protocol != NULL ? news_protocol_get_descriptor (protocol) : NULL;

  return descriptor != NULL ? news_descriptor_get_terms (descriptor) : NULL;
}
