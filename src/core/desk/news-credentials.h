/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-descriptor.h"
#include "news-fetcher.h"
#include "news-keyring.h"

G_BEGIN_DECLS

/* A copy of @source with what the keyring has for it, so that no secret gets into a source that is
 * shown, shared or written to an edition's file. @keyring may be NULL. Waits for the keyring; NULL
 * only if cancelled. */
NewsSource *news_credentials_fill (NewsDescriptor *descriptor,
                                   NewsSource *source,
                                   NewsKeyring *keyring,
                                   GCancellable *cancellable,
                                   GError **error);

/* Whether @error, of an errand to @source, comes of that the source does not have what only a
 * person can enter: a key, or a parameter that has no value by itself. FALSE without @descriptor.
 */
gboolean news_credentials_are_wanted (NewsDescriptor *descriptor,
                                      NewsSource *source,
                                      const GError *error);

/* What was entered for @parameter among @values, which has char* to char*, by the names of the
 * parameters; NULL for nothing, which a value that is there anyway is as well. Borrowed. */
const char *news_credentials_get_entered (GHashTable *values, const NewsParameter *parameter);

/* Stores the secrets among @values, for @source. @parameters holds const NewsParameter. Waits for
 * the keyring. */
gboolean news_credentials_store (NewsSource *source,
                                 GPtrArray *parameters,
                                 GHashTable *values,
                                 NewsKeyring *keyring,
                                 GCancellable *cancellable,
                                 GError **error);

/* Takes @problem, of an errand with what a person has just entered, and sets @error to what helps
 * them: NEWS_API_ERROR_KEY_INVALID for a no, and else the same. @descriptor may be NULL. */
void news_credentials_set_refusal (NewsDescriptor *descriptor, GError *problem, GError **error);

/* Asks for a token where the API wants one and @filled has none, and adds it to @filled, which must
 * be of news_credentials_fill(). It is held in @keyring for the session. */
gboolean news_credentials_log_in (NewsDescriptor *descriptor,
                                  NewsSource *filled,
                                  NewsKeyring *keyring,
                                  NewsFetcher *fetcher,
                                  GCancellable *cancellable,
                                  GError **error);

/* Drops the token that was held, if there is one: the API did not take it any more. */
gboolean news_credentials_log_out (NewsDescriptor *descriptor,
                                   NewsSource *filled,
                                   NewsKeyring *keyring);

/* The same for the source with that id, whose name or password is another one now. */
void news_credentials_drop_token (const char *source, NewsKeyring *keyring);

/* Puts the secrets of @call into @request. */
void news_credentials_add_to_request (NewsCall *call, NewsRequest *request);

/* Takes the secrets of @filled out of an error's words: an API may repeat a key that it does not
 * accept. */
void news_credentials_hide (NewsDescriptor *descriptor, NewsSource *filled, GError **error);

G_END_DECLS
