/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-store-private.h"

#include "news-opening.h"

#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#define READERS 2

/* How much less than others the writer is to get of a processor that all want. */
#define WRITER_NICE 5

struct _NewsStore
{
  GObject parent_instance;

  NewsNotifier *notifier;
  NewsStoreQueue *writer;
  NewsStoreQueue *readers;
  gboolean closed;
};

G_DEFINE_FINAL_TYPE (NewsStore, news_store, G_TYPE_OBJECT)

typedef enum
{
  LISTS_CHANGED,
  STATUS_CHANGED,
  COUNTS_CHANGED,
} Signal;

static guint signals[COUNTS_CHANGED + 1];

/* What the writer's thread opens, and what came of it. */
typedef struct
{
  const char *path;
  char *set_aside;
} Opening;

static NewsStoreQueue *
get_queue (NewsStore *self, NewsLane lane)
{
  return lane == NEWS_LANE_READ ? self->readers : self->writer;
}

/* The writer goes last: the last connection to end folds the log into the file. */
static void
shut (NewsStore *self)
{
  if (self->closed)
    return;
  self->closed = TRUE;

  if (self->readers != NULL)
    news_store_queue_close (self->readers, FALSE);
  if (self->writer != NULL)
    news_store_queue_close (self->writer, TRUE);
  g_clear_pointer (&self->notifier, news_notifier_free);
}

/* What is taken in by the hundred is not waited for, as what is searched is. Linux has a priority
 * for each thread; elsewhere all stay alike. */
static void
step_back (void)
{
#ifdef SYS_gettid
  setpriority (PRIO_PROCESS, (id_t) syscall (SYS_gettid), WRITER_NICE);
#endif
}

static NewsDatabase *
open_writer_cb (gpointer data, GError **error)
{
  Opening *opening = data;

  step_back ();

  return news_opening_open (opening->path, &opening->set_aside, error);
}

static NewsDatabase *
open_reader_cb (gpointer data, GError **error)
{
  Opening *opening = data;

  return news_database_open (opening->path, NEWS_DATABASE_READER, error);
}

static void
emit_cb (GObject *object, const NewsChanges *changes)
{
  for (guint i = 0; i < changes->marks->len; i++)
    {
      const NewsMarks *marks = &g_array_index (changes->marks, NewsMarks, i);

      g_signal_emit (object, signals[STATUS_CHANGED], 0, marks->article, marks->read,
                     marks->bookmarked);
    }

  if (changes->lists)
    g_signal_emit (object, signals[LISTS_CHANGED], 0);
  if (changes->counts)
    g_signal_emit (object, signals[COUNTS_CHANGED], 0);
}

static void
news_store_finalize (GObject *object)
{
  NewsStore *self = NEWS_STORE (object);

  shut (self);
  g_clear_pointer (&self->readers, news_store_queue_unref);
  g_clear_pointer (&self->writer, news_store_queue_unref);

  G_OBJECT_CLASS (news_store_parent_class)->finalize (object);
}

static void
news_store_class_init (NewsStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = news_store_finalize;

  signals[LISTS_CHANGED] = g_signal_new ("lists-changed", NEWS_TYPE_STORE, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[STATUS_CHANGED]
    = g_signal_new ("status-changed", NEWS_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_BOOLEAN, G_TYPE_BOOLEAN);
  signals[COUNTS_CHANGED] = g_signal_new ("counts-changed", NEWS_TYPE_STORE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
news_store_init (NewsStore *self)
{
}

NewsStore *
news_store_open (const char *path, char **set_aside, GError **error)
{
  g_autoptr (NewsStore) self = g_object_new (NEWS_TYPE_STORE, NULL);
  g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();
  Opening opening = { .path = path };

  g_assert (!g_main_context_is_owner (NULL));

  if (set_aside != NULL)
    *set_aside = NULL;

  self->notifier = news_notifier_new (context, G_OBJECT (self), emit_cb);
  self->writer = news_store_queue_new (1, path, open_writer_cb, &opening, self->notifier, error);
  if (self->writer == NULL)
    return NULL;

  if (set_aside != NULL)
    *set_aside = g_steal_pointer (&opening.set_aside);
  g_clear_pointer (&opening.set_aside, g_free);

  self->readers = news_store_queue_new (READERS, path, open_reader_cb, &opening, NULL, error);
  if (self->readers == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

void
news_store_close (NewsStore *self)
{
  g_return_if_fail (NEWS_IS_STORE (self));

  shut (self);
}

void
news_store_start (NewsStore *self,
                  const NewsOperation *operation,
                  gpointer request,
                  GCancellable *cancellable,
                  GAsyncReadyCallback callback,
                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, (gpointer) operation);
  g_task_set_static_name (task, operation->name);

  /* What was written was written, even if it was cancelled meanwhile. */
  g_task_set_check_cancellable (task, operation->lane == NEWS_LANE_READ);

  news_store_queue_push (get_queue (self, operation->lane), operation, request, task);
}

gpointer
news_store_finish (NewsStore *self,
                   const NewsOperation *operation,
                   GAsyncResult *result,
                   GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, (gpointer) operation), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
news_store_wait (NewsStore *self,
                 const NewsOperation *operation,
                 gpointer request,
                 gpointer *result,
                 GError **error)
{
  g_autoptr (GError) local = NULL;
  gpointer value;

  g_assert (!g_main_context_is_owner (NULL));

  value = news_store_queue_wait (get_queue (self, operation->lane), operation, request, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  if (result != NULL)
    *result = value;

  return TRUE;
}
