/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-parcel.h"

#include <glib-object.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define NEWS_TYPE_SOURCE (news_source_get_type ())

/* Who is asked for articles: an API's descriptor and what it needs to reach one site. Immutable
 * once it is shared between threads. */
typedef struct _NewsSource NewsSource;

struct _NewsSource
{
  char *id;               /* of this source in all editions, such as "global-voices"; never NULL */
  char *name;             /* the outlet's, as it is shown; never NULL */
  char *api;              /* the descriptor's id; never NULL */
  char *home;             /* the site for browsers, or NULL */
  char *language;         /* BCP 47, or NULL */
  char *contact;          /* address of a page or mailto:, or NULL */
  char *about;            /* address of the page that says who publishes it, or NULL */
  char *licence;          /* in words, such as "CC BY 3.0", or NULL */
  char *credit;           /* who is to be named with its articles, or NULL */
  char *terms;            /* address of the terms, or NULL */
  char *note;             /* what the edition's makers know of this source, or NULL */
  guint interval;         /* seconds between two requests, as its site asks; 0 for none */
  guint requests_per_day; /* that its terms allow; 0 for as many as needed */
  GHashTable *parameters; /* char* to char*: the values for the descriptor's parameters */
};

GType news_source_get_type (void) G_GNUC_CONST;
NewsSource *news_source_new (const char *id, const char *name, const char *api);
NewsSource *news_source_copy (NewsSource *self);
NewsSource *news_source_ref (NewsSource *self);
void news_source_unref (NewsSource *self);

/* The value of the descriptor's parameter @name, or NULL. */
const char *news_source_get_parameter (NewsSource *self, const char *name);
void news_source_set_parameter (NewsSource *self, const char *name, const char *value);

/* From and to a member of an edition's "sources". @where is what an error says of the place. */
NewsSource *news_source_new_from_json (JsonObject *object, const char *where, GError **error);
JsonNode *news_source_to_json (NewsSource *self);

/* To and from a parcel, of which it is the next part. NULL if that is not a source. */
void news_source_pack (NewsSource *self, NewsParcel *parcel);
NewsSource *news_source_unpack (NewsParcelReader *reader);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsSource, news_source_unref)

G_END_DECLS
