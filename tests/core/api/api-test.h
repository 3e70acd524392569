/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-context.h"
#include "news-descriptor.h"

G_BEGIN_DECLS

/* What the tests of src/core/api share. All but the readers abort on failure. */

/* A descriptor that is shipped, such as "wordpress"; or one from text. */
NewsDescriptor *api_test_load (const char *name);
NewsDescriptor *api_test_parse (const char *text, GError **error);

/* A file below tests/fixtures/api, such as "wordpress/list.json". */
GBytes *api_test_fixture (const char *name);

/* A source of @api whose parameters "api", "feed" and "site" are @address. */
NewsSource *api_test_source (const char *api, const char *address);

/* JSON from text in which ' stands for ". */
JsonNode *api_test_json (const char *text);

/* A context at @root. */
NewsContext api_test_context (JsonNode *root);

/* Reads @body as the answer of @status to @ask, with the header Link, X-WP-Total and
 * X-WP-TotalPages as @headers has them ("name: value", ended by NULL), or NULL. */
NewsAnswer *api_test_read (NewsDescriptor *descriptor,
                           NewsSource *source,
                           const NewsQuestion *question,
                           guint status,
                           GBytes *body,
                           const char *const *headers,
                           GError **error);

/* The same with a fixture, status 200 and no headers, to the first page of everything. */
NewsAnswer *api_test_read_fixture (NewsDescriptor *descriptor,
                                   NewsSource *source,
                                   NewsAsk ask,
                                   const char *name,
                                   GError **error);

/* A list of texts as one, apart by "|"; "" for NULL. */
char *api_test_join (char **list);

G_END_DECLS
