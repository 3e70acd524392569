/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-descriptor.h"
#include "news-parameters.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The ways from an address that a person typed to an API. Compiled once; immutable. */
typedef struct _NewsDiscovery NewsDiscovery;

/* Reads "discover" of a descriptor; @node may be NULL: there is no way then. The parameter that it
 * sets must be an address. NEWS_API_ERROR_INVALID. */
NewsDiscovery *news_discovery_new_from_json (JsonNode *node,
                                             const NewsParameters *parameters,
                                             const char *where,
                                             GError **error);
void news_discovery_free (NewsDiscovery *self);

/* The name of the parameter that is found, or NULL. */
const char *news_discovery_get_parameter (const NewsDiscovery *self);

guint news_discovery_get_n_ways (const NewsDiscovery *self);

/* What the way asks for; NULL if @typed is no web address. */
char *news_discovery_dup_way_address (const NewsDiscovery *self, guint index, const char *typed);

/* The API's address, absolute and always written the same, if @reply leads to it; or NULL. */
char *news_discovery_try_way (const NewsDiscovery *self,
                              guint index,
                              const char *typed,
                              const NewsReply *reply);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsDiscovery, news_discovery_free)

G_END_DECLS
