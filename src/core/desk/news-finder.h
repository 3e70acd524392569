/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-find.h"
#include "news-registry.h"

G_BEGIN_DECLS

/* Finds out what answers at the address that a person typed, as it is: with or without a scheme, of
 * a site, one of its pages, an API's root or a feed. An API comes before a feed, unless the feed's
 * own address was typed. @api (nullable) is the id of the only descriptor to try, or "feed". The
 * source has the site's own name and language where it tells them.
 *
 * Errors, with words on what to try: those of NEWS_NET_ERROR where nothing answered, or not to the
 * end, or where @typed is no address; NEWS_API_ERROR_UNEXPECTED where something answered that none
 * of the descriptors knows, and others of NEWS_API_ERROR where it said why. Worker threads only. */
gboolean news_finder_find (NewsFetcher *fetcher,
                           NewsRegistry *registry,
                           const char *typed,
                           const char *api,
                           NewsFind *found,
                           GCancellable *cancellable,
                           GError **error);

/* All that answers there, or would to who has its key: an array of NewsFind, the surest first and
 * feeds of comments last, never empty. NULL with the same errors. See news-offer.h for what is in
 * each. Worker threads only. */
GPtrArray *news_finder_find_all (NewsFetcher *fetcher,
                                 NewsRegistry *registry,
                                 const char *typed,
                                 GCancellable *cancellable,
                                 GError **error);

/* The sections of a source that was found: an array of NewsApiSection, all pages of them within
 * reason, empty where the API has none. @keyring (nullable) has its keys. @faults (nullable) gets
 * sentences, to be freed by it, on those that could not be understood. Worker threads only. */
GPtrArray *news_finder_list_sections (NewsFetcher *fetcher,
                                      NewsKeyring *keyring,
                                      const NewsFind *find,
                                      GPtrArray *faults,
                                      GCancellable *cancellable,
                                      GError **error);

G_END_DECLS
