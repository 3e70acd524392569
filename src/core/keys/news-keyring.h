/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Keys and passwords of sources, in the desktop's Secret Service. Where there is none they are kept
 * for this session only, in memory: a file of our own would be read by whoever reads the disk.
 *
 * All functions may be called from any worker; those that ask the service wait, as long as a person
 * takes to unlock it, and never on the main thread. */
typedef struct _NewsKeyring NewsKeyring;

#define NEWS_KEYRING_ERROR (news_keyring_error_quark ())

typedef enum
{
  NEWS_KEYRING_ERROR_LOCKED, /* the secret is there, but nobody unlocked it; the message says so */
} NewsKeyringError;

GQuark news_keyring_error_quark (void);

NewsKeyring *news_keyring_new (void);

/* One that keeps nothing longer than it is there. For tests, and for who must leave no trace. */
NewsKeyring *news_keyring_new_in_memory (void);

NewsKeyring *news_keyring_ref (NewsKeyring *self);
void news_keyring_unref (NewsKeyring *self);

/* Whether what is stored outlasts the session, as far as is known: FALSE in memory, from when the
 * Secret Service could not be reached, and as long as a person does not unlock it. A person has to
 * be told. */
gboolean news_keyring_is_lasting (NewsKeyring *self);

/* The secret of @source (its id) for the descriptor's parameter @name, to be freed; NULL if there
 * is none, which is no error. Where it is locked, a person is asked to unlock it, by one question
 * at a time, and no more in this session once they did not want to. Fails with
 * NEWS_KEYRING_ERROR_LOCKED and G_IO_ERROR_CANCELLED only. */
char *news_keyring_lookup (NewsKeyring *self,
                           const char *source,
                           const char *name,
                           GCancellable *cancellable,
                           GError **error);

/* Stores the secret in the place of an older one. @label is how the desktop's own tools call it.
 * Where the service can't be reached, or a person does not unlock it, it is held in memory, and
 * is_lasting() says so. Fails with G_IO_ERROR_CANCELLED only. */
gboolean news_keyring_store (NewsKeyring *self,
                             const char *source,
                             const char *name,
                             const char *label,
                             const char *secret,
                             GCancellable *cancellable,
                             GError **error);

/* Forgets the secret; none is no error. Fails where the service has it and does not give it up:
 * with NEWS_KEYRING_ERROR_LOCKED, if a person does not unlock it. */
gboolean news_keyring_remove (NewsKeyring *self,
                              const char *source,
                              const char *name,
                              GCancellable *cancellable,
                              GError **error);

/* Forgets all that is kept of @source, and what is held of it. With @ask, a person may be asked to
 * unlock it; without, what is locked fails at once. Errors as of news_keyring_remove(). */
gboolean news_keyring_remove_all (NewsKeyring *self,
                                  const char *source,
                                  gboolean ask,
                                  GCancellable *cancellable,
                                  GError **error);

/* Holds a secret for this session, as a token is that the next login makes anew. NULL drops it.
 * Does not wait. */
void news_keyring_hold (NewsKeyring *self,
                        const char *source,
                        const char *name,
                        const char *secret);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsKeyring, news_keyring_unref)

G_END_DECLS
