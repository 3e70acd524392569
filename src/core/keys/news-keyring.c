/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-keyring.h"

#include <glib/gi18n-lib.h>
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

/* How the service has a secret. */
typedef enum
{
  NOWHERE,
  OPEN,
  LOCKED,
} Place;

struct _NewsKeyring
{
  GMutex asking; /* held while the service is asked, so that a person gets one question at a time */
  GMutex lock;   /* of what follows */
  GHashTable
    *held; /* char* to char*, by "source\nname"; what the service said, or could not keep */
  gboolean has_service;
  gboolean is_refused; /* a person did not want to unlock it */
};

G_DEFINE_QUARK (news-keyring-error-quark, news_keyring_error)

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
  g_mutex_clear (&self->asking);
}

static NewsKeyring *
create (gboolean has_service)
{
  NewsKeyring *self = g_atomic_rc_box_new0 (NewsKeyring);

  g_mutex_init (&self->asking);
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

static gboolean
is_refused (NewsKeyring *self)
{
  gboolean is;

  g_mutex_lock (&self->lock);
  is = self->is_refused;
  g_mutex_unlock (&self->lock);

  return is;
}

static void
set_refused (NewsKeyring *self, gboolean refused)
{
  g_mutex_lock (&self->lock);
  self->is_refused = refused;
  g_mutex_unlock (&self->lock);
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

static void
fail_locked (GError **error, const char *words)
{
  g_set_error_literal (error, NEWS_KEYRING_ERROR, NEWS_KEYRING_ERROR_LOCKED, words);
}

/* By what the service knows the secret; without @name (nullable), all secrets of @source. */
static GHashTable *
create_attributes (const char *source, const char *name)
{
  GHashTable *attributes = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (attributes, (gpointer) "source", (gpointer) source);
  if (name != NULL)
    g_hash_table_insert (attributes, (gpointer) "parameter", (gpointer) name);

  return attributes;
}

/* Looks for the secret; with SECRET_SEARCH_UNLOCK in @flags, a person may be asked. */
static Place
find (const char *source,
      const char *name,
      SecretSearchFlags flags,
      GCancellable *cancellable,
      GError **error)
{
  g_autoptr (GHashTable) attributes = create_attributes (source, name);
  GList *items = secret_password_searchv_sync (&schema, attributes, SECRET_SEARCH_ALL | flags,
                                               cancellable, error);
  Place place = items != NULL ? OPEN : NOWHERE;

  for (GList *l = items; l != NULL; l = l->next)
    if (SECRET_IS_ITEM (l->data) && secret_item_get_locked (l->data))
      place = LOCKED;
  g_list_free_full (items, g_object_unref);

  return place;
}

/* What the service has, to be freed by secret_password_free(). libsecret does not tell what is
 * locked from what is not there. */
static char *
ask (NewsKeyring *self,
     const char *source,
     const char *name,
     GCancellable *cancellable,
     GError **error)
{
  GError *problem = NULL;
  Place place = find (source, name, SECRET_SEARCH_NONE, cancellable, &problem);
  char *secret = NULL;

  if (problem == NULL && (place == OPEN || (place == LOCKED && !is_refused (self))))
    secret = secret_password_lookup_sync (&schema, cancellable, &problem, "source", source,
                                          "parameter", name, NULL);
  if (!settle (self, problem, error))
    return NULL;
  if (place == OPEN || secret != NULL)
    set_refused (self, FALSE);
  if (place == LOCKED && secret == NULL && has_service (self))
    {
      set_refused (self, TRUE);
      fail_locked (error,
                   _ ("Its key is in the desktop’s keyring, which is locked. Unlock that, and "
                      "refresh."));
    }

  return secret;
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
  return has_service (self) && !is_refused (self);
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

  g_return_val_if_fail (!g_main_context_is_owner (g_main_context_default ()), held);

  if (held != NULL || !has_service (self))
    return held;

  g_mutex_lock (&self->asking);
  secret = ask (self, source, name, cancellable, error);
  g_mutex_unlock (&self->asking);
  if (secret == NULL)
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
  gboolean stored = FALSE;

  g_return_val_if_fail (!g_main_context_is_owner (g_main_context_default ()), FALSE);

  if (has_service (self))
    {
      g_mutex_lock (&self->asking);
      stored = secret_password_store_sync (&schema, SECRET_COLLECTION_DEFAULT, label, secret,
                                           cancellable, &problem, "source", source, "parameter",
                                           name, NULL);
      g_mutex_unlock (&self->asking);
      /* Who does not unlock it now may do so later: the service is there all the same. */
      if (g_error_matches (problem, SECRET_ERROR, SECRET_ERROR_IS_LOCKED))
        g_clear_error (&problem);
      if (problem == NULL)
        set_refused (self, !stored);
    }
  if (!settle (self, problem, error))
    return FALSE;
  news_keyring_hold (self, source, name, secret);

  return TRUE;
}

/* What is locked would be left where it is, without a word, by secret_password_clearv_sync(). */
static gboolean
remove_from_service (NewsKeyring *self,
                     const char *source,
                     const char *name,
                     gboolean may_ask,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GHashTable) attributes = create_attributes (source, name);
  GError *problem = NULL;
  Place place = find (source, name, may_ask ? SECRET_SEARCH_UNLOCK : SECRET_SEARCH_NONE,
                      cancellable, &problem);

  if (problem == NULL && place == OPEN)
    secret_password_clearv_sync (&schema, attributes, cancellable, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  if (may_ask || place != LOCKED)
    set_refused (self, place == LOCKED);
  if (place == LOCKED)
    fail_locked (error, _ ("The desktop’s keyring is locked, so that the key stays in it."));

  return place != LOCKED;
}

/* Drops what is held of @source; without @name (nullable), all of it. */
static void
drop_held (NewsKeyring *self, const char *source, const char *name)
{
  g_autofree char *place = dup_place (source, name != NULL ? name : "");
  GHashTableIter iter;
  gpointer held;

  g_mutex_lock (&self->lock);
  g_hash_table_iter_init (&iter, self->held);
  while (g_hash_table_iter_next (&iter, &held, NULL))
    if (name != NULL ? g_str_equal (held, place) : g_str_has_prefix (held, place))
      g_hash_table_iter_remove (&iter);
  g_mutex_unlock (&self->lock);
}

static gboolean
forget (NewsKeyring *self,
        const char *source,
        const char *name,
        gboolean may_ask,
        GCancellable *cancellable,
        GError **error)
{
  gboolean removed = TRUE;

  drop_held (self, source, name);
  if (has_service (self))
    {
      g_mutex_lock (&self->asking);
      removed = remove_from_service (self, source, name, may_ask, cancellable, error);
      g_mutex_unlock (&self->asking);
    }

  return removed;
}

gboolean
news_keyring_remove (NewsKeyring *self,
                     const char *source,
                     const char *name,
                     GCancellable *cancellable,
                     GError **error)
{
  g_return_val_if_fail (!g_main_context_is_owner (g_main_context_default ()), FALSE);

  return forget (self, source, name, TRUE, cancellable, error);
}

gboolean
news_keyring_remove_all (NewsKeyring *self,
                         const char *source,
                         gboolean ask,
                         GCancellable *cancellable,
                         GError **error)
{
  g_return_val_if_fail (!g_main_context_is_owner (g_main_context_default ()), FALSE);

  return forget (self, source, NULL, ask, cancellable, error);
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
