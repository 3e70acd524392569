/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-text-layout.h"

G_BEGIN_DECLS

/* The first letter of a text, as high as several of its lines: a drop cap. It is a letter of the
 * text like any other, only that it is set larger and lower, so that it is found, selected and read
 * with the others. Units are Pango's. */
typedef struct
{
  PangoLayout *pango; /* the text, shaped anew with it */
  guint end;          /* the bytes of the letter */
  guint n_lines;      /* how many lines high it is */
  guint n_beside;     /* how many lines stand beside it: one more, where it reaches far down */
  int width;          /* what those are indented by */
  int bearing;        /* the blank left of its ink, which would keep it from the edge */
} NewsTextInitial;

/* How many bytes of @text may be a drop cap; 0: none is to be. It is a capital of a script that has
 * them (Latin, Greek, Cyrillic, Armenian) with its accents, and nothing else:
 *  – Han have one size, letters of Arabic and Devanagari are joined to the next, and Chinese texts
 *    that begin with a Latin word have no drop cap either;
 *  – a text that begins with a quotation mark would have to enlarge it, or to begin a quote without
 *    it; digits and small letters are not what a text begins with in print. */
guint news_text_initial_find (const char *text, const char *language);

/* @end: as above, not 0. NULL where its size is not to be found. To be released with
 * news_text_initial_free(). */
NewsTextInitial *news_text_initial_new (NewsTextLayout *layout, guint end, guint n_lines);
void news_text_initial_free (NewsTextInitial *self);

/* Appends its run to those of @layout, as wide as what is beside it is indented. */
void news_text_initial_append (const NewsTextInitial *self, NewsTextLayout *layout);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsTextInitial, news_text_initial_free)

G_END_DECLS
