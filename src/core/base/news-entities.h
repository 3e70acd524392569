/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  NEWS_ENTITIES_TEXT,      /* between tags */
  NEWS_ENTITIES_ATTRIBUTE, /* where "&copy=1" is a part of an address */
} NewsEntitiesPlace;

/* Appends @html with its character references decoded, once, as the WHATWG's HTML says: named ones
 * (all of HTML 4 and the commonest of HTML 5), decimal and hexadecimal ones. What is no reference
 * stays as it is. Takes time in proportion to @length. */
void news_entities_decode (GString *text, const char *html, gsize length, NewsEntitiesPlace place);

/* Reads the reference at @at, an "&": appends its character and returns how long it is, or 0 if it
 * is none. */
gsize news_entities_decode_one (GString *text,
                                const char *at,
                                const char *end,
                                NewsEntitiesPlace place);

G_END_DECLS
