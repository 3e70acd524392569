/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a line looks beside the one before it: two that are more than one class apart jar. */
typedef enum
{
  NEWS_LINE_TIGHT,
  NEWS_LINE_DECENT,
  NEWS_LINE_LOOSE,
  NEWS_LINE_VERY_LOOSE,
} NewsLineFitness;

#define NEWS_LINE_N_FITNESSES (NEWS_LINE_VERY_LOOSE + 1)

/* A line as far as its looks go: what it measures, and what may be added to it or taken away. */
typedef struct
{
  gint64 natural;
  gint64 stretch;
  gint64 shrink;
  int width;        /* what it should measure */
  int penalty;      /* of the place where it ends */
  gboolean flagged; /* it ends in a hyphen, and so did the line before */
  gboolean before_flagged;
  gboolean last;
  gboolean ragged;
  NewsLineFitness before; /* the class of the line before */
} NewsLine;

/* By how much of its stretch a line has to be widened, or (negative) by how much of its shrink
 * narrowed, to fit; a last line and a ragged one are never widened, but what is missing is told for
 * the latter all the same. G_MAXDOUBLE where it has nothing to stretch; below -1 it does not fit.
 */
double news_line_get_ratio (const NewsLine *line);

NewsLineFitness news_line_get_fitness (double ratio);

/* What is held against a line of that ratio: Knuth and Plass, "Breaking Paragraphs into Lines"
 * (1981), with TeX's weights; and for ragged lines weights of their own. */
double news_line_get_demerits (const NewsLine *line, double ratio);

G_END_DECLS
