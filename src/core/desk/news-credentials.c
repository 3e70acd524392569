/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-credentials.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TOKEN "token"

/* Shorter secrets are parts of honest words, which would be torn apart. */
#define LEAST_LENGTH 4

#define HIDDEN "•••"

static gboolean
is_wanted (const NewsParameter *parameter, NewsSource *source)
{
  const char *value = news_source_get_parameter (source, parameter->name);

  return parameter->type == NEWS_PARAMETER_SECRET && (value == NULL || *value == '\0');
}

/* Adds what the keyring has for @name to *@filled, which is made for that. */
static gboolean
fill_one (NewsSource **filled,
          const char *name,
          NewsKeyring *keyring,
          GCancellable *cancellable,
          GError **error)
{
  GError *problem = NULL;
  g_autofree char *secret
    = news_keyring_lookup (keyring, (*filled)->id, name, cancellable, &problem);

  if (problem != NULL)
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  if (secret != NULL)
    news_source_set_parameter (*filled, name, secret);

  return TRUE;
}

NewsSource *
news_credentials_fill (NewsDescriptor *descriptor,
                       NewsSource *source,
                       NewsKeyring *keyring,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (NewsSource) filled = NULL;

  filled = news_source_copy (source);
  for (guint i = 0; i < news_descriptor_get_n_parameters (descriptor); i++)
    {
      const NewsParameter *parameter = news_descriptor_get_parameter (descriptor, i);

      if (keyring != NULL && is_wanted (parameter, source)
          && !fill_one (&filled, parameter->name, keyring, cancellable, error))
        return NULL;
    }

  return g_steal_pointer (&filled);
}

gboolean
news_credentials_are_wanted (NewsDescriptor *descriptor, NewsSource *source, const GError *error)
{
  gboolean lacks = g_error_matches (error, NEWS_API_ERROR, NEWS_API_ERROR_CANNOT);

  if (descriptor == NULL
      || (!lacks && !g_error_matches (error, NEWS_API_ERROR, NEWS_API_ERROR_KEY_MISSING)
          && !g_error_matches (error, NEWS_API_ERROR, NEWS_API_ERROR_KEY_INVALID)))
    return FALSE;

  for (guint i = 0; i < news_descriptor_get_n_parameters (descriptor); i++)
    {
      const NewsParameter *parameter = news_descriptor_get_parameter (descriptor, i);

      if (news_source_get_parameter (source, parameter->name) == NULL
          && (lacks ? parameter->fallback == NULL : parameter->type == NEWS_PARAMETER_SECRET))
        return TRUE;
    }

  return FALSE;
}

void
news_credentials_add_to_request (NewsCall *call, NewsRequest *request)
{
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_iter_init (&iter, call->secret_headers);
  while (g_hash_table_iter_next (&iter, &name, &value))
    news_request_set_secret_header (request, name, value);
  g_hash_table_iter_init (&iter, call->secret_parameters);
  while (g_hash_table_iter_next (&iter, &name, &value))
    news_request_set_secret_parameter (request, name, value);
  request->secret_body = call->secret_body;
}

const char *
news_credentials_get_entered (GHashTable *values, const NewsParameter *parameter)
{
  const char *value = g_hash_table_lookup (values, parameter->name);

  if (value == NULL || *value == '\0'
      || (parameter->type != NEWS_PARAMETER_SECRET && g_strcmp0 (value, parameter->fallback) == 0))
    return NULL;

  return value;
}

gboolean
news_credentials_store (NewsSource *source,
                        GPtrArray *parameters,
                        GHashTable *values,
                        NewsKeyring *keyring,
                        GCancellable *cancellable,
                        GError **error)
{
  for (guint i = 0; i < parameters->len; i++)
    {
      const NewsParameter *parameter = g_ptr_array_index (parameters, i);
      const char *value = news_credentials_get_entered (values, parameter);
      g_autofree char *label = NULL;

      if (value == NULL || parameter->type != NEWS_PARAMETER_SECRET)
        continue;
      label = g_strdup_printf ("Broadsheet: %s, %s", source->name, parameter->label);
      if (!news_keyring_store (keyring, source->id, parameter->name, label, value, cancellable,
                               error))
        return FALSE;
    }

  return TRUE;
}

/* To somebody who has just entered it, "not accepted" says more than what an API tells programs.
 * One that gives no reason for its no has been told nothing but that. */
void
news_credentials_set_refusal (NewsDescriptor *descriptor, GError *problem, GError **error)
{
  if (!g_error_matches (problem, NEWS_API_ERROR, NEWS_API_ERROR_KEY_INVALID)
      && !g_error_matches (problem, NEWS_API_ERROR, NEWS_API_ERROR_BLOCKED))
    {
      g_propagate_error (error, problem);
      return;
    }

  g_debug ("Unlocking: %s", problem->message);
  g_error_free (problem);
  g_set_error_literal (
    error, NEWS_API_ERROR, NEWS_API_ERROR_KEY_INVALID,
    descriptor != NULL && news_descriptor_has_login (descriptor)
      ? _ ("The name or the password was not accepted. See whether both are written as they are "
           "at the site.")
      : _ ("The key was not accepted. See whether all of it is there, and whether it is one of "
           "this site."));
}

static char *
fetch_token (NewsDescriptor *descriptor,
             NewsSource *filled,
             NewsFetcher *fetcher,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (NewsCall) call = news_descriptor_prepare_login (descriptor, filled, error);
  g_autoptr (NewsRequest) request = NULL;
  g_autoptr (NewsResponse) response = NULL;
  NewsReply reply;

  if (call == NULL)
    return NULL;

  request = news_request_new (call->url);
  g_set_str (&request->method, call->method);
  g_set_str (&request->body, call->body);
  g_set_str (&request->content_type, call->content_type);
  news_credentials_add_to_request (call, request);
  response = news_fetcher_fetch (fetcher, request, cancellable, error);
  if (response == NULL)
    return NULL;

  reply = (NewsReply) { response->status, response->url, response->headers, response->body };

  return news_descriptor_read_login (descriptor, filled, &reply, error);
}

gboolean
news_credentials_log_in (NewsDescriptor *descriptor,
                         NewsSource *filled,
                         NewsKeyring *keyring,
                         NewsFetcher *fetcher,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autofree char *token = NULL;

  if (!news_descriptor_has_login (descriptor) || news_source_get_parameter (filled, TOKEN) != NULL)
    return TRUE;

  if (keyring != NULL)
    token = news_keyring_lookup (keyring, filled->id, TOKEN, cancellable, NULL);
  if (token == NULL)
    token = fetch_token (descriptor, filled, fetcher, cancellable, error);
  if (token == NULL)
    return FALSE;

  if (keyring != NULL)
    news_keyring_hold (keyring, filled->id, TOKEN, token);
  news_source_set_parameter (filled, TOKEN, token);

  return TRUE;
}

gboolean
news_credentials_log_out (NewsDescriptor *descriptor, NewsSource *filled, NewsKeyring *keyring)
{
  if (!news_descriptor_has_login (descriptor) || news_source_get_parameter (filled, TOKEN) == NULL)
    return FALSE;

  if (keyring != NULL)
    news_keyring_hold (keyring, filled->id, TOKEN, NULL);
  g_hash_table_remove (filled->parameters, TOKEN);

  return TRUE;
}

void
news_credentials_drop_token (const char *source, NewsKeyring *keyring)
{
  news_keyring_hold (keyring, source, TOKEN, NULL);
}

void
news_credentials_hide (NewsDescriptor *descriptor, NewsSource *filled, GError **error)
{
  g_autoptr (GString) words = NULL;

  if (error == NULL || *error == NULL)
    return;

  words = g_string_new ((*error)->message);
  for (guint i = 0; i < news_descriptor_get_n_parameters (descriptor); i++)
    {
      const NewsParameter *parameter = news_descriptor_get_parameter (descriptor, i);
      const char *value = news_source_get_parameter (filled, parameter->name);

      if (parameter->type == NEWS_PARAMETER_SECRET && value != NULL
          && strlen (value) >= LEAST_LENGTH)
        g_string_replace (words, value, HIDDEN, 0);
    }
  g_set_str (&(*error)->message, words->str);
}
