/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-workers.h"

struct _NewsWorkers
{
  GThreadPool *pool;
  int closing; /* atomic */
};

typedef struct
{
  GTask *task;
  GTaskThreadFunc function;
} Job;

static void
run (gpointer data, gpointer user_data)
{
  NewsWorkers *self = user_data;
  Job *job = data;

  if (g_atomic_int_get (&self->closing))
    g_task_return_new_error_literal (job->task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Closing");
  else if (!g_task_return_error_if_cancelled (job->task))
    job->function (job->task, g_task_get_source_object (job->task),
                   g_task_get_task_data (job->task), g_task_get_cancellable (job->task));

  g_object_unref (job->task);
  g_free (job);
}

NewsWorkers *
news_workers_new (guint threads)
{
  NewsWorkers *self = g_new0 (NewsWorkers, 1);

  self->pool = g_thread_pool_new (run, self, (int) threads, FALSE, NULL);

  return self;
}

void
news_workers_finish (NewsWorkers *self)
{
  g_thread_pool_free (self->pool, FALSE, TRUE);
  g_free (self);
}

void
news_workers_free (NewsWorkers *self)
{
  g_atomic_int_set (&self->closing, 1);
  g_thread_pool_free (self->pool, FALSE, TRUE);
  g_free (self);
}

void
news_workers_push (NewsWorkers *self, GTask *task, GTaskThreadFunc function)
{
  Job *job = g_new0 (Job, 1);

  job->task = g_object_ref (task);
  job->function = function;
  g_thread_pool_push (self->pool, job, NULL);
}
