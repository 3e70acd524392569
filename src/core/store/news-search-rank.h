/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where all that is looked for stands in an article, the best last. */
typedef enum
{
  NEWS_FOUND_TEXT,   /* here and there */
  NEWS_FOUND_HEADS,  /* in what stands above the text, the standfirst too */
  NEWS_FOUND_NAMES,  /* in title, byline, outlet and topics */
  NEWS_FOUND_TITLE,  /* in the title */
  NEWS_FOUND_PHRASE, /* in the title, one after the other */
} NewsFound;

/* How good a hit is: by where it was found, the more so the more of the words (@share, 0 to 1) are
 * in the title, and by its age in seconds. What was found in a title stays before what was found in
 * a text alone, however old it is. After a month four tenths of an article's worth are gone. */
double news_search_rank (NewsFound found, double share, gint64 age);

G_END_DECLS
