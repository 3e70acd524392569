/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-search-rank.h"

#define MONTH (30.0 * 24 * 60 * 60)

/* What is left of an old article's worth. The worths of a title and of a text are further apart. */
#define LEAST 0.2

static const double worths[] = {
  [NEWS_FOUND_TEXT] = 1.0,   [NEWS_FOUND_HEADS] = 1.8,   [NEWS_FOUND_NAMES] = 3.0,
  [NEWS_FOUND_TITLE] = 10.0, [NEWS_FOUND_PHRASE] = 14.0,
};

double
news_search_rank (NewsFound found, double share, gint64 age)
{
  double months = (double) MAX (age, 0) / MONTH;
  double worth = worths[found];

  if (found < NEWS_FOUND_TITLE)
    worth += 0.8 * share;

  return worth * (LEAST + (1.0 - LEAST) / (1.0 + months));
}
