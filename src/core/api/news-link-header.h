/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One link of a Link header (RFC 8288). Every member but @target may be NULL. */
typedef struct
{
  char *target; /* as it is written; may be relative */
  char *rel;    /* relation types, apart by blanks */
  char *type;
  char *title;
} NewsLink;

/* The links of @header, which may be several headers joined by commas. What can't be understood is
 * left out. Never NULL. */
GPtrArray *news_link_header_parse (const char *header);

/* Whether @rel is one of the link's relation types, in any case. */
gboolean news_link_has_rel (const NewsLink *self, const char *rel);

/* The target of the first link of that relation type, made absolute with @base; NULL if there is
 * none. @header may be NULL. */
char *news_link_header_find (const char *header, const char *rel, const char *base);

G_END_DECLS
