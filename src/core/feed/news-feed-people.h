/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-xml-tree.h"

G_BEGIN_DECLS

/* The names of the authors of an item or a feed, apart by commas: Dublin Core's creators, the
 * authors of RSS (where they have a name besides the address that it asks for) and of Atom, or
 * those of the podcasts' module. NULL where there are none. */
char *news_feed_people_dup_authors (const xmlNode *node);

/* Adds @text, which is taken and may be NULL, unless it is among @texts or they are too many. */
void news_feed_people_add_once (GPtrArray *texts, char *text);

G_END_DECLS
