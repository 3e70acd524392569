/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Serves the sample edition over HTTP on 127.0.0.1, from a thread of its own, as any other source
 * is served. README.md has the addresses and the answers. */
typedef struct _NewsSampleServer NewsSampleServer;

/* Listens on the port that it had the last time, which a file in @state_folder says, if that port
 * is free, else on any free one. The same file keeps how often each story was opened; with NULL
 * nothing is kept. One folder is for one server at a time: of two, the counts of the one that
 * closes last stay. Errors are of G_IO_ERROR. */
NewsSampleServer *news_sample_server_new (const char *state_folder, GError **error);

/* Such as "http://127.0.0.1:4711/". Borrowed. */
const char *news_sample_server_get_address (NewsSampleServer *self);

/* Answers no more, keeps the counts, waits for the thread and frees @self. Requests under way fail
 * at the other end. */
void news_sample_server_close (NewsSampleServer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsSampleServer, news_sample_server_close)

G_END_DECLS
