/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-text-initial.h"

G_BEGIN_DECLS

struct _NewsTextLayout
{
  PangoLayout *pango; /* the text, shaped */
  const NewsText *text;
  GArray *hyphens;
  NewsTextStyle style;
  gboolean greedy; /* its lines are Pango's */

  int em;
  int leading;
  int ascent; /* of a usual line, without what leading adds */
  int descent;
  int natural_width;
  int widest_word;
  PangoFont *hyphen_font;
  int hyphen_width;
  GArray *wide_marks;       /* guint */
  guint initial_end;        /* the bytes of the letter that is to be a drop cap; 0: none */
  NewsTextInitial *initial; /* the last one that was tried, or NULL */

  int width;
  int height;
  GArray *lines; /* NewsTextLine */
  GArray *runs;  /* NewsTextRun */
};

/* The drop cap of the lines as they are, and what it covers; NULL for none. */
const NewsTextRun *news_text_layout_get_initial (NewsTextLayout *self, PangoRectangle *place);

/* Both append the lines of the text at self->width. */
void news_text_layout_break (NewsTextLayout *self);
void news_text_layout_take_pango (NewsTextLayout *self);

/* Appends a run of some glyphs of @item: those from @first, @n of them, with the bytes from @start
 * to @end. Its x is yet to be set. */
NewsTextRun *news_text_layout_append_run (NewsTextLayout *self,
                                          const PangoGlyphItem *item,
                                          int first,
                                          int n,
                                          guint start,
                                          guint end);

/* Appends a line of all runs from @first_run on, below those that are there. Blanks before @end are
 * not taken for printed. */
void news_text_layout_append_line (NewsTextLayout *self,
                                   guint start,
                                   guint end,
                                   guint first_run,
                                   int x);

/* The glyph that is set where a word is broken: 0 if @font has none. */
PangoGlyph news_text_get_hyphen (PangoFont *font, int *width);

/* The run's clusters one after the other, as they are seen. */
typedef struct
{
  const NewsTextRun *run;
  int glyph; /* the next one */
  int next_x;
  guint start; /* bytes of the text */
  guint end;
  int x;
  int width;
} NewsTextCluster;

void news_text_cluster_init (NewsTextCluster *self, const NewsTextRun *run);
gboolean news_text_cluster_next (NewsTextCluster *self);

G_END_DECLS
