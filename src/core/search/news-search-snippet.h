/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-headline.h"
#include "news-search-match.h"

G_BEGIN_DECLS

/* Some 160 characters of @text, half as many of wide ones, around the place where most of what is
 * looked for stands together: cut between words, with an ellipsis where it was cut, and blanks
 * folded. *@ranges gets an array of NewsTextRange, the bytes of the snippet that were looked for.
 * NULL, and no ranges, if nothing of it stands there. */
char *news_search_snippet_new (NewsSearchMatch *match, const char *text, GArray **ranges);

/* The ranges (NewsTextRange) of @text that are looked for; NULL if there are none. */
GArray *news_search_snippet_mark (NewsSearchMatch *match, const char *text);

G_END_DECLS
