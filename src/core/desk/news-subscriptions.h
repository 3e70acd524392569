/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-edition.h"
#include "news-opml.h"

G_BEGIN_DECLS

/* How much was added. */
typedef struct
{
  guint sources;  /* that were put into a section where they were not */
  guint sections; /* that something was put into, new ones among them */
} NewsSubscribed;

/* A copy of @edition with what the list has and the edition has not; NULL if that is nothing.
 *
 * A feed is one source, by its id or its address, whatever the edition calls it. A folder is the
 * section of its id, or else of its title (under its heading rather than elsewhere), in whatever
 * case; others are new sections, each behind those of its heading. A feed beside the folders that
 * the edition asks already, in whatever section, stays there. The home section takes nothing.
 *
 * In linear time, as it may be called on the main thread. @sum gets how much was added. */
NewsEdition *news_subscriptions_add_to (NewsOpml *opml, NewsEdition *edition, NewsSubscribed *sum);

G_END_DECLS
