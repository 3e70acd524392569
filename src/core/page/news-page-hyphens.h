/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-hyphenator.h"
#include "news-page.h"

G_BEGIN_DECLS

/* Puts soft hyphens into the paragraphs and captions of @page, except into code, addresses, and
 * words of other languages. Spans keep their letters. Nobody else may have the page yet. */
void news_page_insert_hyphens (NewsPage *page, NewsHyphenator *hyphenator);

G_END_DECLS
