/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-section.h"
#include "news-source.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define NEWS_TYPE_EDITION (news_edition_get_type ())
#define NEWS_EDITION_ERROR (news_edition_error_quark ())

typedef enum
{
  NEWS_EDITION_ERROR_INVALID, /* the file is not an edition; the message names the place */
} NewsEditionError;

/* An edition of the paper: its language, the city whose date it bears, its sections in order and
 * the sources they come from. It is kept as a JSON file, see data/editions/README.md for the
 * format. Immutable once it is shared between threads; what changes one makes a copy. */
typedef struct _NewsEdition NewsEdition;

struct _NewsEdition
{
  char *id;            /* such as "english"; never NULL */
  char *name;          /* as the edition switch shows it, in its own language; never NULL */
  char *language;      /* BCP 47; never NULL */
  char *city;          /* of the dateline, in the edition's language; never NULL */
  char *timezone;      /* of that city, by its name in the tz database; never NULL */
  GTimeZone *zone;     /* what is known of it, so that nobody reads it again; never NULL */
  GPtrArray *sections; /* NewsSection, in the sidebar's order */
  GPtrArray *sources;  /* NewsSource */
};

GQuark news_edition_error_quark (void);
GType news_edition_get_type (void) G_GNUC_CONST;
NewsEdition *news_edition_ref (NewsEdition *self);
void news_edition_unref (NewsEdition *self);

/* Parses an edition's file. @origin names it in errors. An unknown member is an error, as it would
 * be lost when the edition is written again. */
NewsEdition *news_edition_new_from_bytes (GBytes *bytes, const char *origin, GError **error);
GBytes *news_edition_to_bytes (NewsEdition *self);

/* The same as a parcel (news-parcel.h), which is read many times as fast, by the version that wrote
 * it alone: not to be kept but beside the file that it was made of. What is read may be any bytes:
 * NULL if they are not a whole edition, or its time zone is not known here. The variant is not
 * floating. */
NewsEdition *news_edition_new_from_variant (GVariant *variant);
GVariant *news_edition_to_variant (NewsEdition *self);

/* Borrowed; NULL if there is none. */
NewsSection *news_edition_get_section (NewsEdition *self, const char *id);
NewsSource *news_edition_get_source (NewsEdition *self, const char *id);

/* A copy with @sources and @sections (either may be NULL) added after its own. Where the edition
 * has a source of the same id, the new one takes its place; a section whose id is taken gets
 * another. */
NewsEdition *news_edition_extend (NewsEdition *self, GPtrArray *sources, GPtrArray *sections);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsEdition, news_edition_unref)

G_END_DECLS
