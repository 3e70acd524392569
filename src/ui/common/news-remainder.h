/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-article.h"
#include "news-page.h"

G_BEGIN_DECLS

/* What a reader should know where the body is not all there: why, and where the rest is. NULL where
 * nothing is missing. @page is what is there of it, or NULL. To be freed. */
char *news_remainder_dup_words (NewsArticle *article, NewsPage *page);

G_END_DECLS
