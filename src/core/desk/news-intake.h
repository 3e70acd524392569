/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-article.h"
#include "news-source.h"

G_BEGIN_DECLS

/* Makes of an article as a source tells it what is stored and shown: cleans the body into a page,
 * takes the plain text and the preview from it, and settles the lead picture. The bodies as they
 * came are dropped. Worker threads; in proportion to the body. */
void news_intake_prepare (NewsArticle *article, NewsSource *source);

G_END_DECLS
