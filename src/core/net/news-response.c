/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-response.h"

#include "news-secrets.h"

#include <libsoup/soup.h>

#define LIMIT (32 * 1024 * 1024)
#define TIMEOUT 30

static void
clear (NewsResponse *self)
{
  g_free (self->url);
  g_free (self->moved);
  g_hash_table_unref (self->headers);
  g_bytes_unref (self->body);
}

/* 0 for what is no number */
static guint
parse_seconds (const char *text)
{
  guint64 seconds;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT64, &seconds, NULL))
    return 0;

  return (guint) MIN (seconds, G_MAXINT);
}

/* By the server's own clock where it tells the time, as ours or its may be wrong. Expires: 0 and
 * the like are no dates, and have passed. */
static gint64
get_seconds_until (NewsResponse *self, const char *text)
{
  const char *told = news_response_get_header (self, "date");
  g_autoptr (GDateTime) date = news_response_parse_date (text);
  g_autoptr (GDateTime) now = told != NULL ? news_response_parse_date (told) : NULL;

  if (date == NULL)
    return 0;
  if (now == NULL)
    now = g_date_time_new_now_utc ();

  return g_date_time_difference (date, now) / G_TIME_SPAN_SECOND;
}

NewsRequest *
news_request_new (const char *url)
{
  NewsRequest *self = g_new0 (NewsRequest, 1);

  self->url = g_strdup (url);
  self->method = g_strdup ("GET");
  self->headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->secret_headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->secret_parameters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->limit = LIMIT;
  self->timeout = TIMEOUT;

  return self;
}

void
news_request_free (NewsRequest *self)
{
  g_free (self->url);
  g_free (self->method);
  g_free (self->accept);
  g_free (self->language);
  g_hash_table_unref (self->headers);
  g_hash_table_unref (self->secret_headers);
  g_hash_table_unref (self->secret_parameters);
  g_free (self->etag);
  g_free (self->last_modified);
  g_free (self->body);
  g_free (self->content_type);
  g_free (self);
}

void
news_request_set_secret_header (NewsRequest *self, const char *name, const char *value)
{
  g_hash_table_insert (self->secret_headers, g_strdup (name), g_strdup (value));
}

void
news_request_set_secret_parameter (NewsRequest *self, const char *name, const char *value)
{
  g_hash_table_insert (self->secret_parameters, g_strdup (name), g_strdup (value));
}

gboolean
news_request_may_move (NewsRequest *self, const char *target)
{
  g_autoptr (GUri) from = g_uri_parse (self->url, SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr (GUri) to = g_uri_parse (target, SOUP_HTTP_URI_FLAGS, NULL);

  return from != NULL && to != NULL
         && (!news_secrets_exist (self) || news_secrets_same_origin (from, to));
}

NewsResponse *
news_response_new (guint status, const char *url, GHashTable *headers, GBytes *body)
{
  NewsResponse *self = g_atomic_rc_box_new0 (NewsResponse);

  self->status = status;
  self->url = g_strdup (url);
  self->headers = g_hash_table_ref (headers);
  self->body = g_bytes_ref (body);

  return self;
}

NewsResponse *
news_response_ref (NewsResponse *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
news_response_unref (NewsResponse *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

guint
news_response_get_lifetime (NewsResponse *self)
{
  const char *control = news_response_get_header (self, "cache-control");
  const char *expires = news_response_get_header (self, "expires");
  g_autoptr (GHashTable) directives = NULL;
  gint64 lifetime = 0;
  guint64 age = 0;

  if (control != NULL)
    directives = soup_header_parse_param_list (control);
  if (directives != NULL
      && (g_hash_table_contains (directives, "no-cache")
          || g_hash_table_contains (directives, "no-store")))
    return 0;

  if (directives != NULL && g_hash_table_contains (directives, "max-age"))
    lifetime = parse_seconds (g_hash_table_lookup (directives, "max-age"));
  else if (expires != NULL)
    lifetime = get_seconds_until (self, expires);

  if (news_response_get_header (self, "age") != NULL)
    age = parse_seconds (news_response_get_header (self, "age"));

  return (guint) CLAMP (lifetime - (gint64) age, 0, G_MAXINT);
}

guint
news_response_get_retry_after (NewsResponse *self)
{
  const char *value = news_response_get_header (self, "retry-after");
  guint64 seconds;

  if (value == NULL)
    return 0;
  if (g_ascii_string_to_unsigned (value, 10, 0, G_MAXUINT32, &seconds, NULL))
    return (guint) seconds;

  return (guint) CLAMP (get_seconds_until (self, value), 0, G_MAXINT);
}

const char *
news_response_get_header (NewsResponse *self, const char *name)
{
  g_autofree char *key = g_ascii_strdown (name, -1);

  return g_hash_table_lookup (self->headers, key);
}

GDateTime *
news_response_parse_date (const char *text)
{
  return soup_date_time_new_from_http_string (text);
}
