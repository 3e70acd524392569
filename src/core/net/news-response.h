/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What to ask for. Made by news_request_new(), then its members are set. */
typedef struct
{
  char *url;
  char *method;        /* "GET" by default */
  char *accept;        /* or NULL */
  char *language;      /* Accept-Language, or NULL */
  GHashTable *headers; /* char* to char*: further headers */
  char *etag;          /* validators of the last answer, or NULL */
  char *last_modified;
  char *body; /* of a POST, or NULL */
  char *content_type;
  gsize limit;          /* in bytes, after decompression; 32 MiB by default */
  guint timeout;        /* in seconds without a byte; 30 by default */
  gboolean public_only; /* the address comes from an article: no loopback, no private network */
} NewsRequest;

NewsRequest *news_request_new (const char *url);
void news_request_free (NewsRequest *self);

/* An answer. Immutable; may be shared between threads. */
typedef struct
{
  guint status;        /* 304: @body is empty, what is stored is still good */
  char *url;           /* after redirects */
  GHashTable *headers; /* lower-case name to value; several of a name are joined by ", " */
  GBytes *body;
} NewsResponse;

/* @headers (lower-case names) and @body are shared, not copied, and must not change any more. */
NewsResponse *news_response_new (guint status, const char *url, GHashTable *headers, GBytes *body);
NewsResponse *news_response_ref (NewsResponse *self);
void news_response_unref (NewsResponse *self);

/* The value of a header, by its name in any case, or NULL. */
const char *news_response_get_header (NewsResponse *self, const char *name);

/* Reads a date of HTTP (RFC 9110, 5.6.7); NULL if it is none. */
GDateTime *news_response_parse_date (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsRequest, news_request_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsResponse, news_response_unref)

G_END_DECLS
