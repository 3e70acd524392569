/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What to ask for. Made by news_request_new(), then its members are set. */
typedef struct
{
  char *url;
  char *method;                  /* "GET" by default */
  char *accept;                  /* or NULL */
  char *language;                /* Accept-Language, or NULL */
  GHashTable *headers;           /* char* to char*: further headers */
  GHashTable *secret_headers;    /* char* to char*: see news_request_set_secret_header() */
  GHashTable *secret_parameters; /* char* to char*: see news_request_set_secret_parameter() */
  char *etag;                    /* validators of the last answer, or NULL */
  char *last_modified;
  char *body; /* of a POST, or NULL */
  char *content_type;
  gboolean secret_body; /* @body has a password: treated like the other secrets */
  gsize limit;          /* in bytes, after decompression; 32 MiB by default */
  guint timeout;        /* in seconds without a byte; 30 by default */
  gboolean public_only; /* the address comes from an article: no loopback, no private network */

  /* Milliseconds between the beginnings of two requests to this host, among those that have such an
   * interval: what its API's terms or its robots.txt (crawl-delay) ask for. A request waits for its
   * time. 0: as quickly as the answers come. How often a day is not the network's to know: see
   * NewsAssignment. */
  guint min_interval;

  /* Requests to this host under way, this one included, as its API asks for; 0 for the network's
   * own limit, which holds in any case. */
  guint at_once;
} NewsRequest;

NewsRequest *news_request_new (const char *url);
void news_request_free (NewsRequest *self);

/* Keys and passwords. They are sent with the request and are never part of an address that is
 * logged, kept or handed back. They go over https alone, or to this machine itself
 * (NEWS_NET_ERROR_INSECURE), and not on to another scheme, host or port when the server sends the
 * request there. @value is not escaped; a parameter must not be in the request's address too. */
void news_request_set_secret_header (NewsRequest *self, const char *name, const char *value);
void news_request_set_secret_parameter (NewsRequest *self, const char *name, const char *value);

/* Whether the request may be sent to @target, where its address is known to have gone, instead: not
 * if a key would go along to another host, which nobody chose. */
gboolean news_request_may_move (NewsRequest *self, const char *target);

/* An answer. Immutable; may be shared between threads. */
typedef struct
{
  guint status;        /* 304: @body is empty, what is stored is still good */
  char *url;           /* after redirects; without secrets */
  char *moved;         /* where the address has gone for ever (301, 308), or NULL */
  GHashTable *headers; /* lower-case name to value; several of a name are joined by ", " */
  GBytes *body;
} NewsResponse;

/* @headers (lower-case names) and @body are shared, not copied, and must not change any more. */
NewsResponse *news_response_new (guint status, const char *url, GHashTable *headers, GBytes *body);
NewsResponse *news_response_ref (NewsResponse *self);
void news_response_unref (NewsResponse *self);

/* How long the answer stays good by its own word, in seconds: Cache-Control, else Expires (RFC
 * 9111, 4.2.1), less its age. 0 if it does not say, or wants to be asked each time. */
guint news_response_get_lifetime (NewsResponse *self);

/* How long the server asks to be left alone, in seconds (RFC 9110, 10.2.3: a number, or a date that
 * is compared with the server's own clock). 0 if it does not. */
guint news_response_get_retry_after (NewsResponse *self);

/* The value of a header, by its name in any case, or NULL. */
const char *news_response_get_header (NewsResponse *self, const char *name);

/* Reads a date of HTTP (RFC 9110, 5.6.7); NULL if it is none. */
GDateTime *news_response_parse_date (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsRequest, news_request_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsResponse, news_response_unref)

G_END_DECLS
