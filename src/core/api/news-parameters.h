/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-source.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What a descriptor needs to know of a source: the names of its parameters, what they may hold, and
 * what they hold where the source says nothing. Immutable. */
typedef struct _NewsParameters NewsParameters;

/* From the descriptor's member "parameters"; @node may be NULL. NEWS_API_ERROR_INVALID. */
NewsParameters *news_parameters_new_from_json (JsonNode *node, const char *where, GError **error);
void news_parameters_free (NewsParameters *self);

gboolean news_parameters_has (const NewsParameters *self, const char *name);

/* Whether @name is there and holds an address. */
gboolean news_parameters_is_address (const NewsParameters *self, const char *name);

/* The source's value, else the default; NULL where there is neither, where @name is unknown, and
 * where an address is wanted but the value is none. Borrowed from @source or @self. */
const char *news_parameters_get (const NewsParameters *self, NewsSource *source, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsParameters, news_parameters_free)

G_END_DECLS
