/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-edition.h"
#include "news-finder.h"

G_BEGIN_DECLS

/* A site that was found for the reader to choose from: who it is and which sections it has. */
typedef struct
{
  NewsFind find;
  GPtrArray *sections; /* NewsApiSection; empty where the site has only everything */
  guint articles;      /* on the first page of everything */
  char *headline;      /* the first title there, or NULL */
} NewsSite;

void news_site_free (NewsSite *self);

/* Finds the site at the address that a person typed, with its sections, and reads its first page to
 * see that there is something to read. Errors as for news_finder_find(). Worker threads only. */
NewsSite *news_site_find (NewsFetcher *fetcher,
                          NewsRegistry *registry,
                          const char *typed,
                          GCancellable *cancellable,
                          GError **error);

/* A copy of @edition with the site's sections of those @ids under the site's name; NULL among them
 * stands for everything, which is a section of its own. */
NewsEdition *news_site_add_to (NewsSite *self, NewsEdition *edition, GPtrArray *ids);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsSite, news_site_free)

G_END_DECLS
