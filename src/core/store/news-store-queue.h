/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-changes.h"
#include "news-database.h"
#include "news-notifier.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Where an operation runs, and what it waits for. */
typedef enum
{
  NEWS_LANE_READ, /* on a reader */
  NEWS_LANE_MARK, /* on the writer, before all bulk: a person waits for it, and it must last */
  NEWS_LANE_BULK, /* on the writer */
  NEWS_LANE_BARE, /* as BULK, but outside of a transaction, for what SQLite does in none */
} NewsLane;

/* What can be asked of the store: a function that runs on a thread of the store, in a transaction.
 * It returns a result, which is dropped if the transaction fails, and notes what it changed. */
typedef struct
{
  const char *name;
  NewsLane lane;
  gpointer (*run) (NewsDatabase *database, gpointer request, NewsChanges *changes);
  GDestroyNotify free_request; /* of asynchronous calls; NULL if there is nothing to free */
  GDestroyNotify free_result;  /* the same */
} NewsOperation;

/* Opens the connection of a thread, on that thread. */
typedef NewsDatabase *(*NewsOpenFunc) (gpointer data, GError **error);

/* Operations in a row, and the threads that run them, each with a connection of its own. */
typedef struct _NewsStoreQueue NewsStoreQueue;

/* Starts @threads threads, and waits until each has opened its connection. NULL, with the first
 * error, if any could not. @notifier (nullable) is borrowed and must outlive the queue's closing.
 * @path is the store's file. */
NewsStoreQueue *news_store_queue_new (guint threads,
                                      const char *path,
                                      NewsOpenFunc open,
                                      gpointer data,
                                      NewsNotifier *notifier,
                                      GError **error);

/* Ends the threads and waits for that, but for the one that calls. Operations that wait are run
 * before, if @finish, or else answered with NEWS_STORE_ERROR_CLOSED, as are all that come later. */
void news_store_queue_close (NewsStoreQueue *self, gboolean finish);
void news_store_queue_unref (NewsStoreQueue *self);

/* Runs @operation with @request, which is taken. The answer is the return value of @task. It is not
 * run if the task's cancellable is cancelled before its turn. */
void news_store_queue_push (NewsStoreQueue *self,
                            const NewsOperation *operation,
                            gpointer request,
                            GTask *task);

/* Runs @operation with @request, which is borrowed, and waits. NULL with an error if it failed. */
gpointer news_store_queue_wait (NewsStoreQueue *self,
                                const NewsOperation *operation,
                                gpointer request,
                                GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsStoreQueue, news_store_queue_unref)

G_END_DECLS
