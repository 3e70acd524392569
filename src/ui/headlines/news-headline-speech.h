/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-headline.h"

G_BEGIN_DECLS

/* What is said of a headline in the list. @now: seconds since 1970, from which its age is told. All
 * in the reader's language. */

/* To somebody who hears it: title, source, state and time, in that order; "" as long as the
 * headline is not filled. */
char *news_headline_dup_label (NewsHeadline *headline, gint64 now);

/* Behind the outlet, to somebody who sees it: time and visits, after a dot if there is an outlet.
 */
char *news_headline_dup_facts (NewsHeadline *headline, gint64 now);

G_END_DECLS
