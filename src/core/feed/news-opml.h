/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-edition.h"

G_BEGIN_DECLS

/* A list of subscriptions, as readers of feeds hand them on: OPML 1.0 and 2.0 (opml.org/spec2). */
typedef struct
{
  char *title;         /* or NULL */
  GPtrArray *sources;  /* NewsSource: feeds (api "feed") and JSON Feeds (api "jsonfeed") */
  GPtrArray *sections; /* NewsSection: each folder with feeds in it; each feed beside the folders */
  GPtrArray *faults;   /* char*: what was left out, a sentence each */
} NewsOpml;

/* Reads one. A folder within another stands under the other's title (NewsSection.group). A feed
 * that is named twice is one source. Only http and https are taken: an address of another kind,
 * such as a command or a file of this machine, is dropped and told, and so is a site without a
 * feed. Limits: 16 MiB, 10000 feeds, 1000 faults and two of the whole.
 * Ids are made of the addresses and of the folders' titles, and so are the same the next time.
 *
 * NEWS_FEED_ERROR_NOT_A_FEED. In linear time; for worker threads. */
NewsOpml *news_opml_new_from_bytes (GBytes *bytes, GError **error);
void news_opml_free (NewsOpml *self);

/* The sources of @edition as OPML 2.0: sections as folders, feeds and JSON Feeds by their address.
 * Sources that speak an API of their own have only the address of their site, which is told in
 * @faults (char*; nullable). */
GBytes *news_opml_from_edition (NewsEdition *edition, GPtrArray *faults);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsOpml, news_opml_free)

G_END_DECLS
