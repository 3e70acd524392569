/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-database.h"
#include "news-section.h"

G_BEGIN_DECLS

/* What a hit must be besides what the index can tell. */
typedef struct
{
  gint64 from; /* sorted not before that, and before @until */
  gint64 until;
  int read;           /* 1 or 0, -1 if it does not matter */
  int bookmarked;     /* the same */
  GPtrArray *within;  /* NewsSearchPlaces, in all of which it must stand */
  GPtrArray *without; /* the same, in none of which it may */
  gint64 kept;        /* the article whose marks do not matter, 0 for none */
} NewsSearchSieve;

void news_search_sieve_init (NewsSearchSieve *self);
void news_search_sieve_clear (NewsSearchSieve *self);

/* Whether it passes. @source is its row of sources. */
gboolean news_search_sieve_pass (NewsSearchSieve *self,
                                 NewsDatabase *database,
                                 gint64 article,
                                 gint64 source,
                                 gint64 sorted);

/* Some queries of some sources, as a section is made of. */
typedef struct _NewsSearchPlaces NewsSearchPlaces;

NewsSearchPlaces *news_search_places_new (void);
void news_search_places_free (NewsSearchPlaces *self);
void news_search_places_add_section (NewsSearchPlaces *self,
                                     NewsDatabase *database,
                                     NewsSection *section);

/* @query: its row, or 0 for everything that the source has. */
void news_search_places_add (NewsSearchPlaces *self, gint64 source, gint64 query);

/* The sources (gint64), in any order. */
GArray *news_search_places_list_sources (NewsSearchPlaces *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NewsSearchSieve, news_search_sieve_clear)

G_END_DECLS
