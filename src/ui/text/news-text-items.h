/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-line-breaker.h"

#include <pango/pango.h>

G_BEGIN_DECLS

/* Where an item ends: what of the line comes before. */
typedef struct
{
  guint byte;  /* of the whole text */
  guint run;   /* of the line; after the last one: their number */
  guint glyph; /* of that run */
} NewsTextPlace;

/* What a line of Pango's that is not wrapped consists of, for the breaker. */
typedef struct
{
  GArray *items;   /* NewsLineItem */
  GArray *places;  /* NewsTextPlace, one an item */
  GPtrArray *runs; /* PangoGlyphItem, in order; borrowed */
  int widest;      /* the widest box */
} NewsTextItems;

typedef struct
{
  const char *text;               /* the whole text */
  const PangoLogAttr *attributes; /* of its characters */
  const guint *hyphens;           /* bytes at which words may be broken, in order */
  guint n_hyphens;
  int hyphen_penalty;
  int hyphen_width;        /* in the text's own font */
  int em;                  /* the size of that font */
  const guint *wide_marks; /* bytes at which there are marks as wide as Han, in order */
  guint n_wide_marks;
  guint first_run; /* of the line: those before are beside it */
  int limit;       /* a word that is wider than this may be broken anywhere; G_MAXINT: none */
} NewsTextRules;

/* @line: of letters from left to right; @character: the number of the first one of its first run in
 * the text. Lines may end where Unicode lets them (UAX #14, by way of Pango), and at hyphens that
 * do not fall into a ligature. Between Han and other letters there is a thin space. To be released
 * with news_text_items_free(). */
NewsTextItems *news_text_items_new (PangoLayoutLine *line,
                                    guint character,
                                    const NewsTextRules *rules);
void news_text_items_free (NewsTextItems *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsTextItems, news_text_items_free)

G_END_DECLS
