/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-text-setting.h"

G_BEGIN_DECLS

/* How a text is set. */
typedef struct
{
  double leading;        /* from one baseline to the next, as a factor of the font's size */
  double indent;         /* of the first line, as a factor of the font's size */
  gboolean justify;      /* all lines but the last end at the edge */
  gboolean hyphenate;    /* words are broken where the text has soft hyphens */
  gboolean drop_cap;     /* the first letter is as high as several lines, where it may be */
  gboolean preformatted; /* lines end where the text has line feeds only */
  const char *language;  /* BCP 47, or NULL */
} NewsTextStyle;

/* Glyphs of one font, in the order in which they are seen. Units here and below are Pango's. */
typedef struct
{
  PangoFont *font;
  PangoGlyphString *glyphs; /* its clusters are bytes from @start */
  guint start;              /* bytes of the text; none, if it is a hyphen that we put there */
  guint end;
  int x; /* from the left edge of the text */
  int width;
  int rise;           /* above the baseline */
  gboolean backwards; /* from right to left */
  NewsRunFlags flags;
} NewsTextRun;

typedef struct
{
  guint start; /* bytes of the text */
  guint end;   /* of what is printed: without spaces that vanish and line breaks */
  guint first_run;
  guint n_runs;
  int x;
  int width;
  int y;
  int height;
  int baseline; /* from the top of the text */
} NewsTextLine;

/* A text, set in lines. Texts that run from left to right are broken into lines as a whole
 * (news-line-breaker.h), with a thin space between Han and other letters; others, and those that
 * are preformatted, by Pango.
 *
 * Bytes are those of the text as it was given, which has no soft hyphens: places for hyphens are
 * given apart, so that they come between no two letters. For the main thread. */
typedef struct _NewsTextLayout NewsTextLayout;

/* The size of @context's font, in Pango's units. */
int news_text_get_font_size (PangoContext *context);

/* @text is kept, not copied, as long as the layout lives. @hyphens (guint): where words of @text
 * may be broken, in bytes and in order. @context has the font. */
NewsTextLayout *news_text_layout_new (PangoContext *context,
                                      const NewsText *text,
                                      const GArray *hyphens,
                                      const NewsTextStyle *style);
void news_text_layout_free (NewsTextLayout *self);

/* The width of the longest line, if none has to be broken. */
int news_text_layout_get_natural_width (NewsTextLayout *self);

/* The width of the longest part that is broken only where there is no room for it; 0 where Pango
 * breaks the lines. */
int news_text_layout_get_widest_word (NewsTextLayout *self);

/* The size of the font, and the height of a usual line. */
int news_text_layout_get_em (NewsTextLayout *self);
int news_text_layout_get_leading (NewsTextLayout *self);

/* Sets the lines anew. At -1 none is broken. */
void news_text_layout_set_width (NewsTextLayout *self, int width);
int news_text_layout_get_width (NewsTextLayout *self);

/* Those at the width that was set. */
int news_text_layout_get_height (NewsTextLayout *self);
guint news_text_layout_get_n_lines (NewsTextLayout *self);
const NewsTextLine *news_text_layout_get_line (NewsTextLayout *self, guint index);
const NewsTextRun *news_text_layout_get_run (NewsTextLayout *self, guint index);

/* --- where is what --- */

/* The place between two letters that is nearest to a point, also of points outside of the text. */
guint news_text_layout_get_index_at (NewsTextLayout *self, int x, int y);

/* The number of the line that the letter at @index is in. */
guint news_text_layout_get_line_of (NewsTextLayout *self, guint index);

/* A caret before the letter at @index: without width. */
void news_text_layout_get_caret (NewsTextLayout *self, guint index, PangoRectangle *caret);

/* What the letters from @start to @end cover (PangoRectangle): as high as their lines, at least one
 * rectangle a line, more where directions change. None for no letters. */
GArray *news_text_layout_get_rectangles (NewsTextLayout *self, guint start, guint end);

/* The word that the letter at @index is in, or the blanks or the mark that are there instead; at
 * the end of the text, that of the last letter. */
void news_text_layout_get_word (NewsTextLayout *self, guint index, guint *start, guint *end);

/* Whether the text as a whole runs from right to left. */
gboolean news_text_layout_is_backwards (NewsTextLayout *self);

/* The next place for a caret, or, backwards, the one before; @index itself at the end. */
guint news_text_layout_step (NewsTextLayout *self, guint index, gboolean backwards);

/* Where the next word ends, or, backwards, where the one before begins. */
guint news_text_layout_step_word (NewsTextLayout *self, guint index, gboolean backwards);

/* The place for a caret that is nearest to @x on the next line, or, backwards, on the one before;
 * @index itself where there is none. */
guint news_text_layout_step_line (NewsTextLayout *self, guint index, int x, gboolean backwards);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsTextLayout, news_text_layout_free)

G_END_DECLS
