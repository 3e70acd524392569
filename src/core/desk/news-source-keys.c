/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-source-keys.h"

#include "news-credentials.h"
#include "news-errand.h"

static gboolean
is_secret (const NewsParameter *parameter)
{
  return parameter->type == NEWS_PARAMETER_SECRET;
}

static NewsDescriptor *
get_descriptor (NewsSource *source, const NewsTools *tools)
{
  NewsProtocol *protocol = news_registry_get (tools->registry, source->api);

  return protocol != NULL ? news_protocol_get_descriptor (protocol) : NULL;
}

/* What the source itself says, as an edition may that a person has written. */
static const char *
get_own (NewsSource *source, const NewsParameter *parameter)
{
  const char *value = news_source_get_parameter (source, parameter->name);

  return value != NULL && *value != '\0' ? value : NULL;
}

static gboolean
asks_secret (NewsDescriptor *descriptor)
{
  g_autoptr (GPtrArray) asked = news_descriptor_list_asked (descriptor);

  for (guint i = 0; i < asked->len; i++)
    if (is_secret (g_ptr_array_index (asked, i)))
      return TRUE;

  return FALSE;
}

/* The source without secrets of its own, and with all else that is in @values (nullable). */
static NewsSource *
copy_with_values (NewsSource *source, GPtrArray *asked, GHashTable *values)
{
  NewsSource *copy = news_source_copy (source);

  for (guint i = 0; i < asked->len; i++)
    {
      const NewsParameter *parameter = g_ptr_array_index (asked, i);
      gboolean is_entered = values != NULL && g_hash_table_contains (values, parameter->name);
      const char *value = is_entered ? news_credentials_get_entered (values, parameter) : NULL;

      if (is_secret (parameter) || (is_entered && value == NULL))
        g_hash_table_remove (copy->parameters, parameter->name);
      else if (is_entered)
        news_source_set_parameter (copy, parameter->name, value);
    }

  return copy;
}

/* All secrets that the source is to be asked with: those that were entered, else those that are
 * there. */
static GHashTable *
collect_secrets (NewsSource *source,
                 GPtrArray *asked,
                 GHashTable *values,
                 NewsKeyring *keyring,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (GHashTable) secrets = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < asked->len; i++)
    {
      const NewsParameter *parameter = g_ptr_array_index (asked, i);
      char *secret = g_strdup (news_credentials_get_entered (values, parameter));
      GError *problem = NULL;

      if (!is_secret (parameter))
        {
          g_free (secret);
          continue;
        }
      if (secret == NULL)
        secret = g_strdup (get_own (source, parameter));
      if (secret == NULL)
        secret = news_keyring_lookup (keyring, source->id, parameter->name, cancellable, &problem);
      if (problem != NULL)
        {
          g_propagate_error (error, problem);
          return NULL;
        }
      if (secret != NULL)
        g_hash_table_insert (secrets, parameter->name, secret);
    }

  return g_steal_pointer (&secrets);
}

/* Asks for the first page, with a keyring that forgets: what is not accepted has never been kept
 * anywhere. */
static gboolean
try_secrets (NewsSource *source,
             const char *section,
             GHashTable *secrets,
             const NewsTools *tools,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (NewsKeyring) trial = news_keyring_new_in_memory ();
  g_auto (NewsErrand) errand = { 0 };
  NewsToll toll = { 0 };
  g_autoptr (GError) untold = NULL;
  GHashTableIter iter;
  gpointer name, secret;
  gboolean answers;

  g_hash_table_iter_init (&iter, secrets);
  while (g_hash_table_iter_next (&iter, &name, &secret))
    news_keyring_hold (trial, source->id, name, secret);

  errand.protocol = news_registry_get (tools->registry, source->api);
  errand.source = source;
  errand.keyring = trial;
  errand.min_interval = source->interval * 1000;
  errand.question.ask = NEWS_ASK_LIST;
  errand.question.section = section;
  answers = news_errand_run (&errand, tools->fetcher, NULL, cancellable, error);

  /* That it can't be counted is told by the store itself. */
  toll.requests = errand.requests;
  toll.bytes = errand.bytes;
  if (!news_store_note_asking (tools->store, source->id, section, NULL, &toll, &untold))
    g_debug ("%s: %s", source->name, untold->message);

  return answers;
}

gboolean
news_source_keys_can_help (NewsDescriptor *descriptor, NewsSource *source, const GError *error)
{
  if (descriptor == NULL || error == NULL || error->domain != NEWS_API_ERROR)
    return FALSE;

  switch (error->code)
    {
    case NEWS_API_ERROR_KEY_MISSING:
    case NEWS_API_ERROR_KEY_INVALID:
    /* Another key has a day of its own. */
    case NEWS_API_ERROR_QUOTA:
    /* Some give no reason for their no. */
    case NEWS_API_ERROR_BLOCKED:
      return asks_secret (descriptor);
    case NEWS_API_ERROR_CANNOT:
      return news_credentials_are_wanted (descriptor, source, error);
    default:
      return FALSE;
    }
}

gboolean
news_source_keys_get_state (NewsDescriptor *descriptor,
                            NewsSource *source,
                            NewsKeyring *keyring,
                            NewsKeyState *state,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (GPtrArray) asked = news_descriptor_list_asked (descriptor);
  g_autoptr (GHashTable) nothing = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) secrets
    = collect_secrets (source, asked, nothing, keyring, cancellable, error);

  if (secrets == NULL)
    return FALSE;

  *state = g_hash_table_size (secrets) > 0 ? NEWS_KEY_OWN : NEWS_KEY_SHARED;
  for (guint i = 0; i < asked->len && *state == NEWS_KEY_SHARED; i++)
    {
      const NewsParameter *parameter = g_ptr_array_index (asked, i);

      if (is_secret (parameter) && parameter->fallback == NULL)
        *state = NEWS_KEY_NONE;
    }

  return TRUE;
}

NewsSource *
news_source_keys_change (NewsSource *source,
                         const char *section,
                         GHashTable *values,
                         const NewsTools *tools,
                         GCancellable *cancellable,
                         GError **error)
{
  NewsDescriptor *descriptor = get_descriptor (source, tools);
  g_autoptr (GPtrArray) asked = NULL;
  g_autoptr (GHashTable) secrets = NULL;
  g_autoptr (NewsSource) changed = NULL;
  g_autoptr (GError) untold = NULL;
  GError *problem = NULL;

  if (descriptor == NULL)
    {
      g_set_error (error, NEWS_API_ERROR, NEWS_API_ERROR_CANNOT, "“%s” is asked for no key",
                   source->name);
      return NULL;
    }

  asked = news_descriptor_list_asked (descriptor);
  secrets = collect_secrets (source, asked, values, tools->keyring, cancellable, error);
  if (secrets == NULL)
    return NULL;

  changed = copy_with_values (source, asked, values);
  if (!try_secrets (changed, section, secrets, tools, cancellable, &problem))
    {
      news_credentials_set_refusal (descriptor, problem, error);
      return NULL;
    }
  if (!news_credentials_store (changed, asked, secrets, tools->keyring, cancellable, error))
    return NULL;

  news_credentials_drop_token (changed->id, tools->keyring);
  /* The next try by hand says until when it has to wait. */
  if (!news_store_lift_restraint (tools->store, changed->id, &untold))
    g_debug ("%s: %s", changed->name, untold->message);

  return g_steal_pointer (&changed);
}

NewsSource *
news_source_keys_forget (NewsSource *source,
                         const NewsTools *tools,
                         GCancellable *cancellable,
                         GError **error)
{
  NewsDescriptor *descriptor = get_descriptor (source, tools);
  g_autoptr (GPtrArray) asked = NULL;

  if (!news_keyring_remove_all (tools->keyring, source->id, TRUE, cancellable, error))
    return NULL;

  asked = descriptor != NULL ? news_descriptor_list_asked (descriptor) : g_ptr_array_new ();

  return copy_with_values (source, asked, NULL);
}
