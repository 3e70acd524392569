/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-assignment.h"

G_BEGIN_DECLS

/* The keys of a source that is in an edition, over its life: whether it has one, another one, and
 * none any more. What a person may enter is news_descriptor_list_asked(). */

typedef enum
{
  NEWS_KEY_NONE,   /* it has none, and can't be asked without */
  NEWS_KEY_SHARED, /* the one that its description has for everybody */
  NEWS_KEY_OWN,    /* one of this person's */
} NewsKeyState;

/* Whether @error (nullable), of an errand to @source, may go away if a person enters another key,
 * or what else they are asked for. FALSE without @descriptor. */
gboolean news_source_keys_can_help (NewsDescriptor *descriptor,
                                    NewsSource *source,
                                    const GError *error);

/* Gives which key the source has. Waits for the keyring, with the errors of news_keyring_lookup().
 * Worker threads only. */
gboolean news_source_keys_get_state (NewsDescriptor *descriptor,
                                     NewsSource *source,
                                     NewsKeyring *keyring,
                                     NewsKeyState *state,
                                     GCancellable *cancellable,
                                     GError **error);

/* Tries what a person has entered, by asking the source once with it, for its @section (nullable):
 * @values has char* to char*, by the names of the parameters. A secret that is not among them stays
 * what it is. If the source answers, secrets are stored, all that it was asked to be left alone for
 * is over, and it is returned as it then is: with all else that was entered, and without a secret
 * of its own. If it does not, all stays as it was; errors are those of news_offer_unlock().
 * NEWS_API_ERROR_CANNOT where its API is not known. Worker threads only. */
NewsSource *news_source_keys_change (NewsSource *source,
                                     const char *section,
                                     GHashTable *values,
                                     const NewsTools *tools,
                                     GCancellable *cancellable,
                                     GError **error);

/* Takes all secrets of the source out of the keyring, and returns it without one of its own. Errors
 * are those of news_keyring_remove(). Worker threads only. */
NewsSource *news_source_keys_forget (NewsSource *source,
                                     const NewsTools *tools,
                                     GCancellable *cancellable,
                                     GError **error);

G_END_DECLS
