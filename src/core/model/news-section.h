/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-parcel.h"

#include <glib-object.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define NEWS_TYPE_SECTION (news_section_get_type ())

/* What to ask of one source: its section of that id, or everything where @section is NULL. */
typedef struct
{
  char *source;
  char *section;
} NewsQuery;

/* A section of an edition: a title and the queries behind it, which may mix sources. Immutable once
 * it is shared between threads. The section without queries whose id is NEWS_SECTION_HOME is made
 * of the best of all the others. */
typedef struct _NewsSection NewsSection;

#define NEWS_SECTION_HOME "home"

struct _NewsSection
{
  char *id;    /* of this section in its edition, such as "arts"; never NULL */
  char *title; /* as it is shown, in the edition's language; never NULL */
  char *icon;  /* name of a symbolic icon, or NULL */
  char *group; /* the heading that it stands under in the sidebar, or NULL for the edition's own */
  GPtrArray *queries; /* NewsQuery */
};

GType news_section_get_type (void) G_GNUC_CONST;
NewsSection *news_section_new (const char *id, const char *title, const char *icon);
NewsSection *news_section_ref (NewsSection *self);
void news_section_unref (NewsSection *self);
gboolean news_section_is_home (NewsSection *self);

/* A copy that may be changed until it is shared. @id NULL keeps the section's own. */
NewsSection *news_section_copy (NewsSection *self, const char *id);

/* @section NULL asks for everything that the source has. */
void news_section_add_query (NewsSection *self, const char *source, const char *section);
gboolean news_section_has_query (NewsSection *self, const char *source, const char *section);

NewsSection *news_section_new_from_json (JsonObject *object, const char *where, GError **error);
JsonNode *news_section_to_json (NewsSection *self);

/* To and from a parcel, of which it is the next part. A query's source is there as its place among
 * @sources (NewsSource), those of the edition; @places has these by their ids, from 1 on
 * (GUINT_TO_POINTER). NULL if that is not a section, or asks another source. */
void news_section_pack (NewsSection *self, GHashTable *places, NewsParcel *parcel);
NewsSection *news_section_unpack (NewsParcelReader *reader, GPtrArray *sources);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsSection, news_section_unref)

G_END_DECLS
