/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-errand.h"

#include "news-intake.h"

#define ACCEPT "application/json, application/feed+json;q=0.9, */*;q=0.1"

static NewsRequest *
create_request (NewsErrand *self, NewsCall *call, NewsValidators *known)
{
  NewsRequest *request = news_request_new (call->url);
  GHashTableIter iter;
  gpointer name, value;

  request->public_only = self->public_only;
  g_set_str (&request->method, call->method);
  g_set_str (&request->accept, ACCEPT);
  g_set_str (&request->language, self->source->language);
  g_set_str (&request->body, call->body);
  g_set_str (&request->content_type, call->content_type);

  g_hash_table_iter_init (&iter, call->headers);
  while (g_hash_table_iter_next (&iter, &name, &value))
    g_hash_table_insert (request->headers, g_strdup (name), g_strdup (value));

  if (known != NULL)
    {
      g_set_str (&request->etag, known->etag);
      g_set_str (&request->last_modified, known->last_modified);
    }

  return request;
}

/* The first 64 bits of a SHA-256: enough to tell whether the same bytes came again. */
static guint64
hash (GBytes *bytes)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  guint64 value = 0;
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);

  g_checksum_update (checksum, data, (gssize) size);
  g_checksum_get_digest (checksum, digest, &length);
  for (gsize i = 0; i < sizeof value; i++)
    value = value << 8 | digest[i];

  return value;
}

static NewsValidators *
create_validators (NewsResponse *response, NewsValidators *known)
{
  NewsValidators *validators = g_new0 (NewsValidators, 1);

  validators->answered = g_get_real_time () / G_USEC_PER_SEC;
  validators->etag = g_strdup (news_response_get_header (response, "etag"));
  validators->last_modified = g_strdup (news_response_get_header (response, "last-modified"));

  if (response->status != 304)
    {
      validators->hash = hash (response->body);
      return validators;
    }

  /* RFC 9110, 15.4.5: a 304 repeats validators only where they help. */
  if (validators->etag == NULL)
    validators->etag = g_strdup (known->etag);
  if (validators->last_modified == NULL)
    validators->last_modified = g_strdup (known->last_modified);
  validators->hash = known->hash;

  return validators;
}

/* RFC 9110, 10.2.3: seconds or a date. */
static guint
read_retry_after (NewsResponse *response)
{
  const char *value = news_response_get_header (response, "retry-after");
  guint64 seconds;
  g_autoptr (GDateTime) date = NULL;
  g_autoptr (GDateTime) now = NULL;

  if (value == NULL)
    return 0;
  if (g_ascii_string_to_unsigned (value, 10, 0, G_MAXUINT32, &seconds, NULL))
    return (guint) seconds;

  date = news_response_parse_date (value);
  if (date == NULL)
    return 0;
  now = g_date_time_new_now_utc ();

  return (guint) MAX (g_date_time_difference (date, now) / G_TIME_SPAN_SECOND, 0);
}

void
news_errand_clear (NewsErrand *self)
{
  g_clear_pointer (&self->url, g_free);
  g_clear_pointer (&self->answer, news_answer_free);
  g_clear_pointer (&self->validators, news_validators_free);
}

gboolean
news_errand_run (NewsErrand *self,
                 NewsFetcher *fetcher,
                 NewsStore *store,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (NewsCall) call = NULL;
  g_autoptr (NewsRequest) request = NULL;
  g_autoptr (NewsResponse) response = NULL;
  g_autoptr (NewsValidators) known = NULL;

  call = news_protocol_prepare (self->protocol, self->source, &self->question, error);
  if (call == NULL)
    return FALSE;

  self->url = g_strdup (call->url);
  if (store != NULL)
    known = news_store_get_validators (store, self->url, NULL);

  request = create_request (self, call, known);
  response = news_fetcher_fetch (fetcher, request, cancellable, error);
  if (response == NULL)
    return FALSE;

  self->retry_after = read_retry_after (response);
  if (known != NULL && response->status == 304)
    {
      self->validators = create_validators (response, known);
      return TRUE;
    }

  self->validators = create_validators (response, known);
  if (known != NULL && response->status == 200 && known->hash != 0
      && self->validators->hash == known->hash)
    return TRUE;

  return news_errand_read (self, response, error);
}

gboolean
news_errand_read (NewsErrand *self, NewsResponse *response, GError **error)
{
  NewsReply reply = { response->status, response->url, response->headers, response->body };

  self->answer = news_protocol_read (self->protocol, self->source, &self->question, &reply, error);
  if (self->answer == NULL)
    return FALSE;

  for (guint i = 0; i < self->answer->articles->len; i++)
    news_intake_prepare (g_ptr_array_index (self->answer->articles, i), self->source);

  return TRUE;
}
