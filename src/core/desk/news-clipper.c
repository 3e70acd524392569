/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-clipper.h"

#include "news-clippings.h"

/* Bookmarks that are seen to before the network is looked at again. The store goes through all of
 * them to find so many, so that one at a time would take long where thousands were imported. */
#define AT_ONCE 32

struct _NewsClipper
{
  GObject parent_instance;

  /* Owned */
  NewsStore *store;
  NewsPictureCache *cache;
  NewsAlarm *alarm;
  GCancellable *cancellable;

  /* Borrowed */
  NewsWorkers *workers;

  gboolean metered_allowed;
  gboolean started;
  gboolean running;
  gboolean again; /* something changed while it ran */
  gboolean untidy;
};

typedef struct
{
  NewsStore *store;
  NewsPictureCache *cache;
  gboolean tidies;
  gboolean fetches;
} Job;

G_DEFINE_FINAL_TYPE (NewsClipper, news_clipper, G_TYPE_OBJECT)

static void run (NewsClipper *self);

static void
free_job (Job *job)
{
  g_object_unref (job->store);
  g_object_unref (job->cache);
  g_free (job);
}

static void
run_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  gboolean more = FALSE;
  GError *error = NULL;

  if ((job->tidies && !news_clippings_tidy (job->store, job->cache, &error))
      || (job->fetches
          && !news_clippings_keep (job->store, job->cache, AT_ONCE, cancellable, &more, &error)))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, more);
}

static void
ran_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  NewsClipper *self = NEWS_CLIPPER (object);
  g_autoptr (GError) error = NULL;
  gboolean more = g_task_propagate_boolean (G_TASK (result), &error);

  self->running = FALSE;
  /* Nothing is lost: what could not be had is asked for when the network is back, or at the next
   * start. */
  if (error != NULL)
    g_debug ("Pictures of bookmarks: %s", error->message);
  if (self->again || more)
    run (self);
}

static gboolean
may_fetch (NewsClipper *self)
{
  return news_alarm_is_online (self->alarm)
         && (self->metered_allowed || !news_alarm_is_metered (self->alarm));
}

static void
run (NewsClipper *self)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  self->again = self->running;
  if (self->running || !self->started || g_cancellable_is_cancelled (self->cancellable)
      || (!self->untidy && !may_fetch (self)))
    return;

  job = g_new0 (Job, 1);
  job->store = g_object_ref (self->store);
  job->cache = g_object_ref (self->cache);
  job->tidies = self->untidy;
  job->fetches = may_fetch (self);
  self->untidy = FALSE;
  self->running = TRUE;

  task = g_task_new (self, self->cancellable, ran_cb, NULL);
  g_task_set_source_tag (task, run);
  g_task_set_task_data (task, job, (GDestroyNotify) free_job);
  news_workers_push (self->workers, task, run_thread);
}

static void
news_clipper_dispose (GObject *object)
{
  NewsClipper *self = NEWS_CLIPPER (object);

  news_clipper_stop (self);
  g_clear_object (&self->store);
  g_clear_object (&self->cache);
  g_clear_object (&self->alarm);

  G_OBJECT_CLASS (news_clipper_parent_class)->dispose (object);
}

static void
news_clipper_finalize (GObject *object)
{
  g_clear_object (&NEWS_CLIPPER (object)->cancellable);

  G_OBJECT_CLASS (news_clipper_parent_class)->finalize (object);
}

static void
news_clipper_class_init (NewsClipperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = news_clipper_dispose;
  G_OBJECT_CLASS (klass)->finalize = news_clipper_finalize;
}

static void
news_clipper_init (NewsClipper *self)
{
  self->cancellable = g_cancellable_new ();
}

NewsClipper *
news_clipper_new (NewsWorkers *workers, NewsStore *store, NewsPictureCache *cache, NewsAlarm *alarm)
{
  NewsClipper *self = g_object_new (NEWS_TYPE_CLIPPER, NULL);

  self->workers = workers;
  self->store = g_object_ref (store);
  self->cache = g_object_ref (cache);
  self->alarm = g_object_ref (alarm);

  return self;
}

void
news_clipper_set_metered (NewsClipper *self, gboolean allowed)
{
  g_return_if_fail (NEWS_IS_CLIPPER (self));

  self->metered_allowed = allowed;
  run (self);
}

void
news_clipper_tidy (NewsClipper *self)
{
  g_return_if_fail (NEWS_IS_CLIPPER (self));

  self->started = TRUE;
  self->untidy = TRUE;
  run (self);
}

void
news_clipper_run (NewsClipper *self)
{
  g_return_if_fail (NEWS_IS_CLIPPER (self));

  run (self);
}

void
news_clipper_stop (NewsClipper *self)
{
  g_return_if_fail (NEWS_IS_CLIPPER (self));

  g_cancellable_cancel (self->cancellable);
}
