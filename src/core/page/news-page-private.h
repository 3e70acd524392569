/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-page.h"

G_BEGIN_DECLS

/* For the readers of this folder: a page of @blocks (NewsBlock, taken over). */
NewsPage *news_page_new_take (GPtrArray *blocks, gboolean cut);

/* The blocks of a page that was just made and that nobody else has, which is freed. */
GPtrArray *news_page_free_to_blocks (NewsPage *page);

/* The blocks of a page that nobody else has yet, to be changed. Borrowed. */
GPtrArray *news_page_get_blocks (NewsPage *page);

/* How much a page holds: letters of text, and elements of HTML. What comes after is left out, and
 * the page says that it is cut. */
#define NEWS_PAGE_MAX_LETTERS 400000
#define NEWS_PAGE_MAX_ELEMENTS 20000

G_END_DECLS
