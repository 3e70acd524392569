/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-response.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* One request on its way: begun and ended on the network's thread, waited for on another. */
typedef struct _NewsTransfer NewsTransfer;

/* Called on the network's thread when the transfer has ended, however. */
typedef void (*NewsTransferDone) (NewsTransfer *self, gpointer user_data);

/* @request is borrowed until news_transfer_wait() returns. */
NewsTransfer *news_transfer_new (NewsRequest *request,
                                 GUri *uri,
                                 gboolean local_allowed,
                                 GCancellable *cancellable);
NewsTransfer *news_transfer_ref (NewsTransfer *self);
void news_transfer_unref (NewsTransfer *self);

/* "host:port", by which requests to one host are counted. */
const char *news_transfer_get_host (NewsTransfer *self);

/* Its request's min_interval. */
guint news_transfer_get_interval (NewsTransfer *self);

/* Its request's at_once. */
guint news_transfer_get_at_once (NewsTransfer *self);

/* All on the network's thread. A transfer that was cancelled before it starts ends at once. */
void news_transfer_start (NewsTransfer *self,
                          SoupSession *session,
                          NewsTransferDone done,
                          gpointer user_data);
void news_transfer_abort (NewsTransfer *self);

/* The monotonic time of the last byte; ending it for its silence; whether that was its end. */
gint64 news_transfer_get_heard (NewsTransfer *self);
void news_transfer_give_up (NewsTransfer *self);
gboolean news_transfer_was_silent (NewsTransfer *self);

/* Waits, on another thread, until the transfer has ended. */
NewsResponse *news_transfer_wait (NewsTransfer *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsTransfer, news_transfer_unref)

G_END_DECLS
