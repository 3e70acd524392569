/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-workers.h"

#define AT_ONCE_IN_LANE 2
#define OUTSIDE_LANES 4

struct _NewsWorkers
{
  GThreadPool *pool;
  guint most;   /* that run in lanes */
  int dropping; /* atomic: what has not begun is not begun any more */

  /* Under the lock */
  GMutex lock;
  GQueue waiting;    /* Job, owned: those in lanes whose turn has not come */
  GHashTable *lanes; /* char* to how many run there */
  guint running;     /* in all lanes */
  gboolean ending;
};

typedef struct
{
  GTask *task;
  GTaskThreadFunc function;
  char *lane; /* or NULL */
} Job;

static guint
count_lane (NewsWorkers *self, const char *lane)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->lanes, lane));
}

static void
set_lane (NewsWorkers *self, const char *lane, guint count)
{
  if (count > 0)
    g_hash_table_insert (self->lanes, g_strdup (lane), GUINT_TO_POINTER (count));
  else
    g_hash_table_remove (self->lanes, lane);
}

/* Lets those go whose turn it is: in the order of asking, but past those whose lane is full. With
 * the lock held. When the pool closes all go, to be told so. */
static void
admit (NewsWorkers *self)
{
  for (GList *l = self->waiting.head, *next; l != NULL; l = next)
    {
      Job *job = l->data;

      next = l->next;
      if (!self->ending && self->running >= self->most)
        return;
      if (!self->ending && count_lane (self, job->lane) >= AT_ONCE_IN_LANE)
        continue;

      g_queue_delete_link (&self->waiting, l);
      set_lane (self, job->lane, count_lane (self, job->lane) + 1);
      self->running++;
      g_thread_pool_push (self->pool, job, NULL);
    }
}

static void
leave_lane (NewsWorkers *self, const char *lane)
{
  g_mutex_lock (&self->lock);
  set_lane (self, lane, count_lane (self, lane) - 1);
  self->running--;
  admit (self);
  g_mutex_unlock (&self->lock);
}

static void
run (gpointer data, gpointer user_data)
{
  NewsWorkers *self = user_data;
  Job *job = data;

  if (g_atomic_int_get (&self->dropping))
    g_task_return_new_error_literal (job->task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Closing");
  else if (!g_task_return_error_if_cancelled (job->task))
    job->function (job->task, g_task_get_source_object (job->task),
                   g_task_get_task_data (job->task), g_task_get_cancellable (job->task));

  if (job->lane != NULL)
    leave_lane (self, job->lane);
  g_object_unref (job->task);
  g_free (job->lane);
  g_free (job);
}

static Job *
create_job (const char *lane, GTask *task, GTaskThreadFunc function)
{
  Job *job = g_new0 (Job, 1);

  job->task = g_object_ref (task);
  job->function = function;
  job->lane = g_strdup (lane);

  return job;
}

static void
end (NewsWorkers *self)
{
  g_mutex_lock (&self->lock);
  self->ending = TRUE;
  admit (self);
  g_mutex_unlock (&self->lock);

  g_thread_pool_free (self->pool, FALSE, TRUE);
  g_hash_table_unref (self->lanes);
  g_mutex_clear (&self->lock);
  g_free (self);
}

NewsWorkers *
news_workers_new (guint threads)
{
  NewsWorkers *self = g_new0 (NewsWorkers, 1);

  self->pool = g_thread_pool_new (run, self, (int) threads, FALSE, NULL);
  self->most = threads > OUTSIDE_LANES ? threads - OUTSIDE_LANES : 1;
  self->lanes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_mutex_init (&self->lock);

  return self;
}

void
news_workers_free (NewsWorkers *self)
{
  g_atomic_int_set (&self->dropping, 1);
  end (self);
}

void
news_workers_finish (NewsWorkers *self)
{
  end (self);
}

void
news_workers_push (NewsWorkers *self, GTask *task, GTaskThreadFunc function)
{
  g_thread_pool_push (self->pool, create_job (NULL, task, function), NULL);
}

void
news_workers_push_in_lane (NewsWorkers *self,
                           const char *lane,
                           GTask *task,
                           GTaskThreadFunc function)
{
  g_mutex_lock (&self->lock);
  g_queue_push_tail (&self->waiting, create_job (lane, task, function));
  admit (self);
  g_mutex_unlock (&self->lock);
}
