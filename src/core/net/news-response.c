/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-response.h"

#include <libsoup/soup.h>

#define LIMIT (32 * 1024 * 1024)
#define TIMEOUT 30

static void
clear (NewsResponse *self)
{
  g_free (self->url);
  g_hash_table_unref (self->headers);
  g_bytes_unref (self->body);
}

NewsRequest *
news_request_new (const char *url)
{
  NewsRequest *self = g_new0 (NewsRequest, 1);

  self->url = g_strdup (url);
  self->method = g_strdup ("GET");
  self->headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
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
  g_free (self->etag);
  g_free (self->last_modified);
  g_free (self->body);
  g_free (self->content_type);
  g_free (self);
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
