/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* A server on loopback, on a thread of its own, with answers and faults that a test sets up:
 *
 *   /status/404          that status, with a short page
 *   /redirect/3          sent on to /redirect/2 …, to /text at last; /loop for ever
 *   /text                "Hello" as text/plain, with ETag "1" and Last-Modified; 304 when asked
 * with either /gzip                60,000 letters a, compressed /slow                headers, then
 * silence /cut                 fewer bytes than announced /huge                64 MiB of zeros
 *   /headers             the request's headers as text
 *   /busy                answers after 50 ms; counts how many run at a time
 *
 * and what news_test_server_serve() adds. */
typedef struct _NewsTestServer NewsTestServer;

NewsTestServer *news_test_server_new (void);
void news_test_server_free (NewsTestServer *self);

/* "http://127.0.0.1:PORT" followed by @path. */
char *news_test_server_dup_url (NewsTestServer *self, const char *path);

/* Answers @path (any query) with @status, @type and @body from now on; NULL @body takes it away. */
void news_test_server_serve (NewsTestServer *self,
                             const char *path,
                             guint status,
                             const char *type,
                             const char *body);

/* Adds a header to the answer of a served @path. */
void news_test_server_add_header (NewsTestServer *self,
                                  const char *path,
                                  const char *name,
                                  const char *value);

/* Requests so far to paths that begin with @prefix. */
guint news_test_server_count (NewsTestServer *self, const char *prefix);

/* The most of /busy that ran at the same time. */
guint news_test_server_get_most_busy (NewsTestServer *self);

/* Path and query of the last request. */
char *news_test_server_dup_last (NewsTestServer *self);

/* A header of the last request, or NULL. */
char *news_test_server_dup_last_header (NewsTestServer *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsTestServer, news_test_server_free)

G_END_DECLS
