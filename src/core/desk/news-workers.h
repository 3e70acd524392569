/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A few threads for work that may wait for the network. GTask's own pool is shared by all of GIO,
 * and must not be held by servers that are slow to answer. Belongs to the main thread. */
typedef struct _NewsWorkers NewsWorkers;

/* @threads: how many run at a time. */
NewsWorkers *news_workers_new (guint threads);

/* Does what was begun to its end, drops the rest (their tasks return G_IO_ERROR_CANCELLED), and
 * waits. */
void news_workers_free (NewsWorkers *self);

/* Does all that was asked for, in lanes and outside them, and waits. */
void news_workers_finish (NewsWorkers *self);

/* Runs @function on one of the threads; it returns a value or an error on @task, as with
 * g_task_run_in_thread(). A task that was cancelled before its turn is not run. */
void news_workers_push (NewsWorkers *self, GTask *task, GTaskThreadFunc function);

/* The same for work that waits for one server, the @lane: of a lane two run at a time, and of all
 * lanes together four fewer than there are threads, so that no server that hangs holds up another
 * one, and all of them together not what a person asked for by news_workers_push(). */
void news_workers_push_in_lane (NewsWorkers *self,
                                const char *lane,
                                GTask *task,
                                GTaskThreadFunc function);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsWorkers, news_workers_free)

G_END_DECLS
