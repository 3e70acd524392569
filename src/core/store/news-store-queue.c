/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-store-queue.h"

#include "news-opening.h"
#include "news-store-error.h"

/* Microseconds without a job after which a thread's connection rests: soon enough for a start,
 * after whose tidying free memory is given back to the system. */
#define PATIENCE G_USEC_PER_SEC

/* An operation that waits for its turn. */
typedef struct
{
  const NewsOperation *operation;
  gpointer request;
  GTask *task; /* of an asynchronous call; NULL for one that waits */

  gpointer result; /* what follows is of a call that waits, under the queue's mutex */
  GError *error;
  gboolean done;
} Job;

/* A thread that waits for a job. */
typedef struct
{
  GCond called;
} Waiter;

struct _NewsStoreQueue
{
  GPtrArray *threads; /* GThread; only of the thread that made the queue */
  char *path;

  GMutex mutex;
  GQueue waiters;  /* Waiter: the one that is called next comes first */
  GCond answered;  /* a job that is waited for is done, or a connection was opened */
  GQueue urgent;   /* Job */
  GQueue patient;  /* Job */
  guint opened;    /* threads that have opened their connection, or failed to */
  GError *failure; /* of the first that failed */
  gboolean closed;

  NewsOpenFunc open;
  gpointer data;
  NewsNotifier *notifier; /* borrowed */
};

static NewsStoreQueue *
ref (NewsStoreQueue *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (NewsStoreQueue *self)
{
  g_ptr_array_unref (self->threads);
  g_free (self->path);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->answered);
  g_clear_error (&self->failure);
}

static void
free_data (GDestroyNotify destroy, gpointer data)
{
  if (destroy != NULL && data != NULL)
    destroy (data);
}

/* Takes @result and @error. After this a job that was waited for is gone. */
static void
answer (NewsStoreQueue *self, Job *job, gpointer result, GError *error)
{
  if (job->task == NULL)
    {
      g_mutex_lock (&self->mutex);
      job->result = result;
      job->error = error;
      job->done = TRUE;
      g_cond_broadcast (&self->answered);
      g_mutex_unlock (&self->mutex);
      return;
    }

  free_data (job->operation->free_request, job->request);
  if (error != NULL)
    g_task_return_error (job->task, error);
  else
    g_task_return_pointer (job->task, result, job->operation->free_result);

  g_object_unref (job->task);
  g_free (job);
}

static NewsTransaction
get_transaction (NewsLane lane)
{
  switch (lane)
    {
    case NEWS_LANE_MARK:
      return NEWS_TRANSACTION_DURABLE;

    case NEWS_LANE_BULK:
    case NEWS_LANE_BARE:
      return NEWS_TRANSACTION_WRITE;

    case NEWS_LANE_READ:
    default:
      return NEWS_TRANSACTION_READ;
    }
}

static void
begin (NewsDatabase *database, NewsLane lane)
{
  if (lane != NEWS_LANE_BARE)
    news_database_begin (database, get_transaction (lane));
}

static gboolean
end (NewsDatabase *database, NewsLane lane, GError **error)
{
  return lane != NEWS_LANE_BARE ? news_database_end (database, error)
                                : news_database_check (database, error);
}

/* Does the operation, and leaves its changes in @changes only if they are kept. */
static gpointer
perform (NewsDatabase *database, Job *job, NewsChanges *changes, GError **error)
{
  const NewsOperation *operation = job->operation;
  gpointer result = NULL;

  if (job->task != NULL && operation->lane == NEWS_LANE_READ)
    news_database_set_cancellable (database, g_task_get_cancellable (job->task));

  begin (database, operation->lane);
  if (!news_database_has_failed (database))
    result = operation->run (database, job->request, changes);
  if (!end (database, operation->lane, error))
    {
      free_data (operation->free_result, result);
      news_changes_clear (changes);
      news_changes_init (changes);
      result = NULL;
    }

  news_database_set_cancellable (database, NULL);

  return result;
}

static void
run (NewsStoreQueue *self, NewsDatabase *database, Job *job)
{
  g_auto (NewsChanges) changes = { 0 };
  GError *error = NULL;
  gpointer result = NULL;

  news_changes_init (&changes);
  if (job->task == NULL
      || !g_cancellable_set_error_if_cancelled (g_task_get_cancellable (job->task), &error))
    result = perform (database, job, &changes, &error);

  if (error != NULL)
    g_debug ("%s: %s", job->operation->name, error->message);
  if (g_error_matches (error, NEWS_STORE_ERROR, NEWS_STORE_ERROR_CORRUPT))
    news_opening_mark_damaged (self->path);

  /* Before the answer, so that whoever waits for that has heard of the changes. */
  if (self->notifier != NULL)
    news_notifier_post (self->notifier, &changes, job->operation->lane == NEWS_LANE_MARK);
  answer (self, job, result, error);
}

static gboolean
has_nothing (NewsStoreQueue *self)
{
  return self->urgent.length == 0 && self->patient.length == 0 && !self->closed;
}

static void
call (gpointer waiter, gpointer nothing)
{
  g_cond_signal (&((Waiter *) waiter)->called);
}

/* Waits for a job, and has the connection rest if none comes; under the mutex. The thread that was
 * busy last is called first: its connection still has at hand what is likely to be asked for. */
static void
wait_for_job (NewsStoreQueue *self, NewsDatabase *database)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  Waiter waiter;

  g_cond_init (&waiter.called);
  for (gboolean called = TRUE; called && has_nothing (self);)
    {
      g_queue_push_head (&self->waiters, &waiter);
      called = g_cond_wait_until (&waiter.called, &self->mutex, end);
      g_queue_remove (&self->waiters, &waiter);
    }

  if (has_nothing (self))
    {
      g_mutex_unlock (&self->mutex);
      news_database_rest (database);
      g_mutex_lock (&self->mutex);
    }

  while (has_nothing (self))
    {
      g_queue_push_tail (&self->waiters, &waiter);
      g_cond_wait (&waiter.called, &self->mutex);
      g_queue_remove (&self->waiters, &waiter);
    }
  g_cond_clear (&waiter.called);
}

/* The next job, after a wait if there is none; NULL when it is time to end. */
static Job *
pop (NewsStoreQueue *self, NewsDatabase *database)
{
  Job *job;

  g_mutex_lock (&self->mutex);
  wait_for_job (self, database);

  job = g_queue_pop_head (&self->urgent);
  if (job == NULL)
    job = g_queue_pop_head (&self->patient);
  g_mutex_unlock (&self->mutex);

  return job;
}

static gboolean
is_urgent (NewsStoreQueue *self)
{
  gboolean urgent;

  g_mutex_lock (&self->mutex);
  urgent = self->urgent.length > 0;
  g_mutex_unlock (&self->mutex);

  return urgent;
}

static void
report_opened (NewsStoreQueue *self, GError *error)
{
  g_mutex_lock (&self->mutex);
  self->opened++;
  if (self->failure == NULL)
    self->failure = error;
  else
    g_clear_error (&error);
  g_cond_broadcast (&self->answered);
  g_mutex_unlock (&self->mutex);
}

static gpointer
work (gpointer data)
{
  g_autoptr (NewsStoreQueue) self = data;
  g_autoptr (NewsDatabase) database = NULL;
  GError *error = NULL;
  Job *job;

  database = self->open (self->data, &error);
  report_opened (self, error);
  if (database == NULL)
    return NULL;

  news_database_put_off_folding (database);
  while ((job = pop (self, database)) != NULL)
    {
      run (self, database, job);
      if (!is_urgent (self))
        news_database_fold_log (database);
    }

  return NULL;
}

static gboolean
is_patient (NewsLane lane)
{
  return lane == NEWS_LANE_BULK || lane == NEWS_LANE_BARE;
}

/* Puts @job into the row, unless the queue is closed. */
static gboolean
append (NewsStoreQueue *self, Job *job)
{
  gboolean open;

  g_mutex_lock (&self->mutex);
  open = !self->closed;
  if (open)
    {
      g_queue_push_tail (is_patient (job->operation->lane) ? &self->patient : &self->urgent, job);
      if (self->waiters.length > 0)
        call (g_queue_pop_head (&self->waiters), NULL);
    }
  g_mutex_unlock (&self->mutex);

  return open;
}

NewsStoreQueue *
news_store_queue_new (guint threads,
                      const char *path,
                      NewsOpenFunc open,
                      gpointer data,
                      NewsNotifier *notifier,
                      GError **error)
{
  g_autoptr (NewsStoreQueue) self = g_atomic_rc_box_new0 (NewsStoreQueue);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->answered);
  self->threads = g_ptr_array_new ();
  self->path = g_strdup (path);
  self->open = open;
  self->data = data;
  self->notifier = notifier;

  for (guint i = 0; i < threads; i++)
    g_ptr_array_add (self->threads, g_thread_new ("news-store", work, ref (self)));

  g_mutex_lock (&self->mutex);
  while (self->opened < threads)
    g_cond_wait (&self->answered, &self->mutex);
  g_mutex_unlock (&self->mutex);

  if (self->failure != NULL)
    {
      news_store_queue_close (self, FALSE);
      g_propagate_error (error, g_steal_pointer (&self->failure));
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
news_store_queue_close (NewsStoreQueue *self, gboolean finish)
{
  GQueue dropped = G_QUEUE_INIT;
  Job *job;

  g_mutex_lock (&self->mutex);
  self->closed = TRUE;
  while (!finish && (job = g_queue_pop_head (&self->urgent)) != NULL)
    g_queue_push_tail (&dropped, job);
  while (!finish && (job = g_queue_pop_head (&self->patient)) != NULL)
    g_queue_push_tail (&dropped, job);
  g_queue_foreach (&self->waiters, call, NULL);
  g_mutex_unlock (&self->mutex);

  while ((job = g_queue_pop_head (&dropped)) != NULL)
    answer (self, job, NULL, news_store_error_new_closed ());

  for (guint i = 0; i < self->threads->len; i++)
    {
      GThread *thread = g_ptr_array_index (self->threads, i);

      /* The last reference to a store may be dropped by its own thread, with an answer. */
      if (thread == g_thread_self ())
        g_thread_unref (thread);
      else
        g_thread_join (thread);
    }
  g_ptr_array_set_size (self->threads, 0);
}

void
news_store_queue_unref (NewsStoreQueue *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

void
news_store_queue_push (NewsStoreQueue *self,
                       const NewsOperation *operation,
                       gpointer request,
                       GTask *task)
{
  Job *job = g_new0 (Job, 1);

  job->operation = operation;
  job->request = request;
  job->task = g_object_ref (task);

  if (!append (self, job))
    answer (self, job, NULL, news_store_error_new_closed ());
}

gpointer
news_store_queue_wait (NewsStoreQueue *self,
                       const NewsOperation *operation,
                       gpointer request,
                       GError **error)
{
  Job job = { .operation = operation, .request = request };

  if (!append (self, &job))
    {
      g_propagate_error (error, news_store_error_new_closed ());
      return NULL;
    }

  g_mutex_lock (&self->mutex);
  while (!job.done)
    g_cond_wait (&self->answered, &self->mutex);
  g_mutex_unlock (&self->mutex);

  if (job.error != NULL)
    g_propagate_error (error, job.error);

  return job.result;
}
