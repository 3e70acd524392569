/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-store-queue.h"
#include "news-store.h"

G_BEGIN_DECLS

/* The two ways to a thread of the store, for the files that make up its public functions. What runs
 * there is a NewsOperation. */

/* Runs @operation with @request, which is taken, and answers in the caller's main context. */
void news_store_start (NewsStore *self,
                       const NewsOperation *operation,
                       gpointer request,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data);
gpointer news_store_finish (NewsStore *self,
                            const NewsOperation *operation,
                            GAsyncResult *result,
                            GError **error);

/* Runs @operation with @request, which is borrowed, and waits. Worker threads only, which it
 * asserts. FALSE if it failed; else *@result (nullable, if there is none) is what it gave. */
gboolean news_store_wait (NewsStore *self,
                          const NewsOperation *operation,
                          gpointer request,
                          gpointer *result,
                          GError **error);

G_END_DECLS
