/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The penalty of a place where no line may end. */
#define NEWS_LINE_NEVER 10000

/* As many as stand beside a drop cap. */
#define NEWS_LINE_MOST_INDENTED 4

typedef enum
{
  NEWS_LINE_BOX,     /* width: what is printed and not broken */
  NEWS_LINE_GLUE,    /* width, stretch, shrink: a space; a line may end before it, after a box */
  NEWS_LINE_PENALTY, /* width (of the hyphen, if a line ends here), penalty, flagged: another place
                        where a line may end, or where none may (NEWS_LINE_NEVER) */
} NewsLineItemKind;

/* A piece of a paragraph. Nothing in it is negative but a penalty that invites. */
typedef struct
{
  NewsLineItemKind kind;
  int width;
  int stretch;
  int shrink;
  int penalty;
  gboolean flagged; /* two lines in a row that end at a flagged one look bad */
} NewsLineItem;

/* What the lines should measure, in the items' unit. */
typedef struct
{
  int width;
  int indent; /* by which the first lines are narrower; negative: wider */
  int rag;    /* 0: all lines are to fill the width. Else spaces keep their widths, and this is how
                 far from the edge a line may end and still look good. */
  guint n_indented; /* how many lines are indented, up to NEWS_LINE_MOST_INDENTED; 0: the first */
} NewsLineShape;

/* The end of a line. */
typedef struct
{
  guint item;   /* the glue or penalty it ends at; after the last one: the number of items */
  double ratio; /* of each glue's stretch to be added (or, negative, of its shrink to be taken
                   away); 0 if ragged. Below -1, the line is one box that is too wide. */
} NewsLineBreak;

/* Breaks a paragraph so that all of its lines look best together: Knuth and Plass, "Breaking
 * Paragraphs into Lines" (1981). Where no way is good, the least bad one; a line is wider than it
 * should be only where it has no place to break. Glue and penalties at the beginning of a line,
 * other than the first, vanish; those at the end of a line do too, but for those after the last
 * box.
 *
 * Returns the ends of the lines, in order: none for no items, else at least one, the last at
 * @n_items. Takes memory in proportion to @n_items, and time in proportion to that and to the
 * number of places to break in a line. Any thread. */
GArray *news_line_breaker_break (const NewsLineItem *items,
                                 guint n_items,
                                 const NewsLineShape *shape);

/* The first item that is printed of a line that begins after a break at @item. */
guint news_line_breaker_skip (const NewsLineItem *items, guint n_items, guint item);

G_END_DECLS
