/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-headline-facts.h"
#include "news-headline-row.h"
#include "news-headline-words.h"

G_BEGIN_DECLS

/* What the row draws itself; both are the row's. */
NewsHeadlineWords *_news_headline_row_get_words (NewsHeadlineRow *self);
NewsHeadlineFacts *_news_headline_row_get_facts (NewsHeadlineRow *self);

G_END_DECLS
