/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-finder.h"

G_BEGIN_DECLS

/* What a person gets who takes one of the sources that an address offers. */
typedef struct
{
  NewsFind find;       /* name, home and language are those of its source */
  GPtrArray *sections; /* NewsApiSection; empty where there is only everything */
  guint articles;      /* on the first page of everything */
  char *headline;      /* the first title there, or NULL */
  gboolean whole;      /* articles can be read here, and are not only summaries */
} NewsOffer;

void news_offer_free (NewsOffer *self);

/* All that the address which a person typed offers, the best first: what was typed itself, then
 * APIs whose articles are whole, feeds whose articles are whole, summaries; where all is the same,
 * as the site orders them. What has no articles to read, or fails, is left out. An array of
 * NewsOffer, never empty; or NULL with the errors of news_finder_find(), or that of the only source
 * there. Asks each source for its sections and its first page. Worker threads only. */
GPtrArray *news_offer_list (NewsFetcher *fetcher,
                            NewsRegistry *registry,
                            const char *typed,
                            GCancellable *cancellable,
                            GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsOffer, news_offer_free)

G_END_DECLS
