/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-descriptor.h"
#include "news-filling.h"
#include "news-json-path.h"
#include "news-pairs.h"

G_BEGIN_DECLS

/* How an API is told who asks: what every request has besides its own members. Compiled once;
 * immutable. */
typedef struct _NewsAuth NewsAuth;

/* Reads "auth" of a descriptor, which may be NULL: nothing is told then. NEWS_API_ERROR_INVALID. */
NewsAuth *news_auth_new_from_json (JsonNode *node,
                                   const NewsParameters *parameters,
                                   const char *where,
                                   GError **error);
void news_auth_free (NewsAuth *self);

/* Whether a token has to be asked for first. */
gboolean news_auth_has_login (const NewsAuth *self);

/* Adds what the API wants to @call, which may already have the request's own; and to the @form of a
 * POST. NEWS_API_ERROR_KEY_MISSING. */
gboolean news_auth_add_to_call (const NewsAuth *self,
                                NewsFilling *filling,
                                NewsCall *call,
                                GError **error);
gboolean news_auth_append_form (const NewsAuth *self,
                                NewsFilling *filling,
                                GString *form,
                                gboolean *secret,
                                GError **error);
gboolean news_auth_has_form (const NewsAuth *self);

/* Puts a member of a query where it belongs: into the address, or to the secrets. For
 * news_pairs_foreach() with a NewsCall. */
void news_auth_take_member (const char *name, const char *value, gboolean secret, gpointer call);
void news_auth_take_header (const char *name, const char *value, gboolean secret, gpointer call);

/* The request for a token, and the token in its answer. NEWS_API_ERROR. */
NewsCall *news_auth_prepare_login (const NewsAuth *self, NewsFilling *filling, GError **error);
char *news_auth_read_login (const NewsAuth *self, const NewsContext *context, GBytes *body);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsAuth, news_auth_free)

G_END_DECLS
