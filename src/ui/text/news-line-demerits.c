/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-line-demerits.h"

/* What each line costs by being there, so that of two good ways the one with fewer lines is taken.
 */
#define LINE_PENALTY 10.0

#define FITNESS_DEMERITS 10000.0
#define TWO_HYPHENS_DEMERITS 10000.0
#define HYPHEN_BEFORE_LAST_DEMERITS 5000.0

/* A ragged line has another way out than a hyphen: it may end early. */
#define RAGGED_TWO_HYPHENS_DEMERITS 40000.0

/* A last line shorter than this part of the width looks like a word that fell off. */
#define SHORT_LAST 8
#define SHORT_LAST_DEMERITS 6000.0

double
news_line_get_ratio (const NewsLine *line)
{
  gint64 missing = line->width - line->natural;

  if (missing == 0 || (missing > 0 && line->last))
    return 0;
  if (missing > 0)
    return line->stretch > 0 ? (double) missing / (double) line->stretch : G_MAXDOUBLE;

  return line->shrink > 0 ? (double) missing / (double) line->shrink : -G_MAXDOUBLE;
}

NewsLineFitness
news_line_get_fitness (double ratio)
{
  if (ratio < -0.5)
    return NEWS_LINE_TIGHT;
  if (ratio <= 0.5)
    return NEWS_LINE_DECENT;

  return ratio <= 1 ? NEWS_LINE_LOOSE : NEWS_LINE_VERY_LOOSE;
}

static double
get_demerits_of_last (const NewsLine *line)
{
  double demerits = 0;

  if (line->before_flagged)
    demerits += HYPHEN_BEFORE_LAST_DEMERITS;
  if (line->natural < line->width / SHORT_LAST)
    demerits += SHORT_LAST_DEMERITS;

  return demerits;
}

double
news_line_get_demerits (const NewsLine *line, double ratio)
{
  double size = ratio < 0 ? -ratio : ratio;
  double cost = LINE_PENALTY + 100 * size * size * size;
  double demerits;

  if (line->penalty >= 0)
    demerits = (cost + line->penalty) * (cost + line->penalty);
  else
    demerits = cost * cost - (double) line->penalty * line->penalty;

  if (ABS ((int) line->before - (int) news_line_get_fitness (ratio)) > 1)
    demerits += FITNESS_DEMERITS;
  if (line->flagged && line->before_flagged)
    demerits += line->ragged ? RAGGED_TWO_HYPHENS_DEMERITS : TWO_HYPHENS_DEMERITS;
  if (line->last)
    demerits += get_demerits_of_last (line);

  return demerits;
}
