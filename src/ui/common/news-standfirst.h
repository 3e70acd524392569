/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-article.h"

G_BEGIN_DECLS

/* The standfirst to show over the text: NULL where there is none, or where it only repeats how the
 * text begins, as a source's own cut of it does. Borrowed. */
const char *news_standfirst_get (NewsArticle *article);

G_END_DECLS
