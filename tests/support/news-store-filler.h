/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-store.h"

G_BEGIN_DECLS

/* Makes up the page of an article from its text, as it is stored. */
typedef GBytes *(*NewsFillerPageFunc) (const char *text);

/* What a store is filled with: always the same for the same numbers. */
typedef struct
{
  guint32 seed;
  guint sources;
  guint sections;               /* of each source; an article stands in one or two */
  guint articles;               /* of all sources together */
  guint words;                  /* of a body, on average */
  gint64 now;                   /* when the newest article was published */
  guint days;                   /* how far back the oldest goes */
  NewsFillerPageFunc make_page; /* or NULL: then the page is the text itself */
} NewsFiller;

/* Fills an empty store through news_store_take_in(), as it would fill over time: each source in
 * turn brings some articles, and again. One source in three is in Chinese, one in two counts
 * visits; words follow Zipf's law. Worker threads only; minutes for hundreds of thousands. */
gboolean news_filler_run (const NewsFiller *self, NewsStore *store, GError **error);

/* "source-N", and the section that holds all of it; a section of everything; a topic that one
 * article in about a hundred has. */
char *news_filler_dup_source (guint source);
NewsSection *news_filler_new_section (const NewsFiller *self);
#define NEWS_FILLER_TOPIC "Topic 7"

G_END_DECLS
