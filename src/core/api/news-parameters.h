/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-source.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What a source has to say so that its API can be asked. Compiled once; immutable. */
typedef struct _NewsParameters NewsParameters;

typedef enum
{
  NEWS_PARAMETER_ADDRESS, /* http or https */
  NEWS_PARAMETER_TEXT,
  NEWS_PARAMETER_CHOICE, /* one of a few texts */
  NEWS_PARAMETER_SECRET, /* a key or a password: kept in the keyring, never shown or written */
} NewsParameterType;

/* One of them, as a person is asked for it. Borrowed from the descriptor. */
typedef struct
{
  char *name;
  NewsParameterType type;
  char *label;    /* how it is called; the name where the descriptor has no other */
  char *help;     /* address of a page that says where to get it, or NULL */
  char *fallback; /* the value without an own one, or NULL: then there must be one */
  char **choices; /* of CHOICE: value and label in turn, ended by NULL */
} NewsParameter;

/* From the descriptor's member "parameters"; @node may be NULL. NEWS_API_ERROR_INVALID. */
NewsParameters *news_parameters_new_from_json (JsonNode *node, const char *where, GError **error);
void news_parameters_free (NewsParameters *self);

/* In the order of the descriptor. */
guint news_parameters_get_n (const NewsParameters *self);
const NewsParameter *news_parameters_get_nth (const NewsParameters *self, guint index);

/* The one of that name, or NULL. */
const NewsParameter *news_parameters_find (const NewsParameters *self, const char *name);
gboolean news_parameters_has (const NewsParameters *self, const char *name);

/* Whether @name is there and holds an address; and a secret. */
gboolean news_parameters_is_address (const NewsParameters *self, const char *name);
gboolean news_parameters_is_secret (const NewsParameters *self, const char *name);

/* The source's value, else the default; NULL where there is neither, where @name is unknown, and
 * where an address or one of some choices is wanted but the value is none. Borrowed from @source or
 * @self. */
const char *news_parameters_get (const NewsParameters *self, NewsSource *source, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsParameters, news_parameters_free)

G_END_DECLS
