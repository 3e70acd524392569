/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-errand.h"

#include "news-credentials.h"
#include "news-follow.h"
#include "news-intake.h"

#define ACCEPT "application/json, application/feed+json;q=0.9, */*;q=0.1"

/* For how long validators are trusted without the body's having come: a server that has mixed them
 * up would otherwise say for ever that nothing is new. */
#define LONGEST_TRUST (8 * 24 * 60 * 60)

/* Milliseconds between two requests, as the API asks for. */
static guint
get_interval (NewsErrand *self)
{
  NewsDescriptor *descriptor = news_protocol_get_descriptor (self->protocol);
  guint own
    = descriptor != NULL ? news_cost_get_interval (news_descriptor_get_cost (descriptor)) : 0;

  return MAX (self->min_interval, own);
}

static guint
get_at_once (NewsErrand *self)
{
  NewsDescriptor *descriptor = news_protocol_get_descriptor (self->protocol);

  return descriptor != NULL ? news_descriptor_get_cost (descriptor)->at_once : 0;
}

/* How long the answer is good: by what came with it, by what is in it, or was in it when it last
 * came whole, and by the API's own rules. The longest counts. */
static guint
get_lifetime (NewsErrand *self, NewsResponse *response)
{
  NewsDescriptor *descriptor = news_protocol_get_descriptor (self->protocol);
  guint fresh = descriptor != NULL ? news_descriptor_get_cost (descriptor)->fresh_s : 0;

  return MAX (MAX (news_response_get_lifetime (response), self->validators->lifetime), fresh);
}

/* By a clock that was wrong, they may be from the future. */
static gboolean
may_trust (const NewsValidators *known)
{
  gint64 age = g_get_real_time () / G_USEC_PER_SEC - known->answered;

  return age >= 0 && age <= LONGEST_TRUST;
}

static NewsRequest *
create_request (NewsErrand *self, NewsCall *call, NewsValidators *known)
{
  NewsRequest *request = news_request_new (call->url);
  GHashTableIter iter;
  gpointer name, value;

  request->public_only = self->public_only;
  request->min_interval = get_interval (self);
  request->at_once = get_at_once (self);
  g_set_str (&request->method, call->method);
  g_set_str (&request->accept, ACCEPT);
  g_set_str (&request->language, self->source->language);
  g_set_str (&request->body, call->body);
  g_set_str (&request->content_type, call->content_type);

  g_hash_table_iter_init (&iter, call->headers);
  while (g_hash_table_iter_next (&iter, &name, &value))
    g_hash_table_insert (request->headers, g_strdup (name), g_strdup (value));

  news_credentials_add_to_request (call, request);
  if (known != NULL && may_trust (known))
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
  validators->moved = g_strdup (response->moved);

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
  validators->answered = known->answered;

  return validators;
}

/* Sends the request, to where its address has gone if that is known. */
static NewsResponse *
send (NewsErrand *self,
      NewsFetcher *fetcher,
      NewsStore *store,
      NewsRequest *request,
      NewsValidators *known,
      GCancellable *cancellable,
      GError **error)
{
  gboolean moved
    = known != NULL && known->moved != NULL && news_request_may_move (request, known->moved);
  NewsResponse *response;

  if (moved)
    g_set_str (&request->url, known->moved);

  self->requests++;
  response = news_fetcher_fetch (fetcher, request, cancellable, error);
  if (response != NULL)
    self->bytes = g_bytes_get_size (response->body);

  /* Where it is no longer there either, the next time begins anew. */
  if (moved && !g_cancellable_is_cancelled (cancellable)
      && (response == NULL || response->status == 404 || response->status == 410))
    news_store_forget_move (store, self->url, NULL);

  return response;
}

void
news_errand_clear (NewsErrand *self)
{
  g_clear_pointer (&self->url, g_free);
  g_clear_pointer (&self->answer, news_answer_free);
  g_clear_pointer (&self->validators, news_validators_free);
}

/* When an API says in its own words that it is to be left alone, and for how long. */
static void
note_retry (NewsErrand *self, NewsSource *filled, const NewsReply *reply)
{
  NewsDescriptor *descriptor = news_protocol_get_descriptor (self->protocol);

  if (self->retry_after == 0 && descriptor != NULL)
    self->retry_after
      = news_descriptor_get_retry (descriptor, filled, reply, g_get_real_time () / G_USEC_PER_SEC);
}

static gboolean
read_answer (NewsErrand *self, NewsSource *filled, NewsResponse *response, GError **error)
{
  NewsReply reply = { response->status, response->url, response->headers, response->body };

  self->answer = news_protocol_read (self->protocol, filled, &self->question, &reply, error);
  if (self->answer == NULL)
    {
      note_retry (self, filled, &reply);
      return FALSE;
    }

  if (self->validators != NULL)
    self->validators->lifetime = self->answer->lifetime;
  for (guint i = 0; i < self->answer->articles->len; i++)
    news_intake_prepare (g_ptr_array_index (self->answer->articles, i), self->source);

  return TRUE;
}

static gboolean
is_unchanged (NewsErrand *self, NewsResponse *response, const NewsValidators *known)
{
  if (known == NULL)
    return FALSE;

  return response->status == 304
         || (response->status == 200 && known->hash != 0 && self->validators->hash == known->hash);
}

/* With a source that has its keys. */
static gboolean
run (NewsErrand *self,
     NewsSource *filled,
     NewsFetcher *fetcher,
     NewsStore *store,
     GCancellable *cancellable,
     GError **error)
{
  g_autoptr (NewsCall) call = NULL;
  g_autoptr (NewsRequest) request = NULL;
  g_autoptr (NewsResponse) response = NULL;
  g_autoptr (NewsValidators) known = NULL;

  call = news_protocol_prepare (self->protocol, filled, &self->question, error);
  if (call == NULL)
    return FALSE;

  /* Two forms may go to one address: what came for the other says nothing. */
  g_set_str (&self->url, call->url);
  if (store != NULL && call->body == NULL)
    known = news_store_get_validators (store, self->url, NULL);

  request = create_request (self, call, known);
  response = send (self, fetcher, store, request, known, cancellable, error);
  if (response == NULL)
    return FALSE;

  self->retry_after = news_response_get_retry_after (response);
  g_clear_pointer (&self->validators, news_validators_free);
  self->validators = create_validators (response, known);
  if (is_unchanged (self, response, known))
    self->validators->lifetime = known->lifetime;
  else if (!read_answer (self, filled, response, error))
    return FALSE;

  self->lifetime = get_lifetime (self, response);

  return TRUE;
}

static gboolean
log_in_and_run (NewsErrand *self,
                NewsDescriptor *descriptor,
                NewsSource *filled,
                NewsFetcher *fetcher,
                NewsStore *store,
                GCancellable *cancellable,
                GError **error)
{
  return news_credentials_log_in (descriptor, filled, self->keyring, fetcher, cancellable, error)
         && run (self, filled, fetcher, store, cancellable, error);
}

static gboolean
run_described (NewsErrand *self,
               NewsDescriptor *descriptor,
               NewsFetcher *fetcher,
               NewsStore *store,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (NewsSource) filled = NULL;
  g_autoptr (GError) problem = NULL;
  gboolean done;

  filled = news_credentials_fill (descriptor, self->source, self->keyring, cancellable, error);
  if (filled == NULL)
    return FALSE;

  done = log_in_and_run (self, descriptor, filled, fetcher, store, cancellable, &problem);
  /* A token ends some day, and then a new one is to be had. */
  if (g_error_matches (problem, NEWS_API_ERROR, NEWS_API_ERROR_KEY_INVALID)
      && news_credentials_log_out (descriptor, filled, self->keyring))
    {
      g_clear_error (&problem);
      done = log_in_and_run (self, descriptor, filled, fetcher, store, cancellable, &problem);
    }
  if (done && self->answer != NULL && self->answer->ids->len > 0)
    done = news_follow_run (self, fetcher, cancellable, &problem);

  news_credentials_hide (descriptor, filled, &problem);
  if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));

  return done;
}

gboolean
news_errand_run (NewsErrand *self,
                 NewsFetcher *fetcher,
                 NewsStore *store,
                 GCancellable *cancellable,
                 GError **error)
{
  NewsDescriptor *descriptor = news_protocol_get_descriptor (self->protocol);

  /* A feed has neither keys nor an answer of its own. */
  if (descriptor == NULL)
    return run (self, self->source, fetcher, store, cancellable, error);

  self->answer = news_descriptor_answer_itself (descriptor, &self->question);
  if (self->answer != NULL)
    return TRUE;

  return run_described (self, descriptor, fetcher, store, cancellable, error);
}

gboolean
news_errand_read (NewsErrand *self, NewsResponse *response, GError **error)
{
  return read_answer (self, self->source, response, error);
}
