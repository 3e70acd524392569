/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-desk-private.h"
#include "news-store-keeping.h"

/* --- how much there is --- */

static void
measure_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  NewsDesk *self = source;
  g_autofree NewsRoom *room = g_new0 (NewsRoom, 1);
  NewsPictureFolder *shelf = news_picture_cache_get_shelf (self->pictures);
  NewsStoreSize size = { 0 };
  GError *error = NULL;

  if (!news_store_get_size (self->store, &size, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  room->articles = size.articles;
  room->article_bytes = size.bytes;
  room->picture_bytes = news_picture_cache_get_size (self->pictures);
  room->shelf_bytes = shelf != NULL ? news_picture_folder_get_size (shelf) : 0;
  g_task_return_pointer (task, g_steal_pointer (&room), g_free);
}

/* --- clearing --- */

typedef struct
{
  gint64 shown;
  guint total;
  GFileProgressCallback progress;
  gpointer data;

  GTask *task; /* borrowed: it owns this */
} Clearing;

typedef struct
{
  GTask *task;
  guint looked;
} Step;

static void
free_step (Step *step)
{
  g_object_unref (step->task);
  g_free (step);
}

static gboolean
step_cb (gpointer user_data)
{
  Step *step = user_data;
  Clearing *clearing = g_task_get_task_data (step->task);

  clearing->progress (MIN (step->looked, clearing->total), clearing->total, clearing->data);

  return G_SOURCE_REMOVE;
}

/* On the worker: tells it to who waits, in the order of things, before the answer itself. */
static void
report (guint looked, gpointer user_data)
{
  Clearing *clearing = user_data;
  Step *step;

  if (clearing->progress == NULL)
    return;

  step = g_new (Step, 1);
  step->task = g_object_ref (clearing->task);
  step->looked = looked;
  g_main_context_invoke_full (g_task_get_context (clearing->task), G_PRIORITY_DEFAULT, step_cb,
                              step, (GDestroyNotify) free_step);
}

static void
clear_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  NewsDesk *self = source;
  Clearing *clearing = data;
  NewsStoreSize size = { 0 };
  GError *error = NULL;

  clearing->task = task;
  news_picture_cache_clear (self->pictures);

  if (!news_store_get_size (self->store, &size, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  clearing->total = size.articles;
  if (news_store_drop_all (self->store, clearing->shown, report, clearing, &error) < 0
      || !news_store_give_back (self->store, TRUE, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

void
news_desk_measure_async (NewsDesk *self,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_return_if_fail (NEWS_IS_DESK (self));

  _news_desk_start (self, self->workers, measure_thread, NULL, NULL, cancellable, callback,
                    user_data);
}

gboolean
news_desk_measure_finish (NewsDesk *self, GAsyncResult *result, NewsRoom *room, GError **error)
{
  g_autofree NewsRoom *measured = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  measured = g_task_propagate_pointer (G_TASK (result), error);
  if (measured == NULL)
    return FALSE;

  *room = *measured;

  return TRUE;
}

void
news_desk_clear_async (NewsDesk *self,
                       GFileProgressCallback progress,
                       gpointer progress_data,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  Clearing *clearing;

  g_return_if_fail (NEWS_IS_DESK (self));

  clearing = g_new0 (Clearing, 1);
  clearing->shown = self->keep.shown;
  clearing->progress = progress;
  clearing->data = progress_data;
  _news_desk_start (self, self->workers, clear_thread, clearing, g_free, cancellable, callback,
                    user_data);
}

gboolean
news_desk_clear_finish (NewsDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
