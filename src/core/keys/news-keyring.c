/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-keyring.h"

#include <libsecret/secret.h>

static const SecretSchema schema = {
  APPLICATION_ID,
  SECRET_SCHEMA_NONE,
  {
    { "source", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "parameter", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { NULL, 0 },
  },
};

struct _NewsKeyring
{
  GMutex lock;
  GHashTable
    *held; /* char* to char*, by "source\nname"; what the service said, or could not keep */
  gboolean has_service;
};

static char *
dup_place (const char *source, const char *name)
{
  return g_strconcat (source, "\n", name, NULL);
}

static void
clear (NewsKeyring *self)
{
  g_hash_table_unref (self->held);
  g_mutex_clear (&self->lock);
}

static NewsKeyring *
create (gboolean has_service)
{
  NewsKeyring *self = g_atomic_rc_box_new0 (NewsKeyring);

  g_mutex_init (&self->lock);
  /* Freed by overwriting, so that nothing is left of it in memory. */
  self->held = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                      (GDestroyNotify) secret_password_free);
  self->has_service = has_service;

  return self;
}

/* A secret in memory that is not swapped to the disk, as far as the system lets us. */
static char *
protect (const char *secret)
{
  g_autoptr (SecretValue) value = secret_value_new (secret, -1, "text/plain");

  return secret_value_unref_to_password (g_steal_pointer (&value), NULL);
}

static char *
dup_held (NewsKeyring *self, const char *source, const char *name)
{
  g_autofree char *place = dup_place (source, name);
  char *secret;

  g_mutex_lock (&self->lock);
  secret = g_strdup (g_hash_table_lookup (self->held, place));
  g_mutex_unlock (&self->lock);

  return secret;
}

static gboolean
has_service (NewsKeyring *self)
{
  gboolean has;

  g_mutex_lock (&self->lock);
  has = self->has_service;
  g_mutex_unlock (&self->lock);

  return has;
}

/* The service is not there, or does not do what services do. That is no reason for a reader to
 * stop: what the keyring can't keep is held. Only that somebody gave up is an error. */
static gboolean
settle (NewsKeyring *self, GError *problem, GError **error)
{
  if (problem == NULL)
    return TRUE;

  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, problem);
      return FALSE;
    }

  g_debug ("Secret Service: %s", problem->message);
  g_error_free (problem);
  g_mutex_lock (&self->lock);
  self->has_service = FALSE;
  g_mutex_unlock (&self->lock);

  return TRUE;
}

NewsKeyring *
news_keyring_new (void)
{
  return create (TRUE);
}

NewsKeyring *
news_keyring_new_in_memory (void)
{
  return create (FALSE);
}

NewsKeyring *
news_keyring_ref (NewsKeyring *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
news_keyring_unref (NewsKeyring *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

gboolean
news_keyring_is_lasting (NewsKeyring *self)
{
  return has_service (self);
}

char *
news_keyring_lookup (NewsKeyring *self,
                     const char *source,
                     const char *name,
                     GCancellable *cancellable,
                     GError **error)
{
  char *held = dup_held (self, source, name);
  char *secret;
  GError *problem = NULL;

  g_return_val_if_fail (!g_main_context_is_owner (g_main_context_default ()), held);

  if (held != NULL || !has_service (self))
    return held;

  secret = secret_password_lookup_sync (&schema, cancellable, &problem, "source", source,
                                        "parameter", name, NULL);
  if (!settle (self, problem, error) || secret == NULL)
    return NULL;

  news_keyring_hold (self, source, name, secret);
  secret_password_free (secret);

  return dup_held (self, source, name);
}

gboolean
news_keyring_store (NewsKeyring *self,
                    const char *source,
                    const char *name,
                    const char *label,
                    const char *secret,
                    GCancellable *cancellable,
                    GError **error)
{
  GError *problem = NULL;

  g_return_val_if_fail (!g_main_context_is_owner (g_main_context_default ()), FALSE);

  if (has_service (self))
    secret_password_store_sync (&schema, SECRET_COLLECTION_DEFAULT, label, secret, cancellable,
                                &problem, "source", source, "parameter", name, NULL);
  if (!settle (self, problem, error))
    return FALSE;
  news_keyring_hold (self, source, name, secret);

  return TRUE;
}

gboolean
news_keyring_remove (NewsKeyring *self,
                     const char *source,
                     const char *name,
                     GCancellable *cancellable,
                     GError **error)
{
  GError *problem = NULL;

  g_return_val_if_fail (!g_main_context_is_owner (g_main_context_default ()), FALSE);

  news_keyring_hold (self, source, name, NULL);
  if (has_service (self))
    secret_password_clear_sync (&schema, cancellable, &problem, "source", source, "parameter", name,
                                NULL);
  if (problem != NULL)
    g_propagate_error (error, problem);

  return problem == NULL;
}

void
news_keyring_hold (NewsKeyring *self, const char *source, const char *name, const char *secret)
{
  char *place = dup_place (source, name);

  g_mutex_lock (&self->lock);
  if (secret != NULL)
    g_hash_table_replace (self->held, g_steal_pointer (&place), protect (secret));
  else
    g_hash_table_remove (self->held, place);
  g_mutex_unlock (&self->lock);
  g_free (place);
}
